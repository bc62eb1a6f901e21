from __future__ import annotations

import re

import pytest

from aidememoire.lexicon.agencies import agencies, agency_of, agency_of_site, agency_pattern


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("The Associated Press", "AP"),
        ("the Associated Press", "AP"),
        ("REUTERS", "Reuters"),
        ("Xinhua News Agency", "Xinhua"),
        ("ČTK", "CTK"),
    ],
)
def test_every_name_of_an_agency_leads_to_it(name: str, usual: str) -> None:
    found = agency_of(name)
    assert found is not None
    assert found.name == usual


@pytest.mark.parametrize("name", ["ap", "Ap", "pa", "reuters", "Meridian Press", "MP", "The Calder Courier", ""])
def test_case_counts_and_what_is_not_listed_is_none(name: str) -> None:
    assert agency_of(name) is None


def test_the_list_tells_what_a_state_owns() -> None:
    assert {name: agency_of(name).state for name in ("TASS", "Reuters", "KCNA", "dpa")} == {  # type: ignore[union-attr]
        "TASS": True,
        "Reuters": False,
        "KCNA": True,
        "dpa": False,
    }


def test_a_site_is_known_with_what_stands_before_its_domain() -> None:
    assert agency_of_site("www.reuters.com").name == "Reuters"  # type: ignore[union-attr]
    assert agency_of_site("apnews.com").name == "AP"  # type: ignore[union-attr]
    assert agency_of_site("notreuters.com") is None


def test_the_list_holds_one_agency_a_row_and_no_name_twice() -> None:
    names = [name for agency in agencies() for name in agency.names]
    assert len(names) == len(set(names))
    assert len({agency.name for agency in agencies()}) == len(agencies()) > 150
    assert all(set(agency.ordinary) <= set(agency.names) for agency in agencies())


def test_the_pattern_prefers_the_longest_name() -> None:
    match = re.match(agency_pattern(), "Interfax-Ukraine reported")
    assert match is not None
    assert match.group() == "Interfax-Ukraine"
