"""The search: what was found, with the words marked, who says it and where it leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Position, Statement
from aidememoire.model.joined import Claim, FigureGroup
from aidememoire.model.process import EncounterGroup, Issue
from aidememoire.model.reading import Act
from aidememoire.model.spans import Span
from aidememoire.queries.desk.choices import MOST_CHOICES, Choice, words_to_choose
from aidememoire.queries.desk.shapes import Cited, Listed, OriginsView, Who, cited_span, each_who, listed, origins, who
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Found, Hit, Search
from aidememoire.store.search import KINDS, Kind
from aidememoire.store.search_words import pattern, places, terms

SIZE = 25
"""Hits on a page."""
SHOWN = 320
"""Characters of a hit that are shown, around the first word that was found."""
BEFORE = 90

Look = Callable[[Search, int, int], Found]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: words, and what must hold; `party` is an actor's id, `first` and `last` are ISO days."""

    words: str = ""
    kind: Kind | None = None
    party: str | None = None
    outlet: str | None = None
    first: str | None = None
    last: str | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Something found: `marks` are the characters of `text` that were looked for, `leads` the path of its own page.

    `told` is what it is beside its kind: a statement's act, an encounter's status. A statement that makes a claim has
    that claim's `origins`.
    """

    kind: Kind
    id: str
    told: str | None
    who: tuple[Who, ...]
    title: str | None
    text: str
    marks: tuple[tuple[int, int], ...]
    cited: Cited
    leads: str | None
    claim: str | None
    origins: OriginsView | None

    @property
    def parts(self) -> tuple[tuple[str, bool], ...]:
        """The text in parts, each with whether it was looked for."""
        return tuple(_parts(self.text, self.marks))


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found. `ranked`: the best fit first, else the newest. `cut`: more words were given than are looked for.

    `counts` are those of each kind. A statement by which a claim is found counts as both.
    """

    asked: Asked
    rows: tuple[FoundRow, ...]
    listed: Listed
    counts: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    acts: tuple[str, ...]
    ranked: bool
    cut: bool


def search_page(shelf: Shelf, look: Look, asked: Asked, as_of: date | None, page: int) -> SearchPage:
    """The page of what `look` finds in the record that `shelf` is of; nothing that was published after `as_of`."""
    last = min((d for d in (asked.last, as_of.isoformat() if as_of else None) if d), default=None)
    found = look(_search(shelf, replace(asked, last=last)), SIZE, (page - 1) * SIZE)
    asked_for = terms(asked.words)
    mark = pattern(asked_for)
    rows = tuple(row for hit in found.hits if (row := _row(shelf, hit, mark)) is not None)
    counts = tuple(Choice(kind, kind, found.counts[kind]) for kind in KINDS)
    outlets, parties = shelf.kept(_outlets), shelf.kept(_parties)
    acts: tuple[str, ...] = get_args(Act)
    pages = listed(found.total, page, SIZE)
    return SearchPage(asked, rows, pages, counts, parties, outlets, acts, found.ranked, asked_for.cut)


def _search(shelf: Shelf, asked: Asked) -> Search:
    actor = shelf.actor(asked.party)
    parties = None if asked.party is None else actor.parties if actor else ()
    return Search(asked.words, asked.kind, parties, asked.outlet, asked.first, asked.last, asked.act)


def _row(shelf: Shelf, hit: Hit, mark: re.Pattern[str]) -> FoundRow | None:
    """None for what the moment doesn't hold: a claim of today, say, that nobody could see on the day asked for."""
    if hit.article not in shelf.articles:
        return None
    if hit.kind == "article":
        return _article_row(shelf, hit, mark)
    fact = shelf.statements.get(hit.id) or shelf.kept(_facts).get(hit.id)
    if fact is None:
        return None
    claim = shelf.kept(_claim_of).get(hit.id)
    if hit.kind == "claim" and claim is None:
        return None
    text, marks = excerpt(hit.text, mark)
    span = fact.content if isinstance(fact, Statement) else fact.evidence
    leads = shelf.kept(_pages).get(hit.id) or (f"/claims/{claim.id}" if claim else None)
    told, people = _told(fact), _people(shelf, fact)
    view = origins(shelf, claim.origins) if claim else None
    of = claim.id if claim else None
    place = cited_span(shelf, hit.article, span)
    return FoundRow(hit.kind, hit.id, told, people, None, text, marks, place, leads, of, view)


def _article_row(shelf: Shelf, hit: Hit, mark: re.Pattern[str]) -> FoundRow:
    article = shelf.articles[hit.article]
    text, marks = excerpt(hit.text, mark)
    span = _first(article.text, mark)
    place = cited_span(shelf, article.id, span)
    leads = f"/articles/{article.id}"
    return FoundRow("article", article.id, None, (), article.title, text, marks, place, leads, None, None)


def _first(text: str, mark: re.Pattern[str]) -> Span:
    """The place in an article that was found, or the whole of it."""
    start, end = next(places(mark, text), (0, 0))
    return Span(start, end, text[start:end]) if end > start else Span(0, len(text), text)


def excerpt(text: str, mark: re.Pattern[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What is shown of a text, white space as single blanks, and the places in it that were looked for."""
    whole = " ".join(text.split())
    first = next(places(mark, whole), (0, 0))[0]
    start = 0 if first <= BEFORE or len(whole) <= SHOWN else whole.rfind(" ", 0, first - BEFORE) + 1
    shown = whole[start:]
    if len(shown) > SHOWN:
        shown = shown[: shown.rfind(" ", 0, SHOWN) if " " in shown[:SHOWN] else SHOWN] + " …"
    if start:
        shown = "… " + shown
    return shown, tuple(places(mark, shown))


def _parts(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end in marks:
        yield text[done:start], False
        yield text[start:end], True
        done = end
    yield text[done:], False


def _told(fact: Fact) -> str | None:
    match fact:
        case Statement():
            return fact.act
        case Encounter():
            return f"{fact.kind}, {fact.status}"
        case Position():
            return fact.stance
        case Commitment():
            return "alleged" if fact.status == "alleged broken" else fact.status
        case Agreement():
            return fact.kind
        case _:
            return None


def _people(shelf: Shelf, fact: Fact) -> tuple[Who, ...]:
    match fact:
        case Statement():
            return _one(who(shelf, fact.speaker, fact.speaker_span.text if fact.speaker_span else None))
        case Encounter():
            return each_who(shelf, fact.participants, fact.participant_texts)
        case Position():
            return _one(who(shelf, fact.party, fact.party_text))
        case Commitment():
            return _one(who(shelf, fact.by, fact.by_text))
        case Agreement():
            return each_who(shelf, fact.parties)
        case Figure():
            return _one(who(shelf, fact.speaker))
        case _:
            return ()


def _one(someone: Who | None) -> tuple[Who, ...]:
    return (someone,) if someone else ()


def _facts(shelf: Shelf) -> Mapping[str, Encounter | Position | Commitment | Agreement | Figure]:
    facts = shelf.moment.facts
    found: dict[str, Encounter | Position | Commitment | Agreement | Figure] = {e.id: e for e in facts(Encounter)}
    found |= {p.id: p for p in facts(Position)} | {c.id: c for c in facts(Commitment)}
    return found | {a.id: a for a in facts(Agreement)} | {f.id: f for f in facts(Figure)}


def _claim_of(shelf: Shelf) -> Mapping[str, Claim]:
    """The claim that a statement makes."""
    return {mention.statement: claim for claim in shelf.claims for mention in claim.mentions}


def _pages(shelf: Shelf) -> Mapping[str, str]:
    """The page on which a fact is held against others."""
    moment = shelf.moment
    found = {m: f"/process/encounters/{g.id}" for g in moment.links(EncounterGroup) for m in g.members}
    found |= {p: f"/positions/{i.id}" for i in moment.links(Issue) for p in i.positions}
    return found | {m.figure: f"/figures/{g.id}" for g in moment.links(FigureGroup) for m in g.members}


def _outlets(shelf: Shelf) -> tuple[Choice, ...]:
    return words_to_choose(a.outlet for a in shelf.articles.values() if a.outlet)[:MOST_CHOICES]


def _parties(shelf: Shelf) -> tuple[Choice, ...]:
    most = sorted(shelf.actors.values(), key=lambda a: (-len(a.parties), a.name))[:MOST_CHOICES]
    return tuple(Choice(a.id, a.name, len(a.parties)) for a in most)
