"""Nouns that report: "X's refusal to ...", "X's warning that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.lexicon import english
from aidememoire.model.reading import Attribution
from aidememoire.reading.attribution_cues import claim_nouns
from aidememoire.reading.attribution_lines import Line
from aidememoire.reading.attribution_phrases import is_verbal, subject_start

_OPENERS = frozenset(("to", "that"))


def noun_attributions(line: Line) -> Iterator[Attribution]:
    """The attributions of a line that hang on a noun of saying with a possessor before it and "to" or "that" after."""
    for i in range(1, len(line.tokens) - 3):
        noun, opener = line.tokens[i], line.tokens[i + 1]
        if noun.lower in claim_nouns() and opener.lower in _OPENERS and noun.is_word:
            found = _reported(line, i)
            if found is not None:
                yield found


def _reported(line: Line, i: int) -> Attribution | None:
    start, end = _possessor(line, i)
    first = i + 1 if line.tokens[i + 1].lower == "to" else i + 2
    stop = _complement_end(line, first)
    if end <= start or stop - first < 3:
        return None
    return Attribution((line.span(first, stop),), line.span(start, end), line.span(i, i + 1))


def _possessor(line: Line, noun: int) -> tuple[int, int]:
    """The noun phrase that owns the noun, (0, 0) where there is none."""
    before = line.tokens[noun - 1]
    if before.lower in english.POSSESSIVES - {"its"}:
        return noun - 1, noun
    mark = next((k for k in range(noun - 1, max(-1, noun - 4), -1) if line.tokens[k].lower == "'s"), None)
    if mark is None or mark == 0:
        return 0, 0
    start = subject_start(line, mark - 1)
    return (start, mark) if start is not None else (0, 0)


def _complement_end(line: Line, first: int) -> int:
    """The complement ends with the sentence, at a mark, or, after "to", before the verb of the main clause."""
    infinitive = line.tokens[first].lower == "to"
    for i in range(first + 1, len(line.tokens)):
        token = line.tokens[i]
        if token.is_break and token.lower not in "-‑":
            return i
        finite = (
            infinitive
            and is_verbal(token)
            and token.lower in english.AUXILIARIES
            and token.lower not in ("be", "have", "do", "being")
        )
        if finite:
            return i
    return len(line.tokens)
