"""Who sits at the talks: who is invited, in, left out or has withdrawn, and who wants whom in or out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.extract.phrases import Phrase
from aidememoire.extract.process.seat_choices import arrived, gone, own_choice
from aidememoire.extract.process.seat_whom import described, joined, part
from aidememoire.extract.process.seat_wishes import invited, nominal, not_wanted, passive, wished
from aidememoire.extract.process.seat_words import Told, of_talks
from aidememoire.extract.process.tracks import track_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.ids import content_id
from aidememoire.model.mentions import SeatMention, SeatStanding
from aidememoire.model.spans import Span

_EVERYBODY = re.compile(rf"(?:the\s+|all\s+)?{either(wordlist('seats')['everybody'])}", re.IGNORECASE)
# How far back talks may be spoken of, in sentences.
_BACK = 2
# From a description to the name that a comma puts beside it: "a third force, the Halvet council".
_BESIDE = re.compile(r",\s+(?:the\s+)?")
_PAST = re.compile(
    r"(?<![\w-])(?:(?:after|when|since|before)\s+(?:[^\s,.;:]+\s+){1,8}|(?:who|which|that|had)\s+(?:[\w’'-]+\s+){0,4})\Z",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,3}(?:last|previous|first|earlier)\s+(?:round|talks|negotiations|session)", re.I
)
_RULES = (passive, own_choice, gone, arrived, wished, invited, nominal)


def seats(scene: Scene) -> Iterator[SeatMention]:
    """What an article tells of each party's seat at the talks."""
    sentences = tuple(s.span for s in scene.sentences("title", "standfirst", "body"))
    last: tuple[Phrase, ...] = ()
    for at, sentence in enumerate(sentences):
        found: list[Told] = []
        if last or any(of_talks(span.text) for span in sentences[max(at - _BACK, 0) : at + 1]):
            found = [told for rule in _RULES for told in rule(scene, sentence)]
            found += not_wanted(scene, sentence, last)
        for told in found:
            yield from _mentions(scene, sentence, told)
        # A sentence right after one about seats goes on about them ("Kestria does not want them there").
        last = next((told.whom for told in reversed(found) if told.whom), ())


def _mentions(scene: Scene, sentence: Span, told: Told) -> Iterator[SeatMention]:
    clause = scene.clause(sentence, told.shown.start, told.shown.end)
    standing = _standing(told)
    sources: list[str | None] = [p.party for p in told.by if p.party is not None]
    sources = sources or [scene.said_by(told.shown)]
    for phrase in (part(scene, sentence, _named(scene, p)) for p in joined(scene, sentence, told.whom)):
        if _EVERYBODY.fullmatch(phrase.span.text) or phrase.media:
            continue
        phrase = described(scene, phrase)
        mark = content_id("seat", scene.article.id, told.shown.start, phrase.span.start, phrase.span.end, standing)
        for source in dict.fromkeys(sources):
            yield SeatMention(
                mark if len(sources) == 1 else content_id("seat", mark, source),
                scene.article.id,
                phrase.party,
                phrase.span.text,
                standing,
                told.side,
                track_of(scene, clause),
                source,
                clause,
                past=_is_past(scene, sentence, told),
            )


def _standing(told: Told) -> SeatStanding:
    """What is told, or the wish that it is; who invites a party does more than want it in."""
    if told.side is None or told.standing == "invited":
        return told.standing
    return "wanted" if told.side == "for" else "refused"


def _is_past(scene: Scene, sentence: Span, told: Told) -> bool:
    """Whether it is told as background: "after it walked out", "it had refused", "boycotted the last round"."""
    before, after = scene.text[sentence.start : told.shown.start], scene.text[told.shown.end : sentence.end]
    return _PAST.search(before) is not None or _EARLIER.match(after) is not None


def _named(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase, or the name beside it where it only describes."""
    if re.search(r"[A-Z]", phrase.span.text[1:]):
        return phrase
    beside = _BESIDE.match(scene.text, phrase.span.end)
    if beside is None:
        return phrase
    rest = Span(beside.end(), beside.end() + len(phrase.span.text) * 3, "")
    name = next((p for p in scene.phrases_in(rest) if p.span.start == beside.end()), None)
    return replace(name, possessive=False) if name is not None and name.span.text[:1].isupper() else phrase
