from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article
from aidememoire.reading.quotations import quotations
from aidememoire.reading.sentences import sentences

MakeArticle = Callable[..., Article]
MARKS = st.text(alphabet="ab ,.“”\"‘’'„«»s\n(", max_size=80)


def _quoted(article: Article) -> list[str]:
    return [quotation.span.text for quotation in quotations(article, sentences(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go on,” he said. “For ever.”", ["We go on,", "For ever."]),
        ("“First. Second, too,” she said.", ["First. Second, too,"]),
        ('A "straight" mark, "and one more," he said.', ["straight", "and one more,"]),
        ("The ” quiet zones ” of the Marn", ["quiet zones"]),
        ("“We go on, “he said.", ["We go on,"]),
        ("It is “over”” now", ["over"]),
        ("„Halt“ and «assez» and ``enough''", ["Halt", "assez", "enough"]),
        ("‘Not now,’ said the soldiers’ chief.", ["Not now,"]),
        ("Varenia’s army in the ’90s wasn’t Kestria’s", []),
        ("He said “they told us ‘go home’ again”.", ["they told us ‘go home’ again", "go home"]),
        ("“He said “go” to us.”", ["He said “go” to us.", "go"]),
        ("She said “never. And then she left.", ["never."]),
        ("An ” alone", []),
    ],
)
def test_pairs_marks(make_article: MakeArticle, text: str, expected: list[str]) -> None:
    assert _quoted(make_article(text)) == expected


def test_goes_on_in_the_next_paragraph(make_article: MakeArticle) -> None:
    article = make_article("“We came in peace.\n“We leave in peace,” Okrelo said.\nHe left.")
    found = quotations(article, sentences(article))
    assert [(q.span.text, q.paragraph, q.open_ended) for q in found] == [
        ("We came in peace.", 0, True),
        ("We leave in peace,", 1, False),
    ]


@given(text=MARKS)
def test_spans_are_exact_and_in_their_paragraph(make_article: MakeArticle, text: str) -> None:
    article = make_article(text)
    found = quotations(article, sentences(article))
    for quotation in found:
        paragraph = article.paragraphs[quotation.paragraph]
        assert article.text[quotation.span.start : quotation.span.end] == quotation.span.text
        assert paragraph.start <= quotation.span.start < quotation.span.end <= paragraph.end
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
