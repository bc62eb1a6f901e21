"""An article, its reading, its parties and its statements, made by hand for the extractors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pytest

from aidememoire.extract.scene import Scene
from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.facts import ActorKind, Party, Role, Statement
from aidememoire.model.reading import Act, Bound, Name, NameKind, Quantity, Reading, Sentence, TimeExpression
from aidememoire.model.spans import Span

_KINDS: dict[NameKind, ActorKind] = {"person": "person", "organization": "organization", "place": "place"}


@dataclass(frozen=True)
class Parties:
    """A cast that knows each party by its name alone; a party's id is its name."""

    parties: tuple[Party, ...]

    def party_of(self, span: Span) -> Party | None:
        return next(
            (p for p in self.parties if any((m.start, m.end) == (span.start, span.end) for m in p.mentions)), None
        )


@dataclass(frozen=True)
class Told:
    """What the extractors are given."""

    article: Article
    reading: Reading
    cast: Parties
    statements: tuple[Statement, ...]

    @property
    def parts(self) -> tuple[Article, Reading, Parties, tuple[Statement, ...]]:
        return self.article, self.reading, self.cast, self.statements

    @property
    def scene(self) -> Scene:
        return Scene.of(*self.parts)


def _spans(text: str, words: str) -> list[Span]:
    return [Span.of(text, m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _names(text: str, kind: NameKind, words: Iterable[str]) -> list[Name]:
    return [Name(span, kind) for word in words for span in _spans(text, word)]


def _party(text: str, name: str, kind: ActorKind, roles: Mapping[str, tuple[str, str]]) -> Party:
    mentions = tuple(_spans(text, name))
    held = (Role(*roles[name], evidence=mentions[0]),) if name in roles else ()
    return Party(name, "a", name, kind, (), held, mentions)


def _statement(text: str, number: int, speaker: str, content: str, act: Act) -> Statement:
    span, who = _spans(text, content)[0], _spans(text, speaker)[0]
    return Statement(f"s{number}", "a", speaker, who, None, span, (span,), "indirect", act)


def plain(text: str, published: str | None = None, subheads: tuple[str, ...] = ()) -> Article:
    """An article each of whose lines is a paragraph of the story, or a subhead where it is one of `subheads`."""
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line), line, "subhead" if line in subheads else "body"))
        at += len(line) + 1
    how: Literal["given"] | None = "given" if published else None
    return Article(
        "a", "a", text, "", None, None, (), (), published, how, None, "en", None, False, (), (), tuple(paragraphs)
    )


@pytest.fixture
def told() -> Callable[..., Told]:
    """Build what the extractors are given from a text and the words in it that are names, times and quantities."""

    def build(
        text: str,
        *,
        persons: Iterable[str] = (),
        bodies: Iterable[str] = (),
        places: Iterable[str] = (),
        times: Mapping[str, str] | None = None,
        quantities: Mapping[str, tuple[str | None, float | None, Bound]] | None = None,
        said: Iterable[tuple[str, str, Act]] = (),
        roles: Mapping[str, tuple[str, str]] | None = None,
    ) -> Told:
        paragraphs = [Paragraph(m.start(), m.end(), m.group(), "body") for m in re.finditer(r"[^\n]+", text)]
        article = Article(
            "a", "a", text, "", None, None, (), (), None, None, None, "en", None, False, (), (), tuple(paragraphs)
        )
        sentences = [
            Sentence(Span.of(text, p.start + m.start(), p.start + m.end()), n)
            for n, p in enumerate(paragraphs)
            for m in re.finditer(r"\S.*?[.!?][”\"]?(?=\s+[A-Z“\"]|$)", p.text)
        ]
        names = [
            *_names(text, "person", persons),
            *_names(text, "organization", bodies),
            *_names(text, "place", places),
        ]
        reading = Reading(
            "a",
            tuple(sentences),
            tuple(sorted(names, key=lambda n: n.span.start)),
            times=tuple(TimeExpression(s, v, None, None) for t, v in (times or {}).items() for s in _spans(text, t)),
            quantities=tuple(
                Quantity(s, _within(text, s, noun), value, None, None, bound)
                for t, (noun, value, bound) in (quantities or {}).items()
                for s in _spans(text, t)
            ),
        )
        kinds = {n.span.text: _KINDS[n.kind] for n in names if n.kind != "place"}
        parties = Parties(tuple(_party(text, name, kind, roles or {}) for name, kind in kinds.items()))
        statements = tuple(_statement(text, n, *s) for n, s in enumerate(said))
        return Told(article, reading, parties, statements)

    return build


def _within(text: str, span: Span, noun: str | None) -> Span | None:
    if noun is None:
        return None
    start = text.index(noun, span.start)
    return Span.of(text, start, start + len(noun))
