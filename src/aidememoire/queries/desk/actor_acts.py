"""What actors said, whom they met, what they wanted and what they promised: prepared once, by actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from aidememoire.model.facts import Statement
from aidememoire.model.joined import CommitmentGroup
from aidememoire.model.process import EncounterGroup, Issue, Stand
from aidememoire.queries.desk.shapes import Cited, OriginsView, Step, Who, cited_span, each_who, origins, steps, who
from aidememoire.queries.shelf import Shelf

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an actor; `joint` are those who said it too."""

    id: str
    act: str
    words: str
    to: Who | None
    via: tuple[Who, ...]
    cited: Cited


@dataclass(frozen=True, slots=True)
class Met:
    """An encounter in which an actor took part or was to; `earliest` and `latest` are ISO days."""

    id: str
    kind: str
    status: str
    others: tuple[Who, ...]
    place: str | None
    earliest: str | None
    latest: str | None
    when: str | None
    origins: OriginsView


@dataclass(frozen=True, slots=True)
class Stood:
    """How an actor stood on an issue over time; `fact` is the position that the last stance was read from."""

    issue: str
    name: str
    stance: str
    moved: bool
    course: tuple[Step, ...]
    fact: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise by an actor, or to it, or that it says was broken: `part` tells which."""

    id: str
    part: str
    by: Who | None
    to: Who | None
    what: str
    status: str | None
    alleged_by: tuple[Who, ...]
    origins: OriginsView
    fact: str


def said(shelf: Shelf) -> Mapping[str, tuple[Said, ...]]:
    """The statements of each actor, the latest first."""
    ordered = sorted(shelf.statements.values(), key=lambda s: (s.article, s.content.start))
    ordered.sort(key=lambda s: shelf.articles[s.article].published or "", reverse=True)
    return _by_actor((_speakers(shelf, s), _said(shelf, s)) for s in ordered)


def encounters(shelf: Shelf) -> Mapping[str, tuple[Met, ...]]:
    """The encounters of each actor, the latest first; those without a day last."""
    ordered = sorted(shelf.moment.links(EncounterGroup), key=lambda g: g.earliest or "", reverse=True)
    return _by_actor((actors, _met(shelf, g, each)) for g in ordered for each in g.participants if (actors := {each}))


def positions(shelf: Shelf) -> Mapping[str, tuple[Stood, ...]]:
    """How each actor stood on issues, those on which it moved first."""
    named = {issue.id: issue.name for issue in shelf.moment.links(Issue)}
    ordered = sorted(shelf.moment.links(Stand), key=lambda s: (-len(s.course), named[s.issue], s.id))
    return _by_actor(({s.party}, _stood(shelf, s, named[s.issue])) for s in ordered if s.party)


def commitments(shelf: Shelf) -> Mapping[str, tuple[Promise, ...]]:
    """The promises that concern each actor: its own first, then those to it, then those it says were broken."""
    parts: dict[str, list[tuple[set[str], Promise]]] = {"by": [], "to": [], "alleges": []}
    for group in shelf.moment.links(CommitmentGroup):
        taken = {a for a in (group.by,) if a}
        parts["by"].append((taken, _promise(shelf, group, "its own")))
        to = {a for a in (group.to,) if a} - taken
        parts["to"].append((to, _promise(shelf, group, "to it")))
        parts["alleges"].append((set(group.alleged_by) - taken - to, _promise(shelf, group, "that it says was broken")))
    return _by_actor(each for part in parts.values() for each in part)


def _by_actor(told: Iterable[tuple[Iterable[str], T]]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for actors, each in told:
        for actor in actors:
            found.setdefault(actor, []).append(each)
    return {actor: tuple(each) for actor, each in found.items()}


def _speakers(shelf: Shelf, s: Statement) -> set[str]:
    return {a for p in (s.speaker, *s.joint) if (a := shelf.answers.actor_of(p)) is not None}


def _said(shelf: Shelf, s: Statement) -> Said:
    via = tuple(w for v in s.via if (w := who(shelf, v.actor, v.text)))
    place = cited_span(shelf, s.article, s.content)
    return Said(s.id, s.act, s.words, who(shelf, s.addressee, s.addressee_text), via, place)


def _met(shelf: Shelf, g: EncounterGroup, actor: str) -> Met:
    others = each_who(shelf, (p for p in g.participants if p != actor))
    when = (g.when.value or g.when.text) if g.when else None
    return Met(
        g.id, g.kind, g.status, others, g.place, g.earliest, g.latest, when, origins(shelf, g.origins)
    )  # fmt: skip


def _stood(shelf: Shelf, s: Stand, issue: str) -> Stood:
    last = s.course[-1]
    return Stood(
        s.issue, issue, last.status, len(s.course) > 1, steps(shelf, s.course), last.facts[0] if last.facts else None
    )


def _promise(shelf: Shelf, g: CommitmentGroup, part: str) -> Promise:
    return Promise(
        g.id,
        part,
        who(shelf, g.by, g.by_text),
        who(shelf, g.to),
        g.what,
        g.status,
        each_who(shelf, g.alleged_by),
        origins(shelf, g.origins),
        g.members[0],
    )
