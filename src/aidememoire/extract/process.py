"""The process itself, as an article names it: tracks, rounds, and the baskets of an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.grammar import coordinated, is_party
from aidememoire.extract.lists import items
from aidememoire.extract.phrases import Cast, Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.lexicon.countries import country_of
from aidememoire.model.articles import Article
from aidememoire.model.facts import BasketMention, RoundMention, Statement, TrackMention
from aidememoire.model.ids import content_id
from aidememoire.model.reading import Reading
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
_OF_CAPITAL = re.compile(r"['’]s\s+(?:\w+\s+)?(?:capital|city|town)\b")
_CAPITAL_OF = re.compile(r"\b(?:capital|city|town|resort)(?:\s+of)?,?\s+\Z", re.IGNORECASE)
_TALKS_BEFORE = re.compile(rf"\b{either(_WORDS['talk_nouns'])}[^.;:]{{0,60}}\Z", re.IGNORECASE)
_THAT_TRACK = re.compile(r"\b(?:that|this)\s+(?:track|process|format)\b", re.IGNORECASE)
_ROUND = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINAL)}|\d+(?:st|nd|rd|th))\s+round\b|round\s+(?P<number>\d{{1,2}}|{'|'.join(_CARDINAL)})\b)"
    rf"(?P<of>\s+of\s+{either(_WORDS['of_talks'])})?",
    re.IGNORECASE,
)
_TALK_WORD = re.compile(
    r"\b(?:talks|negotiations?|dialogue|peace|consultations|mediat\w+|envoy|delegations?)\b", re.IGNORECASE
)
# What makes a stretch after a colon a sentence of its own rather than an item.
_FINITE = re.compile(
    r"\b(?:wants?|wanted|said|says|is|are|was|were|has|have|had|would|will|calls?|uses?)\b", re.IGNORECASE
)
_LIST = re.compile(rf"\b{either(_WORDS['baskets'])}[\"”’']?(?:\s*[:—–]|\s+-)\s+", re.IGNORECASE)

Mention = TrackMention | RoundMention | BasketMention


def process(article: Article, reading: Reading, cast: Cast, statements: tuple[Statement, ...]) -> tuple[Mention, ...]:
    """The tracks, rounds and baskets that an article names, in the order of its text."""
    scene = Scene.of(article, reading, cast, statements)
    found: list[Mention] = []
    last_place: str | None = None
    for sentence in scene.sentences("title", "standfirst", "body"):
        for name, span in _tracks(scene, sentence.span):
            found.append(_track(scene, sentence.span, name, span))
            last_place = name
        if last_place is not None:
            found.extend(_that_track(scene, sentence.span, last_place))
        found.extend(_rounds(scene, sentence.span))
        found.extend(_baskets(scene, sentence.span))
    return tuple({m.id: m for m in found}.values())


def track_named(scene: Scene, span: Span) -> str | None:
    """The name of the one track that the words at `span` speak of, None where they name none or several."""
    names = {name for name, _ in _tracks(scene, span)}
    return names.pop() if len(names) == 1 else None


def round_number(text: str) -> int | None:
    """The number of the round that `text` speaks of ("the sixth round"), None where it gives none."""
    match = _ROUND.search(text)
    return _number(match) if match else None


def _number(match: re.Match[str]) -> int:
    word = (match["ordinal"] or match["number"]).lower()
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else _ORDINAL.get(word) or _CARDINAL[word]


def _tracks(scene: Scene, within: Span) -> Iterator[tuple[str, Span]]:
    """Places that name talks or a process, with the words that show it."""
    for place in scene.places_in(within):
        after = _AFTER_PLACE.match(scene.text, place.end, within.end)
        before = _BEFORE_PLACE.search(scene.text[within.start : place.start])
        if after is not None and not _is_country(place):
            yield place.text, Span.of(scene.text, place.start, after.end())
        elif before is not None and not _OF_CAPITAL.match(scene.text, place.end, within.end):
            yield place.text, Span.of(scene.text, within.start + before.start(), place.end)
        elif _in_capital(scene, within, place):
            yield place.text, Span.of(scene.text, place.start, place.end)


def _is_country(place: Span) -> bool:
    """Whether a place is a country: "the Varenia peace talks" are about Varenia, not held there."""
    known = country_of(place.text)
    return known is not None and known.kind in {"name", "people", "adjective"}


def _in_capital(scene: Scene, within: Span, place: Span) -> bool:
    before = scene.text[within.start : place.start]
    return bool(_CAPITAL_OF.search(before) and _TALKS_BEFORE.search(before))


def _track(scene: Scene, sentence: Span, name: str, span: Span) -> TrackMention:
    mark = content_id("track", scene.article.id, span.start, span.end, name)
    sponsors = _sponsors(scene, sentence, span)
    return TrackMention(mark, scene.article.id, name, _mediator(scene, sentence), sponsors, sentence)


def _that_track(scene: Scene, sentence: Span, name: str) -> Iterator[TrackMention]:
    """ "That track", which takes up the track that was named last."""
    match = _THAT_TRACK.search(scene.text, sentence.start, sentence.end)
    if match is not None and not any(True for _ in _tracks(scene, sentence)):
        mark = content_id("track", scene.article.id, match.start(), match.end(), name)
        sponsors = _sponsors(scene, sentence, Span.of(scene.text, match.start(), match.end()))
        yield TrackMention(mark, scene.article.id, name, None, sponsors, sentence)


def _mediator(scene: Scene, sentence: Span) -> str | None:
    """The one person whom the sentence calls the mediator or an envoy."""
    persons = [p for p in scene.phrases_in(sentence) if p.person and p.party is not None and _mediates(scene, p)]
    return persons[0].party if len({p.party for p in persons}) == 1 else None


def _mediates(scene: Scene, phrase: Phrase) -> bool:
    around = scene.text[phrase.span.start : phrase.span.end + 30]
    return pattern("process", "mediator").search(around) is not None


def _sponsors(scene: Scene, sentence: Span, span: Span) -> tuple[str, ...]:
    """Those who sponsor it: "sponsored by A and B, that track", "A and B have sponsored talks in X", "A-led talks"."""
    found = [*_sponsored_by(scene, sentence), *_have_sponsored(scene, sentence, span), *_led(scene, sentence, span)]
    return tuple(dict.fromkeys(p.party for p in found if p.party is not None))


def _sponsored_by(scene: Scene, sentence: Span) -> tuple[Phrase, ...]:
    match = pattern("process", "sponsored").search(scene.text, sentence.start, sentence.end)
    if match is None:
        return ()
    stop = re.search(r",\s+(?:that|this|the|it)\s+\w+", scene.text[match.end() : sentence.end])
    end = match.end() + stop.start() if stop else sentence.end
    inside = [p for p in scene.phrases_in(Span(match.end(), end, scene.text[match.end() : end])) if is_party(p)]
    return (
        tuple(p for p in inside if not p.possessive and not p.post)
        if stop
        else coordinated(scene, inside)
        if inside
        else ()
    )


def _have_sponsored(scene: Scene, sentence: Span, span: Span) -> tuple[Phrase, ...]:
    match = pattern("process", "have_sponsored").search(scene.text, sentence.start, max(span.start, sentence.start))
    if match is None or scene.text[match.end() : match.end() + 4].strip().startswith("by"):
        return ()
    return tuple(
        p
        for p in scene.phrases_in(Span(sentence.start, match.start(), scene.text[sentence.start : match.start()]))
        if is_party(p)
    )


def _led(scene: Scene, sentence: Span, span: Span) -> tuple[Phrase, ...]:
    before = Span(
        max(sentence.start, span.start - 40), span.end, scene.text[max(sentence.start, span.start - 40) : span.end]
    )
    return tuple(
        p
        for p in scene.phrases_in(before)
        if re.match(either(_WORDS["led"]), scene.text[p.span.end : p.span.end + 16], re.IGNORECASE)
    )


def _rounds(scene: Scene, sentence: Span) -> Iterator[RoundMention]:
    for match in _ROUND.finditer(scene.text, sentence.start, sentence.end):
        span = Span.of(scene.text, match.start(), match.end())
        following = scene.text[match.end() : match.end() + 40]
        if match["of"] is None and not _TALK_WORD.search(sentence.text):
            continue
        if match["of"] is None and re.match(
            rf"\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}{either(_WORDS['not_talks'])}\b", following
        ):
            continue
        mark = content_id("round", scene.article.id, span.start, span.end, _number(match))
        clause = scene.clause(sentence, span.start, span.end)
        yield RoundMention(
            mark, scene.article.id, _number(match), track_named(scene, clause), scene.when(clause, span), clause
        )


def _baskets(scene: Scene, sentence: Span) -> Iterator[BasketMention]:
    match = _LIST.search(scene.text, sentence.start, sentence.end)
    if match is None:
        return
    listed = items(scene.text, match.end(), sentence.end)
    # A colon after "issues" opens an agenda only where several short items follow it.
    if len(listed) < 2 or any(len(item.text.split()) > 12 or _FINITE.search(item.text) for item in listed):
        return
    for item in listed:
        mark = content_id("basket", scene.article.id, item.start, item.end)
        yield BasketMention(mark, scene.article.id, item.text, track_named(scene, sentence), item)
