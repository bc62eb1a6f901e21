"""Countries and international organizations by every name the press has for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

NameOf = Literal["name", "capital", "adjective", "people", "metonym"]
_COLUMNS: tuple[NameOf, ...] = ("name", "capital", "adjective", "people", "metonym")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a place that acts as one, with the names it goes by. `names` begins with the usual one."""

    name: str
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    metonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country and what kind of name of it was found ("Moscow" is a capital, "Kremlin" a metonym)."""

    country: Country
    kind: NameOf


@dataclass(frozen=True, slots=True)
class Organization:
    """An international organization: its full name, its other names, its seat (None where it has none), its kind."""

    name: str
    names: tuple[str, ...]
    seat: str | None
    kind: str


def country_of(name: str) -> CountryName | None:
    """The country that has `name` as a name, capital, adjective, people or metonym, None where no country has it.

    Case counts (a "turkey" is none), a leading "the" does not. The first of those kinds that fits is given.
    """
    return _country_names().get(_key(name))


def organization_of(name: str) -> Organization | None:
    """The international organization of this name or abbreviation, None where there is none."""
    return _organization_names().get(_key(name))


@cache
def countries() -> tuple[Country, ...]:
    """All countries, in the order of the list."""
    return tuple(
        Country(name, (name, *_parts(others)), _parts(capitals), _parts(adjectives), _parts(people), _parts(metonyms))
        for name, others, capitals, adjectives, people, metonyms in _rows("countries.tsv", 6)
    )


@cache
def organizations() -> tuple[Organization, ...]:
    """All international organizations, in the order of the list."""
    return tuple(
        Organization(name, (name, *_parts(others)), seat or None, kind)
        for name, others, seat, kind in _rows("organizations.tsv", 4)
    )


@cache
def _country_names() -> Mapping[str, CountryName]:
    """Every name of every country. A name that two kinds share ("Singapore") stays with the first kind."""
    found: dict[str, CountryName] = {}
    for kind in _COLUMNS:
        for country in countries():
            for name in _names_of(country, kind):
                found.setdefault(_key(name), CountryName(country, kind))
    return found


def _names_of(country: Country, kind: NameOf) -> tuple[str, ...]:
    return {
        "name": country.names,
        "capital": country.capitals,
        "adjective": country.adjectives,
        "people": country.people,
        "metonym": country.metonyms,
    }[kind]


@cache
def _organization_names() -> Mapping[str, Organization]:
    return {_key(name): organization for organization in organizations() for name in organization.names}


def _rows(file: str, columns: int) -> Iterator[tuple[str, ...]]:
    """The rows of a list beside this module, padded to `columns`; lines that begin with # are notes."""
    text = files("aidememoire.lexicon").joinpath(file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            yield tuple([*cells, *[""] * columns][:columns])


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _key(name: str) -> str:
    """A name as it is looked up: single spaces, straight apostrophes, no leading "the"."""
    plain = " ".join(name.replace("’", "'").split())
    return plain[4:] if plain[:4] in ("the ", "The ") else plain
