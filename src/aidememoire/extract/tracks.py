"""The tracks of an article: the places that it calls a process by, with where each is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.lexicon.countries import country_of
from aidememoire.model.spans import Span

_WORDS = wordlist("process")
_ORDINAL = {word: n for n, word in enumerate(_WORDS["ordinals"], 1)}
_CARDINAL = {word: n for n, word in enumerate(_WORDS["cardinals"], 1)}
_AFTER_PLACE = re.compile(
    rf"(?:['’]s)?\s*(?:{either(_WORDS['between'])}\s+)*{either(_WORDS['track_nouns'])}\b", re.IGNORECASE
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
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINAL)}|\d+(?:st|nd|rd|th))\s+round\b|round\s+(?P<number>\d{{1,2}}|{'|'.join(_CARDINAL)})\b)"
    rf"(?P<of>\s+of\s+{either(_WORDS['of_talks'])})?",
    re.IGNORECASE,
)
# How far around a place the words may stand that make it a state ("the war in Varenia", "Varenia's army").
_AROUND = 40


def tracks(scene: Scene, within: Span) -> Iterator[tuple[str, Span]]:
    """The tracks that the words at `within` speak of, with the words that show it.

    A place is a track where the article calls a process by it or tells of rounds there: one day's talks are none.
    """
    sure = scene.memo("tracks", _names)
    for name, span, _ in _venues(scene, within):
        if name in sure:
            yield name, span


def track_named(scene: Scene, span: Span) -> str | None:
    """The name of the one track that the words at `span` speak of, None where they name none or several."""
    names = {name for name, _ in tracks(scene, span)}
    return names.pop() if len(names) == 1 else None


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
    told = [(name, called) for s in scene.reading.sentences for name, _, called in _venues(scene, s.span)]
    sure = {name for name, called in told if called}
    counts = Counter(name for name, _ in told)
    again = {name for name in counts if counts[name] > 1}
    contrasted = {name for name, _ in told} if pattern("process", "contrast").search(scene.text) and sure else set()
    return frozenset(sure | again | contrasted)


def _venues(scene: Scene, within: Span) -> Iterator[tuple[str, Span, bool]]:
    """Places of talks, the words that show it, and whether these call a lasting process by the place."""
    for place in scene.places_in(within):
        if place.text in scene.memo("states", _states):
            continue
        after = _AFTER_PLACE.match(scene.text, place.end, within.end) or _UNDER.match(scene.text, place.end, within.end)
        before = _BEFORE_PLACE.search(scene.text[within.start : place.start])
        if after is not None:
            yield place.text, Span.of(scene.text, place.start, after.end()), True
        elif before is not None and not _OF_CAPITAL.match(scene.text, place.end, within.end):
            yield place.text, Span.of(scene.text, within.start + before.start(), place.end), _in_rounds(scene, place)
        elif _in_capital(scene, within, place):
            yield place.text, Span.of(scene.text, place.start, place.end), _in_rounds(scene, place)


def _in_rounds(scene: Scene, place: Span) -> bool:
    """Whether the sentence of a place tells of a round or of talks that are taken up again."""
    sentence = scene.sentence_over(place) or place
    return pattern("process", "lasting").search(sentence.text) is not None


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
