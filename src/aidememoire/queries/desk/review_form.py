"""A fact as lines to read, and as a form to correct it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aidememoire.model.facts import Fact, Party
from aidememoire.model.kinds import kind_of
from aidememoire.model.reviews import Named
from aidememoire.queries.shelf import Shelf
from aidememoire.record.review.fields import EMPTY, FIELDS, Field
from aidememoire.record.review.versions import fields_of


@dataclass(frozen=True, slots=True)
class Line:
    """A field of a fact in words, "" where it has nothing in it; `changed` where the version before had another."""

    name: str
    value: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form: what stands in it, and what may be chosen."""

    name: str
    label: str
    sort: str
    value: str
    optional: bool
    options: tuple[Option, ...]


def label_of(name: str) -> str:
    """What to call a field."""
    return name.replace("_", " ")


def lines_of(fact: Fact, names: Mapping[str, str], before: Fact | None = None) -> tuple[Line, ...]:
    """The fields of a fact, against those of the version before."""
    plain = fields_of(fact)
    was = fields_of(before) if before is not None else None
    found = [_line("words", plain, was, plain["content"]["text"])] if "content" in plain and was else []
    if found and was and was["content"] == plain["content"]:
        found = []
    for field in FIELDS[kind_of(type(fact))]:
        value = _in_words(field, plain, names)
        earlier = _in_words(field, was, names) if was is not None else value
        found.append(Line(label_of(field.name), value, value != earlier))
    return tuple(found)


def _line(name: str, plain: Mapping[str, Any], was: Mapping[str, Any], value: str) -> Line:
    return Line(name, value, plain["content"] != was["content"])


def form_of(kind: str, fact: Fact | None, parties: tuple[Named, ...]) -> tuple[FormField, ...]:
    """The form for a fact, or for a new one of that kind."""
    plain = fields_of(fact) if fact is not None else EMPTY.get(kind, {})
    return tuple(_field(field, plain, parties) for field in FIELDS[kind])


def parties_here(shelf: Shelf, article: str) -> tuple[Named, ...]:
    """The parties of an article, those with a name first, and of these those that are named most often."""
    found = sorted(shelf.moment.facts(Party, article), key=lambda p: (p.kind == "unnamed", -len(p.mentions), p.name))
    return tuple(Named(p.id, p.name, p.kind) for p in found)


def _field(field: Field, plain: Mapping[str, Any], parties: tuple[Named, ...]) -> FormField:
    held = plain.get(field.name)
    label = label_of(field.name)
    if field.sort in ("party", "parties"):
        chosen = held if isinstance(held, list) else [held]
        options = tuple(Option(p.id, f"{p.name} ({p.kind})", p.id in chosen) for p in parties)
        return FormField(field.name, label, field.sort, "", field.optional, options)
    options = tuple(Option(choice, choice, choice == held) for choice in field.choices)
    return FormField(field.name, label, field.sort, _text(held), field.optional, options)


def _text(held: Any) -> str:
    match held:
        case None:
            return ""
        case bool():
            return "yes" if held else ""
        case {"value": str(value)}:
            return value or str(held["text"])
        case float():
            return (
                f"{held:g}" if held < 1e6 and held == round(held, 3) else str(int(held) if held.is_integer() else held)
            )
    return str(held)


def _in_words(field: Field, plain: Mapping[str, Any], names: Mapping[str, str]) -> str:
    held = plain.get(field.name)
    if field.sort in ("party", "parties"):
        ids = held if isinstance(held, list) else [held] if held else []
        told = ", ".join(names.get(each, "?") for each in ids)
        beside = plain.get(field.words) if field.words and not told else None
        return told or (", ".join(beside) if isinstance(beside, list) else beside or "")
    if isinstance(held, dict) and held["text"] != held["value"]:
        return f"{held['text']} ({held['value']})" if held["value"] else held["text"]
    return _text(held)
