"""Commitments of many articles become groups: one promise, its course, and all who say that it was broken."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, CommitmentStatus
from aidememoire.model.ids import content_id
from aidememoire.model.joined import CommitmentGroup
from aidememoire.model.lineage import Lineage
from aidememoire.model.process import AgreementGroup
from aidememoire.record.commitments.course import course
from aidememoire.record.components import Components
from aidememoire.record.naming.names import fold
from aidememoire.record.origins import Kinship, Told, origins
from aidememoire.record.similarity import content_words

# Two wordings of one party's promise share at least this much of their words (of all that either has, 0 to 1).
SAME_PROMISE = 0.5
# Words for a promise that tell nothing of what was promised: "broke its promise" is told of the one before it.
_BARE = re.compile(
    r"(?:\w+\s+)?(?:promises?|pledges?|commitments?|word|undertakings?|assurances?|guarantees?|obligations?)",
    re.IGNORECASE,
)
# What a party does with an instrument is one commitment: to keep it. Of a promise that only names one, it is not.
_KEEPING = re.compile(
    r"(?:to\s+)?(?:(?:abide|adhere|stick|comply|honou?r|respect|implement|observe|keep|uphold|fulfil)\w*\s+(?:by\s+|to\s+|with\s+)?)?"
    r"(?:the\s+|a\s+|an\s+)?(?:terms\s+of\s+)?(?:[\w’'.-]+\s+){0,3}?"
    r"(?:cease-?fire|truce|cessation|armistice|agreement|deal|accord|pact|treaty|resolution)\b[\w\s]{0,30}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A commitment with its party (an actor, else folded words) and the group of agreements that it is made in."""

    told: Commitment
    who: str
    agreement: str | None
    keeping: bool
    bare: bool
    words: frozenset[str]


def commitment_groups(
    commitments: Sequence[Commitment],
    actor: Mapping[str, str],
    articles: Mapping[str, Article],
    lineages: Sequence[Lineage],
    agreements: Sequence[Agreement] = (),
    agreed: Sequence[AgreementGroup] = (),
) -> tuple[CommitmentGroup, ...]:
    """One group for each party and thing promised; a party without an actor goes by the words that name it.

    `agreements` and their groups `agreed` tell in which instrument a promise was made: to keep one instrument is one
    promise, whatever it is called. A "promise" of which no more is said is the one that its party made before it in
    the same article.
    """
    kinship = Kinship(lineages)
    group_of = {member: g.id for g in agreed for member in g.members}
    told_in: dict[str, list[Agreement]] = defaultdict(list)
    for a in agreements:
        told_in[a.article].append(a)
    placed = [_placed(c, actor, told_in.get(c.article, []), group_of) for c in sorted(commitments, key=lambda c: c.id)]
    same: Components[int] = Components(range(len(placed)))
    for i, j in _pairs(placed):
        same.join(i, j)
    groups = ([placed[i] for i in group] for group in same.groups())
    return tuple(sorted((_group(g, actor, articles, kinship) for g in groups), key=lambda g: g.id))


def _placed(c: Commitment, actor: Mapping[str, str], told: Sequence[Agreement], group_of: Mapping[str, str]) -> _Placed:
    who = actor.get(c.by, "") if c.by else ""
    meant = _instrument(c, told) if c.agreement else None
    return _Placed(
        c,
        who or fold(c.by_text),
        group_of.get(meant.id) if meant is not None else None,
        c.agreement is not None and (c.status != "made" or _KEEPING.fullmatch(c.what) is not None),
        _BARE.fullmatch(c.what) is not None,
        content_words(c.what),
    )


def _instrument(c: Commitment, told: Sequence[Agreement]) -> Agreement | None:
    """The instrument of an article that a commitment is made in: one in its own words, else the last one before it."""
    words = _head(c.agreement or "")
    inside = [a for a in told if a.evidence.overlaps(c.evidence) and _head(a.what) & words]
    before = [a for a in told if a.evidence.start <= c.evidence.start and _head(a.what) & words]
    found = inside or sorted(before, key=lambda a: a.evidence.start)[-1:]
    return found[0] if found else None


def _head(words: str) -> frozenset[str]:
    """The words of an instrument that name its kind; cease-fires by any of their names are of one kind."""
    found = set(re.findall(r"\w+", re.sub(r"cease[ -]fire", "ceasefire", fold(words))))
    truce = found & {"ceasefire", "ceasefires", "truce", "truces", "cessation", "armistice"}
    deal = found & {"deal", "deals", "agreement", "agreements", "accord", "accords", "pact"}
    return frozenset((found - truce - deal) | ({"truce"} if truce else set()) | ({"deal"} if deal else set()))


def _pairs(placed: Sequence[_Placed]) -> Iterator[tuple[int, int]]:
    """The commitments that are one: of one party, in one instrument or in the same words."""
    by_party: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(placed):
        by_party[p.who].append(i)
    for inside in by_party.values():
        for at, i in enumerate(inside):
            yield from ((i, j) for j in inside[at + 1 :] if _one(placed[i], placed[j]))
        yield from _meant(placed, inside)


def _one(one: _Placed, other: _Placed) -> bool:
    if one.agreement and other.agreement and one.agreement != other.agreement:
        return False
    if not one.who and one.told.article != other.told.article and one.agreement is None:
        return False
    if one.keeping and other.keeping:
        same = one.agreement is not None and one.agreement == other.agreement
        return same or (one.agreement == other.agreement and _head(one.told.what) == _head(other.told.what))
    if one.keeping != other.keeping or (one.bare and other.bare and one.told.article != other.told.article):
        return False
    return len(one.words & other.words) >= SAME_PROMISE * max(1, len(one.words | other.words))


def _meant(placed: Sequence[_Placed], inside: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A bare "promise" with the last one that was told as made before it in its article, else with the first after."""
    for i in inside:
        if not placed[i].bare:
            continue
        start, article = placed[i].told.evidence.start, placed[i].told.article
        made = [j for j in inside if _was_made(placed[j]) and placed[j].told.article == article]
        before = [j for j in made if placed[j].told.evidence.start <= start]
        if made:
            near = before or made
            yield i, min(near, key=lambda j: abs(placed[j].told.evidence.start - start))


def _was_made(one: _Placed) -> bool:
    return one.told.status == "made" and not one.bare


def _group(
    placed: Sequence[_Placed], actor: Mapping[str, str], articles: Mapping[str, Article], kinship: Kinship
) -> CommitmentGroup:
    members = [p.told for p in placed]
    turns = course(members, actor, articles)
    accusers = {actor[p] for c in members for p in c.alleged_by if p in actor}
    status: CommitmentStatus = turns[-1].status  # type: ignore[assignment]
    return CommitmentGroup(
        id=content_id("commitment_group", *sorted(c.id for c in members)),
        by=next((actor[c.by] for c in members if c.by and c.by in actor), None),
        by_text=_usual([c.by_text for c in members if c.by_text]) or "",
        what=_name(placed),
        members=tuple(sorted(c.id for c in members)),
        alleged_by=tuple(sorted(accusers)),
        origins=origins([_told(c, actor, articles) for c in members], kinship),
        to=_usual([actor[c.to] for c in members if c.to and c.to in actor]),
        status=status,
        agreement=_usual([p.agreement for p in placed if p.agreement]),
        course=turns,
    )


def _name(placed: Sequence[_Placed]) -> str:
    """What was promised, as most tell it; not "promise" alone where somebody says more."""
    return _usual([p.told.what for p in placed if not p.bare] or [p.told.what for p in placed]) or ""


def _usual(values: Sequence[str]) -> str | None:
    count = Counter(values)
    return min(count, key=lambda v: (-count[v], -len(v), v), default=None)


def _told(c: Commitment, actor: Mapping[str, str], articles: Mapping[str, Article]) -> Told:
    article = articles[c.article]
    said = [*c.alleged_by, *([c.source] if c.source else [])]
    return Told(
        article=article.id,
        span=c.evidence,
        speaker=next((actor[p] for p in said if p in actor), None),
        chain=frozenset(),
        agencies=frozenset(article.agencies),
    )
