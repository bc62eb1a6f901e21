"""Spans and links that the reading model finds, held against those of documents with gold tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aidememoire.reading.linking import Linked
from aidememoire.reading.model import Model
from aidememoire.reading.parse import Parse, parsed
from aidememoire.reading.tagging import spans_of
from eval.raw import Count
from training.documents import TAGGERS, Document, Link, Span
from training.references import STANDS_FOR

Marks = set[tuple[int, int, str]]


def read(using: Model, document: Document) -> Parse:
    """What the model says of a document's words."""
    return parsed(document.words, [(0, 0)] * len(document.words), document.paragraphs, using)


def _parts(found: Iterable[Linked], *, inner: bool) -> Iterator[tuple[int, int, str]]:
    for a in found:
        if a.inner == inner:
            yield from ((*c, "content") for c in a.contents)
            yield from ((*s, role) for s, role in ((a.cue, "cue"), (a.source, "source")) if s)


def marks_of(got: Parse, tagger: str) -> Marks:
    """The spans of a parse that belong to a tagger."""
    if tagger in {"names", "mentions"}:
        return set(got.names if tagger == "names" else got.mentions)
    if tagger == "chain":
        sides = ((a.addressee, "addressee") for a in got.attributions), ((a.via, "via") for a in got.attributions)
        return {(*s, role) for side in sides for s, role in side if s}
    return set(_parts(got.attributions, inner=tagger == "inner"))


def exact(pairs: Iterable[tuple[Parse, Document]], tagger: str) -> dict[str, Count]:
    """Exact spans of each kind that a tagger marks."""
    counts = {kind: Count() for kind in TAGGERS[tagger]}
    for got, document in pairs:
        mine, gold = marks_of(got, tagger), set(spans_of(document.tags[tagger]))
        for kind, count in counts.items():
            m, g = {x for x in mine if x[2] == kind}, {x for x in gold if x[2] == kind}
            count.right += len(m & g)
            count.found += len(m)
            count.wanted += len(g)
    return counts


def joined(counts: Iterable[Count]) -> Count:
    """All counts as one."""
    total = Count()
    for count in counts:
        total.right += count.right
        total.found += count.found
        total.wanted += count.wanted
    return total


def _words(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(i for a, b in spans for i in range(a, b))


def _roles(found: Linked | Link) -> dict[str, frozenset[int]]:
    spans = {"content": tuple(found.contents), "source": (found.source,), "cue": (found.cue,)}
    return {role: _words(s for s in some if s) for role, some in spans.items() if any(some)}


def whole(pairs: Iterable[tuple[Parse, Document]]) -> dict[str, float]:
    """Attributions as wholes: F1 over words and of exact parts for each role, and the share of right sources.

    A part counts once for each attribution that it is part of. The source is right where it shares a word with that of
    a content half of whose words were found.
    """
    tokens = {role: Count() for role in ("content", "source", "cue")}
    parts = {role: Count() for role in tokens}
    right = contents = 0
    for got, document in pairs:
        mine = [_roles(a) for a in got.attributions if not a.inner]
        gold = [_roles(link) for link in document.links if link.layer == "roles"]
        for role, count in tokens.items():
            want, have = ([r[role] for r in side if role in r] for side in (gold, mine))
            _add(count, frozenset().union(*want), frozenset().union(*have))
            pool = list(have)
            parts[role].found += len(have)
            parts[role].wanted += len(want)
            for w in want:
                if w in pool:
                    pool.remove(w)
                    parts[role].right += 1
        for g in (g for g in gold if "source" in g and "content" in g):
            hits = [m for m in mine if len(m["content"] & g["content"]) * 2 >= len(g["content"])]
            contents += bool(hits)
            right += any(m.get("source", frozenset()) & g["source"] for m in hits)
    found = {f"{role} words": count.f1() for role, count in tokens.items()}
    found |= {f"{role} exact": count.f1() for role, count in parts.items()}
    return found | {"source right": right / max(1, contents)}


def _add(count: Count, want: frozenset[int], have: frozenset[int]) -> None:
    count.right += len(want & have)
    count.found += len(have)
    count.wanted += len(want)


def acts(pairs: Iterable[tuple[Parse, Document]]) -> tuple[int, int]:
    """How many contents found exactly have the right speech act, and how many were found exactly."""
    right = found = 0
    for got, document in pairs:
        mine = {a.contents[0]: a.act for a in got.attributions}
        for link in document.links:
            if link.act and link.contents[0] in mine:
                found += 1
                right += mine[link.contents[0]] == link.act
    return right, found


def same(pairs: Iterable[tuple[Parse, Document]]) -> Count:
    """Whom "he", "the envoy" and other sources that only stand for somebody are taken for, where both find the source.

    Right is any earlier place of the same party; what the gold has no earlier place for is not counted.
    """
    count = Count()
    for got, document in pairs:
        mine = {a.source: a.same for a in got.attributions if a.source}
        for reference in document.references:
            words = " ".join(document.words[slice(*reference.span)])
            if reference.same and reference.span in mine and STANDS_FOR.match(words):
                place = mine[reference.span]
                count.wanted += 1
                count.found += place is not None
                count.right += place is not None and any(a < place[1] and place[0] < b for a, b in reference.same)
    return count
