from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.commitments.agreements import agreements
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


@pytest.mark.parametrize(
    "text",
    [
        "They agreed to the possibility of a truce on Friday.",
        "The council agreed that the truce should hold.",
        "A draft resolution of June 9 was circulated.",
        "Fighters agreed to cease fire.",
    ],
)
def test_what_else_was_agreed_is_no_instrument(told: Build, text: str) -> None:
    assert found(told, text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A truce collapsed last month in Lugarno.", None),
        ("Shells fell on Friday despite a truce announced by the council.", None),
        ("A deal has been reached to open the road, the council said on Friday.", "2031-05-02"),
        ("The truce came into effect on Friday.", "2031-05-02"),
    ],
)
def test_the_day_is_that_of_the_making(told: Build, text: str, day: str | None) -> None:
    assert [a.when.value if a.when else None for a in found(told, text)] == [day]


@pytest.mark.parametrize(
    "text", ["Violations of the truce went on.", "The truce has collapsed.", "They fought on despite the truce."]
)
def test_what_is_kept_or_broken_exists(told: Build, text: str) -> None:
    assert [(a.kind, a.what) for a in found(told, text)] == [("ceasefire", "truce")]


def test_the_deal_is_of_the_kind_told_before_it(told: Build) -> None:
    kinds = [a.kind for a in found(told, "They signed a truce. Violations of the deal went on.")]
    assert kinds == ["ceasefire", "ceasefire"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Talks must resume on the basis of resolution 1234.", True),
        ("She wants a settlement based on the Lugarno communiqué.", True),
        ("A transition, as called for in resolution 1234, is due.", True),
        ("They adopted resolution 1234 on Friday.", False),
    ],
)
def test_what_talks_rest_on_is_a_basis(told: Build, text: str, basis: bool) -> None:
    assert [a.basis for a in found(told, text)] == [basis]


def test_who_broke_a_truce_is_no_party_to_it_by_that(told: Build) -> None:
    (only,) = found(told, f"The truce was violated by the {MVF}.")
    assert only.parties == ()


def test_the_time_of_an_instrument_is_not_what_it_is_for(told: Build) -> None:
    (only,) = found(told, "They agreed a truce for the valley in June 9 talks.")
    assert only.what == "truce for the valley"
