"""What a party withholds until another does something, joined across articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aidememoire.model.facts import Position
from aidememoire.model.ids import content_id
from aidememoire.model.process import Condition
from aidememoire.model.spans import Located
from aidememoire.record.naming.names import fold
from aidememoire.record.positions.cast import Cast
from aidememoire.record.positions.grouping import Telling, group
from aidememoire.record.positions.matters import Matter, asked, matter

# "The talks can only succeed if": how a thing will turn out is in nobody's hand, and nobody withholds it.
_OUTCOME = re.compile(
    r"\b(?:succeed|work|last|survive|hold|end well|make sense|be (?:possible|credible|a success))\b", re.I
)
_SPEAKS = frozenset(("precondition", "red line", "demand"))


def conditions(positions: Iterable[Position], cast: Cast) -> tuple[Condition, ...]:
    """One condition for each party, thing withheld and thing awaited, however worded and by however many articles.

    What is withheld and what is awaited are compared as issues are, and talking about a thing is not doing it.
    """
    told = _withholding(positions)
    told_in = {p.id: Telling(p.article, cast.who(p.party)) for p in told.values()}
    awaited = _matters({p.id: asked(p) for p in told.values()}, told_in, cast)
    withheld = _matters({p.id: p.condition_for or "" for p in told.values()}, told_in, cast)
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for p in sorted(told.values(), key=lambda p: p.id):
        groups[withheld[p.id], awaited[p.id]].append(p)
    joined = [members for those in groups.values() for members in _by_party(those, cast)]
    return tuple(sorted((_condition(m, cast) for m in joined), key=lambda c: c.id))


def _by_party(those: Sequence[Position], cast: Cast) -> list[list[Position]]:
    """Positions on one matter by who holds them.

    Who is only described ("the government") or not known is one with a party of a name, where just one of that matter
    can be meant.
    """
    known: dict[str, list[Position]] = defaultdict(list)
    rest: list[Position] = []
    for p in those:
        holder = cast.who(p.party)
        if holder is not None and cast.has_name(holder):
            known[holder].append(p)
        else:
            rest.append(p)
    described: dict[str | None, list[Position]] = defaultdict(list)
    for p in rest:
        meant = [name for name in known if cast.may_be_one(name, cast.who(p.party))]
        described[meant[0] if len(meant) == 1 else None].append(p)
    out = [members + described.pop(name, []) for name, members in known.items()]
    return out + _of_descriptions(described.get(None, []), cast)


def _of_descriptions(those: Sequence[Position], cast: Cast) -> list[list[Position]]:
    """Positions of parties without a name: by the camp that the words place them in; by article where they do not."""
    groups: dict[str, list[Position]] = defaultdict(list)
    for p in those:
        holder = cast.who(p.party)
        groups[cast.camp(holder) or holder or f"{p.article}\x1f{fold(p.party_text)}"].append(p)
    return list(groups.values())


def _withholding(positions: Iterable[Position]) -> dict[str, Position]:
    """The positions that withhold something, by id: without what only tells on what an outcome depends.

    Of a list ("only succeed if access is granted and the truce respected") the first item has the words that tell so.
    """
    speaking = [p for p in positions if p.condition_for and p.stance in _SPEAKS]
    outcomes = {_list(p) for p in speaking if _of_outcome(p)}
    return {p.id: p for p in speaking if _list(p) not in outcomes}


def _of_outcome(position: Position) -> bool:
    before = position.evidence.text.partition(position.issue)[0] if position.stance == "demand" else ""
    return bool(_OUTCOME.search(before) or _OUTCOME.fullmatch((position.condition_for or "").strip()))


def _list(position: Position) -> tuple[str, str, str, str | None]:
    return position.article, position.party_text, position.stance, position.condition_for


def _matters(wordings: Mapping[str, str], told_in: Mapping[str, Telling], cast: Cast) -> dict[str, str]:
    """The matter of each wording, as the first of the keys whose wordings are on it."""
    matters = {key: matter(text, cast) for key, text in wordings.items()}
    return {key: g.members[0] for g in group(matters, told_in, _topic) for key in g.members}


def _topic(matter: Matter) -> str | None:
    return f"{matter.topic.name} {matter.talk}" if matter.topic else None


def _condition(those: Sequence[Position], cast: Cast) -> Condition:
    members = sorted(those, key=lambda p: p.id)
    held = [holder for p in members if (holder := cast.who(p.party))]
    holder = min(held, key=lambda a: (*cast.standing(a), -held.count(a), a), default=None)
    whom = Counter(actor for p in members if (actor := cast.who(p.of)))
    places = {Located(p.article, p.evidence.start, p.evidence.end, p.evidence.text) for p in members}
    return Condition(
        id=content_id("condition", *(p.id for p in members)),
        party=holder,
        party_text=cast.name(holder, members[0].party_text),
        withheld=_commonest(p.condition_for or "" for p in members),
        of=min(whom, key=lambda a: (-whom[a], a), default=None),
        awaited=_commonest(asked(p) for p in members),
        positions=tuple(p.id for p in members),
        evidence=tuple(sorted(places, key=lambda x: (x.article, x.start, x.end))),
    )


def _commonest(wordings: Iterable[str]) -> str:
    """The commonest wording; of several the shortest, which has the fewest words of somebody's own."""
    count = Counter(wordings)
    return min(count, key=lambda w: (-count[w], len(w), w))
