from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.lineage import words
from aidememoire.lineage.words import body_words, normalised, quoted_stretches, sentence_breaks
from tests.lineage.conftest import Make, made


def test_spellings_of_one_word_are_compared_as_one() -> None:
    assert [normalised(w) for w in ("Varenia’s", "U.N.", "12,000", "Orláne", "1.5")] == [
        "varenias", "un", "12000", "orlane", "1.5",
    ]  # fmt: skip


def test_titles_and_initials_do_not_end_a_sentence() -> None:
    text = "Gen. T. Okrelo left. The U.N. envoy stayed.” He slept."
    assert [text[at:] for at in sentence_breaks(text)] == ["The U.N. envoy stayed.” He slept.", "He slept."]


def test_quotations_in_either_kind_of_marks_are_found() -> None:
    text = "“One,” he said. \"Two\" and 'three' but not the rebels' own. “Open to the end"
    assert [text[a:b] for a, b in quoted_stretches(text)] == ["“One,”", '"Two"', "'three'", "“Open to the end"]


def test_only_the_body_counts(make: Make) -> None:
    words = body_words(make("a", "Snow fell.", "It fell again."))
    assert words.forms == ("snow", "fell", "it", "fell", "again")
    assert words.paragraph.tolist() == [0, 0, 1, 1, 1]
    assert words.span(2, 5).text == "It fell again"


@given(st.lists(st.text(min_size=1), max_size=4))
def test_every_word_lies_where_it_says(paragraphs: list[str]) -> None:
    article = made("a", *paragraphs)
    words = body_words(article)
    for place in range(len(words)):
        span = words.span(place, place + 1)
        assert normalised(span.text) == words.forms[place]


@given(st.text(alphabet="ab ’'‘\"“”«»(,\n", max_size=60))
def test_a_mark_that_never_closes_is_no_quotation(text: str) -> None:
    """What is found is what one pattern for all marks finds, which follows every open mark to the end of the text."""
    double, single = words._QUOTED.pattern, words._SINGLE.pattern
    assert quoted_stretches(text) == [found.span() for found in re.finditer(f"{double}|{single}", text)]


@given(st.lists(st.text(alphabet="ab1. \n_’'", min_size=1), max_size=4))
def test_words_are_where_one_pattern_finds_them(paragraphs: list[str]) -> None:
    article = made("a", *paragraphs)
    found = body_words(article)
    placed = [
        (m.start() + p.start, m.end() + p.start) for p in article.paragraphs for m in words._WORD.finditer(p.text)
    ]
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == placed
    assert len(found.sentence) == len(found.paragraph) == len(found)
    assert set(np.diff(found.sentence).tolist()) <= {0, 1}
