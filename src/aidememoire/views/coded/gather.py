"""Every coded event of a record: those read as such, and what encounters, statements, promises, agreements tell.

A thing told twice, once as a statement and once as an event, is one event: of one article, events of one kind whose
clauses overlap and whose actors do not contradict each other are put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from aidememoire.model.events import Event, EventKind, EventStatus
from aidememoire.model.facts import Agreement, Commitment, Encounter, Statement
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span
from aidememoire.model.when import When
from aidememoire.store import Moment
from aidememoire.views.coded.who import Roster, Who

_ACTS: dict[str, tuple[EventKind, str | None]] = {
    "accuse": ("ACCUSE", "allege"),
    "condemn": ("ACCUSE", "disapprove"),
    "deny": ("REJECT", None),
    "reject": ("REJECT", None),
    "demand": ("REQUEST", None),
    "threaten": ("THREATEN", None),
    "promise": ("AGREE", None),
    "offer": ("AGREE", None),
    "accept": ("AGREE", None),
    "praise": ("SUPPORT", None),
}
_ENCOUNTERS: dict[str, tuple[EventKind, str | None]] = {
    "meeting": ("CONSULT", None),
    "talks": ("CONSULT", None),
    "visit": ("CONSULT", "visit"),
    "call": ("CONSULT", "phone"),
    "attack": ("ASSAULT", None),
    "release": ("RETREAT", "release"),
    "exchange": ("COOPERATE", "exchange"),
    "evacuation": ("AID", "evacuate"),
}
_SIGNED = re.compile(r"\b(?:sign(?:ed|s|ing)?|ratif\w+|initial(?:l)?ed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Coded:
    """An event in PLOVER's classes, of one article: whoever did it, and to whom, and the facts that tell it."""

    id: str
    article: str
    kind: EventKind
    mode: str | None
    sources: tuple[Who, ...]
    targets: tuple[Who, ...]
    status: EventStatus
    reporter: str | None
    when: When | None
    place: str | None
    context: tuple[str, ...]
    evidence: Span
    facts: tuple[str, ...]


def coded_events(moment: Moment, roster: Roster) -> Iterator[Coded]:
    """The coded events of a record, article by article in its order, and by their place in each."""
    for article in moment.articles():
        yield from _merged(_of_article(moment, roster, article.id))


def _of_article(moment: Moment, roster: Roster, article: str) -> Iterator[Coded]:
    made: tuple[tuple[Any, Callable[[Any, Roster], Iterator[Coded]]], ...] = (
        (Event, _of_event),
        (Encounter, _of_encounter),
        (Statement, _of_statement),
        (Commitment, _of_commitment),
        (Agreement, _of_agreement),
    )
    for kind, coder in made:
        for fact in moment.facts(kind, article):
            yield from coder(fact, roster)


def _of_event(event: Event, roster: Roster) -> Iterator[Coded]:
    yield Coded(
        event.id,
        event.article,
        event.kind,
        event.mode,
        roster.all_of(event.sources, event.source_texts),
        roster.all_of(event.targets, event.target_texts),
        event.status,
        event.reporter,
        event.when,
        event.place,
        event.context,
        event.evidence,
        (event.id, *event.facts),
    )


def _of_encounter(met: Encounter, roster: Roster) -> Iterator[Coded]:
    """What was held, alleged or denied; what is planned is agreed on. What was put off or broken off tells no doer."""
    kind, mode = _ENCOUNTERS[met.kind]
    if met.status == "planned" and met.kind != "attack":
        kind, mode = "AGREE", None
    elif met.status not in {"held", "alleged", "denied"}:
        return
    status: EventStatus = "denied" if met.status == "denied" else "asserted"
    who = roster.all_of(met.participants, met.participant_texts)
    if who:
        fact = _Told(met.id, met.article, met.evidence, met.when, met.place, met.source)
        yield fact.coded(kind, mode, who, (), status)


def _of_statement(said: Statement, roster: Roster) -> Iterator[Coded]:
    if said.act not in _ACTS or said.speaker is None:
        return
    kind, mode = _ACTS[said.act]
    speakers = tuple(roster.who(p, _words(said) if p == said.speaker else roster.name(p) or p) for p in _both(said))
    told = said.target is not None or said.target_text is not None
    whom = (roster.who(said.target, said.target_text or roster.name(said.target) or ""),) if told else ()
    fact = _Told(said.id, said.article, said.content, said.when, None, None)
    yield fact.coded(kind, mode, speakers, whom, "asserted")


def _both(said: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for p in (said.speaker, *said.joint) if p is not None))


def _words(said: Statement) -> str:
    return said.speaker_span.text if said.speaker_span is not None else ""


def _of_commitment(promise: Commitment, roster: Roster) -> Iterator[Coded]:
    """A promise made is an AGREE, an alleged breach an ACCUSE of those who allege it, its denial a REJECT."""
    by = (roster.who(promise.by, promise.by_text),)
    to = (roster.who(promise.to, roster.name(promise.to) or ""),) if promise.to is not None else ()
    fact = _Told(promise.id, promise.article, promise.evidence, promise.when, None, promise.source)
    if promise.status == "made":
        yield fact.coded("AGREE", None, by, to, "asserted")
    elif promise.status == "denied broken":
        yield fact.coded("REJECT", None, by, (), "asserted")
    elif promise.status == "alleged broken" and promise.alleged_by:
        accusers = roster.all_of(promise.alleged_by, ())
        yield replace(fact, source=None).coded("ACCUSE", "allege", accusers, by, "asserted")


def _of_agreement(made: Agreement, roster: Roster) -> Iterator[Coded]:
    """An instrument that a time is told of was made then: a SUPPORT where it was signed, else an AGREE."""
    if made.when is not None and made.parties:
        kind: EventKind = "SUPPORT" if _SIGNED.search(made.evidence.text) else "AGREE"
        fact = _Told(made.id, made.article, made.evidence, made.when, None, None)
        yield fact.coded(kind, None, roster.all_of(made.parties, ()), (), "asserted")


@dataclass(frozen=True, slots=True)
class _Told:
    """What any fact gives to the event it tells."""

    id: str
    article: str
    evidence: Span
    when: When | None
    place: str | None
    source: str | None

    def coded(
        self, kind: EventKind, mode: str | None, who: tuple[Who, ...], whom: tuple[Who, ...], status: EventStatus
    ) -> Coded:
        """The event of these actors."""
        named = content_id("event", self.id, kind)
        reporter = None if any(w.party == self.source for w in who) else self.source
        return Coded(
            named,
            self.article,
            kind,
            mode,
            who,
            whom,
            status,
            reporter,
            self.when,
            self.place,
            (),
            self.evidence,
            (self.id,),
        )


def _merged(found: Iterable[Coded]) -> list[Coded]:
    """The events in the order of their clauses, those that tell one thing put together."""
    kept: list[Coded] = []
    for event in found:
        at = next((i for i, k in enumerate(kept) if _one(k, event)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = _both_of(kept[at], event)
    return sorted(kept, key=lambda e: (e.evidence.start, e.evidence.end, e.kind, e.id))


def _one(mine: Coded, other: Coded) -> bool:
    """Whether two events of one article are one: kind, status, clause, and actors that do not contradict each other."""
    if (mine.kind, mine.status) != (other.kind, other.status) or not mine.evidence.overlaps(other.evidence):
        return False
    if not mine.sources or not other.sources:
        return True
    fewer, more = sorted((mine, other), key=lambda e: len(e.sources))
    return all(_among(who, more.sources + more.targets) for who in fewer.sources)


def _among(who: Who, others: tuple[Who, ...]) -> bool:
    """Whether an actor is one of others: the same of the record, or by words that hold the other's."""
    words = who.text.casefold()
    return any(who.key == o.key or words in o.text.casefold() or o.text.casefold() in words for o in others)


def _both_of(mine: Coded, other: Coded) -> Coded:
    """One event of two: what the first lacks, the second gives."""
    return replace(
        mine,
        mode=mine.mode or other.mode,
        sources=mine.sources or other.sources,
        targets=mine.targets or other.targets,
        reporter=mine.reporter or other.reporter,
        when=mine.when or other.when,
        place=mine.place or other.place,
        context=mine.context or other.context,
        facts=tuple(dict.fromkeys((*mine.facts, *other.facts))),
    )
