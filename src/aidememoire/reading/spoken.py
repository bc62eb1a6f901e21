"""Who says what, as the reading model finds it: its attributions as spans of an article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.model.articles import Article
from aidememoire.model.ordered import Ordered, word_outside
from aidememoire.model.reading import Attribution, Quotation, Sentence
from aidememoire.model.spans import Span
from aidememoire.reading.linking import Linked
from aidememoire.reading.linking import Span as Words
from aidememoire.reading.parse import Parse

# What denies a cue: "did not say", "has never claimed". "Denied" and "refused" deny something else.
_DENYING = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
# A quotation of fewer words that nobody is said to have spoken is a word in scare quotes.
MIN_LONE_WORDS = 4
# Less before a comma is a time or a link ("In the morning,"), which readers leave out as often as not.
MIN_LEAD_WORDS = 6
_CONDITION = re.compile(
    r",?\s+(?:but\s+)?(?:only\s+)?(?:if|unless|provided|as\s+long\s+as|so\s+long\s+as|on\s+condition)\b", re.IGNORECASE
)
_MARKS = "\"“”„«»‘’'`"


def spoken(
    article: Article, parse: Parse, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
) -> tuple[Attribution, ...]:
    """The attributions of a parsed article, in the order of their contents.

    One inside another's content is left to that one, unless the other only passes it on ("X said ..., Y reported").
    Contents of one cue that stand in two paragraphs, or with somebody else's words between, come as two attributions
    of that source. A paragraph of nothing but quotations that goes with a cue of another paragraph comes without
    source or cue: whose it is, is for a later stage to say.
    """
    quoted = Ordered.by((q.span for q in quotations), lambda span: span)
    made = [(linked.inner, _attribution(article.text, parse, linked, quoted)) for linked in parse.attributions]
    made = _from_the_start(article.text, made, sentences)
    outer = [a for inner, a in made if not inner]
    passing = Ordered.by((c for a in outer if _passes_on(a, quoted) for c in a.contents), lambda span: span)
    passed = [a for inner, a in made if inner and any(True for c in a.contents for _ in passing.over(c))]
    cues = Ordered.by((a.cue for a in (*outer, *passed) if a.cue), lambda span: span)
    parts = [part for each in (*outer, *passed) for part in _by_place(article, quoted, cues, each)]
    kept = (a for a in parts if a.cue or a.source or _lone_quotation(a, quoted))
    return tuple(sorted(kept, key=lambda a: (a.contents[0].start, -a.contents[-1].end)))


def _from_the_start(
    text: str, made: Sequence[tuple[bool, Attribution]], sentences: Sequence[Sentence]
) -> list[tuple[bool, Attribution]]:
    """The attributions (each with whether it is an inner one), whole: what stands before "..., X said", and conditions.

    What is reported there is all of the sentence, unless a part of another attribution stands in it; the reading model
    sometimes begins after an apposition's comma, and ends before ", but only if ...".
    """
    taken = Ordered.by((s for _, a in made for s in (*a.contents, a.cue, a.source) if s is not None), lambda span: span)
    at = Ordered.by((s.span for s in sentences), lambda span: span)
    return [
        (inner, found if inner else _with_condition(text, _begun(text, found, taken, at), taken, at))
        for inner, found in made
    ]


def _begun(text: str, found: Attribution, taken: Ordered[Span], sentences: Ordered[Span]) -> Attribution:
    first, cue = found.contents[0], found.cue
    sentence = next(sentences.over(first), None)
    if sentence is None or cue is None or cue.start < first.end or first.start == sentence.start:
        return found
    # Readers of PolNeAR leave out what stands before a small letter as often as not.
    if not first.text[0].isupper():
        return found
    before = Span(sentence.start, first.start, "")
    lead = text[before.start : before.end].rstrip()
    if not lead.endswith(",") or len(lead.split()) < MIN_LEAD_WORDS or any(m in lead for m in _MARKS[:6]):
        return found
    if any(True for _ in taken.touching(before)):
        return found
    return replace(found, contents=(Span.of(text, sentence.start, first.end), *found.contents[1:]))


def _with_condition(text: str, found: Attribution, taken: Ordered[Span], sentences: Ordered[Span]) -> Attribution:
    """An attribution with the condition that follows its content, to the end of the sentence."""
    last, cue = found.contents[-1], found.cue
    condition = _CONDITION.match(text, last.end)
    sentence = next(sentences.over(Span(last.end - 1, last.end, "")), None)
    if condition is None or sentence is None or cue is None or cue.start >= last.start:
        return found
    if condition.end() > sentence.end or any(True for _ in taken.inside(Span(last.end, sentence.end, ""))):
        return found
    whole = Span.of(text, last.start, last.end + len(text[last.end : sentence.end].rstrip(" .\n")))
    return replace(found, contents=(*found.contents[:-1], whole))


def _passes_on(found: Attribution, quoted: Ordered[Span]) -> bool:
    """Whether a cue comes after all that it reports, or only a carrier has a part in it."""
    if found.cue is None:
        return found.source is None and not _lone_quotation(found, quoted)
    return found.cue.start >= found.contents[-1].end


def _lone_quotation(found: Attribution, quoted: Ordered[Span]) -> bool:
    """Whether words that nobody is said to have spoken are a quotation, and more than a word in scare quotes."""
    inside = all(not word_outside(c, quoted) for c in found.contents)
    return inside and sum(len(c.text.split()) for c in found.contents) >= MIN_LONE_WORDS


def _attribution(text: str, parse: Parse, linked: Linked, quoted: Ordered[Span]) -> Attribution:
    def span(words: Words | None) -> Span | None:
        return None if words is None else _span(text, parse, words)

    def outside(words: Words | None) -> Span | None:
        """A part that is not inside the words themselves."""
        inside = words is not None and any(a <= words[0] and words[1] <= b for a, b in linked.contents)
        return None if inside else span(words)

    cue = linked.cue
    negated = cue is not None and any(text[a:b].lower() in _DENYING for a, b in parse.words[cue[0] : cue[1]])
    return Attribution(
        contents=tuple(_to_marks(text, _span(text, parse, c), quoted) for c in linked.contents),
        source=span(linked.source),
        cue=span(linked.cue),
        negated=negated,
        addressee=outside(linked.addressee),
        via=outside(linked.via),
        act=linked.act,
        same=span(linked.same),
    )


def _span(text: str, parse: Parse, words: Words) -> Span:
    """The characters of a stretch of words."""
    return Span.of(text, parse.words[words[0]][0], parse.words[words[1] - 1][1])


def _to_marks(text: str, content: Span, quoted: Ordered[Span]) -> Span:
    """A content that begins or ends inside a quotation most of which it holds: with all of it, and its marks."""
    start, end = content.start, content.end
    for q in quoted.touching(content):
        if 2 * (min(q.end, content.end) - max(q.start, content.start)) < q.end - q.start:
            continue
        if q.start <= content.start:
            start = min(start, q.start - (text[q.start - 1 : q.start] in _MARKS and q.start > 0))
        if content.end <= q.end:
            end = max(end, q.end + (text[q.end : q.end + 1] in _MARKS and q.end < len(text)))
    return Span.of(text, start, end)


def _by_place(
    article: Article, quoted: Ordered[Span], cues: Ordered[Span], found: Attribution
) -> Iterator[Attribution]:
    """An attribution as one for each stretch of its contents; quotations away from its cue have no part of it."""
    place = found.cue or found.source
    if place is None:
        yield found
        return
    home = article.paragraph_at(place.start)
    for contents in _stretches(article, cues, found):
        at = article.paragraph_at(contents[0].start)
        if at != home and _only_quoted(article, at, quoted):
            yield Attribution(contents, None, None, act=found.act)
        else:
            yield replace(found, contents=contents)


def _stretches(article: Article, cues: Ordered[Span], found: Attribution) -> Iterator[tuple[Span, ...]]:
    """The contents of an attribution, those together that stand in one paragraph without another's cue between."""
    stretch = [found.contents[0]]
    for content in found.contents[1:]:
        between = Span(stretch[-1].end, content.start, "")
        parted = article.paragraph_at(content.start) != article.paragraph_at(between.start - 1)
        if parted or any(cue != found.cue for cue in cues.inside(between)):
            yield tuple(stretch)
            stretch = []
        stretch.append(content)
    yield tuple(stretch)


def _only_quoted(article: Article, paragraph: int, quoted: Ordered[Span]) -> bool:
    """Whether a paragraph has no word outside quotations."""
    at = article.paragraphs[paragraph]
    return not word_outside(Span.of(article.text, at.start, at.end), quoted)
