"""Who mediates a track and who sponsors it: told in its own sentence, or anywhere in an article about one track."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidememoire.extract.grammar import coordinated, is_party
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.lexicon.countries import country_of
from aidememoire.model.spans import Span

_LED = re.compile(either(wordlist("process")["led"]), re.IGNORECASE)
_TALKS = re.compile(r"(?:[\w’'.-]+\s+){0,4}(?:talks|negotiations|process|track|dialogue|rounds?)\b", re.IGNORECASE)
# What is sponsored must be the talks themselves: a truce or an offensive has backers too.
_HEAD = re.compile(
    r"\b(?:talks|negotiations|process|track|dialogue|rounds?|format)(?:\s+(?:in|of)\s+[\w’'-]+(?:\s+\w+){0,2}?)?,?"
    r"(?:\s+(?:all|both|that|which|was|were|is|are|being|also|jointly))*\s*\Z",
    re.IGNORECASE,
)
_TROUBLE = r"(?:war|conflict|crisis|peace\s+process|peace\s+talks|transition|settlement|fighting)"
_TOPIC = re.compile(r"\b(?:talks|negotiations|process|track|dialogue|rounds?|format)\b", re.IGNORECASE)

_NEARBY = re.compile(r"[^.;“”\"]{0,60}")
_WORD_NEXT = re.compile(r"\s+(?!and\b|or\b)[a-z]")


def mediator_in(scene: Scene, sentences: Iterable[Span]) -> str | None:
    """The one person whom the sentences call the mediator or an envoy."""
    found = {p.party for s in sentences for p in scene.phrases_in(s) if p.person and _mediates(scene, p)}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def sponsors_in(scene: Scene, sentences: Iterable[Span]) -> tuple[str, ...]:
    """Those who sponsor talks by the sentences: "sponsored by A and B", "A and B have sponsored", "A-led talks"."""
    found: list[Phrase] = []
    for sentence in sentences:
        if _TOPIC.search(sentence.text):
            found += [*_sponsored_by(scene, sentence), *_have_sponsored(scene, sentence), *_led(scene, sentence)]
    return tuple(dict.fromkeys(p.party for p in found if p.party is not None))


def _mediates(scene: Scene, phrase: Phrase) -> bool:
    """Whether a person is called a mediator right before or after the name ("the envoy", "who leads the talks")."""
    after = _NEARBY.match(scene.text, phrase.span.end)
    # Past ", " only a description of the name itself counts.
    beside = re.match(r"\s*,\s*(?:the\s+|who\s+)?[^,.;“”\"]{0,60}", after.group()) if after else None
    around = phrase.span.text + (beside.group() if beside else "")
    return pattern("process", "mediator").search(around) is not None


def _sponsored_by(scene: Scene, sentence: Span) -> tuple[Phrase, ...]:
    match = pattern("process", "sponsored").search(scene.text, sentence.start, sentence.end)
    if match is None:
        return ()
    head = _HEAD.search(scene.text[sentence.start : match.start()])
    stop = re.search(r",\s+(?:that|this|the|it)\s+\w+", scene.text[match.end() : sentence.end])
    end = match.end() + stop.start() if stop else sentence.end
    inside = [p for p in scene.phrases_in(Span(match.end(), end, scene.text[match.end() : end])) if is_party(p)]
    if stop:
        taken_up = match.start() == sentence.start
        return tuple(p for p in inside if taken_up and not p.post and _apart(scene, p))
    near = head and inside and inside[0].span.start - match.end() < 6
    # "Led by the envoy" names who mediates, no sponsor.
    return tuple(p for p in coordinated(scene, inside) if not p.person) if near else ()


def _at_war(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is the land that the talks are about: its "own-led process" has no sponsor."""
    known = country_of(phrase.span.text)
    names = {phrase.span.text, *(known.country.names if known else ())}
    either_name = "|".join(re.escape(n) for n in names)
    return re.search(rf"\b{_TROUBLE}\s+(?:in|on|for|of)\s+(?:{either_name})\b", scene.text) is not None


def _apart(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase stands for itself, not for another that follows ("regime allies X")."""
    return not phrase.possessive and _WORD_NEXT.match(scene.text, phrase.span.end) is None


def _have_sponsored(scene: Scene, sentence: Span) -> tuple[Phrase, ...]:
    match = pattern("process", "have_sponsored").search(scene.text, sentence.start, sentence.end)
    if match is None or not _TALKS.match(scene.text[match.end() : sentence.end].lstrip()):
        return ()
    before = Span(sentence.start, match.start(), scene.text[sentence.start : match.start()])
    return tuple(p for p in scene.phrases_in(before) if is_party(p))


def _led(scene: Scene, sentence: Span) -> tuple[Phrase, ...]:
    """ "A-led talks", "A-sponsored peace talks": only what leads talks, not an "A-backed militia".

    Of two phrases that end there the shorter: "officials in Kestria-led talks" is about Kestria.
    """
    found = []
    shortest = {p.span.end: p for p in sorted(scene.phrases_in(sentence), key=lambda p: -len(p.span.text))}
    for phrase in sorted(shortest.values(), key=lambda p: p.span.start):
        led = _LED.match(scene.text, phrase.span.end)
        if led is None or _at_war(scene, phrase):
            continue
        if _TALKS.match(scene.text[led.end() : sentence.end].lstrip()):
            found.append(phrase)
    return tuple(found)
