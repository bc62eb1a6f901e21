"""The lines on how many are told to have been killed, hurt, driven out or freed: the sentence, and who gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.model.facts import Figure
from aidememoire.queries.brief.sentences import leads_with, sentence_around
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.wording import listed, quoted

_SUBJECTS = re.compile(
    r"(?:killed|wounded|injured|displaced|fled|released|freed|detained|captured|missing|evacuated|abducted|besieged)\b"
)
# So many lines of a day at most: those of the largest figures that somebody is named for.
_MOST = 6
# The toll of the whole war stands in every article: it is no news.
_BACKGROUND = re.compile(
    r"\byears?\s+of\s+(?:civil\s+)?(?:war|conflict|fighting)\b|\b\w+-year(?:-old)?\b|\bover\s+the\s+(?:past|last)\s+\w+\s+"
    r"years\b|\b(?:war|conflict)\s+(?:[\w’\']+\s+){0,3}ha(?:s|ve)\s+(?:killed|driven|displaced|claimed|left)\b"
    r"|\b(?:in|since)\s+(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def on_tolls(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each sentence of the days' articles that tells such figures, those of no earlier article.

    What an article leads with is told there, and the toll of a whole war or of another year is background.
    """
    figures = [f for f in sheet.every(Figure) if _SUBJECTS.match(f.subject)]
    known = {_same(f) for f in figures if (day := sheet.day(f.article)) and day < days.since}
    groups: dict[tuple[str, int], list[Figure]] = {}
    for figure in figures:
        if days.hold(sheet.day(figure.article)) and _same(figure) not in known and _news(sheet, days, figure):
            start = sentence_around(sheet.articles[figure.article], figure.evidence).start
            groups.setdefault((figure.article, start), []).append(figure)
    lines = [_line(sheet, days, told) for told in groups.values()]
    yield from sorted(lines, key=lambda made: (-made.weight[-1], made.line.id))[:_MOST]


def _same(figure: Figure) -> tuple[str, str | None, float | None]:
    return figure.subject.split()[0], figure.unit, figure.value if figure.value is not None else figure.low


def _news(sheet: Sheet, days: Days, figure: Figure) -> bool:
    article = sheet.articles[figure.article]
    words = sentence_around(article, figure.evidence)
    if leads_with(article, figure.evidence) or figure.subject.endswith("in the war"):
        return False
    return not _BACKGROUND.search(words.text) and not sheet.long_past(figure, days)


def _line(sheet: Sheet, days: Days, told: list[Figure]) -> Weighed:
    subjects = list(dict.fromkeys(f.subject.split()[0] for f in told))
    words = sentence_around(sheet.articles[told[0].article], told[0].evidence)
    text = f"Figures of {listed(subjects)}: {quoted(words.text)}"
    made = line(sheet, days, "happened", text, told[0].id, told, [f.speaker for f in told if f.speaker])
    most = max((f.value or f.low or 0.0) for f in told)
    return Weighed(made, (1.0, 1.0, 0.4 + min(most, 1000.0) / 5000 + 0.2 * any(f.speaker for f in told)))
