"""How many were killed in an event, by the figures that its own clauses give."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidememoire.model.facts import Figure
from aidememoire.views.coded.gather import Coded

_KILLED = re.compile(
    r"\b(?:kill(?:ed|s|ing)?|dead|deaths?|died|fatalit(?:y|ies)|slain|murdered|massacred)\b", re.IGNORECASE
)


def deaths(events: Iterable[Coded], figures: Iterable[Figure]) -> str:
    """The number killed, "" where none is told, where several disagree, or where it is only a bound ("dozens")."""
    told = tuple(events)
    values = {f.value for f in figures if any(_of(f, event) for event in told)}
    known = next(iter(values)) if len(values) == 1 else None
    return f"{known:g}" if known is not None else ""


def _of(figure: Figure, event: Coded) -> bool:
    """Whether a figure counts the dead of an event: it stands in the event's clause and speaks of killing."""
    inside = figure.article == event.article and figure.evidence.overlaps(event.evidence)
    return inside and _KILLED.search(f"{figure.subject} {figure.evidence.text}") is not None
