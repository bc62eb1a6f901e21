from __future__ import annotations

from aidememoire.lineage.alignment import aligned, covered
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import LEAD, MEETING, ROAD, TOLL, Make


def test_passages_are_found_in_another_order(make: Make) -> None:
    a, b = body_words(make("a", LEAD, ROAD)), body_words(make("b", ROAD, LEAD))
    assert [(a.span(p.a, p.a_end).text, b.span(p.b, p.b_end).text) for p in aligned(a, b)] == [
        (LEAD.rstrip("."), LEAD.rstrip(".")),
        (ROAD.rstrip("."), ROAD.rstrip(".")),
    ]


def test_a_passage_reaches_over_a_changed_word(make: Make) -> None:
    a, b = body_words(make("a", TOLL)), body_words(make("b", TOLL.replace("damaged", "ruined")))
    (passage,) = aligned(a, b)
    assert (passage.a_end - passage.a, passage.matched) == (len(a), len(a) - 1)
    assert int(covered((passage,), len(a), "a").sum()) == len(a) - 1


def test_a_turn_of_phrase_is_no_passage(make: Make) -> None:
    a = body_words(make("a", "Under heavy guard on Monday night, the trucks left."))
    b = body_words(make("b", "The old mill burned under heavy guard on Monday night."))
    assert aligned(a, b) == ()


def test_nothing_shared_gives_nothing(make: Make) -> None:
    assert aligned(body_words(make("a", LEAD)), body_words(make("b", MEETING))) == ()
