"""The events of a record in the form of the PLOVER ontology (Open Event Data Alliance): one JSON list of records.

Each column and code is told in `docs/codebook.md`.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from aidememoire import __version__
from aidememoire.model.articles import Article
from aidememoire.model.when import When
from aidememoire.record.days import days
from aidememoire.store import Moment
from aidememoire.views.coded.gather import Coded, coded_events
from aidememoire.views.coded.who import Roster, Who
from aidememoire.views.index import index_of

CODER = "aide-memoire"

Record = dict[str, Any]


def plover(moment: Moment, out: TextIO) -> None:
    """Write the events of what `moment` sees to `out`, one record a line within one JSON list."""
    index = index_of(moment)
    roster = Roster.of(moment, index)
    articles = {article.id: article for article in moment.articles()}
    rows = (
        json.dumps(_record(e, articles[e.article], roster), ensure_ascii=False) for e in coded_events(moment, roster)
    )
    out.write("[")
    for number, row in enumerate(rows):
        out.write(("," if number else "") + "\n" + row)
    out.write("\n]\n")


def _record(event: Coded, article: Article, roster: Roster) -> Record:
    first, last = happened(event.when)
    return {
        "id": event.id,
        "date": first if first == last else None,
        "dateRange": {"first": first, "last": last, "text": event.when.text if event.when else None},
        "source": [_actor(who) for who in event.sources],
        "target": [_actor(who) for who in event.targets],
        "event": event.kind,
        "mode": event.mode,
        "status": event.status,
        "reporter": roster.name(event.reporter),
        "eventText": event.evidence.text,
        "context": list(event.context),
        "geo": event.place,
        "text": _sentence(event, article),
        "textInfo": {"source_id": article.source_id, "start": event.evidence.start, "end": event.evidence.end},
        "language": article.language,
        "publication": article.outlet,
        "agencies": list(article.agencies),
        "published": article.published,
        "facts": list(event.facts),
        "coder": CODER,
        "version": __version__,
    }


def happened(when: When | None) -> tuple[str | None, str | None]:
    """The first and last day of an event by its time in the text, None where that gives no days.

    The day of publication is when it was reported, not when it happened, and is never taken for it.
    """
    known = days(when.value) if when is not None else None
    return (known.first.isoformat(), known.last.isoformat()) if known is not None else (None, None)


def _actor(who: Who) -> Record:
    return {"actorText": who.text, "name": who.name, "code": who.code, "sector": who.sector, "actor": who.actor}


def _sentence(event: Coded, article: Article) -> str:
    """The paragraph that holds the event's clause."""
    at = article.paragraph_at(event.evidence.start)
    return article.paragraphs[at].text if at >= 0 else event.evidence.text
