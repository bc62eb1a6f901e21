"""The sentence around words of an article, and whether it is the one that the article leads with."""

from __future__ import annotations

import re

from aidememoire.model.articles import Article
from aidememoire.model.spans import Span

# A paragraph of fewer characters is an hour or a place.
_FEWEST = 20
_END = re.compile(r"(?P<last>\S+?)[.!?][”\"’']?\s+(?=[A-Z“\"‘(0-9])|\n")
# Words whose full stop ends no sentence: titles, ranks, months and initials ("U.S.", "J. Smith").
_SHORT = re.compile(
    r"(?:[“\"‘(]?(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))",
)


def sentence_around(article: Article, span: Span) -> Span:
    """The sentence of the article's text that holds a span: two or more where the span goes on over their ends.

    The first begins after the dateline.
    """
    start, end = 0, len(article.text)
    for match in _END.finditer(article.text, max(0, article.text.rfind("\n", 0, span.start))):
        if match["last"] is not None and _SHORT.fullmatch(match["last"]):
            continue
        if match.end() <= span.start:
            start = match.end()
        elif match.end() >= span.end:
            end = match.end()
            break
    start = max(start, article.text.rfind("\n", 0, span.start) + 1)
    lead = lead_of(article)
    if lead is not None and start < lead.start <= span.start:
        start = lead.start
    return Span.trimmed(article.text, start, end)


def lead_of(article: Article) -> Span | None:
    """The first paragraph of the body that is no head of a list ("All times local:") and no stamp of an hour."""
    bodies = (p for p in article.paragraphs if p.kind == "body")
    first = next((p for p in bodies if len(p.text) >= _FEWEST and not p.text.rstrip().endswith(":")), None)
    return Span(first.start, first.end, first.text) if first is not None else None


def leads_with(article: Article, span: Span) -> bool:
    """Whether a span lies in what the article leads with."""
    lead = lead_of(article)
    return lead is not None and lead.start <= span.start and span.end <= lead.end
