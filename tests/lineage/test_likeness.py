from __future__ import annotations

import pytest

from aidememoire.lineage.likeness import profiles, same_day, weekday_of_news
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import LEAD, ROAD, Make


def test_the_weekday_of_a_date_line_is_not_that_of_the_news(make: Make) -> None:
    assert weekday_of_news(body_words(make("a", "Sunday 4 May 2031", LEAD))) == "monday"
    assert weekday_of_news(body_words(make("a", ROAD))) is None


def test_days_are_the_same_different_or_unknown(make: Make) -> None:
    monday, tuesday = body_words(make("a", LEAD)), body_words(make("b", LEAD.replace("Monday", "Tuesday")))
    quiet, later = body_words(make("c", ROAD)), body_words(make("d", LEAD, published="2031-07-01"))
    early = body_words(make("e", LEAD, published="2031-05-05"))
    assert (same_day(monday, monday), same_day(monday, tuesday)) == (True, False)
    assert (same_day(monday, quiet), same_day(early, later)) == (None, False)


def test_a_text_is_like_itself_and_unlike_another(make: Make) -> None:
    one, same, other = profiles([body_words(make(n, t)) for n, t in (("a", LEAD), ("b", LEAD), ("c", "Grain rots."))])
    assert one.cosine(same) == pytest.approx(1.0)
    assert one.cosine(other) == 0.0
