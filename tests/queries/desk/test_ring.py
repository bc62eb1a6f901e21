from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.queries.desk.ring import BOX_HEIGHT, BOX_WIDTH, Waiting, ring, wrapped


def waits(count: int) -> tuple[Waiting, ...]:
    return tuple(Waiting(str(n), f"party {n}", f"deed {n}", f"deed {n + 1}") for n in range(count))


def test_two_conditions_have_an_arrow_there_and_one_back() -> None:
    drawing = ring(waits(2))
    there, back = drawing.arrows
    assert (there.x1 < there.x2, back.x1 > back.x2) == (True, True)
    assert there.y1 < back.y1


def test_four_conditions_go_round_clockwise() -> None:
    drawing = ring(waits(4))
    left, right = sorted({box.x for box in drawing.boxes})
    above, below = sorted({box.y for box in drawing.boxes})
    assert [(b.x, b.y) for b in drawing.boxes] == [(left, above), (right, above), (right, below), (left, below)]
    assert drawing.arrows[0].text.lines == ("until deed 1",)


@given(st.integers(min_value=1, max_value=9))
def test_all_boxes_lie_within_the_drawing_and_apart(count: int) -> None:
    drawing = ring(waits(count))
    corners = [(box.x, box.y) for box in drawing.boxes]
    assert len(set(corners)) == count
    for x, y in corners:
        assert 0 <= x <= drawing.width - BOX_WIDTH
        assert 0 <= y <= drawing.height - BOX_HEIGHT
    for x, y in corners:
        others = [(a, b) for a, b in corners if (a, b) != (x, y)]
        assert not any(abs(a - x) < BOX_WIDTH and abs(b - y) < BOX_HEIGHT for a, b in others)


@given(st.text(max_size=300), st.integers(min_value=4, max_value=40), st.integers(min_value=1, max_value=5))
def test_no_line_is_longer_or_more_than_asked_for(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)


def test_what_is_cut_says_so() -> None:
    assert wrapped("free all of the sick prisoners at once", 12, 2) == ("free all of", "the sick …")
    assert wrapped("talk", 12, 2) == ("talk",)
