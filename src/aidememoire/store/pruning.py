"""Links that speak no more of what people have taken out of a record since they were made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from aidememoire.model.joined import Actor, Claim, CommitmentGroup, FigureGroup, FigureMember, Mention, Turn
from aidememoire.model.links import Link
from aidememoire.model.process import AgreementGroup, EncounterGroup, Issue, Stand

L = TypeVar("L", bound=Link)
_EMPTY: tuple[tuple[type[Any], str], ...] = (
    (Actor, "parties"),
    (Claim, "mentions"),
    (FigureGroup, "members"),
    (CommitmentGroup, "members"),
    (EncounterGroup, "members"),
    (AgreementGroup, "members"),
    (Issue, "positions"),
    (Stand, "course"),
)
"""What a link of each class is nothing without."""


def pruned(link: L | None, gone: Collection[str]) -> L | None:
    """The link without the facts `gone`, None where it is made of nothing else."""
    left: L | None = _without(link, gone)
    nothing = any(isinstance(left, cls) and not getattr(left, name) for cls, name in _EMPTY)
    return None if nothing else left


def _without(value: Any, gone: Collection[str]) -> Any:
    if isinstance(value, tuple):
        kept = tuple(_without(each, gone) for each in value if not _is_gone(each, gone))
        return value if len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True)) else kept
    if isinstance(value, str) and value in gone:
        return None
    if is_dataclass(value) and not isinstance(value, type):
        held = {f.name: getattr(value, f.name) for f in fields(value)}
        changed = {name: new for name, old in held.items() if (new := _without(old, gone)) is not old}
        return replace(value, **changed) if changed else value
    return value


def _is_gone(each: Any, gone: Collection[str]) -> bool:
    """Whether a part of a link is one of the facts, or tells of nothing but them."""
    match each:
        case str():
            return each in gone
        case Mention():
            return each.statement in gone
        case FigureMember():
            return each.figure in gone
        case Turn():
            return bool(each.facts) and all(fact in gone for fact in each.facts)
        case _:
            return False
