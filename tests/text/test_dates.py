from __future__ import annotations

import pytest

from aidememoire.text.dates import dates_in, stamp_at


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("4 March 2031", "2031-03-04"),
        ("March 4, 2031", "2031-03-04"),
        ("Tuesday, 4th of March 2031", "2031-03-04"),
        ("Mar 04,2031", "2031-03-04"),
        ("Published: 2031-03-04T19:05:00Z", "2031-03-04"),
        ("Posted on Tue 4 Mar 2031 at 18.42 GMT", "2031-03-04"),
        ("04.03.2031", "2031-03-04"),
        ("25/03/2031", "2031-03-25"),
        ("Last updated at Mar 05,2031 | Published Mar 04,2031", "2031-03-04"),
        ("Last updated at Mar 05,2031", "2031-03-05"),
    ],
)
def test_a_stamp_gives_the_day_of_publication(line: str, day: str) -> None:
    found = stamp_at(line)
    assert found is not None
    assert (found.day, found.end) == (day, len(line))


@pytest.mark.parametrize(
    "line", ["4 March", "March 2031", "03/04/2031", "31 February 2031", "Talks on 4 March 2031", "last updated", ""]
)
def test_half_a_date_or_one_of_two_is_none(line: str) -> None:
    assert stamp_at(line) is None


def test_dates_in_prose_are_found_in_order() -> None:
    text = "From May 1, 2030 to 2 June 2031, not on 3/4/2031."
    assert dates_in(text) == [(5, 16, "2030-05-01"), (20, 31, "2031-06-02")]
