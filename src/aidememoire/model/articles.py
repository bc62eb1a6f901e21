"""What is read: a document as intake found it, the article made of it, and what could not be read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from aidememoire.model.spans import Span

PublishedHow = Literal["given", "stated"]
ParagraphKind = Literal["title", "standfirst", "subhead", "body"]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that could not be read: where (`folder/a.jsonl:12`), what was wrong, and what to do about it."""

    where: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}" + (f"; {self.remedy}" if self.remedy else "")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a web page's text with the role that its markup gives it ("title", "navigation", "caption")."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as intake read it. `text` is what every span points into; nothing changes it afterwards.

    What was given beside the text (a JSONL field, a page's metadata) stands in the other fields, None where it was not
    given. `published` is an ISO date. `where` names the file (and line) for messages. `marks` come from web pages only.
    """

    source_id: str
    text: str
    where: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch that is not of the story, and the reason in a few words ("comment rules", "share count")."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the story itself: its title, a standfirst, a subhead or a paragraph of the body."""

    start: int
    end: int
    text: str
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its story told apart from its rubbish.

    `agencies` are the news agencies it names as its source or was told to; `bylines` are persons. `published` is an
    ISO date with `published_how` "given" (beside the text) or "stated" (in it), both None where nobody said. `dateline`
    is the place alone ("GENEVA"). A `composite` page holds paragraphs of several stories; `breaks` are the
    characters at which another one is seen to begin. `paragraphs` are in the order of the text and never overlap a cut
    or a credit.
    """

    id: str
    source_id: str
    text: str
    text_sha256: str
    title: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    bylines: tuple[str, ...]
    published: str | None
    published_how: PublishedHow | None
    dateline: str | None
    language: str | None
    url: str | None
    composite: bool
    boilerplate: tuple[Cut, ...]
    credits: tuple[Span, ...]
    paragraphs: tuple[Paragraph, ...]
    breaks: tuple[int, ...] = ()

    def paragraph_at(self, place: int) -> int:
        """The index of the paragraph in which a character lies, -1 where it lies in none."""
        at = bisect_right(self.paragraphs, place, key=lambda p: p.start) - 1
        return at if at >= 0 and place < self.paragraphs[at].end else -1
