"""The tracks of an article: the places that it calls a process by, with where each is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.process.sponsors import called_by_sponsor
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.lexicon.countries import country_of
from aidememoire.model.ordered import Ordered
from aidememoire.model.spans import Span

_WORDS = wordlist("process")
_ORDINAL = {word: n for n, word in enumerate(_WORDS["ordinals"], 1)}
_CARDINAL = {word: n for n, word in enumerate(_WORDS["cardinals"], 1)}
_AFTER_PLACE = re.compile(
    rf"(?:['’]s)?\s*(?:{either(_WORDS['between'])}\s+)*?(?:(?P<lasting>{either(_WORDS['track_nouns'])})|{either(_WORDS['loose_nouns'])})\b",
    re.IGNORECASE,
)
_ASIDE = rf"(?:{either(_WORDS['aside'])}|[^.;:,]{{0,60}}?\b{either(_WORDS['begun'])}(?:\s+\w+){{0,3}}?)"
_BEFORE_PLACE = re.compile(
    rf"\b{either(_WORDS['talk_nouns'])},?\s+(?:{_ASIDE},?\s+)?(?:in|at)\s+(?:the\s+(?:[\w’'-]+\s+){{1,3}})?\Z",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r",?\s+(?:under|within|as\s+part\s+of|through)\s+(?:an?|the|this|that|its)\s+(?:[\w-]+\s+){0,3}(?:process|track|format)\b"
)
_OF_CAPITAL = re.compile(r"['’]s\s+(?:\w+\s+)?(?:capital|city|town)\b")
_CAPITAL_OF = re.compile(r"\b(?:capital|city|town|resort)(?:\s+of)?,?\s+\Z", re.IGNORECASE)
_TALKS_BEFORE = re.compile(rf"\b{either(_WORDS['talk_nouns'])}[^.;:]{{0,60}}\Z", re.IGNORECASE)
ROUND = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINAL)}|\d+(?:st|nd|rd|th))\s+(?:of\s+(?:the\s+|its\s+)?(?:[\w-]+\s+){{0,2}}rounds"
    rf"|(?:(?!(?:of|in|the|a|an|to|and|time|day|week|month|year)\b)[\w’'-]+\s+)?round)\b"
    rf"|round\s+(?P<number>\d{{1,2}}|{'|'.join(_CARDINAL)})\b)(?P<of>\s+of\s+{either(_WORDS['of_talks'])})?",
    re.IGNORECASE,
)
# "Press conference" names no gathering of the sides.
_GATHERED = rf"(?<!press\s)(?<!news\s)\b(?:{either(_WORDS['one_gathering'])}|meetings)"
# How far around a place the words may stand that make it a state ("the war in Varenia", "Varenia's army").
_AROUND = 40


@dataclass(frozen=True, slots=True)
class _Venue:
    """A place of talks and the words that show it; `weight` is 2 where these tell of a lasting process, 1 where they
    call talks by the place or tell of rounds in it, 0 where they only tell of talks there.
    """

    name: str
    shown: Span
    weight: int


def tracks(scene: Scene, within: Span) -> Iterator[tuple[str, Span]]:
    """The tracks that the words at `within` speak of, with the words that show it.

    A place is a track where the article calls a process by it or tells of rounds there: one day's talks are none.
    """
    sure = scene.memo("tracks", _names)
    for venue in _venues(scene, within):
        if venue.name in sure:
            yield venue.name, venue.shown


def track_named(scene: Scene, span: Span) -> str | None:
    """The name of the one track that the words at `span` speak of, None where they name none or several."""
    names = {name for name, _ in tracks(scene, span)}
    return names.pop() if len(names) == 1 else None


def track_of(scene: Scene, span: Span) -> str | None:
    """The track that the words at `span` name; where they name none, the article's one track, None where it has more.

    In an article that names no venue of the talks that is what it calls them by their sponsor.

    What the head of an article tells (its title, its standfirst, its first paragraph) is of the one track named there.
    """
    names = {name for name, _ in tracks(scene, span)}
    if names:
        return names.pop() if len(names) == 1 else None
    lone = lone_track(scene) if scene.memo("tracks", _names) else called_by_sponsor(scene)
    if lone is not None:
        return lone
    head = scene.memo("head", _head)
    return main_track(scene) if any(s.overlaps(span) for s in head) else None


def lone_track(scene: Scene) -> str | None:
    """The one track that the article speaks of, None where there are several, or where it is only set against another
    that the article gives no name ("a separate process in Halvet").
    """
    return scene.memo("lone track", _lone_track)


def _lone_track(scene: Scene) -> str | None:
    sure = scene.memo("tracks", _names)
    if len(sure) != 1:
        return None
    told = [s.span.text for s in scene.reading.sentences if any(tracks(scene, s.span))]
    contrast = pattern("process", "contrast")
    return None if all(contrast.search(words) for words in told) else next(iter(sure))


def main_track(scene: Scene) -> str | None:
    """The one track that the head of the article names, None where that names none or several."""
    return scene.memo("main track", _main_track)


def _main_track(scene: Scene) -> str | None:
    names = {name for s in scene.memo("head", _head) for name, _ in tracks(scene, s)}
    return names.pop() if len(names) == 1 else None


def _head(scene: Scene) -> tuple[Span, ...]:
    """The sentences of the title and the standfirst, and the first of the body."""
    body = scene.sentences("body")
    return tuple(s.span for s in (*scene.sentences("title", "standfirst"), *body[:1]))


def round_of(match: re.Match[str]) -> int:
    """The number of a round that `ROUND` matched."""
    word = (match["ordinal"] or match["number"]).lower()
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else _ORDINAL.get(word) or _CARDINAL[word]


def round_number(text: str) -> int | None:
    """The number of the round that `text` speaks of ("the sixth round"), None where it gives none."""
    match = ROUND.search(text)
    return round_of(match) if match else None


def _names(scene: Scene) -> frozenset[str]:
    """The venues that are tracks: called so, told of by rounds, returned to, or set against such a one."""
    told = [(s.span, venue) for s in scene.reading.sentences for venue in _venues(scene, s.span)]
    counts = Counter(venue.name for _, venue in told)
    again = {name for name in counts if counts[name] > 1}
    sole = counts.keys() if len(counts) == 1 and _rounds_told(scene) else set()
    loose = {venue.name for _, venue in told if venue.weight == 1}
    sure = {venue.name for _, venue in told if venue.weight == 2}
    sure |= {name for name in loose | again | sole if not _gathered(scene.text, name)}
    contrast = pattern("process", "contrast")
    return frozenset(sure | {venue.name for within, venue in told if sure and contrast.search(within.text)})


def _rounds_told(scene: Scene) -> bool:
    """Whether the article counts the rounds of talks."""
    return any(match["of"] is not None for match in ROUND.finditer(scene.text))


def _gathered(text: str, place: str) -> bool:
    """Whether the article gives a place a meeting or a conference: then "the talks" there are those of a day."""
    name = re.escape(place)
    there = rf"\b{_GATHERED}\s+(?:\w+\s+){{0,3}}?(?:in|at)\s+(?:an?\s+|the\s+)?{name}\b"
    called = rf"\b{name}(?:\s+\w+)?\s+{either(_WORDS['one_gathering'])}\b"
    return re.search(f"{there}|{called}", text) is not None


def _venues(scene: Scene, within: Span) -> Iterator[_Venue]:
    """Places of talks, the words that show it, and how much these tell."""
    for place in _named_places(scene, within):
        after = _AFTER_PLACE.match(scene.text, place.end, within.end)
        under = after or _UNDER.match(scene.text, place.end, within.end)
        before = _BEFORE_PLACE.search(scene.text[within.start : place.start])
        if under is not None:
            weight = 1 if after is not None and after["lasting"] is None else 2
            yield _Venue(place.text, Span.of(scene.text, place.start, under.end()), weight)
        elif before is not None and not _OF_CAPITAL.match(scene.text, place.end, within.end):
            shown = Span.of(scene.text, within.start + before.start(), place.end)
            yield _Venue(place.text, shown, _weight(scene, within, shown))
        elif _in_capital(scene, within, place):
            yield _Venue(place.text, place, _weight(scene, within, place))


def _weight(scene: Scene, within: Span, shown: Span) -> int:
    """How much "talks in Halvet" tells: peace talks last, and so do those of a round or that are taken up again."""
    before = scene.text[max(shown.start - _AROUND, within.start) : shown.start]
    if pattern("process", "lasting_talks").search(shown.text) or pattern("process", "round").search(before):
        return 2
    around = before + shown.text + scene.text[shown.end : min(shown.end + _AROUND, within.end)]
    return 1 if pattern("process", "lasting").search(around) else 0


def _named_places(scene: Scene, within: Span) -> Iterator[Span]:
    """The places inside `within` that are no states: an adjective may be one too, where the article has it as a place
    elsewhere ("the Halvet talks").
    """
    states, known = scene.memo("states", _states), scene.memo("words for places", _place_words)
    names = scene.memo("names by place", lambda s: Ordered.by((n.span for n in s.reading.names), lambda span: span))
    for name in names.inside(within):
        if name.text.casefold() in known and name.text not in states:
            yield name


def _place_words(scene: Scene) -> frozenset[str]:
    """The names of the article's places, that of its dateline among them, in small letters."""
    named = {n.span.text for n in scene.reading.names if n.kind == "place"}
    lines = re.split(r"[/,]\s*", scene.article.dateline or "")
    return frozenset(name.casefold() for name in (*named, *lines) if name)


def _states(scene: Scene) -> frozenset[str]:
    """The places of the article that are states: talks are about them or between them, no track is named by one."""
    places = {n.span.text for n in scene.reading.names if n.kind == "place"}
    parties = {p.name.casefold() for p in scene.parties if p.kind == "state"}
    return frozenset(p for p in places if p.casefold() in parties or _is_country(p) or _ruled(scene.text, p))


def _is_country(place: str) -> bool:
    known = country_of(place)
    return known is not None and known.kind in {"name", "people", "adjective"}


def _ruled(text: str, place: str) -> bool:
    """Whether a text gives a place a war, an army or a government of its own ("the war in Varenia")."""
    for match in re.finditer(rf"\b{re.escape(place)}\b", text):
        before, after = text[max(match.start() - _AROUND, 0) : match.start()], text[match.end() : match.end() + _AROUND]
        if pattern("process", "state_before").search(before) and re.search(r"\b(?:in|of|on)\s+\Z", before):
            ending = pattern("process", "state_before").split(before)[-1]
            if re.fullmatch(r"\s+(?:in|of|on)\s+", ending):
                return True
        if re.match(rf"['’]s\s+(?:\w+\s+)?{either(_WORDS['state_after'])}\b", after):
            return True
    return False


def _in_capital(scene: Scene, within: Span, place: Span) -> bool:
    before = scene.text[within.start : place.start]
    return bool(_CAPITAL_OF.search(before) and _TALKS_BEFORE.search(before))
