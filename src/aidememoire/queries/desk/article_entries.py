"""The records of one article as lines: what each is, who is behind it, and the stretches that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aidememoire.model.events import Event
from aidememoire.model.facts import Agreement, Commitment, Encounter, Figure, Party, Position, Statement
from aidememoire.model.joined import Claim, FigureGroup
from aidememoire.model.mentions import BasketMention, DelegationMention, RoundMention, SeatMention, TrackMention
from aidememoire.model.process import EncounterGroup, Issue
from aidememoire.model.spans import Span
from aidememoire.model.when import When
from aidememoire.queries.desk.shapes import Who, each_who, who
from aidememoire.queries.shelf import Shelf

SHOWN = ("statement", "encounter", "position", "commitment", "agreement", "figure", "process")
"""The kinds that are shown unless others are asked for: names stand everywhere, events repeat the other kinds."""
KINDS = (*SHOWN, "event", "name")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A record without its number."""

    id: str
    kind: str
    label: str
    who: tuple[Who, ...]
    text: str
    detail: str
    stretches: tuple[Stretch, ...]


def drafts(shelf: Shelf, article: str) -> tuple[Draft, ...]:
    """Every record of an article that has evidence."""
    found = (make(shelf, fact) for kind, make in _MAKERS.items() for fact in shelf.moment.facts(kind, article))
    return tuple(draft for draft in found if draft.stretches)


def groups(shelf: Shelf) -> Mapping[str, str]:
    """What joins records of several articles (claims, encounters, issues, figures): its id, by that of the record."""
    return dict(_grouped(shelf))


def _grouped(shelf: Shelf) -> Iterator[tuple[str, str]]:
    for claim in shelf.moment.links(Claim):
        yield from ((mention.statement, claim.id) for mention in claim.mentions)
    for encounter in shelf.moment.links(EncounterGroup):
        yield from ((member, encounter.id) for member in encounter.members)
    for issue in shelf.moment.links(Issue):
        yield from ((position, issue.id) for position in issue.positions)
    for figures in shelf.moment.links(FigureGroup):
        yield from ((member.figure, figures.id) for member in figures.members)


def _stretches(spans: Iterable[Span]) -> tuple[Stretch, ...]:
    return tuple(Stretch(s.start, s.end) for s in spans)


def _one(whom: Who | None) -> tuple[Who, ...]:
    return (whom,) if whom else ()


def _time(when: When | None) -> str:
    return when.text if when else ""


def _told(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)


def _named(word: str, whos: Iterable[Who]) -> str:
    names = ", ".join(each.name for each in whos)
    return f"{word} {names}" if names else ""


def _statement(shelf: Shelf, s: Statement) -> Draft:
    speaker = who(shelf, s.speaker, s.speaker_span.text if s.speaker_span else None)
    joint = tuple(w for each in s.joint if (w := who(shelf, each)))
    via = tuple(w for v in s.via if (w := who(shelf, v.actor, v.text)))
    detail = _told(_named("through", via), _named("to", _one(who(shelf, s.addressee, s.addressee_text))), _time(s.when))
    parts = _stretches(s.content_parts or (s.content,))
    return Draft(s.id, "statement", s.act, (*_one(speaker), *joint), s.words, detail, parts)


def _encounter(shelf: Shelf, e: Encounter) -> Draft:
    there = each_who(shelf, e.participants, e.participant_texts)
    text = _told(e.place, _time(e.when), f"track {e.track}" if e.track else "")
    says = _named("according to", _one(who(shelf, e.source)))
    return Draft(e.id, "encounter", f"{e.kind}, {e.status}", there, text, says, _stretches((e.evidence,)))


def _position(shelf: Shelf, p: Position) -> Draft:
    detail = _told(_named("of", _one(who(shelf, p.of))), f"condition for {p.condition_for}" if p.condition_for else "")
    return Draft(
        p.id, "position", p.stance, _one(who(shelf, p.party, p.party_text)), p.issue, detail, _stretches((p.evidence,))
    )


def _commitment(shelf: Shelf, c: Commitment) -> Draft:
    detail = _told(_named("to", _one(who(shelf, c.to))), _named("alleged by", each_who(shelf, c.alleged_by)))
    by = _one(who(shelf, c.by, c.by_text))
    return Draft(c.id, "commitment", c.status, by, c.what, detail, _stretches((c.evidence,)))


def _agreement(shelf: Shelf, a: Agreement) -> Draft:
    there = each_who(shelf, a.parties)
    return Draft(a.id, "agreement", a.kind, there, a.what, _time(a.when), _stretches((a.evidence,)))


def _figure(shelf: Shelf, f: Figure) -> Draft:
    text = _told(f.evidence.text, f.place, _time(f.when))
    label = f"{f.subject}, {f.bound}"
    return Draft(f.id, "figure", label, _one(who(shelf, f.speaker)), text, f.unit or "", _stretches((f.evidence,)))


def _event(shelf: Shelf, e: Event) -> Draft:
    label = f"{e.kind.lower()}{f' ({e.mode})' if e.mode else ''}, {e.status}"
    to = _named("to", each_who(shelf, e.targets, e.target_texts))
    there = each_who(shelf, e.sources, e.source_texts)
    return Draft(e.id, "event", label, there, _told(e.place, _time(e.when)), to, _stretches((e.evidence,)))


def _name(shelf: Shelf, p: Party) -> Draft:
    roles = _told(*(f"{r.title} of {r.of}" if r.of else r.title for r in p.roles))
    return Draft(p.id, "name", p.kind, _one(who(shelf, p.id, p.name)), p.name, roles, _stretches(p.mentions))


def _track(shelf: Shelf, t: TrackMention) -> Draft:
    return Draft(t.id, "process", "track", _one(who(shelf, t.mediator)), t.name, "", _stretches((t.evidence,)))


def _round(_: Shelf, r: RoundMention) -> Draft:
    return Draft(r.id, "process", "round", (), f"round {r.number}", _told(r.track), _stretches((r.evidence,)))


def _basket(_: Shelf, b: BasketMention) -> Draft:
    return Draft(b.id, "process", "agenda", (), b.name, _told(b.track), _stretches((b.evidence,)))


def _delegation(shelf: Shelf, d: DelegationMention) -> Draft:
    of = _one(who(shelf, d.of, d.of_text))
    head = _named("head:", _one(who(shelf, d.head)))
    members = _named("members:", each_who(shelf, d.members))
    return Draft(d.id, "process", "delegation", of, _told(head, members), _told(d.track), _stretches((d.evidence,)))


def _seat(shelf: Shelf, s: SeatMention) -> Draft:
    party = _one(who(shelf, s.party, s.party_text))
    says = _named("according to", _one(who(shelf, s.source)))
    return Draft(s.id, "process", f"seat, {s.standing}", party, _told(s.track), says, _stretches((s.evidence,)))


_MAKERS: Mapping[type[Any], Callable[[Shelf, Any], Draft]] = {
    Statement: _statement,
    Encounter: _encounter,
    Position: _position,
    Commitment: _commitment,
    Agreement: _agreement,
    Figure: _figure,
    TrackMention: _track,
    RoundMention: _round,
    BasketMention: _basket,
    DelegationMention: _delegation,
    SeatMention: _seat,
    Event: _event,
    Party: _name,
}
