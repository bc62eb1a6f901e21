"""Who says what, by rules of English news grammar: quotations, reported clauses, and the cues between.

The contents, the cue and the source are given as they stand; who the source is, is for a later stage to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from aidememoire.model.articles import Article
from aidememoire.model.reading import Attribution, Name, Quotation, Sentence
from aidememoire.model.spans import Span
from aidememoire.reading.attribution_contents import Range, contents_of
from aidememoire.reading.attribution_cues import word_list
from aidememoire.reading.attribution_groups import groups
from aidememoire.reading.attribution_lines import Line, lines
from aidememoire.reading.attribution_nouns import noun_attributions
from aidememoire.reading.attribution_quoted import quoted_by
from aidememoire.reading.attribution_verbs import Group, on_claim

# A quotation of fewer words that nobody is said to have spoken is a word in scare quotes.
MIN_LONE_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Placed:
    """An attribution with the lines that it was read from: that of its cue, and the last that its contents reach."""

    attribution: Attribution
    line: int
    paragraph: int
    cue_line: int


def attributions(
    article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation], names: Sequence[Name]
) -> tuple[Attribution, ...]:
    """All attributions of an article, in the order of their contents. Spans point into the article's text.

    A quotation that is a sentence of its own has no source and no cue here.
    """
    placed: list[_Placed] = []
    for index, line in enumerate(lines(article, sentences, quotations, names)):
        if line.only_quoted:
            _add_lone(placed, line, index)
        else:
            placed.extend(_Placed(a, index, line.paragraph, index) for a in _of_line(line))
    by_line = (tuple(p.attribution for p in group) for _, group in groupby(placed, key=lambda p: p.cue_line))
    kept = [a for group in by_line for a in _one_source(tuple(a for a in group if not _nested(a, group)))]
    return tuple(sorted(kept, key=lambda a: (a.contents[0].start, -a.contents[-1].end)))


def _one_source(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of a line, those of one content whose sources overlap as one.

    Two rules may read one speaker: then the longer source, which has the head, is meant ("MP's Ada Lorne", not "MP").
    """
    kept: dict[tuple[Span, ...], list[Attribution]] = {}
    for attribution in found:
        same = kept.setdefault(attribution.contents, [])
        at = next((i for i, other in enumerate(same) if _share_source(attribution, other)), None)
        if at is None:
            same.append(attribution)
        elif _source_length(attribution) >= _source_length(same[at]):
            same[at] = attribution
    return (a for same in kept.values() for a in same)


def _share_source(a: Attribution, b: Attribution) -> bool:
    return a.source == b.source or (a.source is not None and b.source is not None and a.source.overlaps(b.source))


def _source_length(attribution: Attribution) -> int:
    return len(attribution.source.text) if attribution.source is not None else 0


def _nested(attribution: Attribution, line: Sequence[Attribution]) -> bool:
    """Whether all of an attribution is part of what an earlier cue of its line reports: then it is that one's to tell.

    Where the other's cue comes after ("X said ..., Y reported"), both stay: the second only passes the first on.
    """
    cue, source = attribution.cue, attribution.source
    if cue is None:
        return False
    others = (a for a in line if a.cue is not None and a.cue.end <= cue.start)
    return any(c.covers(cue) and (source is None or c.covers(source)) for o in others for c in o.contents)


def _of_line(line: Line) -> Iterator[Attribution]:
    quoted = tuple(quoted_by(line))
    yield from quoted
    found = list(groups(line))
    for at, group in enumerate(found):
        if group.subject is None or on_claim(line, group.subject):
            continue
        if any(q.cue is not None and _covers_cue(line, group, q) for q in quoted):
            continue
        ranges = contents_of(line, found, at)
        contents = tuple(span for r in ranges for span in spans_of(line, r))
        if contents:
            source = line.span(group.subject.start, group.subject.end)
            if not any(source.overlaps(c) for c in contents) and not _idle(line, group, ranges):
                yield Attribution(contents, source, line.span(group.cue_start, group.cue_end), group.negated)
    yield from noun_attributions(line)


def _covers_cue(line: Line, group: Group, quoted: Attribution) -> bool:
    """Whether the group's cue is the one by which somebody is quoted ("quoted X as saying")."""
    cue = line.span(group.cue_start, group.cue_end)
    return quoted.cue is not None and quoted.cue.overlaps(cue)


def _idle(line: Line, group: Group, ranges: Sequence[Range]) -> bool:
    """Whether a content tells nothing: one unquoted word after a verb of saying, or words declined ("to comment")."""
    tokens = [t for first, end in ranges for t in line.tokens[first:end]]
    if group.word.lemma in ("decline", "refuse") and len(tokens) > 1:
        return tokens[0].lower == "to" and tokens[1].lower in word_list("declined")
    return len(tokens) == 1 and not tokens[0].is_quote and "object" not in group.word.frames


def spans_of(line: Line, stretch: Range) -> Iterator[Span]:
    """The spans of a stretch: what stands between the marks where all of it is quoted, else the stretch as a whole."""
    tokens = line.tokens[stretch[0] : stretch[1]]
    if all(t.is_quote or t.is_break for t in tokens):
        yield from (t.quotation.span for t in tokens if t.quotation is not None)
    else:
        yield line.span(*stretch)


def _add_lone(placed: list[_Placed], line: Line, index: int) -> None:
    """A line of nothing but quotations: the rest of the speech before it, or words whose speaker stands elsewhere."""
    spans = tuple(t.quotation.span for t in line.tokens if t.quotation is not None)
    last = placed[-1] if placed else None
    if last is not None and last.line == index - 1 and _goes_on(last, line):
        joined = replace(last.attribution, contents=last.attribution.contents + spans)
        placed[-1] = _Placed(joined, index, line.paragraph, last.cue_line)
    elif sum(len(s.text.split()) for s in spans) >= MIN_LONE_WORDS:
        placed.append(_Placed(Attribution(spans, None, None), index, line.paragraph, index))


def _goes_on(last: _Placed, line: Line) -> bool:
    """Whether a speech goes on: within its paragraph, after words that were all quoted and had a speaker."""
    text = line.text
    quoted = all(
        text[c.start - 1] in "“”\"„«'‘" or text[max(0, c.start - 2)] in '“"„«'
        for c in last.attribution.contents
        if c.start
    )
    return last.paragraph == line.paragraph and quoted and last.attribution.source is not None
