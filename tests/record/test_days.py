from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.record.days import Days, agree, days, iso_day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2031-03-04TMO", "2031-03-04", "2031-03-04"),
        ("2031-W10", "2031-03-03", "2031-03-09"),
        ("2031-W10-WE", "2031-03-08", "2031-03-09"),
        ("2031-W10-2", "2031-03-04", "2031-03-04"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031-Q4", "2031-10-01", "2031-12-31"),
        ("2031-H2", "2031-07-01", "2031-12-31"),
        ("2031-WI", "2031-12-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203", "2030-01-01", "2039-12-31"),
    ],
)
def test_a_value_gives_its_first_and_last_day(value: str, first: str, last: str) -> None:
    assert days(value) == Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "XXXX-WXX-2", "XXXX-03-19", "P2D", "PRESENT_REF", "2031-02-30", "2031-W60"])
def test_an_open_or_impossible_value_gives_no_days(value: str) -> None:
    assert days(value) is None


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("2031-03-04", "2031-03-04TEV", "same"),
        ("2031-03-04", "2031-W10", "within"),
        ("2031-03-04", "2031-03-05", "apart"),
        ("2031-03", "2031-W20", "apart"),
        ("XXXX-WXX-2", "2031-03-04", "within"),  # a Tuesday
        ("XXXX-WXX-3", "2031-03-04", "apart"),
        ("XXXX-03-19", "2031-03-19", "within"),
        ("XXXX-03-19", "2031-03-20", "apart"),
        ("XXXX-WXX-2", "2031-W10", None),
        ("", "2031-03-04", None),
    ],
)
def test_two_values_agree_or_not(mine: str, theirs: str, expected: str | None) -> None:
    assert agree(mine, theirs) == expected
    assert agree(theirs, mine) == expected


def test_a_day_is_read_from_an_iso_date_or_from_nothing() -> None:
    assert iso_day("2031-03-04T10:00:00") == date(2031, 3, 4)
    assert iso_day(None) is None
    assert iso_day("March") is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_lies_in_its_week_its_month_and_its_year(day: date) -> None:
    year, week, _ = day.isocalendar()
    for value in (f"{year:04d}-W{week:02d}", f"{day:%Y-%m}", f"{day:%Y}"):
        found = days(value)
        assert found is not None
        assert found.first <= day <= found.last
        assert agree(day.isoformat(), value) == "within"
