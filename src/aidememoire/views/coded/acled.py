"""Attacks, protests and strategic developments of a record as rows like those of ACLED, in CSV.

A row is one encounter or agreement as all articles tell it, or one event of a single article that belongs to none.
Each column is told in `docs/codebook.md`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TextIO

from aidememoire.lexicon.countries import country_of
from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Figure
from aidememoire.model.joined import Origins
from aidememoire.model.lineage import Passage
from aidememoire.model.process import AgreementGroup, EncounterGroup
from aidememoire.model.spans import Located
from aidememoire.record.days import iso_day
from aidememoire.store import Moment
from aidememoire.views.coded.acled_types import STRATEGIC, Type, inter, interaction, type_of
from aidememoire.views.coded.deaths import deaths
from aidememoire.views.coded.gather import Coded, coded_events
from aidememoire.views.coded.plover import happened
from aidememoire.views.coded.who import Roster, Who
from aidememoire.views.index import index_of

_WEEK, _MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the fields are the columns. All are text, "" where a thing is not known."""

    event_id_cnty: str
    event_date: str
    year: str
    time_precision: str
    disorder_type: str
    event_type: str
    sub_event_type: str
    actor1: str
    assoc_actor_1: str
    inter1: str
    actor2: str
    assoc_actor_2: str
    inter2: str
    interaction: str
    civilian_targeting: str
    country: str
    location: str
    source: str
    source_scale: str
    notes: str
    fatalities: str
    timestamp: str
    alleged_by: str
    denied_by: str
    date_first: str
    date_last: str
    origins_low: str
    origins_high: str
    record_ids: str


@dataclass(frozen=True, slots=True)
class _Happening:
    """What a row is made of: the events that tell it, where and when, and how it was heard."""

    id: str
    events: tuple[Coded, ...]
    kind: Type
    first: str | None
    last: str | None
    place: str | None
    origins: Origins | None
    facts: tuple[str, ...]
    doers: tuple[Who, ...]
    articles: tuple[str, ...]


def acled(moment: Moment, out: TextIO) -> None:
    """Write the rows of what `moment` sees to `out`, by date and then id; those without a date come last."""
    index = index_of(moment)
    roster = Roster.of(moment, index)
    articles = {article.id: article for article in moment.articles()}
    figures = tuple(moment.facts(Figure))
    events = tuple(coded_events(moment, roster))
    found = [*_met(moment, roster, events), *_agreed(moment, roster)]
    taken = {fact for each in found for fact in each.facts}
    found.extend(_apart(_alone(events, taken), _passages(moment)))
    rows = [_row(each, roster, articles, figures) for each in found]
    writer = csv.DictWriter(out, [f.name for f in fields(Row)], lineterminator="\n")
    writer.writeheader()
    for row in sorted(rows, key=lambda r: (r.date_first or "9999", r.event_id_cnty)):
        writer.writerow(asdict(row))


def _met(moment: Moment, roster: Roster, events: Iterable[Coded]) -> Iterator[_Happening]:
    """Encounters that were held, or that somebody alleges."""
    of_fact = {fact: event for event in events for fact in event.facts}
    for group in moment.links(EncounterGroup):
        told = tuple(dict.fromkeys(of_fact[m] for m in group.members if m in of_fact))
        kind = next((k for e in told if e.kind != "AGREE" and (k := type_of(e)) is not None), None)
        if kind is not None and group.status in {"held", "alleged", "denied", "suspended"}:
            doers = _actors(roster, group.participants)
            facts = tuple(dict.fromkeys((*group.members, *(f for e in told for f in e.facts))))
            heard = _of(event.article for event in told)
            days = (group.earliest, group.latest)
            yield _Happening(group.id, told, kind, *days, group.place, group.origins, facts, doers, heard)


def _agreed(moment: Moment, roster: Roster) -> Iterator[_Happening]:
    """Agreements that a time is told of."""
    article_of = {made.id: made.article for made in moment.facts(Agreement)}
    for group in moment.links(AgreementGroup):
        if group.when is not None:
            kind = Type(STRATEGIC, STRATEGIC, "Agreement")
            doers = _actors(roster, group.parties)
            heard = _of(article_of[m] for m in group.members if m in article_of)
            days = happened(group.when)
            yield _Happening(group.id, (), kind, *days, None, group.origins, group.members, doers, heard)


def _alone(events: Iterable[Coded], taken: set[str]) -> Iterator[_Happening]:
    """Events of single articles that no encounter holds: protests, arrests, attacks; never mere talks.

    Without a time it may be any of years ago, or a toll of them all: such an event has no row.
    """
    for event in events:
        kind = type_of(event)
        if kind is None or event.kind == "CONSULT" or taken & set(event.facts):
            continue
        days = happened(event.when)
        if days[0] is None:
            continue
        yield _Happening(event.id, (event,), kind, *days, event.place, None, event.facts, (), (event.article,))


def _apart(found: Iterable[_Happening], passages: Mapping[str, tuple[Located, ...]]) -> Iterator[_Happening]:
    """The happenings of single articles, those that are one put together.

    They are one where their clauses stand in one passage that was printed twice, or where their class, day and place
    are the same.
    """
    kept: dict[tuple[str, ...], _Happening] = {}
    for each in found:
        key = _key(each, passages)
        before = kept.get(key)
        kept[key] = each if before is None else _joined(before, each)
    yield from kept.values()


def _key(it: _Happening, passages: Mapping[str, tuple[Located, ...]]) -> tuple[str, ...]:
    event = it.events[0]
    here = (
        m for m in passages.get(event.article, ()) if m.start <= event.evidence.start and event.evidence.end <= m.end
    )
    printed = next(here, None)
    if printed is not None:
        # Within a passage it is the words that tell one event from another.
        return "passage", event.kind, " ".join(event.evidence.text.split())
    if it.first is not None and it.first == it.last and it.place is not None:
        return "day", it.kind.event, it.kind.sub_event, it.first, it.place.casefold()
    return "event", it.id


def _joined(one: _Happening, other: _Happening) -> _Happening:
    return replace(
        one,
        events=(*one.events, *other.events),
        facts=(*one.facts, *other.facts),
        articles=_of((*one.articles, *other.articles)),
    )


def _passages(moment: Moment) -> dict[str, tuple[Located, ...]]:
    found: dict[str, list[Located]] = {}
    for passage in moment.links(Passage):
        for member in passage.members:
            found.setdefault(member.article, []).append(member)
    return {article: tuple(members) for article, members in found.items()}


def _actors(roster: Roster, actors: Iterable[str]) -> tuple[Who, ...]:
    """Actors of the record by their ids."""
    known = (roster.actors[actor] for actor in actors if actor in roster.actors)
    return tuple(roster.who(actor.parties[0], actor.name) for actor in known if actor.parties)


def _of(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _row(it: _Happening, roster: Roster, articles: Mapping[str, Article], figures: tuple[Figure, ...]) -> Row:
    doers, suffered = _sides(it)
    one, other = inter(doers, it.kind), inter(suffered, it.kind)
    violent = it.kind.disorder == "Political violence"
    known = country_of(it.place or "")
    return Row(
        event_id_cnty=it.id,
        event_date=(it.first or "") if _precision(it) in {"1", "2"} else "",
        year=(it.first or "")[:4] if (it.first or "")[:4] == (it.last or "")[:4] else "",
        time_precision=_precision(it),
        disorder_type=it.kind.disorder,
        event_type=it.kind.event,
        sub_event_type=it.kind.sub_event,
        actor1=_name(doers[:1]),
        assoc_actor_1=_name(doers[1:]),
        inter1=one,
        actor2=_name(suffered[:1]),
        assoc_actor_2=_name(suffered[1:]),
        inter2=other,
        interaction=interaction(one, other),
        civilian_targeting="Civilian targeting" if violent and other == "Civilians" else "",
        country=known.country.name if known is not None else "",
        location=it.place or "",
        source="; ".join(dict.fromkeys(articles[a].outlet or articles[a].source_id for a in it.articles)),
        source_scale="",
        notes=_notes(it, roster),
        fatalities=deaths(it.events, figures) if violent else "",
        timestamp="",
        alleged_by=_reporters(it, roster),
        denied_by=_deniers(it, roster),
        date_first=it.first or "",
        date_last=it.last or "",
        origins_low=str(it.origins.low) if it.origins else "",
        origins_high=str(it.origins.high) if it.origins else "",
        record_ids="; ".join(it.facts),
    )


def _sides(it: _Happening) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Those who did it and those who suffered it; of what two did together, one stands on either side."""
    doers = _once((*(w for e in it.events for w in e.sources), *it.doers))
    suffered = _once(w for e in it.events for w in e.targets)
    suffered = tuple(w for w in suffered if w.key not in {d.key for d in doers})
    if it.kind.disorder == STRATEGIC and len(doers) > 1 and not suffered:
        return (doers[0], *doers[2:]), doers[1:2]
    return doers, suffered


def _once(actors: Iterable[Who]) -> tuple[Who, ...]:
    found: dict[str, Who] = {}
    for actor in actors:
        found.setdefault(actor.name.casefold(), actor)
    return tuple(found.values())


def _name(actors: Iterable[Who]) -> str:
    return "; ".join(actor.name for actor in actors)


def _precision(it: _Happening) -> str:
    """1 for a day, 2 for a week, 3 for a month; "" for longer or not known."""
    first, last = iso_day(it.first), iso_day(it.last)
    if first is None or last is None:
        return ""
    count = (last - first).days + 1
    return "1" if count == 1 else "2" if count <= _WEEK else "3" if count <= _MONTH else ""


def _notes(it: _Happening, roster: Roster) -> str:
    """The clause that tells it; what is alleged or denied is said so before."""
    text = " ".join(it.events[0].evidence.text.split()) if it.events else ""
    alleged, denied = _reporters(it, roster), _deniers(it, roster)
    marks = [f"Alleged by {alleged}."] if alleged else []
    marks += ["Denied" + (f" by {denied}." if denied != _SOMEBODY else ".")] if denied else []
    return " ".join([*marks, text])


_SOMEBODY = "not told"


def _reporters(it: _Happening, roster: Roster) -> str:
    """Who alleges it, where no article tells it as its own."""
    told = [event for event in it.events if event.status == "asserted"]
    if not told or any(event.reporter is None for event in told):
        return ""
    return "; ".join(_of(roster.name(event.reporter) or "" for event in told))


def _deniers(it: _Happening, roster: Roster) -> str:
    denied = [event for event in it.events if event.status == "denied"]
    return "; ".join(_of(roster.name(event.reporter) or _SOMEBODY for event in denied))
