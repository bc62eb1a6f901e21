"""Who sits at the talks by what all articles say: delegations, and the seats that are given, refused or disputed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from aidememoire.model.ids import content_id
from aidememoire.model.mentions import DelegationMention, SeatMention
from aidememoire.model.process import Delegation, Seat
from aidememoire.record.naming.names import fold
from aidememoire.record.process.seat_course import course, standing
from aidememoire.record.process.track_names import TrackNames, by_track, evidence, most

_LEADING = re.compile(r"^(?:the|a|an|its|their)\s+", re.IGNORECASE)
# Words for a party that are no name of one: nothing is joined by them across articles.
_PRONOUNS = frozenset("he she it they them him her we us who which".split())


def delegations(
    mentions: Iterable[DelegationMention], actor: Mapping[str, str], names: TrackNames | None = None
) -> tuple[Delegation, ...]:
    """One delegation for each sender and track, and where senders are named otherwise, for each head.

    Its head is whom most articles name; all others named are members.
    """
    told = list(mentions)
    key = _keys(((m.of, m.of_text, m.article) for m in told), actor)
    groups = by_track(told, names or TrackNames(), lambda m: key(m.of, m.of_text, m.article))
    joined = _by_head(groups, actor)
    return tuple(sorted((_delegation(track, group, key, actor) for track, group in joined), key=lambda d: d.id))


def _by_head(
    groups: Iterable[tuple[str | None, list[DelegationMention]]], actor: Mapping[str, str]
) -> list[tuple[str | None, list[DelegationMention]]]:
    """The groups, those joined that have a head in common and are not of two tracks.

    Articles call one sender "the government", "the regime" or by its capital; whoever heads a delegation heads one.
    """
    found: list[tuple[str | None, list[DelegationMention]]] = []
    for track, group in sorted(groups, key=lambda pair: (pair[0] is None, pair[0] or "", min(m.id for m in pair[1]))):
        heads = _heads(group, actor)
        mates = [(t, g) for t, g in found if heads & _heads(g, actor) and (track is None or t in {track, None})]
        found = [pair for pair in found if pair not in mates]
        whole = [m for _, mate in mates for m in mate] + group
        found.append((next((t for t, _ in mates if t is not None), track), whole))
    return found


def _heads(group: Iterable[DelegationMention], actor: Mapping[str, str]) -> set[str]:
    return {actor[m.head] for m in group if m.head is not None and m.head in actor}


def _delegation(
    track: str | None,
    group: Sequence[DelegationMention],
    key: Callable[[str | None, str, str], str],
    actor: Mapping[str, str],
) -> Delegation:
    sender = most(key(m.of, m.of_text, m.article) for m in group)
    heads = Counter(actor[m.head] for m in group if m.head is not None and m.head in actor)
    head = min(heads, key=lambda a: (-heads[a], a), default=None)
    members = {actor[p] for m in group for p in m.members if p in actor} | set(heads)
    of = sender if sender in set(actor.values()) else None
    return Delegation(
        id=content_id("delegation", sender, fold(track or ""), head),
        of=of,
        of_text=most(m.of_text for m in group if key(m.of, m.of_text, m.article) == sender),
        head=head,
        members=tuple(sorted(members - {head, of})),
        track=track,
        evidence=evidence(group),
    )


def seats(
    mentions: Iterable[SeatMention],
    actor: Mapping[str, str],
    names: TrackNames | None = None,
    published: Mapping[str, str | None] | None = None,
) -> tuple[Seat, ...]:
    """One seat for each party and track, as it was last told, with those who want the party in or out.

    `published` gives the ISO dates of articles by their ids; without them the standing is the one that most tell.
    What was settled in the course of the seat stands; a wish does not change it.
    """
    told = list(mentions)
    key = _keys(((m.party, m.party_text, m.article) for m in told), actor)
    groups = by_track(told, names or TrackNames(), lambda m: key(m.party, m.party_text, m.article))
    found = (_seat(track, group, key, actor, published or {}) for track, group in groups)
    return tuple(sorted(found, key=lambda s: s.id))


def _seat(
    track: str | None,
    group: Sequence[SeatMention],
    key: Callable[[str | None, str, str], str],
    actor: Mapping[str, str],
    published: Mapping[str, str | None],
) -> Seat:
    first = group[0]
    party = key(first.party, first.party_text, first.article)
    turns = course(group, actor, published)

    def by(side: str | None) -> tuple[str, ...]:
        return tuple(sorted({actor[m.source] for m in group if m.side == side and m.source in actor and m.source}))

    return Seat(
        id=content_id("seat", party, fold(track or "")),
        party=party if party in set(actor.values()) else None,
        party_text=most([m.party_text for m in group if _words(m.party_text) not in _PRONOUNS] or [first.party_text]),
        track=track,
        standing=standing(turns),
        told_by=by(None),
        wanted_by=by("for"),
        refused_by=by("against"),
        evidence=evidence(group),
        course=turns,
    )


def _keys(
    named: Iterable[tuple[str | None, str, str]], actor: Mapping[str, str]
) -> Callable[[str | None, str, str], str]:
    """How a party is known across articles: as an actor; without one by its words, as the actor whom alone they name.

    Pronouns name nobody: they are kept apart by article.
    """
    known: dict[str, set[str]] = {}
    for party, text, _ in named:
        if party is not None and party in actor:
            known.setdefault(_words(text), set()).add(actor[party])

    def key(party: str | None, text: str, article: str) -> str:
        if party is not None and party in actor:
            return actor[party]
        said = _words(text)
        if said in _PRONOUNS:
            return f"{said} {article}"
        named_so = known.get(said, set())
        return next(iter(named_so)) if len(named_so) == 1 else said

    return key


def _words(text: str) -> str:
    return fold(_LEADING.sub("", text))
