from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article
from aidememoire.reading.names import names
from aidememoire.reading.sentences import sentences

MakeArticle = Callable[..., Article]
WORDS = st.lists(
    st.sampled_from(
        ["Okrelo", "said", "the", "The", "army", "of", "Varenia’s", "U.N.", "a", "source", "close", "to", "Gen.",
         "Minister", "Foreign", "al-Hamra", "bin", "in", "Halvet", ".", ",", "“", "”", "UHC", "officials", "Front"]
    ),
    max_size=30,
)  # fmt: skip


def _named(article: Article) -> set[tuple[str, str]]:
    return {(name.span.text, name.kind) for name in names(article, sentences(article))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Talks failed, President Aurel Dastan said.", "Aurel Dastan", "person"),
        ("They met Foreign Minister Ivo Lant of Kestria.", "Ivo Lant", "person"),
        ("They met Foreign Minister Ivo Lant of Kestria.", "Kestria", "place"),
        ("It was denied by spokesman Jon de Vael on air.", "Jon de Vael", "person"),
        ("He joined the Marn Valley Front, a rebel group.", "Marn Valley Front", "armed group"),
        ("He joined the United Highland Council last year.", "United Highland Council", "organization"),
        ("He rang the Ministry of Foreign Affairs twice.", "Ministry of Foreign Affairs", "government"),
        ("He rang the Varenian foreign ministry twice.", "the Varenian foreign ministry", "government"),
        ("So the Varenian officials left.", "Varenian", "nationality"),
        ("Shells fell on the city of Brenmark.", "Brenmark", "place"),
        ("Snow fell in Halvet and Orlune.", "Halvet", "place"),
        ("He read it in the Calder Courier today.", "Calder Courier", "media"),
        ("It was read on state television twice.", "state television", "media"),
        ("It was denied by a Western diplomat there.", "a Western diplomat", "unnamed"),
        ("It was denied by a source close to Dastan.", "a source close to Dastan", "unnamed"),
        ("Residents said it was calm.", "Residents", "unnamed"),
        ("Two rebel officials left.", "Two rebel officials", "unnamed"),
        ("He flew to Geneva with the U.N. team.", "U.N.", "organization"),
        ("He flew to Geneva with the U.N. team.", "Geneva", "place"),
    ],
)
def test_tells_names_and_kinds(make_article: MakeArticle, text: str, name: str, kind: str) -> None:
    assert (name, kind) in _named(make_article(text))


@pytest.mark.parametrize("text", ["Talks resumed.", "The snow fell on Monday in May.", "Nobody came. It rained."])
def test_ordinary_words_are_no_names(make_article: MakeArticle, text: str) -> None:
    assert _named(make_article(text)) == set()


def test_a_surname_is_its_bearer(make_article: MakeArticle) -> None:
    article = make_article("Gen. Tomas Okrelo came. Okrelo left, and nobody told Okrelo why.")
    found = [name for name in names(article, sentences(article)) if "Okrelo" in name.span.text]
    assert [(name.span.text, name.kind) for name in found] == [
        ("Tomas Okrelo", "person"),
        ("Okrelo", "person"),
        ("Okrelo", "person"),
    ]


def test_a_headline_in_capitals_holds_the_names_of_the_body(make_article: MakeArticle) -> None:
    article = make_article(
        "Rebels Quit Talks As Dastan Speaks\nThe talks failed, President Aurel Dastan said. Dastan left."
    )
    first = names(article, sentences(article))[0]
    assert (first.span.text, first.kind) == ("Dastan", "person")


@given(words=WORDS)
def test_spans_are_exact_and_never_cross(make_article: MakeArticle, words: list[str]) -> None:
    article = make_article(" ".join(words))
    found = names(article, sentences(article))
    for name in found:
        assert article.text[name.span.start : name.span.end] == name.span.text
    for first, second in pairwise(found):
        assert (first.span.start, -first.span.end) < (second.span.start, -second.span.end)
        assert first.span.covers(second.span) or not first.span.overlaps(second.span)
