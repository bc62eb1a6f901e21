"""What an encounter's own sentence leaves out and the sentences before it tell: a day, a place, who "the group" is."""

from __future__ import annotations

import pytest

from aidememoire.model.facts import Encounter
from tests.extract.encounters.conftest import found, names, scene


def last(text: str) -> Encounter:
    return found(text)[-1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # "The talks" of which the sentence before gives the day.
        ("The United Highland Council said that it will attend peace talks in Lugarno on Monday. "
         "The talks will take place two weeks after the truce began.", "2031-03-17"),
        # Another round has another day.
        ("The United Highland Council said that it will attend peace talks in Lugarno on Monday. "
         "The next talks will take place in Dravik.", None),
        # Who speaks after a meeting speaks on its day.
        ("President Aurel Dastan said during a visit to Kestria on Monday that the road would stay shut. "
         "Speaking after talks with Henrike Aldous in Dravik, Dastan spoke of a long winter.", "2031-03-10"),
        # What is done while one speaks.
        ("Henrike Aldous said on Monday as she opened peace talks in Lugarno that time was short.", "2031-03-10"),
        # What another said on a day is no day of his.
        ("Aurel Dastan stayed there. Tomas Okrelo said on Monday that the road would stay shut. "
         "Speaking after talks with Henrike Aldous in Dravik, Dastan spoke of a long winter.", None),
    ],
)  # fmt: skip
def test_a_gathering_takes_the_day_of_the_sentence_before(text: str, day: str | None) -> None:
    gathering = last(text)
    assert (gathering.when and gathering.when.value) == day


def test_their_talks_are_those_told_before() -> None:
    text = (
        "Petar Solvane met Henrike Aldous in Dravik on Monday. The ferry did not run. A storm was on its way. "
        "Solvane and Aldous had broken off their meeting after an hour."
    )
    assert {(e.place, e.when and e.when.value) for e in found(text)} == {("Dravik", "2031-03-10")}


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        # The one town that the sentence before speaks of, as struck.
        ("The town of Halvet has often been shelled by rockets from over the river. "
         "On Monday, three rockets wounded two people.", "Halvet", "2031-03-10"),
        # Of two towns neither is taken.
        ("The towns of Halvet and Tessaly Ford have often been shelled by rockets. "
         "On Monday, three rockets wounded two people.", None, "2031-03-10"),
        # "The city" is that of the attack just told.
        ("A bomb killed six people in Brenmark on Monday. Nobody said whose it was. "
         "Another bomb attack in December killed two people in the north of the city.", "Brenmark", "2030-12"),
        # No word of an attack: another matter.
        ("The market in Halvet opened late. On Monday, three rockets wounded two people.", None, "2031-03-10"),
        ("Bombs killed 31 people in Brenmark on Monday. The UHC claimed responsibility for the attacks. "
         "A monitor said 35 people had died in attacks by three bombers.", "Brenmark", "2031-03-10"),
    ],
)  # fmt: skip
def test_an_attack_takes_the_place_of_the_sentence_before(text: str, place: str | None, day: str | None) -> None:
    attack = last(text)
    assert (attack.place, attack.when and attack.when.value) == (place, day)


def test_a_group_that_counts_its_dead_is_no_monitor() -> None:
    text = (
        "The Varenian Observatory said the road was shut. The Marn Valley Front is also fighting bandits. "
        "The group said on Monday that 12 of its fighters died in a rocket attack on Halvet."
    )
    attack = last(text)
    source = scene(text).party(attack.source)
    assert (source and source.name, names(text, attack)) == ("Marn Valley Front", ["Marn Valley Front"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("On Monday the government was ready to agree on a prisoner swap with rebel groups.",
         ["government", "rebel groups"]),
        ("Ilse Verhane came home on Monday after her release by Kestria in a prisoner swap.",
         ["Ilse Verhane", "Kestria"]),
    ],
)  # fmt: skip
def test_an_exchange_is_between_those_its_words_name(text: str, who: list[str]) -> None:
    exchange = next(e for e in found(text) if e.kind == "exchange")
    assert names(text, exchange) == who


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Henrike Aldous is in Dravik. She is expected to meet Petar Solvane on Monday.", None),
        ("A delegate cast doubt on whether the talks in Lugarno would begin on Monday as planned.", None),
        ("A delegate said the talks in Lugarno would begin on Monday.", "delegate"),
    ],
)
def test_who_expects_or_doubts_is_no_source(text: str, source: str | None) -> None:
    told = scene(text).party(last(text).source)
    assert (told and told.name) == source


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("The Varenian government gave nothing to the opposition a day before the talks that began in Lugarno.",
         ("Varenian government", "the opposition")),
        ("New peace talks will begin in Lugarno on Monday, an official said, urging the warring sides to hold fire.",
         ("the warring sides",)),
        ("Peace talks will begin in Lugarno on Monday without a transitional government, an official said.", ()),
    ],
)  # fmt: skip
def test_talks_are_of_the_two_sides_that_their_sentence_names(text: str, texts: tuple[str, ...]) -> None:
    assert last(text).participant_texts == texts


def test_a_capital_may_be_described() -> None:
    text = "Henrike Aldous has arrived in the Kestrian capital for talks with ministers."
    assert {e.place for e in found(text)} == {"Kestrian capital"}
