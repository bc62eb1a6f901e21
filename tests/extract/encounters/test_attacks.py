"""Attacks: where and when they were, whose they are said to be, against whom, and whether they are only alleged."""

from __future__ import annotations

import pytest

from aidememoire.model.facts import Encounter
from tests.extract.encounters.conftest import found, scene


def attacks(text: str) -> list[Encounter]:
    return [e for e in found(text) if e.kind == "attack"]


def source(text: str, encounter: Encounter) -> str | None:
    party = scene(text).party(encounter.source)
    return party.name if party else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jets carried out nine raids on rebel-held villages north of Halvet overnight.", "Halvet"),
        ("Air strikes hit the last bridge into rebel-held parts of Halvet on Sunday.", "Halvet"),
        ("Shelling of government-held streets of Brenmark killed six people on Monday.", "Brenmark"),
        ("Two truck bomb blasts that hit the town of Brenmark on Monday killed 25 people.", "Brenmark"),
        ("A series of bombings hit Brenmark on Monday, killing 31 clerks.", "Brenmark"),
        ("A gunman attacked a bus carrying clerks west of Orlune on Monday, killing six people.", "Orlune"),
        ("A bomb killed six people in Brenmark on Monday, an attack that shook the country.", "Brenmark"),
        ("Air strikes hit a school in the rebel-held quarter of Halvet and killed nine pupils on Monday.", "Halvet"),
        ("Gunmen in Halvet claimed on Monday that the police had shot at them.", None),
        ("Bombs killed 31 people in Brenmark and Halvet on Monday.", "Brenmark and Halvet"),
        (
            "The UHC accused the army of an assault on Monday that killed six people, "
            "saying that it had attacked the town of Halvet.",
            "Halvet",
        ),
        ("Mortar shelling killed six people in government-held districts on Monday.", "government-held districts"),
    ],
)
def test_the_place_is_where_the_attack_was(text: str, place: str | None) -> None:
    assert [e.place for e in attacks(text)] == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Six guards were killed in a bomb attack in Halvet, a doctor said, in one of three attacks on Monday.",
         ("Monday", "2031-03-10")),
        ("Air strikes on rebel-held quarters of Halvet killed 31 people in the past six days, residents said.",
         ("the past six days", "")),
        ("The army has hit Halvet with scores of air strikes since Monday, residents said.", ("since Monday", "")),
        ("Air strikes hit Halvet on Monday in the heaviest bombardment since January.", ("Monday", "2031-03-10")),
        ("Near Halvet on Sunday, police said a bomb killed seven people at a cafe.", ("Sunday", "2031-03-09")),
        ("Air strikes hit the town of Halvet, which the rebels took on Thursday, residents said.", None),
        ("Fighting and army shelling erupted east of Halvet overnight on Monday, a monitor said.",
         ("Monday", "2031-03-10")),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_attack(text: str, when: tuple[str, str] | None) -> None:
    (only,) = attacks(text)
    assert (only.when and (only.when.text, only.when.value)) == when


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("The army attacked highland rebels near the city of Halvet on Monday.", ("army", "highland rebels")),
        ("Army shelling killed at least 29 highland fighters in Halvet on Monday.", ("Army", "highland fighters")),
        ("The army launched an assault against UHC fighters in Halvet on Monday.", ("army", "UHC")),
        ("The rebels attacked a school in Halvet on Monday, killing six children.", ("rebels",)),
        ("A bomb killed six people in Brenmark on Monday, an attack that ministers blamed on the UHC.", ("UHC",)),
        ("A bombing in Brenmark on Monday that killed six people was claimed by the UHC.", ("UHC",)),
        ("The truck bombs and suicide attacks of Monday in Brenmark were claimed by the UHC.", ("UHC",)),
        ("Ten UHC fighters died in an air strike in Brenmark on Monday.", ("UHC fighters",)),
    ],
)
def test_the_parties_are_who_made_it_and_who_was_attacked(text: str, texts: tuple[str, ...]) -> None:
    (only,) = attacks(text)
    assert tuple(t.removeprefix("The ").removeprefix("the ") for t in only.participant_texts) == texts


def test_of_another_attack_in_the_sentence_nobody_is_taken() -> None:
    text = (
        "Monday's attack in Halvet resembled a January bombing claimed by the UHC that killed six people in Brenmark."
    )
    assert attacks(text)[0].participant_texts == ()


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        # A monitor and witnesses report what happened, whoever did it.
        ("Six clerks were killed by a blast in Halvet on Monday, said a monitoring group.", "held", "monitoring group"),
        ("Residents said that a missile struck a school in Halvet on Monday.", "held", "Residents"),
        ("The army shelled Halvet on Monday and killed six people, residents said.", "held", "residents"),
        ("The army shelled Halvet on Monday, residents and state media said.", "held", "residents"),
        # One side says that the other did it.
        ("The rebels said the army had shelled Halvet on Monday and killed six people.", "alleged", "rebels"),
        ("The army accused the UHC of an attack in Halvet on Monday that killed six people.", "alleged", "army"),
        ("The government claimed on Monday that the UHC had shelled Halvet and killed six people.", "alleged",
         "government"),
        # That it did it itself.
        ("The army said its jets bombed Halvet on Monday and killed six people.", "held", "army"),
        ("The UHC claimed responsibility for a bombing in Halvet on Monday that killed six people.", "held", "UHC"),
        # Who only comments on what is known is no source of it.
        ("The bombing in Halvet on Monday showed the need for a truce, Henrike Aldous said.", "held", None),
        ("A bomb killed six people in Halvet on Monday, an attack the police blamed on the UHC.", "alleged", "police"),
        ("Six people were hurt on Monday in a suspected attack by the UHC in Halvet.", "alleged", None),
    ],
)  # fmt: skip
def test_an_attack_is_alleged_only_where_somebody_is_charged_with_it(text: str, status: str, who: str | None) -> None:
    (only,) = attacks(text)
    told = source(text, only)
    assert (only.status, told and told.lower()) == (status, who and who.lower())


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes have killed some 2,100 villagers since the campaign began four months ago, residents said.",
        "Brenmark has been hit by four bombings already this year.",
        "Police said they held four men who were plotting an attack on the market in Brenmark on Monday.",
        "The front, helped by Kestrian air raids, took the base at Halvet last week.",
    ],
)
def test_a_campaign_a_plot_and_air_support_are_no_attack(text: str) -> None:
    assert attacks(text) == []
