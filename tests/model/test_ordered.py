"""Things at spans: what a look-up finds is what a walk over all of them would."""

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.ordered import Ordered, word_outside
from aidememoire.model.spans import Span

TEXT = "x" * 30
SPANS = st.tuples(st.integers(0, 28), st.integers(1, 12)).map(lambda p: Span.of(TEXT, p[0], min(p[0] + p[1], 30)))


def by_start(spans: list[Span]) -> list[Span]:
    return sorted(spans, key=lambda s: s.start)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_finds_what_a_walk_over_all_finds(spans: list[Span], place: Span) -> None:
    kept = Ordered.by(spans, lambda span: span)
    assert list(kept.inside(place)) == [s for s in by_start(spans) if place.covers(s)]
    assert list(kept.over(place)) == [s for s in by_start(spans) if s.covers(place)]
    assert list(kept.touching(place)) == [s for s in by_start(spans) if s.overlaps(place)]
    assert list(kept.starting(place.start, place.end)) == [
        s for s in by_start(spans) if place.start <= s.start < place.end
    ]


def test_items_that_start_at_one_place_keep_their_order() -> None:
    items = [("long", Span.of(TEXT, 3, 9)), ("short", Span.of(TEXT, 3, 5)), ("first", Span.of(TEXT, 0, 2))]
    kept = Ordered.by(items, lambda item: item[1])
    assert [name for name, _ in kept.items] == ["first", "long", "short"]


def test_a_word_outside_is_a_letter_that_no_span_holds() -> None:
    text = "“Ab.” c “d”"
    quoted = Ordered.by([Span.of(text, 1, 4), Span.of(text, 9, 10)], lambda span: span)
    assert not word_outside(Span.of(text, 0, 6), quoted)
    assert word_outside(Span.of(text, 0, 7), quoted)
    assert not word_outside(Span.of(text, 8, 11), quoted)


@given(st.lists(SPANS, max_size=6), SPANS)
def test_a_word_outside_is_found_as_a_walk_over_its_letters_finds_it(spans: list[Span], place: Span) -> None:
    wanted = any(not any(s.start <= at < s.end for s in spans) for at in range(place.start, place.end))
    assert word_outside(place, Ordered.by(spans, lambda span: span)) == wanted
