"""Our own marked-up text as training documents: names, attributions in two layers, their chains, who is who."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.documents import Document, Link, Span, bio, in_words, words_of
from training.marked import Marked, Part, marked_articles
from training.references import references


def marked(folder: Path) -> Iterator[Document]:
    """The articles of all files of a folder as training documents."""
    for path in sorted(folder.glob("*.txt")):
        for article in marked_articles(path):
            yield document_of(article)


def document_of(article: Marked) -> Document:
    """An article's words with tags for its names, its attributions in two layers, and their chains."""
    spans, paragraphs = words_of(article.text)
    words = [article.text[a:b] for a, b in spans]
    layers = _layers(article.parts)
    tagged: dict[str, list[tuple[Span, str]]] = {"roles": [], "inner": [], "chain": []}
    for part in article.parts:
        tagger = "chain" if part.role in {"addressee", "via"} else layers.get(part.number, "")
        tagged.get(tagger, []).append((in_words(spans, part.start, part.end), part.role))
    tags = {tagger: bio(len(words), found) for tagger, found in tagged.items()}
    tags["names"] = bio(len(words), [(in_words(spans, n.start, n.end), n.kind) for n in article.names])
    links = [
        _link([p for p in article.parts if p.number == number], spans, layer)
        for number, layer in layers.items()
        if layer in tagged
    ]
    parties, same = references(article, spans)
    return Document(words, paragraphs, tags=tags, links=links, parties=parties, references=same)


def _layers(parts: list[Part]) -> dict[int, str]:
    """The tagger of each attribution: by how many contents of others stand around its first content or cue."""
    found: dict[int, str] = {}
    contents = [p for p in parts if p.role == "content"]
    for number in sorted({p.number for p in contents}):
        mine = next(p for p in parts if p.number == number and p.role in {"cue", "source", "content"})
        around = {p.number for p in contents if p.number != number and p.start <= mine.start and mine.end <= p.end}
        found[number] = ("roles", "inner", "deeper")[min(2, len(around))]
    return found


def _link(parts: list[Part], spans: list[Span], layer: str) -> Link:
    of: dict[str, list[Span]] = {}
    for part in parts:
        of.setdefault(part.role, []).append(in_words(spans, part.start, part.end))
    cue, source, addressee, via = (next(iter(of.get(r, [])), None) for r in ("cue", "source", "addressee", "via"))
    act = next((p.act for p in parts if p.act), None)
    return Link(of.get("content", []), cue, source, addressee, via, act, layer)
