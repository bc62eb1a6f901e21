from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.figures.figures import figures
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
        ("They freed 12 captives.", "12 captives", "captives", "released", "freed 12 captives"),
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


def one(told: Build, text: str, words: str, noun: str | None = "people", **more: Any) -> Figure:
    (only,) = found(told, text, quantities={words: (noun, 12.0, "exactly")}, **more)
    return only


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The war has killed 12 people.", "killed in the war"),
        ("The conflict, which began in a market, has killed 12 people.", "killed in the war"),
        ("It is a war that has drawn in two neighbours, killed 12 people and emptied towns.", "killed in the war"),
        ("Shells killed 12 people in eight years of war.", "killed in the war"),
        ("Five years of fighting killed 12 people.", "killed in the war"),
        ("Fighting near the bridge killed 12 people.", "killed"),
        ("Shells killed 12 people in fighting near the bridge.", "killed"),
        ("Shells killed 12 people in waves of raids by war planes.", "killed"),
        ("The group, which watches the conflict, said shells had killed 12 people.", "killed"),
        ("Shells killed 12 people, the deadliest day in eight years of war.", "killed"),
    ],
)
def test_the_toll_of_the_war_is_not_that_of_one_attack(told: Build, text: str, subject: str) -> None:
    assert one(told, text, "12 people").subject == subject


def test_a_high_toll_beside_a_war_is_the_wars(told: Build) -> None:
    text = "The war goes on. More than 90,000 people have been killed."
    (only,) = found(told, text, quantities={"More than 90,000 people": ("people", 90_000.0, "more than")})
    assert only.subject == "killed in the war"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Shells have killed 12 people since May.", "killed since 2031-05"),
        ("Shells have killed 12 people since the siege began in May.", "killed since 2031-05"),
        ("Shells killed 12 people, the worst toll since May.", "killed"),
        ("Shells killed 12 people in the past two days.", "killed in the past two days"),
        ("On average 12 people were killed every day.", "killed every day"),
        ("Some 12 people may flee.", "displaced, expected"),
        ("The front said 12 people would be freed.", "released, expected"),
        ("In the raid 12 people were killed or wounded.", "killed or wounded"),
    ],
)
def test_the_scope_of_a_figure_is_of_its_subject(told: Build, text: str, subject: str) -> None:
    assert one(told, text, "12 people", times={"May": "2031-05"}).subject == subject


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Friday shells killed 12 people.", "2031-05-02"),
        ("Shells killed 12 people on Friday.", "2031-05-02"),
        ("Shells killed 12 people, a ward said on Friday.", None),
        ("The ward said on Friday that shells had killed 12 people.", None),
        ("Shells killed 12 people after the talks of Friday.", None),
        ("The war has killed 12 people since Friday.", None),
    ],
)
def test_the_day_is_that_of_what_happened(told: Build, text: str, day: str | None) -> None:
    when = one(told, text, "12 people", times={"Friday": "2031-05-02"}).when
    assert (when.value if when else None) == day


def test_what_became_of_the_first_became_of_the_second(told: Build) -> None:
    counts = {"30 civilians": ("civilians", 30.0, "exactly"), "20 guards": ("guards", 20.0, "exactly")}
    both = found(told, "Shells killed 30 civilians and 20 guards.", quantities=counts)
    assert [(f.subject, f.value, f.unit) for f in both] == [("killed", 30.0, "civilians"), ("killed", 20.0, "guards")]


def test_a_quarter_of_a_million(told: Build) -> None:
    counts = {"a million villagers": ("villagers", 1_000_000.0, "exactly")}
    (only,) = found(told, "The war has wounded more than a quarter of a million villagers.", quantities=counts)
    assert (only.value, only.bound, only.subject) == (250_000.0, "more than", "wounded in the war")


def test_where_it_was_counted(told: Build) -> None:
    text = "Shells killed 12 people in Halvet."
    assert one(told, text, "12 people", places=["Halvet"]).place == "Halvet"


def test_a_toll_told_in_passing_is_not_the_speakers(told: Build) -> None:
    text = "Ilse Verhane said she hoped to stop the war that has cost 12 people their lives."
    said = [("Ilse Verhane", "she hoped to stop the war that has cost 12 people their lives", "hope")]
    assert one(told, text, "12 people", said=said).speaker is None


def test_what_became_of_people_is_no_unit(told: Build) -> None:
    assert one(told, "The ward counted 12 wounded.", "12 wounded", "wounded").unit is None
