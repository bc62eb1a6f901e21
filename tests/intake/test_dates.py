from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.intake.dates import iso_date


@pytest.mark.parametrize(
    ("given_date", "iso"),
    [
        ("2031-03-04", "2031-03-04"),
        (" 2031-03-04 ", "2031-03-04"),
        ("2031-03-04T23:30:00-05:00", "2031-03-04"),
        ("2031-03-04T10:00:00.123Z", "2031-03-04"),
        ("2031-03-04 10:00", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("20310304T101500Z", "2031-03-04"),
        ("2031/3/4", "2031-03-04"),
        ("Tue, 04 Mar 2031 10:00:00 +0000", "2031-03-04"),
        ("4 March 2031", "2031-03-04"),
        ("4th of March, 2031", "2031-03-04"),
        ("March 4, 2031", "2031-03-04"),
        ("Mar. 4,2031", "2031-03-04"),
        ("Sept 4 2031 at 5 p.m.", "2031-09-04"),
        ("2031 May 4", "2031-05-04"),
        ("13/3/2031", "2031-03-13"),
        ("3/13/2031 10:00", "2031-03-13"),
        ("13.3.2031", "2031-03-13"),
        ("3/3/2031", "2031-03-03"),
    ],
)
def test_a_clear_date_is_read(given_date: str, iso: str) -> None:
    assert iso_date(given_date) == iso


@pytest.mark.parametrize(
    "given_date",
    [
        "4/3/2031",
        "04-03-2031",
        "4/15/31",
        "13/13/2031",
        "31 February 2031",
        "2031-02-30",
        "March 2031",
        "4 March",
        "2031",
        "yesterday",
        "1930000000",
        "2031-3/4",
        "Posted 4 March 2031, updated 5 March 2031",
        "4 Mars 2031",
        "٤ March 2031",
        "x" * 300 + " 4 March 2031",
        "",
    ],
)
def test_an_unclear_date_stays_unknown(given_date: str) -> None:
    assert iso_date(given_date) is None


@given(st.dates())
def test_any_day_is_read_in_each_clear_form(day: object) -> None:
    iso = str(day)
    year, month, number = iso.split("-")
    names = "January February March April May June July August September October November December".split()
    name = names[int(month) - 1]
    assert iso_date(iso) == iso
    assert iso_date(f"{int(number)} {name} {year}") == iso
    assert iso_date(f"{name[:3]} {number}, {year}") == iso


@given(st.text(max_size=60))
def test_nothing_is_raised(text: str) -> None:
    iso_date(text)
