"""Whole sentences of an article that can stand alone in a brief: what they begin with is told in them, or before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.spans import Span
from aidememoire.queries.brief.sentences import sentence_around

# Longer passages, in characters, are too much for a line and are left out: no sentence is cut.
LONGEST = 520
_MARKS = " “”\"‘’'"
# What goes on from a sentence before; "it is clear that" and "that he would" do not.
_BACK = re.compile(
    r"(?:(?:but|and|so|yet|also)\s+)?(?:(?:he|she|they|him|her|them|these|those|this|his|their|its|both|such|another)\b"
    r"|that(?:['’]s|\s+(?:is|was|will|would|has|had|could|can|may|means|meant|did|does))\b"
    r"|it\b(?!(?:['’](?:s|ll|d)|\s+(?:is|was|will\s+be|would\s+be))\s+(?:be\s+)?(?:not\s+)?(?:\w+ly\s+)?(?:\w+\s+)(?:that|to|for|whether)\b)"
    r"|(?:after|before|despite|because\s+of|in\s+response\s+to)\s+(?:that|this)\b"
    r"|(?:the\s+)?(?:group|statement|two|three|latter|former|move|pair|men|body|newspaper|agency|source|report)\b)",
    re.IGNORECASE,
)


# A pronoun right after what a sentence begins with: "On Monday, it said".
_THEN = re.compile(r"[A-Z][\w\s]{0,25},\s+(?:he|she|it|they)\s", re.ASCII)


def begins_back(words: str) -> bool:
    """Whether words begin with what only a sentence before tells: a pronoun, "the group", "after that"."""
    plain = words.lstrip(_MARKS)
    return _BACK.match(plain) is not None or _THEN.match(plain) is not None


def sentences_of(article: Article, paragraph: Paragraph) -> Iterator[Span]:
    """The sentences of a paragraph, in order."""
    at = paragraph.start
    while at < paragraph.end:
        sentence = sentence_around(article, Span.of(article.text, at, at + 1))
        if sentence.end > sentence.start and article.text[at:].strip():
            yield sentence
        at = max(at + 1, sentence.end)
        while at < paragraph.end and article.text[at].isspace():
            at += 1


def with_before(article: Article, passage: Span) -> Span | None:
    """A passage with the sentence before it, in its paragraph or at the end of the one before.

    None where there is none, where that begins back as well, or where the two are too long.
    """
    before = article.text[: passage.start].rstrip()
    bodies = [p for p in article.paragraphs if p.kind == "body" and p.start < len(before) <= p.end]
    if not bodies or any(len(before) <= at <= passage.start for at in article.breaks):
        return None
    last = sentence_around(article, Span.of(article.text, len(before) - 1, len(before)))
    whole = Span.of(article.text, last.start, passage.end)
    return None if begins_back(last.text) or len(whole.text) > LONGEST else whole
