"""Who meets, and what became of the meeting, where the clause says so by other words than "A met B"."""

from __future__ import annotations

import pytest

from tests.extract.encounters.conftest import found, names


@pytest.mark.parametrize(
    ("text", "kind", "status", "who"),
    [
        (
            "A meeting hosted by Henrike Aldous and attended by Petar Solvane and Ilse Verhane was held on Thursday.",
            "meeting",
            "held",
            ["Henrike Aldous", "Petar Solvane", "Ilse Verhane"],
        ),
        (
            "The talks, attended by Petar Solvane, Ilse Verhane and Henrike Aldous, lasted two hours.",
            "talks",
            "held",
            ["Petar Solvane", "Ilse Verhane", "Henrike Aldous"],
        ),
        (
            "Petar Solvane said that he and Ilse Verhane had made progress, after talks that began on Friday.",
            "talks",
            "held",
            ["Petar Solvane", "Ilse Verhane"],
        ),
        (
            "After Dastan visits Kestria, Petar Solvane will remain behind in Dravik "
            "and meet with Henrike Aldous on Saturday.",
            "meeting",
            "planned",
            ["Petar Solvane", "Henrike Aldous"],
        ),
        (
            "President Dastan discussed the truce with the envoy Henrike Aldous by phone on Tuesday.",
            "call",
            "held",
            ["Dastan", "Henrike Aldous"],
        ),
        (
            "The United Highland Council accepted an invitation to talks with the government in Dravik on Friday.",
            "talks",
            "planned",
            ["United Highland Council", "government"],
        ),
        (
            "The foreign ministry cancelled a meeting with Petar Solvane in Dravik on Monday.",
            "meeting",
            "cancelled",
            ["foreign ministry", "Petar Solvane"],
        ),
        (
            "The foreign ministry called off the meeting with Petar Solvane planned for Tuesday.",
            "meeting",
            "cancelled",
            ["foreign ministry", "Petar Solvane"],
        ),
        (
            "The foreign ministry put off a meeting with Petar Solvane until Friday.",
            "meeting",
            "postponed",
            ["foreign ministry", "Petar Solvane"],
        ),
    ],
)
def test_who_meets_and_what_became_of_it(text: str, kind: str, status: str, who: list[str]) -> None:
    first = found(text)[-1]
    assert (first.kind, first.status, names(text, first)) == (kind, status, who)


def test_what_somebody_is_accused_of_is_alleged_by_the_accuser() -> None:
    text = "The foreign ministry accused Ilse Verhane of secretly meeting Petar Solvane in Dravik on Monday."
    (only,) = found(text)
    assert (only.kind, only.status, names(text, only)) == ("meeting", "alleged", ["Ilse Verhane", "Petar Solvane"])
    assert only.source is not None


def test_a_name_after_mister_is_no_place() -> None:
    (only,) = found("Petar Solvane met Ilse Verhane on 12 March at the request of Mr Halvet.")
    assert only.place is None


def test_nobody_outside_brackets_meets_in_them() -> None:
    text = "Kestria cut its ties with the council (even before the call with President Dastan) and withdrew its troops."
    assert found(text) == ()


def test_talks_that_go_on_are_held_and_their_next_round_is_planned() -> None:
    now, later = found("Talks between the two sides are ongoing, and a formal round of talks is to begin on July 20.")
    assert (now.status, later.status) == ("held", "planned")
    assert later.when is not None
    assert later.when.value == "2031-07-20"
