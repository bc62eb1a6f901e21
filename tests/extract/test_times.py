from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aidememoire.extract.times import times


def test_each_expression_is_a_fact_with_its_own_id(told: Callable[..., Any]) -> None:
    given = told("They met on Monday and left on Tuesday.", times={"Monday": "2031-03-03", "Tuesday": "2031-03-04"})
    found = times(given.article, given.reading)
    assert [(t.text, t.value, t.start) for t in found] == [("Monday", "2031-03-03", 12), ("Tuesday", "2031-03-04", 31)]
    assert len({t.id for t in found}) == 2


def test_an_article_without_times_has_none(told: Callable[..., Any]) -> None:
    given = told("They met.")
    assert times(given.article, given.reading) == ()
