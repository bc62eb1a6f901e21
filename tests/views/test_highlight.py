from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.views.highlight import Highlight, render


class Read(HTMLParser):
    """Collects a page's text, where each id begins in it, and whether its tags are well nested."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self.ids: dict[str, int] = {}
        self.links: list[str | None] = []
        self.open: list[str] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("mark", "span", "a")
        self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                assert value not in self.ids
                self.ids[value or ""] = len(self.text)
            if name == "href":
                self.links.append(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60) | st.text(
    "ab<>&\"' \r\n", max_size=60
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Highlight]]:
    text = draw(TEXT)
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place), max_size=8))
    return text, [
        Highlight(start, end, "figure" if n % 3 else "cut", n if n % 3 else None, "<note>")
        for n, (start, end) in enumerate(spans, 1)
    ]


@given(marked())
def test_the_text_is_all_there_whatever_overlaps(case: tuple[str, list[Highlight]]) -> None:
    text, highlights = case
    page = Read(str(render(text, highlights)))
    assert page.text == text
    evidence = {h.number: h for h in highlights if h.number is not None and h.start < h.end}
    assert page.ids == {f"e{number}": h.start for number, h in evidence.items()}
    assert sorted(page.links, key=str) == sorted((f"#l{number}" for number in evidence), key=str)


def test_nested_evidence_is_nested() -> None:
    assert str(render("abcd", [Highlight(1, 2, "figure", 2), Highlight(0, 3, "statement", 1)])) == (
        '<mark class="statement" id="e1">a<mark class="figure" id="e2">b</mark>'
        '<a class="ref" href="#l2" data-n="2" aria-label="line 2 of the record"></a>c</mark>'
        '<a class="ref" href="#l1" data-n="1" aria-label="line 1 of the record"></a>d'
    )


def test_crossing_evidence_is_split() -> None:
    markup = str(render("abcd", [Highlight(0, 2, "statement", 1), Highlight(1, 4, "figure", 2)]))
    assert re.sub(r"<a .*?</a>", "", markup) == (
        '<mark class="statement" id="e1">a<mark class="figure" id="e2">b</mark></mark><mark class="figure">cd</mark>'
    )


def test_parts_of_one_line_share_its_id() -> None:
    markup = str(render("abcd", [Highlight(0, 1, "statement", 7), Highlight(2, 3, "statement", 7)]))
    assert markup.count('id="e7"') == 1
    assert markup.count("<mark") == 2


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "</mark><img src=x onerror=alert(1)>", "&lt;b&gt;"])
def test_nothing_in_a_text_is_markup(hostile: str) -> None:
    markup = str(render(hostile, [Highlight(0, 3, "cut", note=hostile)]))
    assert "<script" not in markup
    assert "<img" not in markup
    assert Read(markup).text == hostile
