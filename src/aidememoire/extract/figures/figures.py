"""Numbers that a conflict or a process may dispute: the killed, the displaced, prisoners, rounds, violations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aidememoire.extract.figures.scope import is_background, scoped, when_counted
from aidememoire.extract.figures.subjects import expected, is_state, subject_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Figure
from aidememoire.model.ids import content_id
from aidememoire.model.reading import Bound, Quantity
from aidememoire.model.spans import Span

_WORDS = wordlist("figures")
_CARDINALS: list[str] = wordlist("process")["cardinals"]
_EARLIER = re.compile(
    rf"\b(?P<number>{'|'.join(_CARDINALS)}|\d{{1,3}})\s+(?:{either(_WORDS['earlier']['adjectives'])}\s+)+(?P<noun>\w+)\b",
    re.IGNORECASE,
)
# "Killed 30 civilians and 20 guards": what became of the first became of the second.
_AND = re.compile(r"\s*(?:,\s*|,?\s+and\s+)(?:(?:at\s+least|about|some|another|around|nearly)\s+)?", re.IGNORECASE)
_SHARED = ("killed", "wounded", "detained", "released", "displaced", "killed or wounded")
# What a number counts where no verb tells it better.
_WEAK = ("fighters", "forces", "people")
_WAR = " in the war"
_BOUNDS: dict[str, Bound] = {
    "more": "more than", "over": "more than", "nearly": "nearly", "almost": "nearly", "at": "at least"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Count:
    """A number as it stands, with what it counts and the words that show it."""

    number: Span
    subject: str
    evidence: Span
    unit: str | None
    value: float | None
    low: float | None
    high: float | None
    bound: Bound


def figures(scene: Scene) -> tuple[Figure, ...]:
    """The figures of an article, in the order of its text."""
    return tuple(_made(scene, s.span, count) for s in scene.sentences() for count in _in_sentence(scene, s.span))


def _in_sentence(scene: Scene, sentence: Span) -> Iterator[_Count]:
    inside = [q for q in scene.quantities_in(sentence) if not _share(q)]
    before: _Count | None = None
    for quantity in inside:
        count = _counted(scene, sentence, quantity, before)
        if count is not None:
            yield count
        before = count
    yield from _fractions(scene, sentence, inside)
    yield from _earlier(scene, sentence, inside)


def _share(quantity: Quantity) -> bool:
    """Whether a quantity is a share of something ("half"), which is told by what it is a share of."""
    return quantity.value is not None and quantity.value < 1 and quantity.noun is None


def _counted(scene: Scene, sentence: Span, quantity: Quantity, before: _Count | None) -> _Count | None:
    """A quantity as a count, None where nobody disputes such a one; of two that "and" joins the second as the first."""
    quantity = _portion(scene, sentence, quantity)
    shown = subject_of(scene, sentence, quantity.span, quantity.noun)
    if before is not None and (shown is None or shown[0] in _WEAK) and _shares(scene, before, quantity):
        shown = _base(before.subject), quantity.span
    if shown is None:
        return None
    unit = quantity.noun.text if quantity.noun and not is_state(quantity.noun) else None
    count = _Count(quantity.span, *shown, unit, quantity.value, quantity.low, quantity.high, quantity.bound)
    return _with_scope(scene, sentence, count, before)


def _shares(scene: Scene, before: _Count, quantity: Quantity) -> bool:
    """Whether "and" joins a number to the one before it, of which a verb before both tells."""
    joint = _AND.fullmatch(scene.text[before.number.end : quantity.span.start])
    people = quantity.noun is None or pattern("figures", "people.nouns").search(quantity.noun.text)
    told_before = _base(before.subject) != "" and before.evidence.start < before.number.start
    return joint is not None and people is not None and told_before


def _base(subject: str) -> str:
    return next((s for s in sorted(_SHARED, key=len, reverse=True) if subject.startswith(s)), "")


_PORTION = re.compile(
    r"(?:\b(?P<bound>more\s+than|over|nearly|almost|about|around|some|at\s+least)\s+)?\ba\s+quarter\s+(?:of\s+)?\Z",
    re.IGNORECASE,
)


def _portion(scene: Scene, sentence: Span, quantity: Quantity) -> Quantity:
    """A "quarter of a million" as a quarter of the million that was read."""
    lead = _PORTION.search(scene.text[sentence.start : quantity.span.start])
    if lead is None or quantity.value is None or not re.match(r"an?\s+\w+illion\b", quantity.span.text, re.IGNORECASE):
        return quantity
    first = (lead["bound"] or "").lower().split()[:1]
    bound: Bound = _BOUNDS.get(first[0], "about") if first else "exactly"
    span = Span.of(scene.text, sentence.start + lead.start(), quantity.span.end)
    return replace(quantity, span=span, value=quantity.value / 4, bound=bound)


def _with_scope(scene: Scene, sentence: Span, count: _Count, before: _Count | None) -> _Count:
    """The count with its scope; beside a toll of the war another in the same sentence is of it too."""
    if expected(scene, sentence, count.number, count.evidence):
        return replace(count, subject=f"{count.subject}, expected")
    subject = scoped(scene, sentence, count.subject, count.evidence, count.value)
    of_war = before is not None and before.subject.endswith(_WAR) and count.subject in {"killed", "wounded"}
    return replace(count, subject=f"{count.subject}{_WAR}" if of_war else subject)


def _made(scene: Scene, sentence: Span, count: _Count) -> Figure:
    evidence = count.evidence
    clause = scene.clause(sentence, count.number.start, count.number.end)
    of_war = count.subject.endswith(_WAR)
    return Figure(
        id=content_id("figure", scene.article.id, evidence.start, evidence.end, count.number.start, count.subject),
        article=scene.article.id,
        subject=count.subject,
        unit=count.unit,
        value=count.value,
        low=count.low,
        high=count.high,
        bound=count.bound,
        when=None if of_war else when_counted(scene, sentence, evidence),
        speaker=_speaker(scene, sentence, count),
        evidence=evidence,
        place=None if of_war else scene.place(clause, evidence),
    )


def _speaker(scene: Scene, sentence: Span, count: _Count) -> str | None:
    """Who gives the figure, None where the article does, be it in the middle of what somebody says."""
    statement = scene.statement_over(count.number)
    if statement is None or (statement.form == "indirect" and is_background(scene, sentence, count.evidence)):
        return None
    return statement.speaker


def _earlier(scene: Scene, sentence: Span, counted: list[Quantity]) -> Iterator[_Count]:
    """Numbers that an adjective parts from what they count ("three earlier rounds")."""
    for match in _EARLIER.finditer(scene.text, sentence.start, sentence.end):
        span, noun = Span.of(scene.text, match.start(), match.end()), Span.of(scene.text, *match.span("noun"))
        if any(q.span.overlaps(span) for q in counted):
            continue
        shown = subject_of(scene, sentence, span, noun)
        if shown is not None:
            word = match["number"].lower()
            value = float(word) if word.isdigit() else float(_CARDINALS.index(word) + 1)
            yield _with_scope(scene, sentence, _Count(span, *shown, noun.text, value, None, None, "exactly"), None)


def _fractions(scene: Scene, sentence: Span, counted: list[Quantity]) -> Iterator[_Count]:
    """Shares of a population ("a third of the residents"), which no count gives."""
    for match in pattern("figures", "scope.fraction").finditer(scene.text, sentence.start, sentence.end):
        span = Span.of(scene.text, match.start(), match.end())
        if any(q.span.overlaps(span) for q in counted):
            continue
        shown = subject_of(scene, sentence, span, None)
        if shown is not None:
            yield _Count(span, *shown, "share of the population", None, None, None, "about")
