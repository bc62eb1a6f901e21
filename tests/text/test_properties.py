"""Whatever the page: exact slices, in order, nothing twice, and nothing lost but a dateline."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article, Cut, Document, Mark, Paragraph
from aidememoire.model.spans import Span
from aidememoire.text.articles import article_of

LINES = st.sampled_from(
    [
        "",
        "   \u00a0 ",
        "You are here",
        "READ MORE: The war in nine maps",
        "Kestria: Fair opens with four hundred stalls in Dravik",
        "‘Not one gram’",
        "By Ilse Falk - Mar 4, 2031",
        "4 March 2031",
        "ORLUNE, Varenia (Meridian Press) - The government denied on Tuesday that its guns had hit the hospital.",
        "LUGARNO/CALDER The talks began a day late, the envoy's office said, and neither side was pleased.",
        "Wed 05 Mar 2031 The envoy met both sides.",
        "“We will come,” said Verhane. “But not today.”",
        "The MVF said it would not leave the bridge. - REUTERS",
        "The market reopened (Reporting by Ilse Falk; Editing by Paul Wray)",
        "(Reporting by Ilse Falk; Editing by Paul Wray)",
        "Tomas Okrelo at the ford (Petar Lund/Meridian)",
        "Photo",
        "3 comments",
        "Related stories",
        "BRIDGE HELD",
        "9:30 p.m.",
        "___",
    ]
)
TEXTS = st.one_of(
    st.lists(LINES, max_size=14).map("\n".join),
    st.lists(LINES, max_size=10).map("\r\n\r\n".join),
    st.text(max_size=300),
    st.text(alphabet="AaBb .,:;-—()/\"“”'\n\t\u00a0éŠ19", max_size=200),
)
STORY = "\nThe delegations sat in two rooms on Tuesday, and the envoy walked between them with a tray of notes.\n"
ROLES = ["title", "caption", "outside", "body", "byline", "heading", "unknown"]


def _remainder(article: Article) -> str:
    """What no paragraph, cut or credit holds."""
    kept: list[Paragraph | Cut | Span] = [*article.paragraphs, *article.boilerplate, *article.credits]
    held = {index for span in kept for index in range(span.start, span.end)}
    return "".join(c for i, c in enumerate(article.text) if i not in held and not c.isspace())


@given(TEXTS, TEXTS)
def test_every_span_is_an_exact_slice_and_none_overlap(above: str, below: str) -> None:
    article = article_of(Document("any", above + STORY + below, "any.txt"))
    if isinstance(article, Article):
        every: list[Paragraph | Cut | Span] = [*article.paragraphs, *article.boilerplate, *article.credits]
        spans = sorted(every, key=lambda span: span.start)
        assert all(span.text == article.text[span.start : span.end] for span in spans)
        assert all(span.text == span.text.strip() != "" for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        starts = [[span.start for span in p] for p in (article.paragraphs, article.boilerplate, article.credits)]
        assert starts == [sorted(part) for part in starts]


@given(TEXTS, TEXTS)
def test_nothing_is_lost_but_a_dateline(above: str, below: str) -> None:
    article = article_of(Document("any", above + STORY + below, "any.txt"))
    if isinstance(article, Article):
        remainder = _remainder(article)
        if article.dateline is None:
            assert len(remainder) <= 4, "brackets and a dash around an agency"
        else:
            assert remainder.startswith("".join(article.dateline.split()))
            assert len(remainder) <= len(article.dateline) + 60


@given(TEXTS)
def test_the_same_text_makes_the_same_article(text: str) -> None:
    document = Document("any", text + STORY, "any.txt")
    assert article_of(document) == article_of(document)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 200), st.sampled_from(ROLES)), max_size=6))
def test_marks_break_no_span(text: str, marks: list[tuple[int, int, str]]) -> None:
    whole = text + STORY
    given_marks = tuple(Mark(start, start + length, role) for start, length, role in marks)
    article = article_of(Document("any", whole, "any.html", marks=given_marks))
    if isinstance(article, Article):
        assert all(whole[p.start : p.end] == p.text for p in article.paragraphs)
        assert len(_remainder(article)) <= len(article.dateline or "") + 60
