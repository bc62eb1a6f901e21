"""Cues that stand apart from their subject: "...", said X; "X, the envoy, speaking to Y, said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.lexicon import english
from aidememoire.reading.attribution_cues import CueWord, claim_nouns, cue_words, word_list
from aidememoire.reading.attribution_lines import Line
from aidememoire.reading.attribution_phrases import apposition_end, phrase_end


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase by its tokens: `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """A cue and its subject, by tokens.

    `start` to before `end` is all that belongs to neither content; `cue_start` to before `cue_end` is the verb with its
    auxiliaries. `inherits` holds where the subject is that of an earlier verb ("..., adding that").
    """

    word: CueWord
    start: int
    end: int
    cue_start: int
    cue_end: int
    subject: Subject | None
    negated: bool = False
    inverted: bool = False
    passive: bool = False
    inherits: bool = False
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite cue by its tokens; `before` is the last token before it and its auxiliaries."""

    cue: CueWord
    first: int
    at: int
    end: int
    negated: bool
    before: int


def on_claim(line: Line, subject: Subject) -> bool:
    """Whether a subject is a claim itself ("the accusations demand"), so that nobody speaks."""
    head = line.tokens[subject.end - 1]
    return head.lower in claim_nouns() and head.name is None


def denied_claim(line: Line, group: Group) -> int | None:
    """Where a claim noun stands right before the group ("a claim X denied", "a claim denied by X"), its index."""
    place = group.cue_start - 1 if group.passive else group.start - 1
    if place > 0 and line.tokens[place].lower == "that":
        place -= 1
    if place > 0 and line.tokens[place].lower in claim_nouns() and line.tokens[place - 1].lower in english.DETERMINERS:
        return place
    return None


def inverted(line: Line, verb: Verb) -> Group | None:
    """ "...", said X: after a quotation, or after a comma with nothing but the subject to follow."""
    if verb.cue.lemma not in word_list("inverting") or verb.first < verb.at:
        return None
    end = phrase_end(line, verb.end)
    if end == verb.end or line.tokens[verb.end].lower in english.SUBORDINATORS:
        return None
    quoted = line.tokens[verb.before].is_quote or (verb.before > 0 and line.tokens[verb.before - 1].is_quote)
    after = line.tokens[end] if end < len(line.tokens) else None
    ends = after is None or after.is_break or after.lower in english.TIME_WORDS or after.lower in english.PREPOSITIONS
    if not (ends and (quoted or verb.before >= 3)):
        return None
    full = apposition_end(line, end)
    return Group(verb.cue, verb.first, full, verb.first, verb.end, Subject(verb.end, full), verb.negated, inverted=True)


def parenthetical(line: Line, verb: Verb) -> Group | None:
    """ "X, the envoy, speaking to Y, said": the subject stands at the beginning of the clause."""
    start = _clause_start(line, verb.before)
    for first, end in _chunks(line, start, verb.before):
        while first < end and line.tokens[first].is_quote:
            first += 1
        token = line.tokens[min(first, end - 1)]
        opens = token.lower in english.PREPOSITIONS or token.lower in english.SUBORDINATORS
        if token.is_quote or opens or token.lower.endswith("ing"):
            continue
        if phrase_end(line, first) != end or end == first:
            return None
        full = min(apposition_end(line, end), verb.before)
        return Group(verb.cue, first, verb.end, verb.first, verb.end, Subject(first, full), verb.negated)
    return None


def _clause_start(line: Line, before: int) -> int:
    i = before
    while i > 0:
        token, previous = line.tokens[i - 1], line.tokens[i - 2] if i > 1 else None
        if token.lower in (";", ":") or (token.is_quote and len(token.text.split()) > 4):
            return i
        if token.lower in ("and", "but", "while") and (previous is None or previous.lower == ","):
            return i
        if token.lower == "that" and previous is not None and previous.lower in cue_words():
            return i
        i -= 1
    return 0


def _chunks(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas and dashes from `start` to before `end`."""
    first = start
    for i in range(start, end + 1):
        token = line.tokens[i]
        if i == end or (token.lower in (",", "—", "–", "-") and not _inside_word(line, i)):
            if i > first:
                yield first, i
            first = i + 1


def _inside_word(line: Line, i: int) -> bool:
    return (
        0 < i < len(line.tokens) - 1
        and line.tokens[i - 1].end == line.tokens[i].start
        and line.tokens[i].end == line.tokens[i + 1].start
    )
