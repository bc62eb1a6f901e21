"""The training corpora, each brought to one form: words of a document with what is known of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.documents import Document, Link, Span, bio, in_words, words_of

# The genres of GUM whose texts may be used commercially; fiction, how-to guides, textbooks and others may not be.
GUM_OPEN = ("news", "interview", "bio", "voyage", "speech", "court")
# re3d: every fifth report is held out for measuring.
HELD_OUT = 5
# How re3d's kinds of entities are called here.
RE3D_KINDS = {"Person": "person", "Organisation": "organization", "Location": "place", "Nationality": "nationality"}


def treebank(path: Path, genres: tuple[str, ...] | None = None) -> Iterator[Document]:
    """The documents of a CoNLL-U file; `genres` keeps those of GUM whose texts are open."""
    for sentences in _by_document(path):
        name = sentences[0].name
        if genres is None or any(name.startswith(f"GUM_{g}_") for g in genres):
            yield _tree_document(sentences)


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


def _tree_document(sentences: list[_Sentence]) -> Document:
    rows = [row for sentence in sentences for row in sentence.rows]
    paragraphs: set[int] = set()
    starts: list[int] = []
    heads: list[int] = []
    for sentence in sentences:
        base = len(starts)
        if sentence.paragraph:
            paragraphs.add(base)
        starts += [1] + [0] * (len(sentence.rows) - 1)
        heads += [base + int(row[6]) - 1 if row[6] != "0" else -1 for row in sentence.rows]
    words, lemmas, upos, labels = ([row[column] for row in rows] for column in (1, 2, 3, 7))
    return Document(words, paragraphs, starts, upos, lemmas, heads, labels)


def attributions(folder: Path) -> Iterator[Document]:
    """PolNeAR's articles (folders `text` and `attributions`, in brat's format)."""
    texts = {p.stem: p for p in (folder / "text").glob("*.txt")}
    for ann in sorted((folder / "attributions").glob("*.ann")):
        stem = ann.stem if ann.stem in texts else ann.stem.rsplit("_", 1)[0]
        if stem in texts:
            yield _attribution_document(texts.pop(stem).read_text(encoding="utf-8"), ann)


def _attribution_document(text: str, ann: Path) -> Document:
    spans, paragraphs = words_of(text)
    parts: dict[str, list[Span]] = {}
    links = []
    for line in ann.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            numbers = re.findall(r"(\d+) (\d+)", rest.split("\t")[0])
            found = [in_words(spans, int(a), int(b)) for a, b in numbers]
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
    return Document(words, paragraphs, tags={"roles": bio(len(words), tagged)}, links=links)


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
    spans, paragraphs = words_of(text)
    words = [text[a:b] for a, b in spans]
    marks = []
    for start, end, kind in sorted(entities, key=lambda e: e[0] - e[1]):
        span = in_words(spans, start, end)
        named = any(w[:1].isupper() for w in words[slice(*span)])
        if named or kind in {"person", "organization"}:
            marks.append((span, kind if named else "unnamed"))
    return Document(words, paragraphs, tags={"mentions": bio(len(words), marks)})
