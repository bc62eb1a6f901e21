"""A fact with other fields, as a person wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as having
from typing import Any

import msgspec

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.kinds import kind_of
from aidememoire.model.reviews import Named
from aidememoire.model.spans import Span
from aidememoire.record.naming.words import fold
from aidememoire.record.review.fields import EMPTY, FIELDS, Field
from aidememoire.record.review.versions import Fields, anchor_of, fields_of, made_of
from aidememoire.record.review.wanted import party_named

LONGEST_FIELD = 300
"""Characters of a field that is written by hand."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Fields as they are to be: `values` as they were written, "" for nothing, and the `parties` of those that name
    parties. A party without an id is one that the machine does not know.

    `content` are the characters of the words themselves where these are others.
    """

    values: Mapping[str, str] = having(default_factory=dict)
    parties: Mapping[str, tuple[Named, ...]] = having(default_factory=dict)
    content: tuple[int, int] | None = None

    def resolved(self, article: Article, known: Mapping[str, Named]) -> Changes:
        """The changes with an id for each party."""
        by_name = {fold(named.name): named for named in reversed(tuple(known.values()))}

        def resolve(named: Named) -> Named:
            if named.id in known:
                return known[named.id]
            if not named.name.strip() or len(named.name) > LONGEST_FIELD:
                raise ValueError(f"a party's name has 1 to {LONGEST_FIELD} characters, and its id is of the article")
            held = by_name.get(fold(named.name))
            return held or Named(party_named(article, named).id, named.name, named.kind)

        parties = {name: tuple(dict.fromkeys(map(resolve, each))) for name, each in self.parties.items()}
        return Changes(self.values, parties, self.content)


def corrected(base: Fact, changes: Changes, article: Article) -> Fact:
    """The fact with the changes, which are `resolved`. Fields that they don't name stay.

    Raises ValueError or msgspec.ValidationError where a field can't hold what it is to hold.
    """
    kind, before = kind_of(type(base)), fields_of(base)
    after: Fields = dict(before)
    if changes.content is not None and kind == "statement":
        span = Span.trimmed(article.text, *changes.content)
        if span != anchor_of(base):
            after |= {"content": msgspec.to_builtins(span), "content_parts": []}
    for field in FIELDS[kind]:
        if field.sort in ("party", "parties"):
            if field.name in changes.parties:
                after |= _parties(field, changes.parties[field.name], before)
        elif field.name in changes.values:
            after[field.name] = _value(field, changes.values[field.name].strip(), before.get(field.name))
    if after.get("speaker") != before.get("speaker") and kind == "statement":
        after["speaker_span"] = _nearest(article, changes.parties.get("speaker", ()), anchor_of(base))
    return made_of(kind, after)


def added(kind: str, mark: str, span: Span, changes: Changes, article: Article) -> Fact:
    """A fact of that kind and id, read from `span` by a person. Raises as `corrected` does."""
    words = msgspec.to_builtins(span)
    blank: Fields = {"id": mark, "article": article.id, ("content" if kind == "statement" else "evidence"): words}
    for field in FIELDS[kind]:
        many = field.sort == "parties"
        blank[field.name] = [] if many else False if field.sort == "flag" else None
        if field.words:
            blank[field.words] = [] if many else "" if field.words.startswith(("party", "by", "of")) else None
    blank |= dict(EMPTY.get(kind, {}))
    for field in FIELDS[kind]:
        if field.sort in ("party", "parties"):
            blank |= _parties(field, changes.parties.get(field.name, ()), blank)
        elif field.name in changes.values or blank[field.name] is None:
            blank[field.name] = _value(field, changes.values.get(field.name, "").strip(), blank[field.name])
    if kind == "statement":
        blank["speaker_span"] = _nearest(article, changes.parties.get("speaker", ()), span)
    return made_of(kind, blank)


def _parties(field: Field, named: tuple[Named, ...], before: Fields) -> Fields:
    ids = [each.id for each in named]
    now: Any = ids if field.sort == "parties" else (ids[0] if ids else None)
    # A form tells which parties there are, in an order of its own.
    if now == before[field.name] or (isinstance(now, list) and set(now) == set(before[field.name])):
        return {}
    after: Fields = {field.name: now}
    if field.words:
        names = [each.name for each in named]
        nobody = "" if isinstance(before[field.words], str) and field.words != "addressee_text" else None
        after[field.words] = names if field.sort == "parties" else (names[0] if names else nobody)
    return after


def _value(field: Field, given: str, before: Any) -> Any:
    if len(given) > LONGEST_FIELD:
        raise ValueError(f"{field.name} has at most {LONGEST_FIELD} characters")
    if field.sort == "flag":
        return given == "yes"
    if not given:
        if not field.optional:
            if field.sort == "choice" and isinstance(before, str):
                return before
            raise ValueError(f"{field.name} can't be empty")
        return None
    if field.sort == "choice" and given not in field.choices:
        raise ValueError(f"{field.name} is one of {', '.join(field.choices)}")
    if field.sort == "when":
        return before if before and _same(before["value"] or before["text"], given) else {"text": given, "value": given}
    if field.sort in ("number", "whole"):
        return _number(field, given)
    return before if isinstance(before, str) and _same(before, given) else given


def _same(before: str, given: str) -> bool:
    """Whether a form gives back what it was filled with: browsers leave out breaks of lines."""
    return "".join(before.split()) == "".join(given.split())


def _number(field: Field, given: str) -> float | int:
    try:
        number = float(given.replace(",", ""))
    except ValueError:
        raise ValueError(f"{field.name} is no number: {given}") from None
    if not -1e15 < number < 1e15:
        raise ValueError(f"{field.name} is out of bounds: {given}")
    return int(number) if field.sort == "whole" else number


def _nearest(article: Article, named: tuple[Named, ...], place: Span) -> Any:
    """Where a party is named, the place nearest to the words, None for nowhere."""
    found = [m for each in named[:1] for m in party_named(article, each).mentions]
    nearest = min(found, key=lambda m: abs(m.start - place.start), default=None)
    return None if nearest is None else msgspec.to_builtins(nearest)
