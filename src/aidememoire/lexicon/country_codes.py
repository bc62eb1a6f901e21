"""Codes of countries: ISO 3166-1 alpha-3."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def alpha3(country: str) -> str | None:
    """The code of a country by its usual name, as `lexicon.countries` has it ("FRA"); None where ISO has none."""
    return _codes().get(country)


@cache
def _codes() -> Mapping[str, str]:
    text = files("aidememoire.lexicon").joinpath("country_codes.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {line[0]: line[1] for line in lines}
