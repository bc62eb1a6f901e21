from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.process.delegations import delegations

Build = Callable[..., Any]
PERSONS = ["Petar Solvane", "Ilse Verhane", "Tomas Okrelo"]
BODIES = ["United Highland Council", "Marn Valley Front", "Kestria"]


def found(told: Build, text: str) -> list[tuple[Any, ...]]:
    scene = told(text, persons=PERSONS, bodies=BODIES).scene
    return [(m.of, m.of_text, m.head, m.members) for m in delegations(scene)]


@pytest.mark.parametrize(
    "text",
    [
        "The United Highland Council delegation, headed by Petar Solvane, arrived.",
        "A delegation from the United Highland Council, led by Petar Solvane, arrived.",
        "Petar Solvane, the head of the United Highland Council delegation, smiled.",
        "Petar Solvane, head of the United Highland Council’s delegation to the talks, smiled.",
        "Petar Solvane, who leads the United Highland Council’s delegation, smiled.",
        "The United Highland Council’s chief negotiator, Petar Solvane, smiled.",
        "Petar Solvane, the chief negotiator of the United Highland Council, smiled.",
        "The United Highland Council named Petar Solvane as its chief negotiator.",
        "The United Highland Council sent a delegation led by Petar Solvane.",
    ],
)
def test_a_head_sits_for_the_body_that_sent_the_delegation(told: Build, text: str) -> None:
    ((of, _, head, members),) = found(told, text)
    assert (of, head, members) == ("United Highland Council", "Petar Solvane", ())


def test_the_members_are_those_listed(told: Build) -> None:
    text = "The United Highland Council delegation includes Ilse Verhane, Tomas Okrelo and Petar Solvane."
    assert found(told, text) == [
        (
            "United Highland Council",
            "United Highland Council",
            None,
            ("Ilse Verhane", "Tomas Okrelo", "Petar Solvane"),
        )
    ]


def test_a_delegate_is_a_member(told: Build) -> None:
    text = "Marn Valley Front negotiator Tomas Okrelo left."
    assert found(told, text) == [("Marn Valley Front", "Marn Valley Front", None, ("Tomas Okrelo",))]


def test_who_represents_a_body_at_the_talks_is_its_delegate(told: Build) -> None:
    text = "Tomas Okrelo, representing the Marn Valley Front, left the talks."
    assert [(of, members) for of, _, _, members in found(told, text)] == [("Marn Valley Front", ("Tomas Okrelo",))]


def test_a_sender_without_a_name_is_known_by_its_words(told: Build) -> None:
    text = "Petar Solvane, the head of the government delegation, smiled."
    assert found(told, text) == [(None, "government", "Petar Solvane", ())]


@pytest.mark.parametrize(
    "text",
    [
        "Petar Solvane, a negotiator, smiled.",
        "The delegation, which arrived late, includes nobody of note.",
        "A choir from the United Highland Council, led by Petar Solvane, sang.",
        "The delegations met. Petar Solvane was not there.",
    ],
)
def test_nobody_is_put_on_a_delegation_that_no_words_put_there(told: Build, text: str) -> None:
    assert found(told, text) == []
