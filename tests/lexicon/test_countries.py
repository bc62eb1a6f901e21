from __future__ import annotations

import pytest

from aidememoire.lexicon.countries import countries, country_of, organization_of, organizations


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("U.S.", "United States", "name"),
        ("the United Arab Emirates", "United Arab Emirates", "name"),
        ("Paris", "France", "capital"),
        ("N’Djamena", "Chad", "capital"),
        ("Dutch", "Netherlands", "adjective"),
        ("Danes", "Denmark", "people"),
        ("the White House", "United States", "metonym"),
    ],
)
def test_finds_a_country_by_each_kind_of_name(name: str, country: str, kind: str) -> None:
    found = country_of(name)
    assert found is not None
    assert (found.country.name, found.kind) == (country, kind)


@pytest.mark.parametrize("name", ["turkey", "Varenia", ""])
def test_knows_no_other(name: str) -> None:
    assert country_of(name) is None
    assert organization_of(name) is None


@pytest.mark.parametrize(
    ("name", "organization"),
    [("UN", "United Nations"), ("the African Union", "African Union"), ("MSF", "Medecins Sans Frontieres")],
)
def test_finds_an_organization(name: str, organization: str) -> None:
    found = organization_of(name)
    assert found is not None
    assert found.name == organization


def test_every_country_has_a_name_of_its_own() -> None:
    names = [country.name for country in countries()]
    assert len(set(names)) == len(names)
    assert len(names) >= 195
    for country in countries():
        found = country_of(country.name)
        assert found is not None
        assert found.country is country


def test_no_organization_is_listed_twice() -> None:
    names = [name for organization in organizations() for name in organization.names]
    assert len(set(names)) == len(names)
