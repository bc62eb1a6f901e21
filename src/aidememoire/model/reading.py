"""What reading gives: typed annotations over an article's text. No idea of a peace process in any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.spans import Span

NameKind = Literal["person", "organization", "government", "armed group", "place", "nationality", "media", "unnamed"]
Bound = Literal["exactly", "about", "nearly", "more than", "at least", "up to", "less than"]
Act = Literal[
    "assert",
    "deny",
    "accuse",
    "demand",
    "offer",
    "promise",
    "threaten",
    "accept",
    "reject",
    "praise",
    "condemn",
    "ask",
    "believe",
    "want",
    "intend",
    "hope",
    "fear",
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the index of its paragraph in the article's `paragraphs`."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name, or the description of a party without one ("a Western diplomat": kind "unnamed")."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: `span` is what stands between them.

    `open_ended` quotations have no closing mark in their paragraph and go on in the next one.
    """

    span: Span
    paragraph: int
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 value, and the days it may mean (ISO, None where its anchor is unknown)."""

    span: Span
    value: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts, as they stand: `span` is "more than 320,000 people", `noun` "people".

    `value` is the number, None where only its size is said ("hundreds", "millions": then `low` and `high`).
    """

    span: Span
    noun: Span | None
    value: float | None
    low: float | None
    high: float | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thoughts: the contents, and where the text gives them, the source and the cue.

    `contents` is more than one span where the cue breaks them up. `negated` holds where the cue is denied ("did not
    say"). `addressee` is whom it was said to, `via` who passed it on, `act` the speech act, `same` an earlier place
    where the source is named or speaks, each None where reading does not tell.
    """

    contents: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    negated: bool = False
    addressee: Span | None = None
    via: Span | None = None
    act: Act | None = None
    same: Span | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its part of speech (UPOS), its lemma, and the word that it hangs on in its sentence's tree.

    `head` is an index into the reading's words, -1 for the root of a sentence; `label` is the relation (UD 2).
    """

    start: int
    end: int
    upos: str
    lemma: str
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All annotations of one article, each tuple in the order of the text."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    words: tuple[Word, ...] = ()
