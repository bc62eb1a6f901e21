"""The lines on what the days' articles lead with: each story's first sentence, as its first outlet prints it."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.model.articles import Article
from aidememoire.model.facts import Encounter, Position
from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Story
from aidememoire.model.process import BriefLine
from aidememoire.model.spans import Located, Span
from aidememoire.queries.brief.sentences import lead_of
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, heard
from aidememoire.queries.brief.wording import quoted

# A lead is a sentence; where a first paragraph is longer, so many of its characters are shown.
_LONGEST = 300
LEAD = "In the news: "


def on_leads(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each story of the days, the one that most articles tell first: what it leads with, in its words."""
    told = [a for a in sheet.articles.values() if days.hold(sheet.day(a.id))]
    of = {article: story for story in sheet.links(Story) for article in story.articles}
    groups: dict[str, list[Article]] = {}
    for article in sorted(told, key=lambda a: (a.published or "", a.source_id)):
        story = of.get(article.id)
        groups.setdefault(story.id if story else article.id, []).append(article)
    for story_id, articles in groups.items():
        leads = [(article, lead) for article in articles if (lead := lead_of(article)) is not None]
        if leads:
            yield _line(sheet, days, story_id, articles, leads[-1])


def _line(sheet: Sheet, days: Days, story: str, articles: list[Article], lead: tuple[Article, Span]) -> Weighed:
    article, span = lead
    origins = sheet.origins_of([(a.id, found) for a in articles if (found := lead_of(a)) is not None])
    told = sheet.told_by((), [a.id for a in articles])
    text = f"{LEAD}{quoted(span.text, _LONGEST)} — {told} ({heard(origins)})."
    records = (story, *(a.id for a in articles if a.id != story))
    where = (Located(article.id, span.start, span.end, span.text),)
    mark = content_id("brief_line", days.day, "happened", text, *records)
    made = BriefLine(mark, days.day, text, "happened", records, origins, where)
    return Weighed(made, (5.0, float(len(articles)), _of_process(sheet, {a.id for a in articles})))


def _of_process(sheet: Sheet, articles: set[str]) -> float:
    """How much articles tell of the process: their positions and encounters."""
    stands, met = sheet.every(Position), sheet.every(Encounter)
    return float(sum(p.article in articles for p in stands) + sum(e.article in articles for e in met))
