from __future__ import annotations

import numpy as np

from aidememoire.lineage.candidates import index_of
from aidememoire.lineage.stock import joined, stock_of
from aidememoire.lineage.words import Words, body_words
from tests.lineage.conftest import LEAD, MEETING, ROAD, STOCK, TOLL, Make


def bodies(make: Make) -> list[Words]:
    texts = (STOCK, LEAD), (ROAD, STOCK), (STOCK, TOLL), (MEETING,)
    return [body_words(make(f"a{place}", *text)) for place, text in enumerate(texts)]


def test_what_three_reports_have_is_stock(make: Make) -> None:
    known = bodies(make)
    stock = stock_of(index_of(known), np.arange(len(known)))
    assert [int(stock.words(body).sum()) for body in known] == [len(STOCK.split())] * 3 + [0]
    assert stock.words(known[1])[-1]


def test_printings_of_one_report_count_once(make: Make) -> None:
    known = bodies(make)
    stock = stock_of(index_of(known), joined([(0, 2)], len(known)))
    assert not any(stock.words(body).any() for body in known)


def test_places_are_joined_with_the_least_of_their_group() -> None:
    assert joined([(3, 4), (1, 3)], 6).tolist() == [0, 1, 2, 1, 1, 5]
