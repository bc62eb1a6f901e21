"""Words passed on: "Y quoted X as saying", "X was quoted by Y as saying"."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.lexicon import english
from aidememoire.model.reading import Attribution
from aidememoire.model.spans import Span
from aidememoire.reading.attribution_cues import cue_words
from aidememoire.reading.attribution_lines import Line
from aidememoire.reading.attribution_phrases import phrase_end, skip_back, subject_start

_PASSING = frozenset("quote quotes quoted quoting cite cites cited citing".split())


def quoted_by(line: Line) -> Iterator[Attribution]:
    """The attributions of a line whose speaker somebody else quotes; the cue is "saying" with what stands before it."""
    for i, token in enumerate(line.tokens):
        if token.lower in _PASSING and token.is_word:
            found = _passed_on(line, i)
            if found is not None:
                yield found


def _passed_on(line: Line, i: int) -> Attribution | None:
    said = next((k for k in range(i + 1, min(i + 24, len(line.tokens) - 1)) if _as_saying(line, k)), None)
    if said is None:
        return None
    passive = i > 0 and any(t.lower in english.BE for t in line.tokens[skip_back(line, i) + 1 : i])
    source = _subject(line, i) if passive else _object(line, i + 1, said)
    content = _content(line, i, said + 2, passive)
    if source is None or content is None or source.overlaps(content):
        return None
    return Attribution((content,), source, line.span(said, said + 2))


def _as_saying(line: Line, k: int) -> bool:
    word = cue_words().get(line.tokens[k + 1].lower) if k + 1 < len(line.tokens) else None
    return line.tokens[k].lower == "as" and word is not None and word.shape == "gerund"


def _subject(line: Line, i: int) -> Span | None:
    last = skip_back(line, i)
    start = subject_start(line, last) if last >= 0 else None
    return line.span(start, last + 1) if start is not None else None


def _object(line: Line, start: int, said: int) -> Span | None:
    end = phrase_end(line, start)
    return line.span(start, said) if start < said and end > start else None


def _content(line: Line, quoted: int, after: int, passive: bool) -> Span | None:
    """What follows "saying", past a time or place; where nothing does, what stands before the one who quotes."""
    from_right = _right(line, after)
    if from_right is not None:
        return from_right
    last = skip_back(line, quoted)
    start = subject_start(line, last) if last >= 0 else None
    if start is None or start == 0:
        return None
    end = start
    while end > 0 and line.tokens[end - 1].is_break:
        end -= 1
    return _stretch(line, 0, end)


def _right(line: Line, after: int) -> Span | None:
    i, end = after, len(line.tokens)
    while i < end and (
        line.tokens[i].is_break
        or line.tokens[i].lower in english.TIME_WORDS
        or line.tokens[i].lower in ("on", "that", "by")
    ):
        i = phrase_end(line, i + 1) if line.tokens[i].lower == "by" else i + 1
    while end > i and line.tokens[end - 1].is_break:
        end -= 1
    return _stretch(line, i, end)


def _stretch(line: Line, first: int, end: int) -> Span | None:
    if end <= first:
        return None
    only = line.tokens[first]
    if end - first == 1 and only.quotation is not None:
        return only.quotation.span
    return line.span(first, end) if end - first >= 3 else None
