"""A day's brief from the record: composed of what it holds, each line with its origins and evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from aidememoire.model.process import BriefKind, BriefLine
from aidememoire.model.spans import Located
from aidememoire.queries.brief.agreements import on_agreements
from aidememoire.queries.brief.disputes import on_breaches, on_claims, on_figures
from aidememoire.queries.brief.encounters import on_encounters
from aidememoire.queries.brief.leads import LEAD, on_leads
from aidememoire.queries.brief.plans import on_plans
from aidememoire.queries.brief.said import on_said
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed
from aidememoire.queries.brief.stands import on_deadlocks, on_promises, on_stands
from aidememoire.queries.brief.told import on_told
from aidememoire.queries.brief.tolls import on_tolls
from aidememoire.queries.brief.warnings import on_warnings
from aidememoire.record.similarity import content_words

KINDS: tuple[BriefKind, ...] = ("happened", "moved", "disputed", "planned")
# Two quotations with this share of the shorter one's content words in common, of so many at least, say one thing.
_ALIKE, _FEWEST = 0.8, 3
# A quoted passage of whose content words a line has this share is carried by it already.
_CARRIED = 0.7
# Of one kind and read from the same words this share is enough.
_CARRIED_OF_IT = 0.5
# So many lines of a kind at most quote what is said, and so many what articles tell: those that most articles and the
# most telling words speak for.
_MOST = {"said": 8, "told": 5}
_PLAIN = re.compile(r"(?:Demand|Offer|Acceptance|Rejection|Promise)\b")
_QUOTATION = re.compile("“([^”]*)”")
_Writer = Callable[[Sheet, Days], Iterator[Weighed]]
_WRITERS: tuple[_Writer, ...] = (
    on_leads,
    on_encounters,
    on_agreements,
    on_stands,
    on_promises,
    on_deadlocks,
    on_claims,
    on_breaches,
    on_figures,
    on_tolls,
    on_warnings,
    on_plans,
)


def brief(sheet: Sheet, day: date, since: date | None = None) -> tuple[BriefLine, ...]:
    """The lines of the articles published from `since` (that day alone, if None) to `day`: by kind, most telling first.

    What two kinds of record tell, as an accusation and as an alleged breach, is one line: the more telling one. What
    is said and told beside that follows in whole sentences.
    """
    days = Days((since or day).isoformat(), day.isoformat())
    found = [(weighed, writer) for writer in _WRITERS for weighed in writer(sheet, days)]
    found.sort(key=lambda f: _order(f[0]))
    kept: list[tuple[Weighed, _Writer]] = []
    for weighed, writer in found:
        again = any(_same_words(weighed.line, other.line) for other, by in kept if by is not writer)
        if not again and not any(_says_again(weighed.line, other.line) for other, _ in kept):
            kept.append((weighed, writer))
    lines = [weighed for weighed, _ in kept]
    # Whole sentences are quoted for what no other line carries.
    said = _not_carried(sorted(on_said(sheet, days), key=_order), lines, _MOST["said"])
    stands = {weighed.line.id for weighed, by in kept if by is on_stands}
    lines = [w for w in lines if w.line.id not in stands or not any(_told_whole(w.line, s.line) for s in said)] + said
    lines += _not_carried(sorted(on_told(sheet, days), key=_order), lines, _MOST["told"])
    lines.sort(key=_order)
    return tuple({weighed.line.id: weighed.line for weighed in lines}.values())


def _order(weighed: Weighed) -> tuple[int, tuple[float, ...], str]:
    return KINDS.index(weighed.line.kind), tuple(-x for x in weighed.weight), weighed.line.text


def _not_carried(quoting: Sequence[Weighed], lines: Sequence[Weighed], most: int) -> list[Weighed]:
    """The most telling of the lines that quote passages, without what another line says."""
    kept: list[Weighed] = []
    for weighed in quoting:
        full = sum(w.line.kind == weighed.line.kind for w in kept) >= most
        if not full and not any(_carries(other.line, weighed.line) for other in (*lines, *kept)):
            kept.append(weighed)
    return kept


def _carries(one: BriefLine, other: BriefLine) -> bool:
    """Whether a line has most of the content words that another quotes."""
    words = content_words(_quoted(other))
    of_it = one.kind == other.kind and any(_within(a, b) for a in one.evidence for b in other.evidence)
    return len(words & content_words(one.text)) >= (_CARRIED_OF_IT if of_it else _CARRIED) * len(words)


def _told_whole(stand: BriefLine, said: BriefLine) -> bool:
    """Whether a passage quoted whole tells a stance that says no more than it: neither a move nor a condition."""
    return _PLAIN.match(stand.text) is not None and _same_words(stand, said) and "; before that" not in stand.text


def _same_words(one: BriefLine, other: BriefLine) -> bool:
    """Whether two lines are of one kind and all that the one stands on lies in what the other stands on."""
    return (
        one.kind == other.kind
        and not other.text.startswith(LEAD)
        and all(any(_within(a, b) for b in other.evidence) for a in one.evidence)
    )


def _says_again(one: BriefLine, other: BriefLine) -> bool:
    """Whether two lines of one kind quote nearly the same words: one issue in two wordings, or of two names."""
    mine, theirs = content_words(_quoted(one)), content_words(_quoted(other))
    smaller = min(len(mine), len(theirs))
    return one.kind == other.kind and smaller >= _FEWEST and len(mine & theirs) >= _ALIKE * smaller


def _quoted(line: BriefLine) -> str:
    """The longest words that a line quotes."""
    return max(_QUOTATION.findall(line.text), key=len, default="")


def _within(one: Located, other: Located) -> bool:
    """Whether half of a stretch lies in another."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return one.article == other.article and 2 * common >= one.end - one.start


def briefs(sheet: Sheet) -> Iterator[BriefLine]:
    """The lines of every day on which an article was published, each day's own, the oldest first."""
    published = sorted({day for article in sheet.articles if (day := sheet.day(article))})
    for day in published:
        yield from brief(sheet, date.fromisoformat(day))
