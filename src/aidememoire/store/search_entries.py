"""What of an article and its facts can be searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Figure, Party, Position, Statement
from aidememoire.store.codec import kind_of
from aidememoire.store.parties import parties_of

SEARCHED = (Statement, Encounter, Position, Commitment, Agreement, Figure)
READ = frozenset(kind_of(cls) for cls in (Party, *SEARCHED))
"""The kinds of fact that the entries of an article are made from."""
MOST_NAMES = 4
"""Names of a party under which what it said is found: its fullest, and the next."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: `title`, `words` and `who` are the fields that are searched."""

    kind: str
    ref: str
    act: str | None
    title: str
    words: str
    who: str
    parties: tuple[str, ...] = ()


def entries(article: Article, facts: Iterable[Fact]) -> Iterator[Entry]:
    """The entry of an article, and those of its facts."""
    held = list(facts)
    body = "\n".join(p.text for p in article.paragraphs if p.kind != "title")
    about = " ".join((article.outlet or "", *article.agencies, *article.bylines))
    named = {fact.id: fact for fact in held if isinstance(fact, Party)}
    yield Entry("article", article.id, None, article.title or "", body, about, tuple(named))
    names = {party.id: " · ".join((party.name, *party.aliases)[:MOST_NAMES]) for party in named.values()}
    for fact in held:
        if isinstance(fact, SEARCHED):
            yield _entry(fact, names)


def _entry(fact: Fact, names: Mapping[str, str]) -> Entry:
    parties = tuple(dict.fromkeys(parties_of(fact)))
    title, words, others = _said(fact)
    who = dict.fromkeys([*(names[p] for p in parties if p in names), *(each for each in others if each)])
    act = fact.act if isinstance(fact, Statement) else None
    return Entry(kind_of(type(fact)), fact.id, act, title, words, " · ".join(who), parties)


def _said(fact: Fact) -> tuple[str, str, tuple[str | None, ...]]:
    """Of a fact: what it is called, its words, and others that it names."""
    match fact:
        case Statement():
            spoken = fact.speaker_span.text if fact.speaker_span else None
            return "", fact.words, (spoken, fact.addressee_text, fact.target_text)
        case Encounter():
            return fact.kind, fact.evidence.text, (*fact.participant_texts, fact.place, fact.track)
        case Position():
            return fact.issue, fact.evidence.text, (fact.party_text,)
        case Commitment():
            return fact.what, fact.evidence.text, (fact.by_text,)
        case Agreement():
            return fact.what, fact.evidence.text, (fact.track,)
        case Figure():
            return fact.subject, fact.evidence.text, (fact.place,)
        case _:
            raise TypeError(f"{type(fact).__name__} is not searched")
