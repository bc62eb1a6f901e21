"""Encounters of many articles become groups: one meeting with all its tellings, and how its status moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from aidememoire.model.articles import Article
from aidememoire.model.facts import Encounter
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor
from aidememoire.model.lineage import Lineage, Story
from aidememoire.model.process import EncounterGroup
from aidememoire.record.encounters.course import course, time_set
from aidememoire.record.encounters.guests import Guest, GuestBook
from aidememoire.record.encounters.linkage import grouped
from aidememoire.record.encounters.tellings import Shared, Telling, tellings
from aidememoire.record.naming.names import fold
from aidememoire.record.origins import Kinship, Told, origins

T = TypeVar("T", str, int)


def encounter_groups(
    encounters: Sequence[Encounter],
    actor: Mapping[str, str],
    articles: Mapping[str, Article],
    lineages: Sequence[Lineage],
    stories: Sequence[Story],
    actors: Sequence[Actor],
) -> tuple[EncounterGroup, ...]:
    """Every encounter in exactly one group, in the order of the groups' ids, whatever the order of what is given.

    `actor` gives the actor of each party, `articles` each article by its id. A group has the tellings of one encounter:
    the same kind, participants, place, track and round as far as each says so, on one day, or on several where somebody
    tells that it was put off.
    """
    told = tellings(encounters, articles, stories, GuestBook(actors, actor))
    kinship = Kinship(lineages)
    groups = [[told[i] for i in group] for group in grouped(told, Shared(lineages))]
    return tuple(sorted((_group(g, actor, articles, kinship) for g in groups), key=lambda g: g.id))


def _group(
    told: Sequence[Telling], actor: Mapping[str, str], articles: Mapping[str, Article], kinship: Kinship
) -> EncounterGroup:
    members = [t.encounter for t in told]
    turns = course(told, actor)
    time = time_set(told)
    guests = _everybody(told)
    return EncounterGroup(
        id=content_id("encounter_group", *sorted(e.id for e in members)),
        kind=Counter(sorted(e.kind for e in members)).most_common(1)[0][0],
        status=turns[-1].status,  # type: ignore[arg-type]
        participants=tuple(g.actor for g in guests if g.actor),
        participant_texts=tuple(g.text for g in guests if g.text),
        place=_usual(e.place for e in members),
        when=time.when,
        earliest=time.days.first.isoformat() if time.days else None,
        latest=time.days.last.isoformat() if time.days else None,
        track=_usual(e.track for e in members),
        round=_usual(e.round for e in members),
        proximity=any(e.proximity for e in members),
        members=tuple(sorted(e.id for e in members)),
        course=turns,
        origins=origins([_told(t, actor, articles) for t in told], kinship),
    )


def _everybody(told: Sequence[Telling]) -> list[Guest]:
    """The participants of all tellings, each once: those named first, then those of whom only words are known."""
    kept: list[Guest] = []
    every = [g for t in told for g in t.guests]
    for guest in sorted(every, key=lambda g: (g.actor is None, g.vague, -len(g.text), g.text, g.actor or "")):
        if not any(guest.likeness(other) for other in kept) and not (guest.vague and kept):
            kept.append(guest)
    return kept


def _usual(values: Iterable[T | None]) -> T | None:
    """The value that most tellings give, the least of several; None where none gives any."""
    count = Counter(v for v in values if v is not None)
    return min(count, key=lambda v: (-count[v], v), default=None)


def _told(t: Telling, actor: Mapping[str, str], articles: Mapping[str, Article]) -> Told:
    article = articles[t.encounter.article]
    return Told(
        article=article.id,
        span=t.encounter.evidence,
        speaker=actor.get(t.encounter.source) if t.encounter.source else None,
        chain=frozenset(),
        agencies=frozenset(article.agencies),
        outlet=fold(article.outlet or "").removeprefix("the ").strip(),
        bylines=frozenset(fold(b) for b in article.bylines),
        day=article.published,
    )
