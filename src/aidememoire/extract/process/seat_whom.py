"""Whose seat is told: all those whom words join, only the part of a party that is meant, the one body described."""

from __future__ import annotations

import re
from dataclasses import replace

from aidememoire.extract.grammar import objects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.spans import Span

_WORDS = wordlist("seats")
_PEOPLE = either(_WORDS["people"])
# "The Kestria-linked front": the name before the hyphen is not the party.
_TIED = re.compile(rf"-{either(_WORDS['tied'])}\s+", re.IGNORECASE)
_SUCH_AS = re.compile(r",?\s+(?:such\s+as|like|including)\s+", re.IGNORECASE)
# From one name to the next that "and" joins to it, with what describes the second.
_AND = re.compile(
    rf"\s*,?\s*(?:and|as\s+well\s+as)\s+(?:(?:the|its|their|an?)\s+)?"
    rf"(?:(?:[\w’'.]+(?:-[\w’'.]+)?[’']s\s+|[\w’'-]*{either(_WORDS['tied'])}\s+)(?:\w+\s+)?)?"
    rf"(?:(?:\w+\s+)?{either(_WORDS['branch'])},?\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SOME_OF = re.compile(
    rf"(?<![\w-])(?:(?:some|certain|several|many|most|few)\s+(?:\w+\s+)?(?:of|in|among|within)"
    rf"|{_PEOPLE}(?:\s+[^\s,.;:“”\"]+){{0,5}}?\s+(?:among|within|inside|in|from|of))\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    rf"\s+{_PEOPLE}(?!\w)(?:\s+(?:(?:that|who|which|whom)\s+)?(?:it|he|she|they|[A-Z]\w+)\s+"
    rf"{either(_WORDS['calls'])}\s+(?:as\s+)?[\w’'-]+)?"
)
_DESCRIBED = re.compile(
    rf"(?<![\w-])(?:{either(_WORDS['main'])}(?:\s+[\w’'-]+){{0,3}}\s+{either(_WORDS['body'])}"
    rf"|\w+\s+umbrella(?:\s+{either(_WORDS['body'])})?)\Z",
    re.IGNORECASE,
)
_STEM = re.compile(r"(?<![\w-])(opposition|rebel|insurgent|separatist|dissident|guerrilla|secessionist)(?!\w)", re.I)


def joined(scene: Scene, sentence: Span, whom: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The parties that words join to those found: "groups such as A and B", "A and the Kestria-linked C"."""
    found: list[Phrase] = []
    for phrase in whom:
        such = _SUCH_AS.match(scene.text, phrase.span.end, sentence.end)
        named = objects(scene, sentence, such.end() - 1) if such is not None else ()
        found += named or (_tied(scene, sentence, phrase),)
    if found:
        found = [*_before(scene, sentence, found[0]), *found]
        found += _after(scene, sentence, found[-1])
    return tuple(dict.fromkeys(found))


def _tied(scene: Scene, sentence: Span, phrase: Phrase) -> Phrase:
    tie = _TIED.match(scene.text, phrase.span.end, sentence.end)
    if tie is None:
        return phrase
    return next((p for p in scene.phrases_in(sentence) if p.span.start == tie.end()), phrase)


def _before(scene: Scene, sentence: Span, first: Phrase) -> tuple[Phrase, ...]:
    """The party before "and its armed wing, the front"."""
    for phrase in scene.phrases_in(Span(sentence.start, first.span.start, "")):
        if not (phrase.possessive or phrase.person) and _AND.fullmatch(scene.text, phrase.span.end, first.span.start):
            return (phrase,)
    return ()


def _after(scene: Scene, sentence: Span, last: Phrase) -> tuple[Phrase, ...]:
    """The party after "and the Kestria-linked": the farthest that the words reach in one stretch."""
    tie = re.compile(rf"\s*,?\s+and\s+(?:the\s+|its\s+)?\S+-{either(_WORDS['tied'])}\s+", re.IGNORECASE)
    match = tie.match(scene.text, last.span.end, sentence.end)
    if match is None:
        return ()
    return tuple(p for p in scene.phrases_in(sentence) if p.span.start == match.end() and not p.person)


def part(scene: Scene, sentence: Span, phrase: Phrase) -> Phrase:
    """A phrase, widened and without its party where only some of this are meant ("council figures it calls spies")."""
    if phrase.person:
        return phrase
    some = _SOME_OF.search(scene.text, sentence.start, phrase.span.start)
    figures = _FIGURES.match(scene.text, phrase.span.end, sentence.end)
    if some is None and figures is None:
        return phrase
    start = some.start() if some is not None else phrase.span.start
    end = figures.end() if figures is not None else phrase.span.end
    return replace(phrase, span=Span.of(scene.text, start, end), party=None)


def described(scene: Scene, phrase: Phrase) -> Phrase:
    """A description ("the main opposition group") as the one body of the article that it means, where that is clear.

    That is the one body that the article calls by the same word for its side.
    """
    if not _DESCRIBED.search(phrase.span.text):
        return phrase
    stem = _STEM.search(phrase.span.text)
    found = {p.party: p for p in scene.phrases if stem and _is_body(scene, p) and _called(scene, p, stem.group())}
    return replace(phrase, party=next(iter(found))) if len(found) == 1 else phrase


def _is_body(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a body by a proper name."""
    party = scene.party(phrase.party)
    return (
        party is not None
        and party.kind in {"organization", "armed group"}
        and bool(re.search(r"\b[A-Z]\w+", party.name))
        and not _DESCRIBED.search(phrase.span.text)
    )


def _called(scene: Scene, phrase: Phrase, stem: str) -> bool:
    """Whether a word for a side stands in a phrase, right before it, or in the description beside it."""
    before = scene.text[max(phrase.span.start - 40, 0) : phrase.span.start]
    after = scene.text[phrase.span.end : phrase.span.end + 60]
    inside = re.search(rf"\b{stem}\b", phrase.span.text, re.IGNORECASE)
    beside = re.search(rf"\b{stem}(?:['’]s)?\s+(?:\w+,\s+)?(?:the\s+)?\Z", before, re.IGNORECASE)
    told = re.match(rf"\s*(?:\([^)]*\))?,\s+(?:the|an?)\s+(?:[\w’'-]+\s+){{0,3}}{stem}\b", after, re.IGNORECASE)
    return bool(inside or beside or told)
