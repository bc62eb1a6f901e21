"""Versions of a fact: as JSON, as fields, and as a reading that is the same wherever the same words are read alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from aidememoire.model.facts import Fact, Party, Statement, Time
from aidememoire.model.kinds import FACTS, kind_of
from aidememoire.model.reviews import Named, Review
from aidememoire.model.spans import Span
from aidememoire.record.naming.words import fold

Fields = dict[str, Any]
CLASSES: Mapping[str, type[Any]] = {kind_of(cls): cls for cls in FACTS}
REVIEWED = tuple(kind for kind in CLASSES if kind not in ("party", "time"))
"""Kinds that people review. Who is who is said by merging and splitting actors; times are parts of other facts."""
_SPAN = {"start", "end", "text"}
_OF_THE_ARTICLE = ("id", "article", "facts")


def written(fact: Fact) -> str:
    """The JSON of a fact."""
    return msgspec.json.encode(fact).decode()


def read_back(kind: str, data: str) -> Fact:
    """The fact of that kind whose JSON is `data`. Raises msgspec.DecodeError where it is none."""
    fact: Fact = msgspec.json.decode(data, type=CLASSES[kind])
    return fact


def fields_of(fact: Fact) -> Fields:
    """The fields of a fact, as JSON has them."""
    plain: Fields = msgspec.json.decode(msgspec.json.encode(fact))
    return plain


def made_of(kind: str, plain: Fields) -> Fact:
    """The fact of these fields. Raises msgspec.ValidationError where they don't fit."""
    fact: Fact = msgspec.convert(plain, CLASSES[kind])
    return fact


def anchor_of(fact: Fact) -> Span:
    """The words that a fact was read from."""
    if isinstance(fact, Party):
        return fact.mentions[0] if fact.mentions else Span(0, 0, "")
    if isinstance(fact, Time):
        return Span(fact.start, fact.end, fact.text)
    return fact.content if isinstance(fact, Statement) else fact.evidence


def is_span(value: object) -> bool:
    """Whether a value among the fields of a fact is a span."""
    return isinstance(value, dict) and value.keys() == _SPAN


def mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """A value with each span and each string in it changed."""
    if isinstance(value, str) or is_span(value):
        return change(value)
    if isinstance(value, dict):
        return {name: mapped(each, change) for name, each in value.items()}
    return [mapped(each, change) for each in value] if isinstance(value, list | tuple) else value


def reading(plain: Fields, names: Mapping[str, str]) -> Fields:
    """What fields say, apart from where: words for spans, and for each id of `names` the name."""

    def told(value: Any) -> Any:
        if isinstance(value, str):
            return f"party {fold(names[value])}" if value in names else value
        return " ".join(value["text"].split())

    return {name: mapped(each, told) for name, each in plain.items() if name not in _OF_THE_ARTICLE}


def named_in(fact: Fact, known: Mapping[str, Named]) -> tuple[Named, ...]:
    """Those of the known parties that a fact speaks of."""
    found: dict[str, Named] = {}

    def look(value: Any) -> Any:
        if isinstance(value, str) and value in known:
            found[value] = known[value]
        return value

    mapped(fields_of(fact), look)
    return tuple(found.values())


def parties_of(facts: Iterable[Fact]) -> dict[str, Named]:
    """The parties among the facts of an article, by id."""
    return {f.id: Named(f.id, f.name, f.kind) for f in facts if isinstance(f, Party)}


def names_of(facts: Iterable[Fact], reviews: Iterable[Review]) -> dict[str, str]:
    """The name of each party that the facts or the reviews of an article speak of, by id."""
    said = {n.id: n.name for review in reviews for n in review.parties}
    return said | {n.id: n.name for n in parties_of(facts).values()}
