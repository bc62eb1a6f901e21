"""Encounters of sentences that the reading model has read: what hangs on what decides who, when and where."""

from __future__ import annotations

from functools import cache

import pytest

from aidememoire.extract.encounters.encounters import encounters
from aidememoire.extract.parties.cast import cast
from aidememoire.extract.scene import Scene
from aidememoire.extract.statements.statements import statements
from aidememoire.model.articles import Article, Document
from aidememoire.model.facts import Encounter
from aidememoire.reading.read import readings
from aidememoire.text.articles import articles

DATELINE = "ORLUNE, March 13 (Meridian Press) - "
REST = "\n\nThe road to the river was closed to lorries for the third day, and the ferry did not run.\n"


@cache
def scene(text: str) -> Scene:
    document = Document("a", DATELINE + text + REST, "a", title="A title", published="2031-03-13")
    (article,) = articles([document])
    assert isinstance(article, Article)
    (reading,) = readings([article])
    known = cast(article, reading)
    return Scene.of(article, reading, known, statements(article, reading, known))


def found(text: str) -> tuple[Encounter, ...]:
    return encounters(scene(text))


def names(text: str, encounter: Encounter) -> list[str]:
    known = {p.id: p.name for p in scene(text).parties}
    return [known[p] for p in encounter.participants]


def day(encounter: Encounter) -> str | None:
    return encounter.when.value if encounter.when else None


@pytest.mark.parametrize(
    ("text", "status", "place", "when"),
    [
        (
            "Talks in Lugarno collapsed in January before the council signed a truce in Brenmark in March.",
            "suspended",
            "Lugarno",
            "2031-01",
        ),
        ("The talks are the first to be held in Lugarno in two years.", "held", "Lugarno", None),
        ("The truce has allowed the talks to resume in Lugarno.", "held", "Lugarno", None),
        (
            "Indirect talks between the Varenian government and the Marn Valley Front opened in Lugarno on Monday.",
            "held",
            "Lugarno",
            "2031-03-10",
        ),
    ],
)
def test_a_day_and_a_place_are_those_of_the_own_clause(
    text: str, status: str, place: str | None, when: str | None
) -> None:
    (only,) = found(text)
    assert (only.kind, only.status, only.place, day(only)) == ("talks", status, place, when)


def test_the_day_of_saying_is_not_that_of_the_meeting() -> None:
    text = "Ilse Verhane said on Monday that Henrike Aldous had met Tomas Okrelo."
    (only,) = found(text)
    assert day(only) is None
    assert names(text, only) == ["Henrike Aldous", "Tomas Okrelo"]


def test_a_verb_of_harm_says_nothing_of_the_talks() -> None:
    assert found("The talks were undermined last week when the United Highland Council walked out.") == ()


@pytest.mark.parametrize(
    ("text", "doers", "place"),
    [
        (
            "The Marn Valley Front launched an assault on Halvet on Monday and killed six soldiers.",
            ["Marn Valley Front"],
            "Halvet",
        ),
        (
            "The bombings on Sunday in the old town of Halvet, which killed nine people, were claimed by the Marn "
            "Valley Front.",
            ["Marn Valley Front"],
            "Halvet",
        ),
        (
            "The Marn Valley Front claimed responsibility for two bomb attacks in Orlune that killed 14 people.",
            ["Marn Valley Front"],
            "Orlune",
        ),
    ],
)
def test_who_launched_or_claimed_an_attack_made_it(text: str, doers: list[str], place: str) -> None:
    (only,) = found(text)
    assert only.kind == "attack"
    assert names(text, only) == doers
    assert only.place == place


def test_whoever_is_accused_made_it_and_whoever_accuses_says_so() -> None:
    text = "The United Highland Council accused the army of launching an assault on Halvet on Tuesday."
    (only,) = found(text)
    assert (only.status, only.place, day(only)) == ("alleged", "Halvet", "2031-03-11")
    assert only.participant_texts == ("army",)
    assert [p.name for p in scene(text).parties if p.id == only.source] == ["United Highland Council"]


def test_an_attack_that_officials_explain_is_theirs_only_as_to_who_made_it() -> None:
    text = (
        "Six people were killed on Monday in a bomb attack on a barracks in Halvet, an attack that officials said was "
        "planned by the Marn Valley Front."
    )
    (only,) = found(text)
    assert (only.status, only.place, day(only)) == ("alleged", "Halvet", "2031-03-10")
    assert names(text, only) == ["Marn Valley Front"]


def test_a_clause_that_sums_an_attack_up_is_no_second_one() -> None:
    text = (
        "Five people were killed in a bomb attack on a market in Halvet on Saturday, in the fourth bombing to hit the "
        "town this year."
    )
    assert [(e.kind, day(e)) for e in found(text)] == [("attack", "2031-03-08")]


@pytest.mark.parametrize(
    "text",
    [
        "The United Highland Council is hosting 40,000 refugees in Brenmark.",
        "Some of the fighters have received military training in Kestria.",
        "Petar Solvane ruled out taking part in talks with the United Highland Council.",
        "Kestria has been hit by a wave of unrest since 2029.",
        "The High Negotiations Board has held its own members to blame for the raids.",
    ],
)
def test_guests_unrest_and_names_are_no_encounters(text: str) -> None:
    assert found(text) == ()


def test_the_head_of_a_delegation_meets_too() -> None:
    text = "The Varenian government delegation, headed by Petar Solvane, met Henrike Aldous in Lugarno on Monday."
    (only,) = found(text)
    assert only.participant_texts == ("The Varenian government delegation", "Petar Solvane", "Henrike Aldous")


def test_followed_by_a_meeting_is_a_second_one() -> None:
    text = "Henrike Aldous will meet Petar Solvane on Monday, followed by a meeting with Tomas Okrelo."
    assert [(names(text, e), e.status) for e in found(text)] == [
        (["Henrike Aldous", "Petar Solvane"], "planned"),
        (["Henrike Aldous", "Tomas Okrelo"], "planned"),
    ]


def test_talks_opened_by_meeting_somebody_are_both() -> None:
    text = "Petar Solvane opened the talks on Monday by meeting Henrike Aldous."
    assert sorted((e.kind, e.status, names(text, e)) for e in found(text)) == [
        ("meeting", "held", ["Petar Solvane", "Henrike Aldous"]),
        ("talks", "held", ["Petar Solvane", "Henrike Aldous"]),
    ]


def test_talks_that_somebody_travels_for_are_to_come() -> None:
    text = "Henrike Aldous flew to Dravik on Monday for talks with Kestrian ministers."
    assert [(e.kind, e.status, e.place) for e in found(text)] == [
        ("visit", "held", "Dravik"),
        ("talks", "planned", "Dravik"),
    ]


def test_he_who_says_so_is_he_who_travels() -> None:
    text = "Petar Solvane said he would visit Dravik next week."
    (only,) = found(text)
    assert (only.kind, only.status, names(text, only), only.place) == ("visit", "planned", ["Petar Solvane"], "Dravik")


def test_two_who_speak_by_telephone_hold_a_call() -> None:
    text = "Petar Solvane and Tomas Okrelo spoke by telephone on Monday."
    (only,) = found(text)
    assert (only.kind, names(text, only), day(only)) == ("call", ["Petar Solvane", "Tomas Okrelo"], "2031-03-10")


def test_their_talks_are_those_of_the_two_who_follow() -> None:
    text = "At the start of their talks on Friday, Petar Solvane and Tomas Okrelo shook hands."
    (only,) = found(text)
    assert (only.kind, names(text, only), day(only)) == ("talks", ["Petar Solvane", "Tomas Okrelo"], "2031-03-14")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Henrike Aldous shuttled between the Varenian government and the United Highland Council.",
            ["Henrike Aldous", "Varenian government", "United Highland Council"],
        ),
        (
            "The two sides sat in separate rooms on Monday while Henrike Aldous carried messages between them.",
            ["Henrike Aldous", "two sides"],
        ),
        (
            "Indirect talks between the Varenian government and the Marn Valley Front opened in Lugarno on Monday.",
            ["Varenian government", "Marn Valley Front"],
        ),
        (
            "The Varenian government and the United Highland Council held talks through the envoy Henrike Aldous in "
            "Lugarno on Monday.",
            ["Varenian government", "United Highland Council", "Henrike Aldous"],
        ),
    ],
)
def test_sides_that_talk_apart_hold_proximity_talks(text: str, sides: list[str]) -> None:
    (only,) = found(text)
    assert (only.kind, only.status, only.proximity) == ("talks", "held", True)
    assert names(text, only) == sides


def test_sides_that_sit_together_hold_none() -> None:
    (only,) = found("Henrike Aldous met Petar Solvane in Lugarno on Monday.")
    assert not only.proximity


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Air strikes hit a school in a village near Varenia's Halvet on Monday and killed four pupils.", "Halvet"),
        ("Shells fell on the market in Halvet on Monday, killing four people.", "Halvet"),
    ],
)
def test_the_place_struck_is_the_nearest_not_the_state_that_owns_it(text: str, place: str) -> None:
    assert [(e.kind, e.place) for e in found(text)] == [("attack", place)]


def test_a_day_in_a_clause_of_another_verb_is_not_the_day_of_the_attack() -> None:
    text = "Air strikes hit the town of Halvet, which the rebels took from the army late on Thursday, residents said."
    assert [(e.kind, day(e)) for e in found(text)] == [("attack", None)]
