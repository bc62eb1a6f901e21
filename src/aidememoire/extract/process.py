"""The process itself, as an article names it: tracks, rounds, and the baskets of an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.lists import items
from aidememoire.extract.scene import Scene
from aidememoire.extract.sponsors import mediator_in, sponsors_in
from aidememoire.extract.tracks import ROUND, round_of, track_named, tracks
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.facts import BasketMention, RoundMention, TrackMention
from aidememoire.model.ids import content_id
from aidememoire.model.ordered import Ordered
from aidememoire.model.spans import Span

_WORDS = wordlist("process")
_THAT_TRACK = re.compile(r"\b(?:that|this)\s+(?:track|process|format)\b", re.IGNORECASE)
_TALK_WORD = re.compile(
    r"\b(?:talks|negotiations?|dialogue|peace|consultations|mediat\w+|envoy|delegations?)\b", re.IGNORECASE
)
# What makes a stretch after a colon a sentence of its own rather than an item.
_FINITE = re.compile(
    r"\b(?:wants?|wanted|said|says|is|are|was|were|has|have|had|would|will|calls?|uses?)\b", re.IGNORECASE
)
_LIST = re.compile(rf"\b{either(_WORDS['baskets'])}[^.;:]{{0,40}}?[\"”’']?(?:\s*[:—–]|\s+-)\s+", re.IGNORECASE)
_LEADING = re.compile(r"^(?:and\s+)?(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)

Mention = TrackMention | RoundMention | BasketMention


@dataclass(frozen=True, slots=True)
class _Named:
    """A sentence that speaks of a track, and the words that show it."""

    track: str
    shown: Span
    sentence: Span


def process(scene: Scene) -> tuple[Mention, ...]:
    """The tracks, rounds and baskets that an article names, in the order of its text."""
    found: list[Mention] = list(_track_mentions(scene))
    for sentence in scene.sentences("title", "standfirst", "body"):
        found.extend(_rounds(scene, sentence.span))
        found.extend(_baskets(scene, sentence.span))
    once = {m.id: m for m in found}.values()
    return tuple(sorted(once, key=lambda m: m.evidence.start))


def _track_mentions(scene: Scene) -> Iterator[TrackMention]:
    named = tuple(_named(scene))
    everywhere = [s.span for s in scene.sentences()]
    spoken: dict[Span, set[str]] = {}
    for mention in named:
        spoken.setdefault(mention.sentence, set()).add(mention.track)
    names = tuple(dict.fromkeys(n.track for n in named))
    for name in names:
        # An article about one track speaks of its mediator and sponsors wherever it names any; else only the sentences
        # count that speak of no other.
        own = [n.sentence for n in named if n.track == name and len(spoken[n.sentence]) == 1]
        told = everywhere if len(names) == 1 else own
        mediator, sponsors = mediator_in(scene, told), sponsors_in(scene, told)
        for mention in (n for n in named if n.track == name):
            mark = content_id("track", scene.article.id, mention.shown.start, mention.shown.end, name)
            yield TrackMention(mark, scene.article.id, name, mediator, sponsors, mention.sentence)


def _named(scene: Scene) -> Iterator[_Named]:
    """Each sentence that names a track, and each that takes up the last one as "that track"."""
    last: str | None = None
    for sentence in scene.sentences("title", "standfirst", "body"):
        own = list(tracks(scene, sentence.span))
        for name, shown in own:
            yield _Named(name, shown, sentence.span)
            last = name
        match = _THAT_TRACK.search(scene.text, sentence.span.start, sentence.span.end)
        if last is not None and match is not None and not own:
            yield _Named(last, Span.of(scene.text, match.start(), match.end()), sentence.span)


def _rounds(scene: Scene, sentence: Span) -> Iterator[RoundMention]:
    for match in ROUND.finditer(scene.text, sentence.start, sentence.end):
        span = Span.of(scene.text, match.start(), match.end())
        following = scene.text[match.end() : match.end() + 40]
        if match["of"] is None and not _TALK_WORD.search(sentence.text):
            continue
        if match["of"] is None and re.match(
            rf"\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}{either(_WORDS['not_talks'])}\b", following
        ):
            continue
        mark = content_id("round", scene.article.id, span.start, span.end, round_of(match))
        clause = scene.clause(sentence, span.start, span.end)
        yield RoundMention(
            mark, scene.article.id, round_of(match), track_named(scene, clause), scene.when(clause, span), clause
        )


def _baskets(scene: Scene, sentence: Span) -> Iterator[BasketMention]:
    match = _LIST.search(scene.text, sentence.start, sentence.end)
    if match is None:
        return
    listed = items(scene.text, match.end(), sentence.end)
    # A colon after "issues" opens an agenda only where several short items follow it.
    if len(listed) < 2 or any(len(item.text.split()) > 12 or _FINITE.search(item.text) for item in listed):
        return
    if any(_is_name(scene, item) for item in listed):
        return
    for item in listed:
        mark = content_id("basket", scene.article.id, item.start, item.end)
        yield BasketMention(mark, scene.article.id, item.text, track_named(scene, sentence), item)


def _party_names(scene: Scene) -> frozenset[str]:
    return frozenset(name.casefold() for p in scene.parties for name in (p.name, *p.aliases))


def _is_name(scene: Scene, item: Span) -> bool:
    """Whether an item is only a name: a list of parties or places is no agenda."""
    words = _LEADING.sub("", item.text)
    names = scene.memo("names", lambda s: Ordered.by((n.span for n in s.reading.names), lambda span: span))
    named = {span.text for span in names.inside(item)}
    parties = scene.memo("names of parties", _party_names)
    return words in named or item.text in named or words.casefold() in parties
