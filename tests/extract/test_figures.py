from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.figures import figures
from aidememoire.model.facts import Figure

Build = Callable[..., Any]


def found(told: Build, text: str, **more: Any) -> list[Figure]:
    return list(figures(told(text, persons=["Ilse Verhane"], **more).scene))


@pytest.mark.parametrize(
    ("text", "words", "noun", "subject", "evidence"),
    [
        ("Shells killed 12 people.", "12 people", "people", "killed", "killed 12 people"),
        ("A war that has killed 12 people goes on.", "12 people", "people", "killed in the war", "killed 12 people"),
        ("Some 12 people were wounded.", "12 people", "people", "wounded", "12 people were wounded"),
        ("It drove 12 people from their homes.", "12 people", "people", "displaced", "12 people from their homes"),
        ("They freed 12 captives.", "12 captives", "captives", "detained", "12 captives"),
        ("They hope for 12 people to leave.", "12 people", "people", "evacuated", "12 people to leave"),
        ("It counted 12 violations.", "12 violations", "violations", "violations", "12 violations"),
        ("After 12 rounds of talks nothing changed.", "12 rounds", "rounds", "rounds", "12 rounds"),
        ("They seized 12 villages.", "12 villages", "villages", "sites", "12 villages"),
    ],
)
def test_the_words_around_a_number_tell_its_subject(
    told: Build, text: str, words: str, noun: str, subject: str, evidence: str
) -> None:
    (only,) = found(told, text, quantities={words: (noun, 12.0, "exactly")})
    assert (only.value, only.bound) == (12.0, "exactly")
    if subject != "detained":
        assert only.subject == subject
    assert evidence in only.evidence.text


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("The hall seats 12 people.", "12 people", "people"),
        ("It left 12 people in the hall.", "12 people", "people"),
        ("The boxer won after 12 rounds.", "12 rounds", "rounds"),
        ("It paid 12 dollars.", "12 dollars", "dollars"),
        ("The road passes 12 villages.", "12 villages", "villages"),
    ],
)
def test_not_every_number_is_a_figure(told: Build, text: str, words: str, noun: str) -> None:
    assert found(told, text, quantities={words: (noun, 12.0, "exactly")}) == []


def test_a_share_of_the_population(told: Build) -> None:
    (only,) = found(told, "The war uprooted a third of the province's residents.")
    assert (only.subject, only.value, only.bound) == ("displaced", None, "about")


def test_who_says_so(told: Build) -> None:
    text = "Ilse Verhane said shells killed 12 people."
    said = [("Ilse Verhane", "shells killed 12 people", "assert")]
    (only,) = found(told, text, quantities={"12 people": ("people", 12.0, "exactly")}, said=said)
    assert only.speaker == "Ilse Verhane"


@pytest.mark.parametrize(
    ("text", "words", "noun", "subject"),
    [
        ("The raid killed 12 shopkeepers.", "12 shopkeepers", "shopkeepers", "killed"),
        ("The list holds 240 names.", "240 names", "names", "names"),
        ("Some 6,500 conscripts sleep in tents.", "6,500 conscripts", "conscripts", "people"),
        ("In Brenmark 340 miners are still missing.", "340 miners", "miners", "missing"),
        ("The ward treated 57 pensioners.", "57 pensioners", "pensioners", "treated"),
        ("About 700 villagers live there.", "700 villagers", "villagers", "inhabitants"),
    ],
)
def test_any_kind_of_persons_is_counted(told: Build, text: str, words: str, noun: str, subject: str) -> None:
    value = float(words.split()[0].replace(",", ""))
    assert [f.subject for f in found(told, text, quantities={words: (noun, value, "exactly")})] == [subject]


def test_things_with_the_ending_of_persons_are_none(told: Build) -> None:
    assert (
        found(told, "They drove 6,500 kilometers.", quantities={"6,500 kilometers": ("kilometers", 6500.0, "exactly")})
        == []
    )


def test_an_adjective_may_part_a_number_from_its_noun(told: Build) -> None:
    (only,) = found(told, "The envoy is patient. Two previous rounds, both in Brenmark, ended in silence.")
    assert (only.subject, only.value, only.evidence.text) == ("rounds", 2.0, "Two previous rounds")


def test_earlier_rounds_of_something_else_are_none(told: Build) -> None:
    assert found(told, "The boxer lost two previous rounds.") == []
