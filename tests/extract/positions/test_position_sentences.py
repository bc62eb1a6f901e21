"""Positions as read from plain sentences, with the trees that the reading model gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from aidememoire.extract.facts import facts_of
from aidememoire.model.facts import Party, Position
from aidememoire.reading.read import reading
from tests.extract.conftest import plain

UHC, MVF = "United Highland Council", "Marn Valley Front"


@dataclass(frozen=True)
class Told:
    """A position with names in place of ids."""

    party: str | None
    stance: str
    issue: str
    condition_for: str | None
    of: str | None


@cache
def found(text: str) -> tuple[Told, ...]:
    article = plain(text)
    facts = facts_of(article, reading(article))
    names = {f.id: f.name for f in facts if isinstance(f, Party)}
    made = [f for f in facts if isinstance(f, Position)]
    assert all(text[p.evidence.start : p.evidence.end] == p.evidence.text for p in made)
    return tuple(
        Told(names.get(p.party or ""), p.stance, p.issue, p.condition_for, names.get(p.of or "")) for p in made
    )


@pytest.mark.parametrize(
    ("text", "party", "issue", "withheld", "of"),
    [
        (
            f"The {UHC} will not join the talks until the government frees its sick prisoners.",
            UHC,
            "the government frees its sick prisoners",
            "join the talks",
            "government",
        ),
        (
            f"The government says it will not free prisoners until the {MVF} leaves the bridge at Tessaly Ford.",
            "government",
            f"the {MVF} leaves the bridge at Tessaly Ford",
            "free prisoners",
            MVF,
        ),
        (
            f"The {MVF} refuses to leave the bridge until the army lifts the blockade of Halvet.",
            MVF,
            "the army lifts the blockade of Halvet",
            "leave the bridge",
            "army",
        ),
        (
            "The government of Varenia will not lift its blockade of Halvet before the rebels agree to disarm.",
            "government of Varenia",
            "the rebels agree to disarm",
            "lift its blockade of Halvet",
            "rebels",
        ),
        (
            f"The {UHC} said without an end to the shelling it would not return to Lugarno.",
            UHC,
            "an end to the shelling",
            "return to Lugarno",
            None,
        ),
        (
            "The rebels demanded a halt to the army's shelling before returning to the talks.",
            "rebels",
            "a halt to the army's shelling",
            "returning to the talks",
            "army",
        ),
        (
            f"The talks cannot begin until the government stops its air strikes, the {UHC} said.",
            UHC,
            "the government stops its air strikes",
            "talks",
            "government",
        ),
        (
            f"First the prisoners must be freed, then talks can begin, the {UHC} said.",
            UHC,
            "the prisoners must be freed",
            "talks",
            None,
        ),
        (
            "The government insists that disarmament must precede elections.",
            "government",
            "disarmament",
            "elections",
            None,
        ),
        (
            "The government agreed to admit observers if the rebels released its soldiers.",
            "government",
            "the rebels released its soldiers",
            "admit observers",
            "rebels",
        ),
        (
            f"The {MVF} made its signature conditional on an amnesty for its men.",
            MVF,
            "an amnesty for its men",
            "its signature",
            None,
        ),
        (
            "The government set the disarmament of the rebels as a precondition for elections.",
            "government",
            "the disarmament of the rebels",
            "elections",
            None,
        ),
        (
            "Ostmere said the army's withdrawal from Halvet was a condition for a lasting truce.",
            "Ostmere",
            "the army's withdrawal from Halvet",
            "a lasting truce",
            "army",
        ),
    ],
)
def test_a_condition_tells_who_withholds_what_until_who_does_what(
    text: str, party: str, issue: str, withheld: str, of: str | None
) -> None:
    assert found(text) == (Told(party, "precondition", issue, withheld, of),)


def test_two_conditions_have_each_its_doer() -> None:
    text = (
        f"The {MVF} is willing to accept a truce, but only if the government withdraws its guns and "
        "Kestria recalls its advisers."
    )
    assert [(p.issue, p.condition_for, p.of) for p in found(text)] == [
        ("the government withdraws its guns", "accept a truce", "government"),
        ("Kestria recalls its advisers", "accept a truce", "Kestria"),
    ]


def test_a_threat_withholds_its_contrary() -> None:
    (only,) = found(f"The {UHC} said it would leave Lugarno unless the prisoners were freed.")
    assert only == Told(UHC, "precondition", "the prisoners were freed", "not leave Lugarno", None)


def test_as_long_as_is_turned_about() -> None:
    (only,) = found("The government said elections would not take place as long as the rebels keep their guns.")
    assert only == Told("government", "precondition", "the rebels no longer keep their guns", "elections", "rebels")


def test_who_is_urged_is_whom_it_is_wanted_of() -> None:
    text = f"Kestria urged the {MVF} to release 19 soldiers, and called for the rebels to leave the bridge."
    assert found(text) == (
        Told("Kestria", "demand", "release 19 soldiers", None, MVF),
        Told("Kestria", "demand", "the rebels to leave the bridge", None, "rebels"),
    )


def test_nobody_is_told_of_what_is_to_be_done_to_prisoners() -> None:
    (only,) = found(f"The {UHC} will not talk about disarmament until all prisoners are freed.")
    assert only.of is None


def test_each_of_two_holds_what_both_reject() -> None:
    assert [(p.party, p.stance, p.issue) for p in found(f"The {UHC} and the {MVF} rejected the offer.")] == [
        (UHC, "reject", "the offer"),
        (MVF, "reject", "the offer"),
    ]


def test_an_issue_runs_on_through_quotation_marks() -> None:
    (only,) = found(f"The {UHC} agreed to the “possibility” of a short truce.")
    assert (only.stance, only.issue) == ("accept", "the possibility of a short truce")


def test_it_after_said_is_who_says_so() -> None:
    text = "Envoy Henrike Aldous went home.\nThe opposition has said it will not talk unless the army withdraws."
    assert [p.issue for p in found(text)] == ["the army withdraws"]
    assert found(text)[0].party != "Henrike Aldous"


def test_this_is_what_the_other_side_offered() -> None:
    text = f"The army offered to withdraw its guns from Halvet. The {MVF} rejects this."
    assert [(p.party, p.stance, p.issue) for p in found(text)] == [
        ("army", "offer", "withdraw its guns from Halvet"),
        (MVF, "reject", "withdraw its guns from Halvet"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels want to take over the valley.",
        "Kestria wants more visas for its students.",
        f"The {UHC} rejected the foreign ministry's accusations.",
        "If the truce ends, the army is ready to attack Halvet.",
        f"The {UHC} said this must happen before the talks.",
        "One of her colleagues did not want to be named.",
        f"The {MVF} left before the rebels agreed to talk.",
        "Residents called for an end to the shelling.",
    ],
)
def test_these_are_no_negotiating_positions(text: str) -> None:
    assert found(text) == ()


def test_who_comments_on_a_process_holds_no_position_in_it() -> None:
    text = "“The army must leave the valley,” said Anselm Rook, a professor at the university of Calder."
    assert found(text) == ()


def test_a_delegation_head_speaks_for_who_sent_him() -> None:
    text = (
        "The delegation of the Republic of Varenia has arrived, the head of the delegation, Petar Solvane, said."
        "\nSolvane said that no prisoner would be freed until the rebels leave the bridge."
    )
    assert [(p.party, p.condition_for) for p in found(text)] == [("Republic of Varenia", "any prisoner freed")]
