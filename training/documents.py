"""A training document: its words, and what is known of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from aidememoire.model.reading import Act
from aidememoire.reading.words import word_spans

ROLES = ("source", "cue", "content")
# What is tagged word by word, each by a head of its own, and the kinds of spans that it marks. `names` follow our own
# marked text, `mentions` re3d, which takes titles and descriptions into the span. `inner` are the parts of an
# attribution that stands in another's content, `roles` those of all others; `chain` tells to whom, and through whom.
TAGGERS = {
    "names": ("person", "organization", "government", "armed group", "media", "place", "nationality", "unnamed"),
    "mentions": ("person", "organization", "place", "nationality", "unnamed"),
    "roles": ROLES,
    "inner": ROLES,
    "chain": ("addressee", "via"),
}
ACTS: tuple[Act, ...] = get_args(Act)
UNKNOWN = -100

Span = tuple[int, int]


@dataclass(slots=True)
class Link:
    """One attribution in words: its contents, and its other parts where it has them; `layer` is roles or inner."""

    contents: list[Span]
    cue: Span | None = None
    source: Span | None = None
    addressee: Span | None = None
    via: Span | None = None
    act: str | None = None
    layer: str = "roles"


@dataclass(slots=True)
class Reference:
    """A source, and the places before it where the same party is named or speaks; no place where it is somebody new."""

    span: Span
    same: list[Span]


@dataclass(slots=True)
class Document:
    """A document's words and what is known of them; None, or no entry in `tags`, where a corpus does not say.

    `paragraphs` are the words that begin one, `heads` indices of words (-1 for a root), `tags` BIO tags by tagger.
    `parties` are the places where somebody is named who may speak, or speaks; `references` who of them are the same.
    """

    words: list[str]
    paragraphs: set[int]
    starts: list[int] | None = None
    upos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    labels: list[str] | None = None
    tags: dict[str, list[str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    parties: list[Span] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def by_paragraph(document: Document) -> Iterator[Document]:
    """Each paragraph of a document as one by itself, with its tags and the links that begin in it."""
    begins = sorted({0, *document.paragraphs})
    for a, b in zip(begins, [*begins[1:], len(document.words)], strict=True):
        tags = {tagger: found[a:b] for tagger, found in document.tags.items()}
        links = [found for link in document.links if (found := moved(link, a, b)).contents]
        yield Document(document.words[a:b], {0}, tags=tags, links=links)


def moved(link: Link, start: int, end: int) -> Link:
    """A link with those of its spans that lie wholly in words `start` to `end`, counted from `start`."""
    contents = [c for c in (inside(x, start, end) for x in link.contents) if c]
    cue, source, addressee, via = (
        inside(part, start, end) for part in (link.cue, link.source, link.addressee, link.via)
    )
    return Link(contents, cue, source, addressee, via, link.act, link.layer)


def inside(span: Span | None, start: int, end: int) -> Span | None:
    """A span counted from `start`, None where it does not lie wholly in words `start` to `end`."""
    return (span[0] - start, span[1] - start) if span and start <= span[0] and span[1] <= end else None


def bio(length: int, spans: Iterable[tuple[Span, str]]) -> list[str]:
    """BIO tags for spans of words; where two overlap, the first one given is kept."""
    tags = ["O"] * length
    for (start, end), kind in spans:
        if start < end and all(t == "O" for t in tags[start:end]):
            tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tags


def words_of(text: str) -> tuple[list[Span], set[int]]:
    """The words of a text by characters, and which of them begin a line."""
    spans: list[Span] = []
    paragraphs: set[int] = set()
    at = 0
    for line in text.splitlines(keepends=True):
        found = list(word_spans(text, at, at + len(line)))
        if found:
            paragraphs.add(len(spans))
        spans += found
        at += len(line)
    return spans, paragraphs


def in_words(spans: list[Span], start: int, end: int) -> Span:
    """A span of characters as one of words."""
    first = bisect_right(spans, start, key=lambda s: s[1])
    return first, bisect_left(spans, end, key=lambda s: s[0])
