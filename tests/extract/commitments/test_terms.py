from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from aidememoire.extract.commitments.agreements import agreements
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Agreement

Build = Callable[..., Any]
UHC, MVF = "United Highland Council", "Marn Valley Front"
TIMES = {
    "Friday": "2031-05-02",
    "Saturday": "2031-05-03",
    "Monday": "2031-05-05",
    "noon": "2031-05-02T12:00",
    "two weeks": "P2W",
    "48-hour": "PT48H",
}
SIGNED = "They signed a truce. "


def found(told: Build, text: str, published: str | None = None) -> list[Agreement]:
    scene: Scene = told(text, bodies=[UHC, MVF, "Halvet Guard"], places=["Halvet", "Brenmark"], times=TIMES).scene
    return list(agreements(replace(scene, article=replace(scene.article, published=published))))


def terms(told: Build, text: str) -> list[tuple[str, str, str | None]]:
    return [(t.kind, t.text, t.when.value if t.when else None) for a in found(told, text) for t in a.terms]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The truce will take effect on Saturday.", ("starts", "Saturday", "2031-05-03")),
        ("The truce does not take effect until Monday.", ("starts", "Monday", "2031-05-05")),
        ("It will start at noon on Friday.", ("starts", "noon on Friday", "2031-05-02T12:00")),
        ("The truce would last two weeks.", ("lasts", "two weeks", "P2W")),
        ("The truce is for an initial two weeks.", ("lasts", "initial two weeks", "P2W")),
        ("The truce will hold until Monday.", ("until", "Monday", "2031-05-05")),
        (f"The truce does not apply to the {MVF}.", ("excludes", f"the {MVF}", None)),
        (
            f"It excludes the {MVF} and the Halvet Guard, who fight on.",
            ("excludes", f"the {MVF} and the Halvet Guard", None),
        ),
        (f"The {MVF} is excluded from the truce.", ("excludes", MVF, None)),
        ("Halvet, which is not included in the truce, was quiet.", ("excludes", "Halvet", None)),
        ("The truce covers Halvet and Brenmark.", ("covers", "Halvet and Brenmark", None)),
        ("The sides must accept the truce by noon on Friday.", ("accept by", "noon on Friday", "2031-05-02T12:00")),
        ("The truce could be extended if it holds.", ("extends", "could be extended if it holds", None)),
        ("The council extended the truce until Monday.", ("extends", "Monday", "2031-05-05")),
        ("The truce is monitored by the Halvet Guard.", ("monitored by", "the Halvet Guard", None)),
    ],
)
def test_a_later_sentence_tells_a_term(told: Build, text: str, term: tuple[str, str, str | None]) -> None:
    assert terms(told, SIGNED + text) == [term]


def test_a_length_before_the_noun_is_how_long_it_lasts(told: Build) -> None:
    assert terms(told, "They signed a 48-hour truce.") == [("lasts", "48-hour", "PT48H")]


def test_the_places_of_a_truce_end_at_its_day(told: Build) -> None:
    text = "They declared a truce in Halvet and Brenmark on Friday."
    assert terms(told, text) == [("covers", "Halvet and Brenmark", None)]


@pytest.mark.parametrize(
    "text", ["They want the truce to start on Saturday.", "The guns fell still on Saturday.", "It rained."]
)
def test_what_is_wished_or_told_of_something_else_is_no_term(told: Build, text: str) -> None:
    assert terms(told, SIGNED + text) == []


def test_evidence_is_the_exact_slice(told: Build) -> None:
    text = SIGNED + f"The truce does not apply to the {MVF}."
    (only,) = (t for a in found(told, text) for t in a.terms)
    assert only.evidence.text == text[only.evidence.start : only.evidence.end] == f"truce does not apply to the {MVF}"


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("They agreed a truce on Friday.", "2031-05-01", "2031-04-25"),
        ("They agreed a truce on Friday.", "2031-05-03", "2031-05-02"),
        ("They announced a truce from Friday.", "2031-05-01", "2031-05-02"),
        ("They spoke of a truce agreed on Friday.", "2031-05-01", "2031-04-25"),
    ],
)
def test_what_was_agreed_on_friday_is_past(told: Build, text: str, published: str, day: str) -> None:
    assert [a.when.value for a in found(told, text, published) if a.when] == [day]
