"""Who is who in our own marked text: which places of an article name one party, by its marks and by the names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from training.documents import Reference, Span, in_words
from training.marked import Marked, Name, Part

# Kinds of names that may speak.
SPEAK = frozenset(("person", "organization", "government", "armed group", "media", "unnamed"))
_DEPENDS = re.compile(r"\b(?:and|of|for|by|to|with|in|from)\b|['’]s?\s")
# Sources that stand for somebody named before, who may not have been marked: of them nothing is taught.
STANDS_FOR = re.compile(
    r"(?:the|his|her|its|their|this|that|these|those|both|all|he|she|it|they|him|them)\b", re.IGNORECASE
)


def references(article: Marked, spans: list[Span]) -> tuple[list[Span], list[Reference]]:
    """The places where somebody is named who may speak, or speaks, and for each source the earlier ones of the same.

    Both in words, whose characters are `spans`.
    """
    sources = [p for p in article.parts if p.role == "source"]
    names = [n for n in article.names if n.kind in SPEAK]
    places = sorted({(p.start, p.end) for p in sources} | {(n.start, n.end) for n in names})
    party = {place: place for place in places}
    for a, b in (*_marked_same(sources), *_named_in(article.text, sources, names), *_named_alike(article.text, names)):
        old, new = party[a], party[b]
        party = {place: new if whose == old else whose for place, whose in party.items()}
    found = []
    for source in sources:
        here = (source.start, source.end)
        same = [p for p in places if p[1] <= here[0] and party[p] == party[here]]
        if same or not STANDS_FOR.match(article.text[slice(*here)]):
            found.append(Reference(in_words(spans, *here), [in_words(spans, *p) for p in same]))
    return [in_words(spans, *p) for p in places], found


def _marked_same(sources: list[Part]) -> Iterator[tuple[Span, Span]]:
    """Sources that a mark says are the same."""
    of = {p.number: (p.start, p.end) for p in reversed(sources)}
    for p in sources:
        if p.same in of:
            yield (p.start, p.end), of[p.same]


def _named_in(text: str, sources: list[Part], names: list[Name]) -> Iterator[tuple[Span, Span]]:
    """A source and the name that it ends with and is about: "Foreign Minister X", not "a spokesman for X"."""
    for p in sources:
        for n in names:
            if not p.start <= n.start < n.end <= p.end:
                continue
            lead, rest = text[p.start : n.start], text[n.end : p.end]
            if rest in ("", "'s", "’s", "'", "’") and not _DEPENDS.search(lead):
                yield (p.start, p.end), (n.start, n.end)


def _named_alike(text: str, names: list[Name]) -> Iterator[tuple[Span, Span]]:
    """Names that are the same words, and a surname with the only full name that ends with it."""
    alike: dict[str, list[Name]] = {}
    for n in names:
        words = text[n.start : n.end].lower().split()
        if n.kind != "unnamed" or words[0] == "the":
            alike.setdefault(" ".join(w for w in words if w != "the"), []).append(n)
    for group in alike.values():
        for a, b in pairwise(group):
            yield (a.start, a.end), (b.start, b.end)
    for last, group in alike.items():
        full = [name for name in alike if name.endswith(f" {last}") and alike[name][0].kind == "person"]
        if group[0].kind == "person" and len(full) == 1:
            fuller = alike[full[0]][0]
            yield (group[0].start, group[0].end), (fuller.start, fuller.end)
