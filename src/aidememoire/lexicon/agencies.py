"""The world's news agencies by every name the press has for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its usual `name` ("AFP"), all its `names`, and `state` where a state owns or runs it.

    `country` is None where no home is known; `sites` are its domains. `ordinary` are those of its names that are also
    a word, a person's name or a place, and so need "agency" beside them in running text ("Petra").
    """

    name: str
    full_name: str
    names: tuple[str, ...]
    country: str | None
    state: bool
    sites: tuple[str, ...]
    ordinary: tuple[str, ...]


def agency_of(name: str) -> Agency | None:
    """The agency of this name, None where no agency has it.

    Case counts, since "AP" and "PA" are agencies in capitals only; a longer name may also stand in capitals
    throughout ("REUTERS"). A leading "the" does not count.
    """
    return _by_name().get(_key(name))


def agency_of_site(host: str) -> Agency | None:
    """The agency that a web host ("uk.example.com") belongs to, None where it is no agency's."""
    labels = host.lower().split(".")
    return next((found for i in range(len(labels)) if (found := _by_site().get(".".join(labels[i:])))), None)


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies, in the order of the list."""
    return tuple(_agency(line) for line in _lines())


@cache
def agency_pattern() -> str:
    """A regular expression (no groups, case counts) of every name of every agency, the longest first."""
    names = sorted({name for agency in agencies() for name in agency.names}, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + ")"


def _agency(line: str) -> Agency:
    name, full_name, others, country, state, sites, ordinary = [*line.split("\t"), *[""] * 6][:7]
    names = dict.fromkeys((name, full_name, *others.split("|")))
    return Agency(
        name,
        full_name,
        tuple(n for n in names if n),
        country or None,
        state == "yes",
        tuple(site for site in sites.split("|") if site),
        tuple(word for word in ordinary.split("|") if word),
    )


def _lines() -> list[str]:
    """The rows of the list beside this module; lines that begin with # are notes."""
    text = files("aidememoire.lexicon").joinpath("agencies.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _by_name() -> Mapping[str, Agency]:
    found: dict[str, Agency] = {}
    for agency in agencies():
        for name in agency.names:
            found.setdefault(_key(name), agency)
    for agency in agencies():
        for name in agency.names:
            # Four letters and fewer in capitals are some other name's initials as often as not ("BETA" is none).
            if len(name) > 4:
                found.setdefault(_key(name).upper(), agency)
    return found


@cache
def _by_site() -> Mapping[str, Agency]:
    return {site: agency for agency in agencies() for site in agency.sites}


def _key(name: str) -> str:
    """A name as it is looked up: single spaces, straight apostrophes, no leading "the"."""
    plain = " ".join(name.replace("’", "'").split())
    return plain[4:] if plain[:4].lower() == "the " else plain
