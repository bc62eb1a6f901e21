"""The lines on what the articles themselves tell: how truce and talks stand, and the events of the fighting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from aidememoire.model.articles import Article
from aidememoire.model.facts import Statement, Time
from aidememoire.model.ids import content_id
from aidememoire.model.process import BriefLine
from aidememoire.model.spans import Located, Span
from aidememoire.queries.brief.passages import LONGEST, begins_back, sentences_of, with_before
from aidememoire.queries.brief.sentences import leads_with
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, heard
from aidememoire.queries.brief.vocabulary import event_of_war, richness, state_of_talks
from aidememoire.queries.brief.wording import quoted

# A sentence of fewer characters is a head or a caption.
_SHORTEST = 40
# In days: what a sentence dates to before that is background.
_FRESH = 10
# What was so all along, and what an article tells of itself.
_BACKGROUND = re.compile(
    r"\byears?\s+of\s+(?:civil\s+)?(?:war|conflict|fighting)\b|\byear-old\s+(?:civil\s+)?(?:war|conflict)\b.*\bkilled\b"
    r"|\bha(?:s|ve)\s+(?:killed|claimed)\s+(?:more\s+than|an?\s+estimated|at\s+least|some|over)?\s*[\d,]+"
    r"|\b(?:in|since)\s+(?:19|20)\d\d\b|\b(?:last|previous)\s+(?:year|month)\b|\byears?\s+ago\b|\A\(|\bReporting\s+by\b"
    r"|\bearlier\s+this\s+year\b|\bin\s+the\s+(?:past\s+|last\s+)?\w+\s+(?:months|years)\b|\b(?:correspondents?|newspaper|headlines?)\b|\bPhoto(?:graph)?\b|\([^()]*/\s?(?:AP|AFP|EPA|Reuters)\)"
    r"|\bin\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_PRINTS = re.compile(
    r"\A(?:neither|no|none)\b|\b(?:media|news\s+agency|newspaper|television|tv|radio|channel|draft|resolution|document|communiqu[eé]|text)\b",
    re.I,
)
_ASKS = re.compile(r"\?[”\"’']?\Z")


def on_told(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each such sentence of the days' articles that nobody is quoted for and that can stand alone."""
    for article in sheet.articles.values():
        if days.hold(sheet.day(article.id)):
            said = [s for s in sheet.told_in(Statement, article.id) if s.speaker and not _printed(s)]
            bodies = [p for p in article.paragraphs if p.kind == "body"]
            for at, paragraph in enumerate(bodies):
                for sentence in sentences_of(article, paragraph):
                    whole = with_before(article, sentence) if begins_back(sentence.text) else sentence
                    if whole and _tells(sheet, days, article, sentence, whole) and not _attributed(said, sentence):
                        yield _line(sheet, days, article, whole, at)


def _printed(said: Statement) -> bool:
    """Whether it is another outlet or a document that says it."""
    return said.speaker_span is not None and _PRINTS.search(said.speaker_span.text) is not None


def _tells(sheet: Sheet, days: Days, article: Article, sentence: Span, whole: Span) -> bool:
    words = sentence.text
    if not _SHORTEST <= len(words) <= LONGEST or leads_with(article, whole):
        return False
    if _BACKGROUND.search(words) or _ASKS.search(words) or not words.rstrip("”\"’' ").endswith((".", "!")):
        return False
    return (state_of_talks(words) or event_of_war(words)) and not _dated_back(sheet, days, article, sentence)


def _attributed(said: list[Statement], sentence: Span) -> bool:
    """Whether half of a sentence is somebody's words."""
    covered = sum(
        max(0, min(s.content.end, sentence.end) - max(s.content.start, sentence.start))
        for s in said
        if not (s.act == "intend" or s.act == "want")
    )
    return 2 * covered >= sentence.end - sentence.start


def _dated_back(sheet: Sheet, days: Days, article: Article, sentence: Span) -> bool:
    bound = (date.fromisoformat(days.since) - timedelta(_FRESH)).isoformat()
    return any(
        t.article == article.id
        and sentence.start <= t.start < sentence.end
        and t.latest is not None
        and t.latest < bound
        for t in sheet.told_in(Time, article.id)
    )


def _line(sheet: Sheet, days: Days, article: Article, sentence: Span, paragraph: int) -> Weighed:
    origins = sheet.origins_of([(article.id, sentence)])
    text = f"Told by {sheet.told_by((), [article.id])}: {quoted(sentence.text)} ({heard(origins)})."
    where = Located(article.id, sentence.start, sentence.end, sentence.text)
    mark = content_id("brief_line", days.day, "happened", text, article.id)
    made = BriefLine(mark, days.day, text, "happened", (article.id,), origins, (where,))
    early = max(0.0, 5 - paragraph) * 0.15
    weight = 0.2 * min(richness(sentence.text), 6) + 0.6 * state_of_talks(sentence.text) + early
    return Weighed(made, (1.0, 1.0, weight))
