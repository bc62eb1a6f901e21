"""The terms of an instrument: when it starts, how long it lasts, whom and what it covers or leaves out.

They stand beside the noun that names it, there and in later sentences that take it up ("the truce", "it").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from aidememoire.extract.commitments.term_words import listed_after, named_before, places_after, timed
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.facts import Agreement, Term, TermKind
from aidememoire.model.spans import Span
from aidememoire.model.when import When

_WORDS = wordlist("terms")
_TAKEN_UP = re.compile(rf"\b{either(_WORDS['again'])}|\A(?:[Ii]t|[Tt]hey)\b", re.IGNORECASE)
_WISHED = re.compile(rf"\b{either(_WORDS['wished'])}\s+[“‘\"]?\Z", re.IGNORECASE)
_PLACE = r"(?:\s+(?:in|for|around|near|across|on)\s+(?:[\w’'.-]+\s*){1,4})?"
_AFTER = rf"[”’\"]?{_PLACE}\s*"
_DOES, _NOT = either(_WORDS["does"]), either(_WORDS["not_does"])
_STARTS = re.compile(rf"{_AFTER}{_DOES}(?P<cue>{either(_WORDS['starts'])})\b", re.IGNORECASE)
_LASTS = re.compile(
    rf"{_AFTER}{_DOES}(?P<cue>{either(_WORDS['lasts'])})\s+(?:an?\s+|the\s+)?(?:initial\s+|first\s+|next\s+)?",
    re.IGNORECASE,
)
_UNTIL = re.compile(rf"[^.;]{{0,70}}?\b(?P<cue>{either(_WORDS['until'])})\b", re.IGNORECASE)
_NOT_UNTIL = re.compile(either(_WORDS["not_until"]), re.IGNORECASE)
_COVERS = re.compile(rf"{_AFTER}{_DOES}(?:\w+ly\s+)?(?P<cue>{either(_WORDS['covers'])})\s+", re.IGNORECASE)
_EXCLUDES = re.compile(
    rf"(?:{_AFTER}{_DOES}(?:\w+ly\s+)?(?P<cue>{either(_WORDS['excludes'])})|{_AFTER}{_NOT}\s+{either(_WORDS['refused'])})\s+",
    re.IGNORECASE,
)
# The second verb of "would start on Saturday but exclude the front".
_AND_EXCLUDES = re.compile(
    rf"[^.;]{{0,80}}?\b(?:but|and)\s+(?:would\s+|will\s+)?(?P<cue>{either(_WORDS['excludes'])})\s+", re.IGNORECASE
)
_LEFT_OUT = re.compile(
    rf"\b{either(_WORDS['left_out'])}\s+(?:(?:the|a|an|this|that|any)\s+)?(?:[\w’'.-]+\s+){{0,3}}?[“‘\"]?\Z",
    re.IGNORECASE,
)
_ACCEPT = re.compile(rf"\b(?P<cue>{either(_WORDS['accept'])})\b[^.;]{{0,60}}?\bby\s+(?=\w)", re.IGNORECASE)
_EXTENDS_BEFORE = re.compile(
    rf"\b{either(_WORDS['extended'])}\s+(?:the|a|an|its|their|this)\s+(?:\w+\s+){{0,2}}?[“‘\"]?\Z", re.IGNORECASE
)
_EXTENDED_UNTIL = re.compile(r"[^.;]{0,60}?\b(?:until|by|for|to|till)\s+", re.IGNORECASE)
_EXTENDABLE = re.compile(rf"[^.;]{{0,90}}?(?P<cue>\b{either(_WORDS['extendable'])}\b[^.;”\"]{{0,80}})", re.IGNORECASE)
_MONITORED = re.compile(rf"[^.;]{{0,60}}?\b{either(_WORDS['monitored'])}\s+", re.IGNORECASE)
_MONITORS = re.compile(rf"\b{either(_WORDS['monitors'])}\s+(?:the|a|an|this)\s+(?:\w+\s+)?[“‘\"]?\Z", re.IGNORECASE)
_LOCAL = re.compile(r"[”’\"]?\s+(?:in|for|around|near|across|covering)\s+", re.IGNORECASE)
# "A 48-hour truce": how long it lasts; "a month-long truce" is one that has held for so long.
_LENGTH = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[ -](?:hour|day|week|month)(?:-long)?\s+"
    r"(?:\w+\s+){0,2}?[“‘\"]?\Z",
    re.IGNORECASE,
)


def with_terms(scene: Scene, made: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """The agreements of an article, each with the terms that the article tells of it, in the order of its text."""
    found: dict[str, dict[tuple[TermKind, str], Term]] = {a.id: {} for a in made}
    for sentence in scene.sentences():
        for noun in _nouns(scene, sentence.span):
            meant = _meant(made, noun)
            if meant is not None:
                for term in _terms(scene, sentence.span, noun):
                    found[meant.id].setdefault((term.kind, term.text.casefold()), term)
    return tuple(replace(a, terms=tuple(found[a.id].values())) for a in made)


def _nouns(scene: Scene, sentence: Span) -> Iterator[Span]:
    """Where a sentence names an instrument, or takes one up, and does not only wish for it."""
    words = scene.text[sentence.start : sentence.end]
    for match in _TAKEN_UP.finditer(words):
        if _WISHED.search(words[: match.start()]) is None:
            yield Span.of(scene.text, sentence.start + match.start(), sentence.start + match.end())


def _meant(made: Sequence[Agreement], noun: Span) -> Agreement | None:
    """The instrument that a noun means: the one told in its clause, else the last one of a truce or deal before it."""
    fit = [a for a in made if a.kind in {"ceasefire", "zones", "exchange", "other"}]
    truces = [a for a in fit if a.kind == "ceasefire"]
    if re.match(r"(?:the|this|that|which|whose|it|they)\b", noun.text, re.IGNORECASE) is None:
        fit = truces
    inside = [a for a in fit if a.evidence.covers(noun)]
    before = [a for a in fit if a.evidence.start <= noun.start]
    if inside:
        return inside[-1]
    if noun.text.lower() in {"it", "they"}:
        return _just_before(before, noun)
    # The opening of a story may tell the terms of what only a later sentence says was agreed.
    return next(iter(before[-1:] or fit[:1]), None)


# "It" takes up what stood at most so many characters before.
_IT_REACH = 250


def _just_before(before: Sequence[Agreement], noun: Span) -> Agreement | None:
    return before[-1] if before and noun.start - before[-1].evidence.end <= _IT_REACH else None


def _terms(scene: Scene, sentence: Span, noun: Span) -> Iterator[Term]:
    yield from _of_time(scene, sentence, noun)
    yield from _of_reach(scene, sentence, noun)
    yield from _of_course(scene, sentence, noun)


def _of_time(scene: Scene, sentence: Span, noun: Span) -> Iterator[Term]:
    """When it starts, how long it lasts, until when."""
    text = scene.text
    starts = _STARTS.match(text, noun.end, sentence.end)
    if starts is not None:
        yield from _at(scene, sentence, "starts", starts.end(), noun.start)
    lasts = _LASTS.match(text, noun.end, sentence.end)
    if lasts is not None:
        yield from _long(scene, sentence, lasts.start("cue"), lasts.end(), noun.start)
    length = _LENGTH.search(text, sentence.start, noun.start)
    if length is not None:
        yield from _length(scene, length.start(), noun)
    until = _UNTIL.match(text, noun.end, sentence.end)
    if until is not None and _EXTENDS_BEFORE.search(text, sentence.start, noun.start) is None:
        kind: TermKind = "starts" if _NOT_UNTIL.search(until.group()) else "until"
        yield from _at(scene, sentence, kind, until.end(), noun.start)


def _length(scene: Scene, start: int, noun: Span) -> Iterator[Term]:
    """The length of time that starts at `start`, before the noun ("a 48-hour truce")."""
    for time in scene.times_in(Span(start, noun.start, "")):
        if time.value.startswith("P"):
            yield Term("lasts", time.span.text, When(time.span.text, time.value), _over(scene, time.span, noun))
            return


def _long(scene: Scene, sentence: Span, start: int, after: int, noun: int) -> Iterator[Term]:
    inside = [t for t in scene.times_in(Span(start, sentence.end, "")) if t.value.startswith("P")]
    if inside and inside[0].span.start <= after:
        time = inside[0]
        words = Span.of(scene.text, min(time.span.start, after), time.span.end).text
        initial = "initial " if re.search(r"\binitial\s+\Z", scene.text[start : time.span.start]) else ""
        yield Term(
            "lasts",
            f"{initial}{words}",
            When(time.span.text, time.value),
            Span.of(scene.text, noun, time.span.end),
        )


def _at(scene: Scene, sentence: Span, kind: TermKind, after: int, noun: int) -> Iterator[Term]:
    found = timed(scene, sentence, after)
    if found is not None:
        yield Term(kind, found.span.text, found.when, Span.of(scene.text, noun, found.span.end))


def _over(scene: Scene, one: Span, other: Span) -> Span:
    return Span.of(scene.text, min(one.start, other.start), max(one.end, other.end))


def _of_reach(scene: Scene, sentence: Span, noun: Span) -> Iterator[Term]:
    """Whom or what it covers and excludes."""
    text = scene.text
    excludes = _EXCLUDES.match(text, noun.end, sentence.end) or _AND_EXCLUDES.match(text, noun.end, sentence.end)
    covers = _COVERS.match(text, noun.end, sentence.end) if excludes is None else None
    named: Iterable[tuple[TermKind, re.Match[str] | None]] = (("excludes", excludes), ("covers", covers))
    for kind, match in named:
        words = listed_after(scene, sentence, match.end()) if match is not None else None
        if words is not None:
            yield Term(kind, words.text, None, _over(scene, noun, words))
    left_out = _LEFT_OUT.search(text, sentence.start, noun.start)
    who = named_before(scene, sentence, left_out.start()) if left_out is not None else None
    if who is not None:
        yield Term("excludes", who.text, None, _over(scene, noun, who))
    local = _LOCAL.match(text, noun.end, sentence.end)
    where = places_after(scene, sentence, local.end()) if local is not None else None
    if where is not None:
        yield Term("covers", where.text, None, _over(scene, noun, where))


def _of_course(scene: Scene, sentence: Span, noun: Span) -> Iterator[Term]:
    """By when it is to be accepted, how it may be extended, who watches over it."""
    text = scene.text
    for match in _ACCEPT.finditer(text, sentence.start, sentence.end):
        yield from _at(scene, sentence, "accept by", match.end(), match.start())
    extended = _EXTENDS_BEFORE.search(text, sentence.start, noun.start)
    until = _EXTENDED_UNTIL.match(text, noun.end, sentence.end) if extended is not None else None
    if until is not None:
        yield from _at(scene, sentence, "extends", until.end(), noun.start)
    extendable = _EXTENDABLE.match(text, noun.end, sentence.end)
    if extendable is not None:
        words = Span.trimmed(text, *extendable.span("cue"))
        yield Term("extends", words.text, None, _over(scene, noun, words))
    monitored = _MONITORED.match(text, noun.end, sentence.end)
    who = listed_after(scene, sentence, monitored.end()) if monitored is not None else None
    monitors = _MONITORS.search(text, sentence.start, noun.start) if who is None else None
    who = named_before(scene, sentence, monitors.start()) if monitors is not None else who
    if who is not None:
        yield Term("monitored by", who.text, None, _over(scene, noun, who))
