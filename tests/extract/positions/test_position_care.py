"""What keeps a position readable by itself, current and about the process, read from plain sentences."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from aidememoire.extract.facts import facts_of
from aidememoire.extract.holders import of_backers
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.positions.opposition import opposition_body
from aidememoire.model.facts import Party, Position
from aidememoire.model.spans import Span
from aidememoire.reading.read import reading
from tests.extract.conftest import plain

UHC, MVF = "United Highland Council", "Marn Valley Front"


@cache
def found(text: str, published: str | None = None) -> tuple[tuple[Position, str | None, str | None], ...]:
    """The positions of a text, each with the names of its party and of whom it is wanted."""
    article = plain(text, published)
    facts = facts_of(article, reading(article))
    names = {f.id: f.name for f in facts if isinstance(f, Party)}
    made = (f for f in facts if isinstance(f, Position))
    return tuple((p, names.get(p.party or ""), names.get(p.of or "")) for p in made)


def issues(text: str) -> list[str]:
    return [p.issue for p, _, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        (
            f"The blockade of Halvet worries the valley, and the {UHC} will not join the talks until it is lifted.",
            "the blockade of Halvet is lifted",
        ),
        (
            "The prisoners of Brenmark were left out of the exchange after Kestria demanded they be kept away.",
            "the prisoners of Brenmark be kept away",
        ),
        (
            f"The {UHC} rejected a proposal by Kestria, which backs the government, that the talks move to Dravik.",
            "a proposal by Kestria that the talks move to Dravik",
        ),
        (
            f"The {UHC} rejected any attempts by Kestria to move troops without asking the envoy first.",
            "any attempts by Kestria to move troops without asking the envoy first",
        ),
        (f"The talks open on Monday. The {UHC} refused to attend.", "attend the talks"),
        (f"The {UHC} agreed to the truce. Kestria urged the {MVF} not to break the truce.", "not to break the truce"),
        (f"The {UHC} has insisted for some time that the tanks must leave.", "the tanks must leave"),
    ],
)
def test_an_issue_can_be_told_by_itself(text: str, issue: str) -> None:
    assert issue in issues(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ostmere may send troops. Kestria called for a meeting of the Concord of Nations to block that.",
        f"Until the last minute, the {UHC} had refused to attend the talks.",
        "Kestria, which had wanted an immediate truce, gave way.",
        "Groups in the valley said so. The road is held by groups that agreed to cease fire.",
        "Other members rejected the draft resolution.",
        "All Varenians have rejected partition, the envoy said.",
        "Kestria will probably reject the truce.",
        f"The {UHC} sought a wording by which we could urge the government to join the talks.",
    ],
)
def test_what_is_unclear_or_given_up_or_nobodys_is_left_out(text: str) -> None:
    assert found(text) == ()


def test_a_stand_that_is_reported_as_taken_before_is_current() -> None:
    ((position, party, _),) = found(f"The {UHC} said it had rejected the deadline for withdrawal.")
    assert (position.stance, position.issue, party) == ("reject", "the deadline for withdrawal", UHC)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (f"The {UHC} wants commanders that it calls traitors barred from the talks.", None),
        ("The army, which Kestria and Ostmere know, must halt the shelling of Halvet, Ilse Verhane said.", "army"),
        (f"The {MVF} rejected Kestria's demands for withdrawal.", MVF),
        ("Ostmere wants the Kestria-led coalition to agree to a truce.", "Kestria-led coalition"),
        ("Kestria wants to discuss an end to rebel shelling.", None),
    ],
)
def test_of_whom_it_is_wanted_is_who_is_to_do_it(text: str, of: str | None) -> None:
    assert [named for p, _, named in found(text) if p.stance == "demand"] == [of]


def test_two_parties_are_asked_for_a_thing_each() -> None:
    told = found(f"Kestria called on the {UHC} to lift the siege and on the {MVF} to leave the bridge.")
    assert [(p.issue, of) for p, _, of in told] == [("lift the siege", UHC), ("leave the bridge", MVF)]


def test_the_opposition_is_its_only_body() -> None:
    told = found(
        f"The opposition {UHC} arrived in Lugarno on Monday.\nThe main opposition group demanded an end to the siege."
    )
    assert [(p.party_text, party) for p, party, _ in told] == [("The main opposition group", UHC)]


@pytest.mark.parametrize(("bodies", "meant"), [([UHC], UHC), ([UHC, "Lune League"], None)])
def test_of_two_bodies_neither_is_the_opposition(
    told: Callable[..., Any], bodies: list[str], meant: str | None
) -> None:
    text = f"The opposition {bodies[0]} and the opposition {bodies[-1]} came.\nThe main opposition group left."
    scene = told(text, bodies=bodies).scene
    start = text.index("The main")
    body = opposition_body(scene, Phrase(Span.of(text, start, text.index(" left")), None))
    assert (body.name if body is not None else None) == meant


def test_backers_are_the_states_that_they_are(told: Callable[..., Any]) -> None:
    text = "The army's backers Kestria and Ostmere rejected the truce."
    scene = told(text, bodies=["Kestria", "Ostmere"]).scene
    holders = of_backers(scene, Phrase(Span.of(text, 0, text.index(" rejected")), None))
    assert [(h.party, h.text) for h in holders] == [("Kestria", "Kestria"), ("Ostmere", "Ostmere")]


def test_a_stand_told_twice_is_kept_once_in_its_fuller_words() -> None:
    told = found(
        f"The {UHC} demanded an end to the shelling.\n"
        f"Envoys met in Lugarno. The {UHC} demanded an end to the shelling of Halvet by Monday."
    )
    assert [p.issue for p, _, _ in told] == ["an end to the shelling of Halvet by Monday"]


def test_a_stand_of_before_has_its_time() -> None:
    ((position, _, _),) = found(f"In March 2030, the {UHC} rejected the truce.", "2031-06-10")
    assert position.when is not None
    assert position.when.text == "March 2030"


def test_another_matter_goes_on_in_the_next_sentence() -> None:
    assert found("Kestria blocks the trade deal over tariffs. Ostmere wants concessions in return.") == ()


def test_an_article_on_home_affairs_tells_no_positions() -> None:
    filler = "The budget of the city of Calder was read on Monday, and the school roof was paid for at last. " * 30
    assert found(f"{filler}\nThe mayor rejected the plan.") == ()
