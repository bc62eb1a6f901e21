from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article
from aidememoire.reading.sentences import LONGEST, sentences

MakeArticle = Callable[..., Article]
NEWSY = st.text(alphabet="aB .!?…”“\"'’1,\n\u00a0J", max_size=120)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. J. K. Solvane left. He was tired.", ["Mr. J. K. Solvane left.", "He was tired."]),
        ("They met on Feb. 3 in Halvet. It rained.", ["They met on Feb. 3 in Halvet.", "It rained."]),
        ("U.S. envoys met the U.N. The talks failed.", ["U.S. envoys met the U.N.", "The talks failed."]),
        ("It cost 1.5 million… Nobody paid.", ["It cost 1.5 million…", "Nobody paid."]),
        ("“We stay together”.The party agreed.", ["“We stay together”.", "The party agreed."]),
        ("“It is over.” Okrelo left.", ["“It is over.”", "Okrelo left."]),
        ("“Why now?” Tomas Okrelo asked. Nobody knew.", ["“Why now?” Tomas Okrelo asked.", "Nobody knew."]),
        ("“Never!” he said. It ended.", ["“Never!” he said.", "It ended."]),
        ("“We ... wait,” he said.", ["“We ... wait,” he said."]),
        ("It ended at 5 p.m. The army left.", ["It ended at 5 p.m.", "The army left."]),
    ],
)
def test_cuts_where_sentences_end(make_article: MakeArticle, text: str, expected: list[str]) -> None:
    assert [sentence.span.text for sentence in sentences(make_article(text))] == expected


def test_counts_paragraphs(make_article: MakeArticle) -> None:
    found = sentences(make_article("One ends. Two ends.\n\nThree ends."))
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]


@given(text=NEWSY)
def test_tiles_what_is_no_white_space(make_article: MakeArticle, text: str) -> None:
    article = make_article(text)
    found = sentences(article)
    for sentence in found:
        paragraph = article.paragraphs[sentence.paragraph]
        assert article.text[sentence.span.start : sentence.span.end] == sentence.span.text
        assert paragraph.start <= sentence.span.start < sentence.span.end <= paragraph.end
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert "".join("".join(s.span.text for s in found).split()) == "".join(text.split())


def test_what_has_no_stop_is_cut_at_white_space(make_article: MakeArticle) -> None:
    found = sentences(make_article("Halvet " * 1000))
    assert [len(s.span.text) for s in found] == [2995, 2995, 1007]
    assert all(s.span.text.endswith("Halvet") for s in found)


def test_a_word_of_a_whole_file_is_cut_too(make_article: MakeArticle) -> None:
    assert [len(s.span.text) for s in sentences(make_article("x" * 7000))] == [LONGEST, LONGEST, 1000]
