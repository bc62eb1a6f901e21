from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.extract.encounter_status import of_verb
from aidememoire.extract.encounters import encounters
from aidememoire.model.facts import Encounter

PEOPLE = ["Henrike Aldous", "Petar Solvane", "Tomas Okrelo", "Ilse Verhane"]
BODIES = ["United Highland Council", "Marn Valley Front"]
PLACES = ["Lugarno", "Dravik", "Brenmark", "Halvet"]
TIMES = {
    "Monday": "2031-03-03",
    "Tuesday": "2031-03-04",
    "last week": "2031-W09",
    "two years": "P2Y",
    "March 3": "2031-03-03",
}

Build = Callable[..., Any]


def found(told: Build, text: str, **more: Any) -> list[Encounter]:
    given_ = told(text, persons=PEOPLE, bodies=BODIES, places=PLACES, times=TIMES, **more)
    return list(encounters(*given_.parts))


def brief(encounter: Encounter) -> tuple[str, str, tuple[str, ...]]:
    return encounter.kind, encounter.status, encounter.participants


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Henrike Aldous met Petar Solvane on Monday.", ("meeting", "held", ("Henrike Aldous", "Petar Solvane"))),
        ("Henrike Aldous will meet Petar Solvane.", ("meeting", "planned", ("Henrike Aldous", "Petar Solvane"))),
        ("Henrike Aldous meets Petar Solvane on Monday.", ("meeting", "planned", ("Henrike Aldous", "Petar Solvane"))),
        (
            "Henrike Aldous, the envoy, sat down with Petar Solvane.",
            ("meeting", "held", ("Henrike Aldous", "Petar Solvane")),
        ),
        ("Henrike Aldous telephoned Tomas Okrelo.", ("call", "held", ("Henrike Aldous", "Tomas Okrelo"))),
        ("Henrike Aldous arrived in Brenmark.", ("visit", "held", ("Henrike Aldous",))),
        (
            "Talks between the United Highland Council and the Marn Valley Front collapsed.",
            ("talks", "suspended", ("United Highland Council", "Marn Valley Front")),
        ),
        ("The talks began in Lugarno on Monday.", ("talks", "held", ())),
        ("The talks were originally scheduled for Monday in Lugarno.", ("talks", "postponed", ())),
        ("The talks, which resume on Monday, are the first in two years.", ("talks", "planned", ())),
        ("The summit in Lugarno on Monday was called off.", ("meeting", "cancelled", ())),
        ("The Marn Valley Front released 40 prisoners on Monday.", ("release", "held", ("Marn Valley Front",))),
    ],
)
def test_tells_kind_status_and_participants(told: Build, text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert [brief(e) for e in found(told, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Henrike Aldous wants to meet Petar Solvane.",
        "Henrike Aldous did not meet Petar Solvane.",
        "Petar Solvane refused to meet Tomas Okrelo.",
        "The plan met resistance in Halvet.",
        "The demands of the United Highland Council were met on Monday.",
        "The United Highland Council called for talks in Lugarno on Monday.",
        "Talks could resume in Lugarno on Monday.",
        "The United Highland Council demanded a halt to air strikes on Halvet from Monday.",
        "He spoke of attacks.",
        "The council asked whether the Marn Valley Front releases 40 prisoners on Monday.",
    ],
)
def test_what_is_only_wished_is_no_encounter(told: Build, text: str) -> None:
    assert found(told, text) == []


def test_sides_met_apart_are_two_meetings(told: Build) -> None:
    text = "Henrike Aldous met on Monday with both the United Highland Council and the Marn Valley Front."
    assert [e.participants for e in found(told, text)] == [
        ("Henrike Aldous", "United Highland Council"),
        ("Henrike Aldous", "Marn Valley Front"),
    ]


def test_followed_by_is_a_second_meeting(told: Build) -> None:
    text = "Henrike Aldous met Petar Solvane on Monday, followed by the United Highland Council."
    assert [e.participants for e in found(told, text)] == [
        ("Henrike Aldous", "Petar Solvane"),
        ("Henrike Aldous", "United Highland Council"),
    ]


def test_each_meeting_takes_the_day_of_its_own_clause(told: Build) -> None:
    text = "Henrike Aldous meets Petar Solvane on Monday, before hosting Tomas Okrelo on Tuesday."
    assert [(e.participants[1], e.when and e.when.value, e.status) for e in found(told, text)] == [
        ("Petar Solvane", "2031-03-03", "planned"),
        ("Tomas Okrelo", "2031-03-04", "planned"),
    ]


def test_a_meeting_spoken_of_before_is_put_off(told: Build) -> None:
    text = "Ilse Verhane asked for a meeting with Petar Solvane on Monday, but it was put off until Tuesday."
    (only,) = found(told, text)
    assert brief(only) == ("meeting", "postponed", ("Ilse Verhane", "Petar Solvane"))
    assert only.when is not None
    assert only.when.text == "Tuesday"


def test_who_says_so_is_the_source_and_an_attack_only_alleged(told: Build) -> None:
    text = "Ilse Verhane said a rocket attack in Halvet on Monday broke the truce."
    said = [("Ilse Verhane", "a rocket attack in Halvet on Monday broke the truce", "accuse")]
    (only,) = found(told, text, said=said)
    assert (only.kind, only.status, only.source, only.place) == ("attack", "alleged", "Ilse Verhane", "Halvet")


def test_a_denied_meeting_is_denied(told: Build) -> None:
    text = "Petar Solvane denied that Henrike Aldous met Tomas Okrelo in Halvet."
    said = [("Petar Solvane", "Henrike Aldous met Tomas Okrelo in Halvet", "deny")]
    assert [e.status for e in found(told, text, said=said)] == ["denied"]


def test_round_and_track_are_read_from_the_clause(told: Build) -> None:
    (only,) = found(told, "A fourth round of Lugarno talks opened on Monday.")
    assert (only.track, only.round) == ("Lugarno", 4)


def test_ids_and_spans_are_stable(told: Build) -> None:
    text = "Henrike Aldous met Petar Solvane on Monday. Talks in Lugarno collapsed last week."
    first, second = found(told, text), found(told, text)
    assert [e.id for e in first] == [e.id for e in second]
    assert len({e.id for e in first}) == len(first) == 2
    assert all(text[e.evidence.start : e.evidence.end] == e.evidence.text for e in first)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_any_words_before_a_verb_have_a_status(before: str) -> None:
    assert of_verb(before, "met", timed=False) in {"held", "planned", "none"}
