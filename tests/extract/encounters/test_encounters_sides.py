"""Who takes part in talks, where and when, where their own clause leaves it to the words around it."""

from __future__ import annotations

import pytest

from aidememoire.extract.encounters.status import after_noun
from aidememoire.model.facts import Encounter
from tests.extract.encounters.conftest import found, names


def last(text: str) -> tuple[Encounter, list[str]]:
    encounter = found(text)[-1]
    return encounter, names(text, encounter)


@pytest.mark.parametrize(
    ("text", "status", "who", "place"),
    [
        ("The rebels flew to Dravik on Monday for talks.", "planned", ["rebels"], "Dravik"),
        (
            "Talks in Lugarno collapsed on Monday, with rebels saying that they would not negotiate under fire.",
            "suspended",
            ["rebels"],
            "Lugarno",
        ),
        (
            "Talks in Lugarno broke up on Monday after the United Highland Council walked out.",
            "suspended",
            ["United Highland Council"],
            "Lugarno",
        ),
        (
            "The United Highland Council said it would attend new talks in Lugarno on Monday.",
            "planned",
            ["United Highland Council"],
            "Lugarno",
        ),
        ("The government delegation will return to the talks on Monday.", "planned", ["government delegation"], None),
        (
            "Henrike Aldous called off an attempt to hold talks in Lugarno on Monday.",
            "cancelled",
            ["Henrike Aldous"],
            "Lugarno",
        ),
        # Who has not said whether it comes is no participant yet.
        (
            "The government delegation has yet to tell whether it would attend talks planned for Monday.",
            "planned",
            [],
            None,
        ),
    ],
)
def test_a_side_is_told_by_what_it_does_about_the_talks(
    text: str, status: str, who: list[str], place: str | None
) -> None:
    encounter, named = last(text)
    assert (encounter.kind, encounter.status, named, encounter.place) == ("talks", status, who, place)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Concord of Nations (CN) sent its envoy. The CN-brokered talks opened in Lugarno on Monday.",
            ["Concord of Nations"],
        ),
        ("The talks opened in Lugarno on Monday, sponsored by Kestria and Ostmere.", ["Kestria", "Ostmere"]),
    ],
)
def test_sponsors_of_talks_take_part(text: str, who: list[str]) -> None:
    assert last(text)[1] == who


@pytest.mark.parametrize(
    ("later", "who"),
    [
        ("The peace talks broke down on Monday.", ["Varenian government", "United Highland Council"]),
        ("The talks broke down on Monday.", ["Varenian government", "United Highland Council"]),
        ("The trade talks broke down on Monday.", []),
        ("The last talks broke down in January.", []),
    ],
)
def test_the_talks_are_those_of_the_two_sides_named_once(later: str, who: list[str]) -> None:
    text = "Envoys spoke of peace talks between the Varenian government and the United Highland Council.\n\n" + later
    assert last(text)[1] == who


def test_talks_of_two_states_are_not_taken_for_the_peace_talks() -> None:
    text = "Talks between Kestria and Ostmere were held on Sunday.\n\nThe peace talks broke down on Monday."
    assert last(text)[1] == []


def test_who_speaks_after_a_meeting_was_at_it() -> None:
    text = "After a meeting with Henrike Aldous in Lugarno, Petar Solvane said the road was open."
    encounter, who = last(text)
    assert (who, encounter.place) == (["Petar Solvane", "Henrike Aldous"], "Lugarno")


def test_what_a_state_does_after_a_mans_talks_does_not_make_it_his_guest() -> None:
    assert last("After talks with Petar Solvane, Kestria closed its border on Monday.")[1] == ["Petar Solvane"]


MOLDE = "Kestrian Foreign Minister Jarek Molde waited. "
RAND = "Kestrian Foreign Minister Ivo Rand waited too. "
KARST = "Ostmere's Foreign Minister Lena Karst met her Kestrian counterpart in Calder on Monday."


@pytest.mark.parametrize(
    ("text", "who"),
    [(MOLDE + KARST, ["Lena Karst", "Jarek Molde"]), (MOLDE + RAND + KARST, ["Lena Karst"])],
)
def test_a_counterpart_is_the_one_who_holds_the_same_office(text: str, who: list[str]) -> None:
    assert last(text)[1][:2] == who


def test_he_of_whose_office_it_is_said() -> None:
    assert last("Petar Solvane's office said he met Henrike Aldous on Monday.")[1] == [
        "Petar Solvane",
        "Henrike Aldous",
    ]


def test_a_place_is_no_part_of_those_met_there() -> None:
    (encounter,) = found("Henrike Aldous met rebel leaders in Halvet on Monday.")
    assert (encounter.participant_texts, encounter.place) == (("Henrike Aldous", "rebel leaders"), "Halvet")


def test_the_words_of_arriving_give_place_and_day() -> None:
    text = "Soon after arriving in Dravik late on Thursday, Henrike Aldous had talks with Petar Solvane."
    encounter = found(text)[-1]
    assert (encounter.place, encounter.when and encounter.when.value) == ("Dravik", "2031-03-13")


def test_whom_a_relative_clause_says_they_meet() -> None:
    text = "The council praised Henrike Aldous, with whom Petar Solvane will meet on Friday."
    assert last(text)[1] == ["Petar Solvane", "Henrike Aldous"]


@pytest.mark.parametrize(
    ("after", "status"),
    [
        (" that began on Monday collapsed", "suspended"),
        (" convened on Monday were the first in years but broke down", "suspended"),
        (" were called off after just three days", "suspended"),
        (" were called off after two days of fighting", "cancelled"),
        (" began on Monday, having been suspended for a week", "held"),
    ],
)
def test_what_became_of_talks_last_counts(after: str, status: str) -> None:
    assert after_noun("The peace talks", after) == status
