from __future__ import annotations

import pytest

from aidememoire.text.datelines import dateline_at

REST = " It was the fourth meeting in Orlune, and the first in Tessaly Ford, since January in Varenia."


@pytest.mark.parametrize(
    ("head", "place", "agency", "day"),
    [
        ("ORLUNE: ", "ORLUNE", None, None),
        ("ORLUNE/CALDER — ", "ORLUNE/CALDER", None, None),
        ("ORLUNE (Meridian Press) — ", "ORLUNE", "Meridian Press", None),
        ("TESSALY FORD, Varenia (AP) — ", "TESSALY FORD", "AP", None),
        ("ORLUNE, March 4 (VNA) -- ", "ORLUNE", "VNA", None),
        ("ORLUNE, 4 March 2031 (MP) – ", "ORLUNE", "MP", "2031-03-04"),
        ("ORLUNE, Varenia, March 4 - ", "ORLUNE", None, None),
        ("TESSALY FORD, Varenia ", "TESSALY FORD", None, None),
        ("HALVET, South Sudan ", "HALVET", None, None),
        ("ORLUNE/CALDER ", "ORLUNE/CALDER", None, None),
        ("ORLUNE ", "ORLUNE", None, None),
        ("Orlune (AFP) - ", "Orlune", "AFP", None),
        ("Orlune (CNN) ", "Orlune", "CNN", None),
        ("Halvet, Kenya – ", "Halvet", None, None),
        ("Orlune: ", "Orlune", None, None),
        ("UNITED NATIONS ", "UNITED NATIONS", None, None),
    ],
)
def test_a_dateline_is_taken_off(head: str, place: str, agency: str | None, day: str | None) -> None:
    text = head + "The envoy met both sides on Tuesday." + REST
    found = dateline_at(text, text)
    assert found is not None
    assert (found.place, found.agency, found.day) == (place, agency, day)
    assert text[found.end :].startswith("The envoy")
    if agency:
        assert text[found.agency_start : found.agency_end] == agency


def test_an_agency_alone_is_no_place() -> None:
    found = dateline_at("(Meridian Press) - The envoy met both sides on Tuesday.", "")
    assert found is not None
    assert (found.place, found.agency) == (None, "Meridian Press")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ORLUNE CN envoy Henrike Aldous said the CN would stay in Orlune.", "ORLUNE"),
        ("ORLUNE A deal is near, people in Orlune say.", "ORLUNE"),
        ("WASHINGTON U.S. officials met the U.S. envoy to Varenia.", "WASHINGTON"),
    ],
)
def test_initials_that_open_the_sentence_are_not_of_the_place(text: str, place: str) -> None:
    found = dateline_at(text, text)
    assert found is not None
    assert found.place == place


@pytest.mark.parametrize(
    "text",
    [
        "NATO Secretary-General Jens Lund said NATO was ready.",
        "UNICEF Director Agnes Rohl visited the valley.",
        "UHC negotiators left. The UHC wants its prisoners freed.",
        "BRIDGE HELD",
        "WATCH: The fighting in the valley of the Marn.",
        "OKRELO: We will stay on the bridge, and the bridge is ours.",
        "Okrelo: We will stay on the bridge.",
        "Neither side met on Tuesday in Orlune.",
        "Talks – The envoy met both sides.",
        "AFP - The envoy met both sides on Tuesday.",
    ],
)
def test_other_beginnings_are_no_datelines(text: str) -> None:
    assert dateline_at(text, text) is None
