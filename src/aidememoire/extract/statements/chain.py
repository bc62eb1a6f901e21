"""The way that words came: whom they were told to, and who passed them on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aidememoire.extract.parties.cast import Cast
from aidememoire.model.facts import Via
from aidememoire.model.spans import Span

_TOLD = re.compile(
    r"\b(?:told|telling|tells|tell|informed|assured|assuring|speaking\s+to|spoke\s+to|speaking\s+with|addressing|"
    r"(?:in|during)\s+(?:an?\s|his\s|her\s|their\s)?(?:\w+\s){0,2}(?:interview|briefing|remarks|comments)\s+(?:with|to|for|on)|"
    r"(?:interview|remarks|comments)\s+(?:with|to|for)|said\s+to|says\s+to|(?:said|says|say)\s+(?:\w+day\s+)?on)\s+",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"(?:(?:a|an|the|its|his|her|their|some|several|local|state|foreign|government|opposition|visiting|fellow|[A-Z][\w’'-]+)\s+){0,4}?"
    r"(?:reporters?|journalists?|news\s+conference|press\s+conference|media|delegates|parliament|lawmakers|supporters|followers|"
    r"diplomats|ministers|officials|television|tv|radio|news\s+agency|newspaper|broadcaster|channel|network|council|assembly|"
    r"crowd|audience|congress|senate|committee|conference|forum|students|troops)\b",
    re.IGNORECASE,
)
_BROADCAST = re.compile(r"\b(?:television|tv|radio|channel|broadcaster|network)\b", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"(?:\s(?:[a-z]{2}-)?[A-Z][\w’'-]*){1,4}")
_CARRIED = re.compile(
    r"\b(?:carried|published|released|distributed|broadcast|aired|reported|quoted|cited)\s+(?:\w+\s){0,2}by\s+",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:quoted|cited)\b(?:\s+as\s+saying)?(?:\s+on\s+\w+)?\s+by\s+|\bquoted\s+by\s+", re.IGNORECASE
)
_QUOTING = re.compile(
    r"\s+(?:(?:also|later|on\s+\w+)\s+)?(?:has\s+|had\s+)?(?:quoted|cited|quotes|cites|quoting|citing)\s+",
    re.IGNORECASE,
)
_SAYS = re.compile(r",?\s*(?:according\s+to|reported|reports|quoting|citing)\s+", re.IGNORECASE)
# Characters after "told" in which the one told must begin: an article and two or three adjectives.
NEAR = 45


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom words were told to: the party, where it is one of the cast, and the words for it."""

    party: str | None
    text: str


def addressee(outside: Sequence[Span], cue: Span | None, whole: Cast, speaker: str | None) -> Addressee | None:
    """Whom a statement was told to, from the parts of its sentence that are not its content.

    `outside` are those parts, in order. None where the text does not say.
    """
    for part in outside:
        for match in _TOLD.finditer(part.text):
            if cue is not None and match.group().lower().startswith("told") and not _of_cue(part, match, cue):
                continue
            found = _who(part, match.end(), whole, speaker, media_only=match.group().lower().strip().endswith(" on"))
            if found is not None:
                return found
    return None


def _of_cue(part: Span, match: re.Match[str], cue: Span) -> bool:
    """Whether a "told" is the cue itself and not another's telling."""
    start = part.start + match.start()
    return cue.start <= start < cue.end


def _who(part: Span, at: int, whole: Cast, speaker: str | None, *, media_only: bool) -> Addressee | None:
    place = part.start + at
    window = part.text[at:]
    stop = re.search(r"[,;:]|\s(?:that|in|on|after|before|during|at)\s", window)
    end = place + (stop.start() if stop else len(window))
    near = [k for k in whole.within(part) if place <= k.span.start <= min(place + NEAR, end) and k.party.id != speaker]
    near = [k for k in near if k.party.kind in ("media", "person") or not _modifies(part, k.span)]
    named = next((k for k in near if k.party.kind != "place" and (k.party.kind == "media" or not media_only)), None)
    audience = _AUDIENCE.match(window)
    if named is not None and (audience is None or named.party.kind in ("media", "person")):
        return Addressee(named.party.id, named.span.text)
    if audience is None or (media_only and not _BROADCAST.search(audience.group())):
        return None
    name = _NAMED_AFTER.match(window, audience.end()) if _BROADCAST.search(audience.group()) else None
    return Addressee(None, window[: name.end() if name else audience.end()])


def _modifies(part: Span, name: Span) -> bool:
    """Whether a name only modifies the noun after it: "his Kestrian counterpart"."""
    return re.match(r"\s[a-z]+", part.text[name.end - part.start :]) is not None and not name.text.islower()


def passed_on(
    sentence: Span, outside: Sequence[Span], source: Span | None, whole: Cast, speaker: str | None
) -> tuple[Via, ...]:
    """Who passed a statement on, as its sentence tells, nearest first."""
    found: list[Via] = []
    for part in outside:
        for pattern in (_CARRIED, _PASSIVE):
            for match in pattern.finditer(part.text):
                _add(found, _named_at(part, match.end(), whole), speaker)
    if source is not None:
        _add(found, _quoting(sentence, source, whole), speaker)
    return tuple(found)


def _add(found: list[Via], via: Via | None, speaker: str | None) -> None:
    if via is not None and (via.actor is None or via.actor != speaker) and via not in found:
        found.append(via)


def _named_at(part: Span, at: int, whole: Cast) -> Via | None:
    place = part.start + at
    near = [k for k in whole.within(part) if place <= k.span.start <= place + NEAR and k.party.kind != "place"]
    while len(near) > 1 and _owns(whole.text, near[0].span, near[1].span):
        near = near[1:]
    return Via(near[0].party.id, near[0].span.text) if near else None


def _owns(text: str, first: Span, second: Span) -> bool:
    """Whether a name only tells whose the next is: "Kestria's VNA news agency", "the Kestrian agency VNA"."""
    between = text[first.end : second.start]
    return first.text.endswith(("’s", "'s")) or re.fullmatch(r"['’]s\s|\s(?:\w+\s){0,3}", between) is not None


def _quoting(sentence: Span, source: Span, whole: Cast) -> Via | None:
    """Y in "Y quoted X as saying", where X is the source."""
    before = sentence.text[: source.start - sentence.start]
    match = next(iter(reversed(list(_QUOTING.finditer(before)))), None)
    if match is None or before[match.end() :].strip().lower() not in ("", "the", "a", "an"):
        return None
    place = sentence.start + match.start()
    ending = [k for k in whole.within(sentence) if k.span.end == place]
    if ending:
        return Via(ending[-1].party.id, ending[-1].span.text)
    words = re.search(r"(?:[\w’'-]+\s+){0,3}[\w’'-]+$", before[: match.start()])
    return Via(None, words.group()) if words else None


def reports(text: str, cue: Span | None) -> bool:
    """Whether a cue passes on what another said: "according to", "reported", "quoted"."""
    return cue is not None and _SAYS.match(cue.text + " ") is not None
