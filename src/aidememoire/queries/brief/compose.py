"""A day's brief from the record: composed of what it holds, each line with its origins and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from aidememoire.model.process import BriefKind, BriefLine
from aidememoire.model.spans import Located
from aidememoire.queries.brief.agreements import on_agreements
from aidememoire.queries.brief.disputes import on_breaches, on_claims, on_figures
from aidememoire.queries.brief.encounters import on_encounters
from aidememoire.queries.brief.leads import LEAD, on_leads
from aidememoire.queries.brief.plans import on_plans
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed
from aidememoire.queries.brief.stands import on_deadlocks, on_promises, on_stands
from aidememoire.queries.brief.tolls import on_tolls
from aidememoire.queries.brief.warnings import on_warnings
from aidememoire.record.similarity import content_words

KINDS: tuple[BriefKind, ...] = ("happened", "moved", "disputed", "planned")
# Two quotations with this share of the shorter one's content words in common, of so many at least, say one thing.
_ALIKE, _FEWEST = 0.8, 3
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

    What two kinds of record tell, as an accusation and as an alleged breach, is one line: the more telling one.
    """
    days = Days((since or day).isoformat(), day.isoformat())
    found = [(weighed, writer) for writer in _WRITERS for weighed in writer(sheet, days)]
    found.sort(key=lambda f: (KINDS.index(f[0].line.kind), tuple(-x for x in f[0].weight), f[0].line.text))
    kept: list[tuple[BriefLine, _Writer]] = []
    for weighed, writer in found:
        again = any(_same_words(weighed.line, line) for line, other in kept if other is not writer)
        if not again and not any(_says_again(weighed.line, line) for line, _ in kept):
            kept.append((weighed.line, writer))
    return tuple({line.id: line for line, _ in kept}.values())


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
    """The first words that a line quotes."""
    return line.text.partition("“")[2].partition("”")[0]


def _within(one: Located, other: Located) -> bool:
    """Whether half of a stretch lies in another."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return one.article == other.article and 2 * common >= one.end - one.start


def briefs(sheet: Sheet) -> Iterator[BriefLine]:
    """The lines of every day on which an article was published, each day's own, the oldest first."""
    published = sorted({day for article in sheet.articles if (day := sheet.day(article))})
    for day in published:
        yield from brief(sheet, date.fromisoformat(day))
