"""What the articles say of tracks, rounds and baskets becomes the process's own parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aidememoire.model.ids import content_id
from aidememoire.model.mentions import BasketMention, RoundMention, TrackMention
from aidememoire.model.process import Basket, Round, Track
from aidememoire.model.when import When
from aidememoire.record.naming.names import fold, words
from aidememoire.record.process.track_names import TrackNames, by_track, evidence, grouped, most, track_names
from aidememoire.record.similarity import STOP, stem

# What says more of an item: "self-rule | for the valley".
_TAIL = re.compile(r"\s(?:for|of|in|on|to|with|from|between)\s", re.IGNORECASE)
# Tellings of a numbered round that name no track are of the one track that has this number where their days lie as near
# as a round's beginning and end do: rounds of talks last some weeks, and a round is spoken of before and after.
_NEAR_DAYS = 60


def tracks(mentions: Iterable[TrackMention], actor: Mapping[str, str]) -> tuple[Track, ...]:
    """One track for each name; its mediator is the actor whom most articles name, its sponsors and guarantors are all
    who are named.
    """
    told = list(mentions)
    names = track_names(told, actor)
    groups: dict[str, list[TrackMention]] = defaultdict(list)
    for m in told:
        name = names.name(m.article, m.name)
        if name is not None:
            groups[name].append(m)
    return tuple(sorted((_track(name, group, actor) for name, group in groups.items()), key=lambda t: t.id))


def _track(name: str, group: Sequence[TrackMention], actor: Mapping[str, str]) -> Track:
    mediators = {(m.article, actor[m.mediator]) for m in group if m.mediator in actor and m.mediator is not None}
    counts = Counter(mediator for _, mediator in mediators)
    venues = [m.venue for m in group if m.venue is not None]
    return Track(
        id=content_id("track", fold(name)),
        name=name,
        mediator=min(counts, key=lambda a: (-counts[a], a), default=None),
        sponsors=tuple(sorted({actor[s] for m in group for s in m.sponsors if s in actor})),
        evidence=evidence(group),
        guarantors=tuple(sorted({actor[g] for m in group for g in m.guarantors if g in actor})),
        venue=most(venues) if venues else None,
    )


def rounds(
    mentions: Iterable[RoundMention],
    agenda: Iterable[BasketMention] = (),
    names: TrackNames | None = None,
    published: Mapping[str, str | None] | None = None,
) -> tuple[Round, ...]:
    """One round for each number of each track, with the baskets of the articles that speak of this round alone.

    Its opening and its end are those that most articles tell; `names` are the record's names of tracks, `published` the
    ISO dates of articles by their ids.
    """
    told = list(mentions)
    known = names or TrackNames()
    items = list(agenda)
    basket_of = {m.id: basket for basket, group in _basket_groups(items) for m in group}
    numbers: dict[str, set[int]] = defaultdict(set)
    for m in told:
        numbers[m.article].add(m.number)
    days = _Days(published or {})
    found = []
    for track, group in by_track(told, known, lambda m: m.number, days.near):
        alone = {m.article for m in group if len(numbers[m.article]) == 1}
        baskets_told = sorted({basket_of[item.id] for item in items if item.article in alone})
        found.append(_round(track, group, tuple(baskets_told)))
    return tuple(sorted(found, key=lambda r: r.id))


def _round(track: str | None, group: Sequence[RoundMention], baskets_told: tuple[str, ...]) -> Round:
    opened, closed = (_told(m.opened for m in group), _told(m.closed for m in group))
    return Round(
        id=content_id("round", fold(track or ""), group[0].number),
        number=group[0].number,
        track=track,
        when=opened or closed or _told(m.when for m in group),
        evidence=evidence(group),
        opened=opened,
        closed=closed,
        baskets=baskets_told,
    )


def _told(times: Iterable[When | None]) -> When | None:
    """The time that most tell, a day before a mere weekday; of two told as often the later one."""
    given = [t for t in times if t is not None]
    counts = Counter(t.value for t in given)
    dated = [t for t in given if _day(t) is not None] or given
    return max(dated, key=lambda t: (counts[t.value], t.value, t.text), default=None)


def _day(when: When) -> date | None:
    return _iso(when.value[:10])


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of tellings of rounds: those that they give, else that of the article."""

    published: Mapping[str, str | None]

    def near(self, mine: Sequence[RoundMention], theirs: Sequence[RoundMention]) -> bool:
        """Whether two groups of tellings may be of one round by their days."""
        ours, others = self._of(mine), self._of(theirs)
        every = [day.toordinal() for day in ours + others]
        return bool(ours and others) and max(every) - min(every) <= _NEAR_DAYS

    def _of(self, group: Sequence[RoundMention]) -> list[date]:
        given = [_day(when) for m in group for when in (m.when, m.opened, m.closed) if when is not None]
        told = [_iso(self.published.get(m.article) or "") for m in group]
        return [day for day in given if day is not None] or [day for day in told if day is not None]


def baskets(mentions: Iterable[BasketMention], names: TrackNames | None = None) -> tuple[Basket, ...]:
    """One basket for each item, however it is inflected, on the track that most articles put it on."""
    known = names or TrackNames()
    out = []
    for basket, group in _basket_groups(list(mentions)):
        on = [track for m in group if (track := known.name(m.article, m.track)) is not None]
        out.append(Basket(basket, most(m.name for m in group), most(on) if on else None, evidence(group)))
    return tuple(sorted(out, key=lambda b: b.id))


def _basket_groups(mentions: Sequence[BasketMention]) -> list[tuple[str, list[BasketMention]]]:
    """The items in groups of one meaning, each with its basket's id."""
    by_stems: dict[frozenset[str], list[BasketMention]] = defaultdict(list)
    for m in mentions:
        by_stems[_stems(m.name)].append(m)
    fuller: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    for stems, group in by_stems.items():
        for m in group:
            fuller[_stems(_TAIL.split(m.name, maxsplit=1)[0])].add(stems)
    # "Self-rule" is "self-rule for the valley" where no other item is a self-rule of some kind.
    meant = {stems: tuple(fuller[stems] - {stems}) for stems in by_stems}
    groups = grouped(mentions, lambda m: _only(meant[_stems(m.name)], _stems(m.name)))
    return [(content_id("basket", fold(most(m.name for m in group))), group) for group in groups]


def _only(others: Sequence[frozenset[str]], own: frozenset[str]) -> frozenset[str]:
    return others[0] if len(others) == 1 else own


def _stems(name: str) -> frozenset[str]:
    said = words(name)
    return frozenset(stem(w) for w in said if w not in STOP) or frozenset(said)
