"""Pages spliced from several stories, told by their text alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aidememoire.lexicon.agencies import agency_of
from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.lexicon.english import DETERMINERS, PERSONAL, SUBORDINATORS
from aidememoire.text.datelines import dateline_at
from aidememoire.text.pieces import plain

_SAID = r"(?:said|says|told|added|warned|stressed|insisted|noted|declared|stated|explained)"
_NAME = r"[A-ZÀ-Þ][a-zß-ÿ'-]{2,}"
_SPEAKER = re.compile(
    rf"(?:(?<=[,.\"] )|(?<=^))(?P<before>{_NAME}) {_SAID}\b|\b{_SAID} (?P<after>{_NAME})(?=[.,]|$)", re.MULTILINE
)
# What may stand alone before "said" at the head of a sentence, and is no surname.
_NO_NAMES = (
    DETERMINERS
    | PERSONAL
    | SUBORDINATORS
    | frozenset(
        "officials sources witnesses residents activists diplomats analysts rebels police critics reports state police "
        "president minister prime general secretary ambassador mister television opposition "
        "monday tuesday wednesday thursday friday saturday sunday god time".split()
    )
)
_QUOTE_ALONE = re.compile(r'"[^"]+"\W*')
# A dateline in the second paragraph follows a summary; a spliced story begins further down.
_FIRST_SPLICE = 2


def breaks(paragraphs: Sequence[str]) -> tuple[int, ...]:
    """Where another story begins among the body's paragraphs, by their indices; none where all are one story.

    A dateline in capitals inside the body says that a second story begins there. A speaker who has but a surname and
    was introduced nowhere above, or a paragraph that is a quotation and no more, says that something went missing. Each
    alone also occurs in honest stories (round-ups; persons whom everybody knows), so the dateline and one of the others
    are asked for. There may be more breaks than these.
    """
    article = "\n".join(paragraphs)
    inside = [(at, dateline_at(text, article)) for at, text in enumerate(paragraphs) if at >= _FIRST_SPLICE]
    begun = {at for at, found in inside if found and found.place and found.place.isupper()}
    strangers = unintroduced(paragraphs)
    lost = {at for at, text in enumerate(map(plain, paragraphs)) if _is_lost(text, strangers)}
    return tuple(sorted((begun | lost) - {0})) if begun and (lost or strangers) else ()


def _is_lost(paragraph: str, strangers: Sequence[str]) -> bool:
    """Whether a paragraph is a quotation and no more, or one in which a stranger speaks."""
    speakers = {m["before"] or m["after"] for m in _SPEAKER.finditer(paragraph)}
    return _QUOTE_ALONE.fullmatch(paragraph) is not None or not speakers.isdisjoint(strangers)


def unintroduced(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Surnames that speak before the text has given a first name, a title or anything else to know them by."""
    article = plain("\n".join(paragraphs))
    found = []
    for match in _SPEAKER.finditer(article):
        side = "before" if match["before"] else "after"
        name = match[side]
        if _may_be_surname(name) and not re.search(rf"\b{re.escape(name)}\b", article[: match.start(side)]):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _may_be_surname(name: str) -> bool:
    """Whether a lone word may be a person's name: no word of grammar, no country, agency or organization."""
    known = country_of(name) or agency_of(name) or organization_of(name)
    return name.lower() not in _NO_NAMES and known is None
