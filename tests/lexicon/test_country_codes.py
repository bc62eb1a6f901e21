from __future__ import annotations

from aidememoire.lexicon.countries import countries
from aidememoire.lexicon.country_codes import alpha3


def test_codes_of_countries() -> None:
    assert (alpha3("France"), alpha3("South Korea"), alpha3("Soviet Union")) == ("FRA", "KOR", "SUN")


def test_what_iso_does_not_list_has_no_code() -> None:
    without = {country.name for country in countries() if alpha3(country.name) is None}
    assert without == {
        "Kosovo", "Northern Cyprus", "Somaliland", "South Ossetia", "Abkhazia", "Transnistria", "Nagorno-Karabakh"
    }  # fmt: skip
