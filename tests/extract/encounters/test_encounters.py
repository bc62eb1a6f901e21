from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.extract.encounters.encounters import encounters
from aidememoire.extract.encounters.status import of_verb
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
    return list(encounters(given_.scene))


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petar Solvane was received by Henrike Aldous.", ("meeting", "held", ("Petar Solvane", "Henrike Aldous"))),
        (
            "Henrike Aldous had a long lunch with Petar Solvane.",
            ("meeting", "held", ("Henrike Aldous", "Petar Solvane")),
        ),
        ("Henrike Aldous saw Petar Solvane on Monday.", ("meeting", "held", ("Henrike Aldous", "Petar Solvane"))),
        ("Henrike Aldous will see Petar Solvane.", ("meeting", "planned", ("Henrike Aldous", "Petar Solvane"))),
        (
            "Henrike Aldous received the chief negotiator, Petar Solvane, at noon.",
            ("meeting", "held", ("Henrike Aldous", "Petar Solvane")),
        ),
        (
            "Henrike Aldous met a team from the Marn Valley Front.",
            ("meeting", "held", ("Henrike Aldous", "Marn Valley Front")),
        ),
        ("The commanders are to meet there again on Monday.", ("meeting", "planned", ())),
        ("Petar Solvane is expected in Brenmark on Monday.", ("visit", "planned", ("Petar Solvane",))),
        ("Henrike Aldous will visit Brenmark.", ("visit", "planned", ("Henrike Aldous",))),
        (
            "Henrike Aldous will bring the negotiators together in Dravik on Monday.",
            ("meeting", "planned", ("Henrike Aldous",)),
        ),
        ("Rockets hit a school in Halvet on Monday.", ("attack", "held", ())),
    ],
)
def test_other_ways_to_tell_of_one(told: Build, text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert [brief(e) for e in found(told, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Henrike Aldous saw Petar Solvane leave the hall on Monday.",
        "Henrike Aldous sees Petar Solvane as a friend.",
        "The United Highland Council saw Petar Solvane on the road.",
        "Petar Solvane made a verbal attack on Monday.",
    ],
)
def test_seeing_and_scolding_are_no_encounters(told: Build, text: str) -> None:
    assert found(told, text) == []


def test_a_second_clause_may_lack_its_verb(told: Build) -> None:
    text = "Henrike Aldous meets Petar Solvane on Monday, and the United Highland Council on Tuesday."
    assert [(e.participants[1], e.when and e.when.value, e.status) for e in found(told, text)] == [
        ("Petar Solvane", "2031-03-03", "planned"),
        ("United Highland Council", "2031-03-04", "planned"),
    ]


def test_a_second_verb_tells_what_else_becomes_of_talks(told: Build) -> None:
    text = "The talks in Brenmark broke off on Monday and are to resume on Tuesday."
    assert [(e.status, e.when and e.when.value) for e in found(told, text)] == [
        ("suspended", "2031-03-03"),
        ("planned", "2031-03-04"),
    ]


def test_who_accuses_is_the_source_of_an_attack(told: Build) -> None:
    text = "The United Highland Council accused the Marn Valley Front of shelling Halvet and killing 12 miners."
    (only,) = found(told, text, quantities={"12 miners": ("miners", 12.0, "exactly")})
    assert (only.kind, only.status, only.source) == ("attack", "alleged", "United Highland Council")
    assert only.participants == ("Marn Valley Front",)


def test_the_exchange_is_of_the_prisoners_named_before(told: Build) -> None:
    text = "Both hold prisoners. The exchange could take place in Brenmark on Monday."
    assert [(e.kind, e.status, e.place) for e in found(told, text)] == [("exchange", "planned", "Brenmark")]


def test_she_is_whoever_opened_a_sentence_shortly_before(told: Build) -> None:
    text = "Henrike Aldous has four keys. None fits. She meets Petar Solvane on Monday."
    assert [e.participants for e in found(told, text)] == [("Henrike Aldous", "Petar Solvane")]


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


def test_sides_who_hold_talks_together_take_part(told: Build) -> None:
    (only,) = found(told, "Petar Solvane and Tomas Okrelo will hold face-to-face talks in Brenmark on Monday.")
    assert brief(only) == ("talks", "planned", ("Petar Solvane", "Tomas Okrelo"))


def test_separate_meetings_are_one_each(told: Build) -> None:
    text = "Henrike Aldous held separate meetings with the United Highland Council and the Marn Valley Front."
    assert [e.participants[1:] for e in found(told, text)] == [("United Highland Council",), ("Marn Valley Front",)]


def test_what_was_planned_may_have_been_called_off_since(told: Build) -> None:
    (only,) = found(told, "A summit in Brenmark planned for Monday has been called off.")
    assert only.status == "cancelled"


def test_who_she_is_stays_open_between_two_persons(told: Build) -> None:
    text = "Henrike Aldous waited for Ilse Verhane. None spoke. She met Petar Solvane on Monday."
    assert all("Henrike Aldous" not in e.participants for e in found(told, text))


def test_an_aside_about_the_subject_is_no_subject(told: Build) -> None:
    text = "Tomas Okrelo, who heads the Marn Valley Front, met Henrike Aldous on Monday."
    assert [e.participants for e in found(told, text)] == [("Tomas Okrelo", "Henrike Aldous")]


def test_captives_are_released_only_if_more_than_that_is_asked(told: Build) -> None:
    text = "The United Highland Council is pressing for food and for 40 detainees to be released by Monday."
    assert found(told, text) == []


def test_the_purpose_of_a_journey_is_a_meeting_to_come(told: Build) -> None:
    text = "Henrike Aldous will fly to Dravik on Monday to see Petar Solvane."
    assert sorted(brief(e) for e in found(told, text)) == [
        ("meeting", "planned", ("Henrike Aldous", "Petar Solvane")),
        ("visit", "planned", ("Henrike Aldous",)),
    ]


def test_whoever_storms_out_attacks_nobody(told: Build) -> None:
    assert found(told, "Tomas Okrelo stormed out of the hall in Brenmark on Monday.") == []


def test_anybody_may_be_freed(told: Build) -> None:
    text = "The Marn Valley Front has freed 12 carters in Halvet."
    assert [brief(e) for e in found(told, text, quantities={"12 carters": ("carters", 12.0, "exactly")})] == [
        ("release", "held", ("Marn Valley Front",))
    ]
