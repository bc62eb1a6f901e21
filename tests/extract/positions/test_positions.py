from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.positions.positions import positions
from aidememoire.model.facts import Position

Build = Callable[..., Any]
UHC, MVF = "United Highland Council", "Marn Valley Front"


def found(told: Build, text: str, **more: Any) -> list[Position]:
    given = told(
        text, persons=["Petar Solvane", "Ilse Verhane"], bodies=[UHC, MVF], times={"Monday": "2031-03-03"}, **more
    )
    return list(positions(given.scene))


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        (f"The {UHC} demanded a ceasefire.", "demand", "a ceasefire"),
        (f"The {UHC} has insisted the tanks must leave, residents said.", "demand", "the tanks must leave"),
        (f"The {UHC} urged the {MVF} to lift the siege.", "demand", "lift the siege"),
        (f"The {UHC} rejected the draft.", "reject", "the draft"),
        (f"The {UHC} will not accept partition.", "reject", "accept partition"),
        (f"The {UHC} ruled out a pause.", "reject", "a pause"),
        (f"The {UHC} will never accept partition.", "red line", "accept partition"),
        (f"The {UHC} is ready to attend the talks.", "accept", "attend the talks"),
        (f"The {UHC} offered a two-week truce.", "offer", "a two-week truce"),
    ],
)
def test_a_verb_tells_the_stance_and_its_object_the_issue(told: Build, text: str, stance: str, issue: str) -> None:
    assert [(p.party, p.stance, p.issue) for p in found(told, text)] == [(UHC, stance, issue)]


@pytest.mark.parametrize(
    "text",
    [
        f"The {UHC} refused to comment.",
        f"The {UHC} rejected the accusations.",
        f"The {UHC} has insisted the road is open.",
        f"The {UHC} did not demand a ceasefire.",
        f"The {UHC} would have to accept the plan.",
        "Nobody demanded anything.",
    ],
)
def test_these_are_no_positions(told: Build, text: str) -> None:
    assert found(told, text) == []


def test_a_list_of_conditions_is_one_position_each(told: Build) -> None:
    text = f"The {UHC} will not join talks until the {MVF} opens the bridge, pays the teachers and returns the archive."
    made = found(told, text)
    assert [(p.stance, p.issue, p.condition_for) for p in made] == [
        ("precondition", f"the {MVF} opens the bridge", "join talks"),
        ("precondition", "pays the teachers", "join talks"),
        ("precondition", "returns the archive", "join talks"),
    ]
    assert [p.evidence.text for p in made][1:] == ["pays the teachers", "returns the archive"]
    assert len({p.id for p in made}) == 3


def test_one_condition_with_an_and_stays_one(told: Build) -> None:
    text = f"The {UHC} will not join the talks unless the {MVF} withdraws its tanks and guns."
    assert [p.issue for p in found(told, text)] == [f"the {MVF} withdraws its tanks and guns"]


def test_a_date_is_no_condition(told: Build) -> None:
    assert found(told, f"The {UHC} cannot begin the talks before Monday.") == []


def test_a_demand_and_who_finds_it_unacceptable(told: Build) -> None:
    text = f"The {UHC} insists the tanks must leave, something not acceptable to the {MVF}."
    assert {(p.party, p.stance, p.issue) for p in found(told, text)} == {
        (UHC, "demand", "the tanks must leave"),
        (MVF, "reject", "the tanks must leave"),
    }


def test_must_is_the_demand_of_who_says_so(told: Build) -> None:
    text = "Ilse Verhane said the shelling must stop."
    said = [("Ilse Verhane", "the shelling must stop", "demand")]
    assert [(p.party, p.stance) for p in found(told, text, said=said)] == [("Ilse Verhane", "demand")]
    assert found(told, text) == []


def test_what_the_speaker_must_do_is_no_demand(told: Build) -> None:
    said = [("Ilse Verhane", "we must ask again", "assert")]
    assert found(told, "Ilse Verhane said we must ask again.", said=said) == []


def test_a_negotiator_speaks_for_his_body(told: Build) -> None:
    text = f"Petar Solvane is the negotiator of the {MVF}. Petar Solvane rejected the draft."
    assert [p.party for p in found(told, text, roles={"Petar Solvane": ("negotiator", MVF)})] == [MVF]


def test_a_refusal_belongs_to_its_owner(told: Build) -> None:
    (only,) = found(told, f"The {MVF}'s refusal to disarm angered mediators.")
    assert (only.party, only.stance) == (MVF, "reject")
    assert only.issue.startswith("disarm")


@pytest.mark.parametrize(
    ("text", "issue", "target"),
    [
        (
            f"The {UHC} will not open the pass before the {MVF} hands over its guns.",
            f"the {MVF} hands over its guns",
            "open the pass",
        ),
        (
            f"Until the road is cleared, the {UHC} will not sit down with anybody.",
            "the road is cleared",
            "sit down with anybody",
        ),
        (f"Unless its wounded are let out, the {UHC} refuses to sign.", "its wounded are let out", "sign"),
    ],
)
def test_a_condition_may_stand_on_either_side(told: Build, text: str, issue: str, target: str) -> None:
    assert [(p.party, p.stance, p.issue, p.condition_for) for p in found(told, text)] == [
        (UHC, "precondition", issue, target)
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Until Monday, the {UHC} will not be counted.",
        f"The {UHC} will not be able to pay before it has sold the mill.",
    ],
)
def test_a_date_or_an_inability_is_no_condition(told: Build, text: str) -> None:
    assert [p for p in found(told, text) if p.stance == "precondition"] == []


def test_what_a_relative_clause_refuses_stands_before_it(told: Build) -> None:
    (only,) = found(told, f"They want a federal charter, an idea the {UHC} will not hear of.")
    assert (only.party, only.stance, only.issue) == (UHC, "reject", "an idea")


def test_agreeing_to_do_something_accepts_it(told: Build) -> None:
    (only,) = found(told, f"The {UHC} has agreed to admit observers.")
    assert (only.stance, only.issue) == ("accept", "admit observers")


def test_a_number_does_not_end_an_issue_at_its_comma(told: Build) -> None:
    (only,) = found(told, f"The {UHC} rejected an offer of 2,000 tents.")
    assert only.issue == "an offer of 2,000 tents"


def test_readiness_under_a_condition_is_a_precondition(told: Build) -> None:
    (only,) = found(told, f"The {UHC} is ready to sit down only after the pass is opened.")
    assert (only.stance, only.issue, only.condition_for) == ("precondition", "the pass is opened", "sit down")


def test_calling_a_thing_unacceptable_rejects_it(told: Build) -> None:
    (only,) = found(told, f"The {UHC} described the toll as unacceptable.")
    assert (only.stance, only.issue) == ("reject", "the toll")


def test_a_second_verb_shares_the_subject(told: Build) -> None:
    text = f"The {UHC} ruled out a toll and demanded free passage."
    assert [(p.party, p.stance, p.issue) for p in found(told, text)] == [
        (UHC, "reject", "a toll"),
        (UHC, "demand", "free passage"),
    ]
