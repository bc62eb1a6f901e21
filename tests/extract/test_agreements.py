from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.agreements import agreements
from aidememoire.model.facts import Agreement

Build = Callable[..., Any]
UHC, MVF = "United Highland Council", "Marn Valley Front"
TIMES = {
    "June 9": "2031-06-09",
    "Oct. 12": "2030-10-12",
    "last month": "2031-04",
    "five-year": "P5Y",
    "Friday": "2031-05-02",
}


def found(told: Build, text: str) -> list[Agreement]:
    return list(agreements(told(text, bodies=[UHC, MVF], places=["Lugarno"], times=TIMES).scene))


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("The envoys signed a June 9 deal to open the road.", "other", "2031-06-09"),
        ("Guns spoke again after the Oct. 12 truce.", "ceasefire", "2030-10-12"),
        ("It rests on a resolution adopted last month.", "resolution", "2031-04"),
        ("The council and the front agreed on Friday to a cessation of hostilities.", "ceasefire", "2031-05-02"),
        ("They signed a prisoner swap deal on Friday.", "exchange", "2031-05-02"),
        ("The guarantors declared four safe zones on Friday.", "zones", "2031-05-02"),
        ("They adopted a joint communiqué.", "communiqué", None),
    ],
)
def test_instruments_that_were_made_or_bear_a_date(told: Build, text: str, kind: str, day: str | None) -> None:
    assert [(a.kind, a.when.value if a.when else None) for a in found(told, text)] == [(kind, day)]


@pytest.mark.parametrize(
    "text",
    [
        "They hope to reach an agreement.",
        "There was no deal.",
        "They failed to sign an accord.",
        "She urged a ceasefire.",
        "The truce is fragile.",
        "They proposed a June 9 ceasefire.",
        "A five-year truce would help.",
    ],
)
def test_what_is_only_hoped_for_is_none(told: Build, text: str) -> None:
    assert found(told, text) == []


def test_between_names_the_parties(told: Build) -> None:
    (only,) = found(told, f"They announced a truce between the {UHC} and the {MVF}.")
    assert only.parties == (UHC, MVF)


def test_two_agreements_of_one_clause_have_two_ids(told: Build) -> None:
    made = found(told, "They signed a truce and a prisoner swap deal.")
    assert [a.kind for a in made] == ["ceasefire", "exchange"]
    assert len({a.id for a in made}) == 2
