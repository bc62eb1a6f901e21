"""Where and when of an encounter whose own clause leaves them out: the words that introduce it, or the dateline."""

from __future__ import annotations

import re

from aidememoire.extract.encounters.circumstances import is_place
from aidememoire.extract.encounters.listed import seat_behind
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.scene import Scene
from aidememoire.lexicon.countries import country_of
from aidememoire.model.spans import Span
from aidememoire.model.when import When

# "Soon after flying in to Halvet late on Thursday, Aldous had talks with ..."
_ARRIVING = re.compile(
    r"(?P<soon>(?:soon|shortly|hours|immediately|minutes|just)\s+)?(?P<on>after|before|on|upon|while)\s+"
    r"(?:his\s+|her\s+|their\s+|its\s+)?(?:arriv(?:ing|al)|fl(?:ying|ew)(?:\s+in)?|landing|travel+ing|returning|visiting|touching\s+down)"
    r"\s+(?:(?:to|in|into|at|from)\s+)?[^,;:“”\"]*,\s",
    re.IGNORECASE,
)
# "Arrived in Halvet for talks", "were coming to Halvet on Monday for a round of talks".
_JOURNEY = re.compile(
    r"\b(?:arriv(?:e|es|ed|ing)|fl(?:y|ies|ew|ying|own)|travel+(?:s|ed|ing)?|com(?:e|es|ing)|came|head(?:s|ed|ing)?|go(?:es|ing)?|went"
    r"|return(?:s|ed|ing)?|is|was|are|were|be)\s+(?:back\s+)?(?:to|in|at|into)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:\s+[\w’'-]+){0,4}?\s+for\s+(?:[\w’'-]+\s+){0,4}\Z")
_TO = re.compile(
    r"\b(?:arriv(?:e|es|ed|ing)|fl(?:y|ies|ew|ying|own)|travel+(?:s|ed|ing)?|com(?:e|es|ing)|came|head(?:s|ed|ing)?|went|return(?:s|ed|ing)?|is|was|are|were)"
    r"\s+(?:back\s+)?(?P<to>to|in|at|from)\s+the\s+[A-Z][\w-]+\s+capital(?:\s+(?:on|late|early)\s+\w+)?\s+for\s+(?:[\w’'-]+\s+){0,4}\Z"
)
_SEAT = re.compile(r"\s+(?:capital|port|border\s+town)\b")
_GATHERED = r"(?:talks|negotiations|meetings?|conference|summit|session|consultations)"
# How many of the first sentences the dateline speaks of.
_LEAD = 2


def introduced_place(scene: Scene, seen: Sighting) -> str | None:
    """Where an encounter was that names no place itself: where its people came to for it, or had just arrived.

    A dateline only tells where it was written; its place counts in the lead of an article that tells elsewhere of
    talks or a meeting there.
    """
    if seen.kind == "visit":
        return _seat(scene, seen)
    before = Span(seen.sentence.start, seen.cue.start, scene.text[seen.sentence.start : seen.cue.start])
    places = [p for p in scene.places_in(before) if is_place(p)]
    journey = places and _JOURNEY.search(before.text[: places[-1].start - before.start])
    if journey and _FOR.fullmatch(scene.text[places[-1].end : seen.cue.start]):
        return places[-1].text
    described = _described_seat(scene, before)
    if described is not None:
        return described
    opening = _opening(scene, seen)
    inside = [p for p in places if opening is not None and p.end <= opening.end]
    if opening is not None and len(inside) == 1:
        return inside[0].text
    return _dateline(scene, seen)


def _described_seat(scene: Scene, before: Span) -> str | None:
    """The capital that somebody has come to for talks, where it is described ("is in the Varenian capital for")."""
    journey = _TO.search(before.text)
    return seat_behind(scene, before, before.start + journey.start("to"), 0) if journey is not None else None


def introduced_day(scene: Scene, seen: Sighting) -> When | None:
    """The day in the words that introduce an encounter, where these put it right after ("soon after arriving")."""
    opening = _opening(scene, seen)
    match = _ARRIVING.match(opening.text) if opening is not None else None
    if opening is None or match is None or not (match["soon"] or match["on"].lower() in {"on", "upon"}):
        return None
    dates = scene.dates_in(opening)
    return When(dates[0].span.text, dates[0].value) if len(dates) == 1 else None


def _opening(scene: Scene, seen: Sighting) -> Span | None:
    """The words of arriving that open the sentence, where the encounter stands in the clause right behind them."""
    match = _ARRIVING.match(scene.text, seen.sentence.start, seen.cue.start)
    if match is None or match["on"].lower() == "before":
        return None
    between = scene.text[match.end() : seen.cue.start]
    return None if re.search(r"[,;:“”\"]", between) else Span.of(scene.text, match.start(), match.end())


def _seat(scene: Scene, seen: Sighting) -> str | None:
    """The place of a visit that is told by whose it is: "the Varenian capital"."""
    place = next((p for p in scene.places_in(seen.sentence) if p.start >= seen.cue.end), None)
    if place is None or is_place(place) or scene.text[seen.cue.end : place.start].strip() not in {"the", "a"}:
        return None
    seat = _SEAT.match(scene.text, place.end, seen.sentence.end)
    return scene.text[place.start : seat.end()] if seat is not None else None


def _dateline(scene: Scene, seen: Sighting) -> str | None:
    line = scene.article.dateline or ""
    place = line.title() if line.isupper() else line
    lead = [s.span for s in scene.sentences("body")[:_LEAD]]
    known = country_of(place) if place else None
    if not place or seen.status != "held" or seen.sentence not in lead or (known is not None and known.kind == "name"):
        return None
    before = (scene.text[seen.sentence.start : p.start] for p in scene.places_in(seen.sentence))
    if any(re.search(r"\b(?:in|at)\s+\Z", words) for words in before):
        return None
    name = re.escape(place)
    told = rf"\b{_GATHERED}\b[^.;,]{{0,40}}\b(?:in|at)\s+(?:the\s+)?{name}\b|\b{name}\s+{_GATHERED}\b"
    return place if re.search(told, scene.text) else None
