"""Our own marked-up text: articles about invented peace processes, with names and attributions marked in place.

A file holds articles, one paragraph a line, a line of four hyphens between articles. `[kind words]` marks a name or a
described party. `{q1:act words}`, `{c1 words}`, `{s1 words}`, `{a1 words}` and `{v1 words}` mark the content (with its
speech act), cue, source, addressee and carrier of attribution 1; `{s3=1 he}` says that the source of 3 is that of 1.
Marks nest.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.documents import ACTS

KINDS = {
    "per": "person",
    "org": "organization",
    "gov": "government",
    "grp": "armed group",
    "med": "media",
    "plc": "place",
    "nat": "nationality",
    "unn": "unnamed",
}
PARTS = {"s": "source", "c": "cue", "q": "content", "a": "addressee", "v": "via"}
_MARK = re.compile(
    r"\[(?P<kind>[a-z]+) |\{(?P<part>[scqav])(?P<number>\d+)(?::(?P<act>\w+)|=(?P<same>\d+))? |(?P<end>[\]}])"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a described party: where it stands in the plain text, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an attribution: where it stands, the attribution's number, what it is of it."""

    start: int
    end: int
    number: int
    role: str
    act: str | None = None
    same: int | None = None


@dataclass(slots=True)
class Marked:
    """An article's plain text, its paragraphs parted by line ends, and what is marked in it."""

    text: str
    names: list[Name] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


class MarkError(ValueError):
    """A mark that is not closed, not opened or not known; names the line."""


def marked_articles(path: Path) -> Iterator[Marked]:
    """The articles of a file. Raises MarkError with the file and the line of a wrong mark."""
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() == "----":
            if lines:
                yield _article(path, lines)
            lines = []
        elif line.strip():
            lines.append((number, line.strip()))
    if lines:
        yield _article(path, lines)


def _article(path: Path, lines: list[tuple[int, str]]) -> Marked:
    article = Marked("")
    for number, line in lines:
        try:
            _line(article, line)
        except MarkError as error:
            raise MarkError(f"{path}:{number}: {error}") from None
    article.names.sort(key=lambda n: (n.start, -n.end))
    article.parts.sort(key=lambda p: (p.start, -p.end))
    return article


def _line(article: Marked, line: str) -> None:
    """Adds a paragraph: its plain text, and its marks where they stand in the whole."""
    base = len(article.text)
    plain: list[str] = []
    length, at = 0, 0
    opened: list[tuple[re.Match[str], int]] = []
    for mark in _MARK.finditer(line):
        plain.append(line[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if not mark["end"]:
            opened.append((mark, base + length))
            continue
        if not opened or (mark["end"] == "]") != bool(opened[-1][0]["kind"]):
            raise MarkError(f"{mark['end']!r} closes nothing at …{line[max(0, mark.start() - 30) : mark.end()]}")
        _close(article, *opened.pop(), base + length)
    if opened:
        raise MarkError(f"{opened[-1][0].group()!r} is not closed")
    article.text += "".join(plain) + line[at:] + "\n"
    stray = re.search(r"[\[\]{}]", article.text[base:])
    if stray:
        raise MarkError(
            f"a bracket that is no mark at …{article.text[base:][max(0, stray.start() - 30) : stray.end() + 20]}"
        )


def _close(article: Marked, mark: re.Match[str], start: int, end: int) -> None:
    if start >= end:
        raise MarkError(f"{mark.group()!r} holds nothing")
    if mark["kind"]:
        if mark["kind"] not in KINDS:
            raise MarkError(f"no kind of name is called {mark['kind']!r}")
        article.names.append(Name(start, end, KINDS[mark["kind"]]))
        return
    if mark["act"] and mark["act"] not in ACTS:
        raise MarkError(f"no speech act is called {mark['act']!r}")
    same = int(mark["same"]) if mark["same"] else None
    article.parts.append(Part(start, end, int(mark["number"]), PARTS[mark["part"]], mark["act"], same))


def complaints(article: Marked) -> Iterator[str]:
    """What is wrong with an article's attributions."""
    numbers = sorted({p.number for p in article.parts})
    for number in numbers:
        mine = [p for p in article.parts if p.number == number]
        roles = {p.role for p in mine}
        shown = article.text[mine[0].start : mine[0].end][:40]
        if "content" not in roles:
            yield f"attribution {number} ({shown!r}) has no content"
        elif not any(p.act for p in mine if p.role == "content"):
            yield f"attribution {number} ({shown!r}): its first content has no act"
        if not roles & {"cue", "source"}:
            yield f"attribution {number} ({shown!r}) has neither cue nor source"
        if sum(p.role == "source" for p in mine) > 1:
            yield f"attribution {number} ({shown!r}) has two sources"
        for p in mine:
            if p.same is not None and (p.same not in numbers or p.same == number):
                yield f"attribution {number}: no attribution {p.same} whose source it could share"


def main(paths: list[str]) -> int:
    """Says what each file holds, and what is wrong with it; the number of complaints, at most 1."""
    wrong = 0
    for path in paths:
        words = names = parts = articles = 0
        try:
            for n, article in enumerate(marked_articles(Path(path)), 1):
                for complaint in complaints(article):
                    wrong = 1
                    print(f"{path}: article {n}: {complaint}")
                articles += 1
                words += len(article.text.split())
                names += len(article.names)
                parts += len({p.number for p in article.parts})
        except MarkError as error:
            wrong = 1
            print(error)
        print(f"{path}: {articles} articles, {words} words, {names} names, {parts} attributions")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
