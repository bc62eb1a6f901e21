"""The course of a seat at the talks: its turns by the day on which they were reported, and how it stands after them.

A turn is opened by another standing than the last one, or by the wish of somebody who has not yet been told to have it.
What is only told again opens none: the same standing, a walkout of months ago told as background, a wish repeated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aidememoire.model.joined import Turn
from aidememoire.model.mentions import SeatMention, SeatStanding

# On one day in this order: an invitation comes before what is made of it.
_STAGES: Mapping[SeatStanding, int] = {
    "unconfirmed": 0,
    "invited": 1,
    "conditional": 2,
    "left out": 3,
    "in": 4,
    "withdrawn": 5,
    "wanted": 6,
    "refused": 7,
}
_WISHES = frozenset[SeatStanding](("wanted", "refused"))
# Up to this stage nothing is settled: what settles it on the same day is the later state.
_OPEN = 1
# Who is told to have refused until now may have been told before to set a condition: that is one refusal.
_ALIKE: Mapping[SeatStanding, frozenset[SeatStanding]] = {"withdrawn": frozenset(("withdrawn", "conditional"))}


@dataclass(slots=True)
class _Draft:
    """A turn in the making."""

    status: SeatStanding
    day: str
    told: list[SeatMention]


def status_of(told: SeatMention) -> SeatStanding:
    """The standing that a mention tells, or the wish that it is: who invites a party does more than want it in."""
    if told.side is None or told.standing == "invited":
        return told.standing
    return "wanted" if told.side == "for" else "refused"


def course(
    told: Sequence[SeatMention], actor: Mapping[str, str], published: Mapping[str, str | None]
) -> tuple[Turn, ...]:
    """The turns of a seat; what an article without a day tells comes first, for it may be older than anything else.

    `published` gives the ISO dates of articles by their ids.
    """
    drafts: list[_Draft] = []
    for day in sorted({published.get(m.article) or "" for m in told}):
        today = [m for m in told if (published.get(m.article) or "") == day]
        for status in _in_order(today):
            of = sorted((m for m in today if status_of(m) == status), key=lambda m: m.id)
            if status in _WISHES:
                _wish(drafts, _Draft(status, day, of), actor)
            else:
                _standing(drafts, _Draft(status, day, of))
    return tuple(_turn(d, actor) for d in drafts)


def standing(turns: Sequence[Turn]) -> SeatStanding:
    """How a seat stands after its turns: by the last that is no wish, or where there are only wishes by the last."""
    settled = [t for t in turns if t.status not in _WISHES]
    last: SeatStanding = (settled or turns)[-1].status  # type: ignore[assignment]
    return last


def _in_order(today: Iterable[SeatMention]) -> list[SeatStanding]:
    """What is told on one day in order: background first, what most tell last, then the wishes."""
    counts = Counter(map(status_of, today))
    fresh = {status_of(m) for m in today if not m.past}

    def rank(status: SeatStanding) -> tuple[bool, bool, bool, int, int]:
        stage = _STAGES[status]
        return status in _WISHES, status in fresh, stage > _OPEN, counts[status], stage

    return sorted(counts, key=rank)


def _standing(drafts: list[_Draft], new: _Draft) -> None:
    """Puts what tells a standing to the turn that it repeats, or makes a turn of it."""
    settled = [d for d in drafts if d.status not in _WISHES]
    alike = _ALIKE.get(new.status, frozenset((new.status,)))
    background = all(m.past for m in new.told)
    same = settled[-1:] if settled and settled[-1].status == new.status else []
    same = same or [d for d in settled if background and d.status in alike]
    if same:
        same[-1].told += new.told
    else:
        drafts.append(new)


def _wish(drafts: list[_Draft], new: _Draft, actor: Mapping[str, str]) -> None:
    """Puts wishes to the turns that they repeat, and makes a turn of those that are new."""
    fresh: list[SeatMention] = []
    for m in new.told:
        # What somebody last wanted; a wish of nobody in particular is new where there was none of the kind.
        before = [d for d in drafts if d.status in _WISHES and _holder(m, actor) in {_holder(o, actor) for o in d.told}]
        if before and before[-1].status == new.status:
            before[-1].told.append(m)
        else:
            fresh.append(m)
    if fresh:
        drafts.append(_Draft(new.status, new.day, fresh))


def _holder(told: SeatMention, actor: Mapping[str, str]) -> str | None:
    return actor.get(told.source, told.source) if told.source is not None else None


def _turn(draft: _Draft, actor: Mapping[str, str]) -> Turn:
    return Turn(
        status=draft.status,
        day=draft.day or None,
        when=None,
        facts=tuple(sorted(m.id for m in draft.told)),
        articles=tuple(sorted({m.article for m in draft.told})),
        sources=tuple(sorted({actor[m.source] for m in draft.told if m.source and m.source in actor})),
    )
