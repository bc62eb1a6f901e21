"""The training corpora, each brought to one form: words of a document with what is known of them."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from aidememoire.reading.words import word_spans

# The genres of GUM whose texts may be used commercially; fiction, how-to guides, textbooks and others may not be.
GUM_OPEN = ("news", "interview", "bio", "voyage", "speech", "court")
NAME_KINDS = ("person", "organization", "place", "nationality", "unnamed")
# How GUM's and re3d's kinds of entities are called here.
GUM_KINDS = {"person": "person", "organization": "organization", "place": "place"}
RE3D_KINDS = {"Person": "person", "Organisation": "organization", "Location": "place", "Nationality": "nationality"}
ROLES = ("source", "cue", "content")
UNKNOWN = -100

Span = tuple[int, int]
T = TypeVar("T")


@dataclass(slots=True)
class Link:
    """One attribution in words: its contents, and its cue and source where it has them."""

    contents: list[Span]
    cue: Span | None
    source: Span | None


@dataclass(slots=True)
class Document:
    """A document's words and what is known of them; None where a corpus does not say."""

    words: list[str]
    paragraphs: set[int]
    starts: list[int] | None = None
    upos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    labels: list[str] | None = None
    names: list[str] | None = None
    roles: list[str] | None = None
    links: list[Link] = field(default_factory=list)


def bio(length: int, spans: Iterable[tuple[Span, str]]) -> list[str]:
    """BIO tags for spans of words; where two overlap, the first one given is kept."""
    tags = ["O"] * length
    for (start, end), kind in spans:
        if start < end and all(t == "O" for t in tags[start:end]):
            tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tags


def treebank(path: Path, genres: tuple[str, ...] | None = None) -> Iterator[Document]:
    """The documents of a CoNLL-U file; `genres` keeps those of GUM whose texts are open, and gives their names."""
    for sentences in _by_document(path):
        name = sentences[0].name
        if genres is None or any(name.startswith(f"GUM_{g}_") for g in genres):
            yield _tree_document(sentences, named=genres is not None)


@dataclass(slots=True)
class _Sentence:
    name: str
    paragraph: bool
    rows: list[list[str]]


def _by_document(path: Path) -> Iterator[list[_Sentence]]:
    """The sentences of each document of a CoNLL-U file."""
    sentences: list[_Sentence] = []
    rows: list[list[str]] = []
    name, paragraph = "", True
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            if sentences:
                yield sentences
            sentences, name, paragraph = [], line.partition("=")[2].strip(), True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif not line and rows:
            sentences.append(_Sentence(name, paragraph, rows))
            rows, paragraph = [], False
        elif line[:1].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    if sentences:
        yield sentences


def _tree_document(sentences: list[_Sentence], *, named: bool) -> Document:
    document = Document([], set(), [], [], [], [], [])
    entities: list[tuple[Span, str]] = []
    for sentence in sentences:
        base = len(document.words)
        if sentence.paragraph:
            document.paragraphs.add(base)
        for number, row in enumerate(sentence.rows):
            _add_row(document, base, number, row)
        if named:
            entities += _gum_entities(sentence.rows, base)
    if named:
        document.names = bio(len(document.words), sorted(entities, key=lambda e: -_length(e[0])))
    return document


def _length(span: Span) -> int:
    return span[1] - span[0]


def _add_row(document: Document, base: int, number: int, row: list[str]) -> None:
    head = int(row[6]) - 1
    document.words.append(row[1])
    _known(document.starts).append(int(number == 0))
    _known(document.upos).append(row[3])
    _known(document.lemmas).append(row[2])
    _known(document.heads).append(base + head if head >= 0 else -1)
    _known(document.labels).append(row[7])


def _known(values: list[T] | None) -> list[T]:
    assert values is not None
    return values


def _gum_entities(rows: list[list[str]], base: int) -> Iterator[tuple[Span, str]]:
    """Entities of GUM that hold a proper name, and described persons and organizations."""
    opened: dict[str, tuple[int, str]] = {}
    for at, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1)) if found else ():
            parts = mark.strip("()").split("-")
            if mark.startswith("("):
                opened[parts[0]] = (at, parts[1])
            if mark.endswith(")") and parts[0] in opened:
                start, kind = opened.pop(parts[0])
                yield from _gum_entity(rows, base, start, at + 1, kind)


def _gum_entity(rows: list[list[str]], base: int, start: int, end: int, kind: str) -> Iterator[tuple[Span, str]]:
    inside = rows[start:end]
    if kind not in GUM_KINDS or all(r[3] == "PRON" for r in inside):
        return
    head = next((r for r in inside if not start < int(r[6]) <= end), inside[0])
    if head[3] == "PROPN":
        # The name itself: the proper nouns around its head, without what is said of it before and after.
        names = [i for i in range(start, end) if rows[i][3] == "PROPN" or rows[i][1] in {"of", "and", "-", "the"}]
        at = int(head[0]) - 1
        left = right = at
        while left - 1 in names:
            left -= 1
        while right + 1 in names:
            right += 1
        while rows[left][3] != "PROPN":
            left += 1
        while rows[right][3] != "PROPN":
            right -= 1
        yield (base + left, base + right + 1), GUM_KINDS[kind]
    elif kind in {"person", "organization"} and end - start <= 6:
        yield (base + start, base + end), "unnamed"


def _words_of(text: str) -> tuple[list[Span], set[int]]:
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


def _in_words(spans: list[Span], start: int, end: int) -> Span:
    first = bisect_right(spans, start, key=lambda s: s[1])
    return first, bisect_left(spans, end, key=lambda s: s[0])


def attributions(folder: Path) -> Iterator[Document]:
    """PolNeAR's articles (folders `text` and `attributions`, in brat's format)."""
    texts = {p.stem: p for p in (folder / "text").glob("*.txt")}
    for ann in sorted((folder / "attributions").glob("*.ann")):
        stem = ann.stem if ann.stem in texts else ann.stem.rsplit("_", 1)[0]
        if stem in texts:
            yield _attribution_document(texts.pop(stem).read_text(encoding="utf-8"), ann)


def _attribution_document(text: str, ann: Path) -> Document:
    spans, paragraphs = _words_of(text)
    parts: dict[str, list[Span]] = {}
    links = []
    for line in ann.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            numbers = re.findall(r"(\d+) (\d+)", rest.split("\t")[0])
            found = [_in_words(spans, int(a), int(b)) for a, b in numbers]
            parts[key] = [f for f in found if f[0] < f[1]]
        elif key.startswith("E"):
            links.append(_link(rest, parts))
    tagged = [
        (span, role)
        for link in links
        for role, found in (("cue", [link.cue]), ("source", [link.source]), ("content", link.contents))
        for span in found
        if span
    ]
    words = [text[a:b] for a, b in spans]
    return Document(words, paragraphs, roles=bio(len(words), tagged), links=links)


def _link(rest: str, parts: dict[str, list[Span]]) -> Link:
    roles: dict[str, list[Span]] = {"Content": [], "Cue": [], "Source": []}
    for part in rest.split()[1:]:
        role, _, ref = part.partition(":")
        roles.get(role.rstrip("0123456789"), []).extend(parts.get(ref, []))
    return Link(sorted(roles["Content"]), next(iter(roles["Cue"]), None), next(iter(roles["Source"]), None))


def reports(folder: Path) -> Iterator[Document]:
    """The reports of re3d with their entities; described parties are told from names by their small letters."""
    for place in sorted(p for p in folder.iterdir() if p.is_dir()):
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for line in (place / "entities.json").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item["type"] in RE3D_KINDS:
                mark = (item["begin"], item["end"], RE3D_KINDS[item["type"]])
                entities.setdefault(item["documentId"], []).append(mark)
        for line in (place / "documents.json").read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            yield _report(item["text"], entities.get(item["_id"], []))


def _report(text: str, entities: list[tuple[int, int, str]]) -> Document:
    spans, paragraphs = _words_of(text)
    words = [text[a:b] for a, b in spans]
    marks = []
    for start, end, kind in sorted(entities, key=lambda e: e[0] - e[1]):
        span = _in_words(spans, start, end)
        named = any(w[:1].isupper() for w in words[slice(*span)])
        if named or kind in {"person", "organization"}:
            marks.append((span, kind if named else "unnamed"))
    return Document(words, paragraphs, names=bio(len(words), marks))
