"""Checking a record: that its spans are exact, and that all it refers to is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from aidememoire.model.articles import Article, Cut, Paragraph
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Agreement, Fact, Party, Statement, Time
from aidememoire.model.ids import text_sha256
from aidememoire.model.spans import Span
from aidememoire.store.check_ids import known_ids, name_of, off
from aidememoire.store.check_links import link_problems
from aidememoire.store.parties import parties_of
from aidememoire.store.reader import Reader


def problems(reader: Reader) -> Iterator[str]:
    """Everything that is wrong with the record, one sentence each: the kind of problem, a colon, and where it is."""
    seen: set[str] = set()
    for article in reader.articles():
        facts = list(reader.facts_of(article.id))
        yield from _article_problems(article)
        yield from _fact_problems(article, facts)
        yield from (f"id twice: {fact.id}, again in {name_of(article)}" for fact in facts if fact.id in seen)
        seen.update(fact.id for fact in facts)
    yield from link_problems(reader, known_ids(reader))
    yield from _decision_problems(reader.decisions())


def spans_of(fact: Fact) -> Iterator[Span]:
    """Every span of a fact."""
    if isinstance(fact, Party):
        yield from fact.mentions
        yield from (role.evidence for role in fact.roles)
    elif isinstance(fact, Time):
        yield Span(fact.start, fact.end, fact.text)
    elif isinstance(fact, Statement):
        yield from (fact.content, *fact.content_parts)
        yield from (span for span in (fact.speaker_span, fact.cue) if span is not None)
    else:
        yield fact.evidence
        if isinstance(fact, Agreement):
            yield from (term.evidence for term in fact.terms)


def _decision_problems(decisions: Iterable[Decision]) -> Iterator[str]:
    """Words that say nothing. One about names that the record has no more is whole: it waits until they come back."""
    for decision in decisions:
        others = decision.others if decision.says == "apart" else decision.who[1:]
        if not decision.who or not others:
            yield f"decision on nobody: {decision.id}, number {decision.number}"


def _article_problems(article: Article) -> Iterator[str]:
    if text_sha256(article.text) != article.text_sha256:
        yield f"text changed: the SHA-256 of {name_of(article)} is not that of its text"
    stretches: list[Cut | Span | Paragraph] = [*article.boilerplate, *article.credits, *article.paragraphs]
    for each in stretches:
        if off(article, each.start, each.end, each.text):
            yield f"span off: {each.start}:{each.end} of {name_of(article)} itself"
    stretches.sort(key=lambda each: (each.start, each.end))
    for before, after in pairwise(stretches):
        if after.start < before.end and (isinstance(before, Paragraph) or isinstance(after, Paragraph)):
            yield f"stretches overlap: at character {after.start} of {name_of(article)}"


def _fact_problems(article: Article, facts: list[Fact]) -> Iterator[str]:
    here = {fact.id for fact in facts if isinstance(fact, Party)}
    for fact in facts:
        if fact.article != article.id:
            yield f"wrong article: {fact.id} says {fact.article}, and is kept with {name_of(article)}"
        for span in spans_of(fact):
            if off(article, span.start, span.end, span.text):
                yield f"span off: {span.start}:{span.end} of {name_of(article)}, in {fact.id}"
        for party in parties_of(fact):
            if party not in here:
                yield f"unknown party: {party} in {fact.id} of {name_of(article)}"
