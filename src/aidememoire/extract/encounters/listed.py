"""Places beside a place: those that "and" joins to it, and the one that a description stands for."""

from __future__ import annotations

import re
from itertools import takewhile

from aidememoire.extract.encounters.circumstances import is_place
from aidememoire.extract.scene import Scene
from aidememoire.lexicon.countries import country_of
from aidememoire.model.spans import Span

_AND = re.compile(r",?\s+and\s+(?:(?:nearby|neighbou?ring|in|near)\s+)?|,\s+")
_LAST = re.compile(r"\band\b")
# "In the Varenian capital", "from the capital".
_SEAT = re.compile(r"\b(?:in|at|from|of|to|near|outside)\s+the\s+(?P<seat>[A-Z][\w-]+\s+capital)\b(?!,?\s+(?-i:[A-Z]))")
# What stands for a place without naming a town.
_PARTS = r"(?:areas?|parts?|neighbou?rhoods?|districts?|territory|quarters?|suburbs?|towns?|cit(?:y|ies)|villages?)"
_DESCRIBED = re.compile(
    rf"\b(?:[Ii]n|[Oo]n|of|at|near)\s+(?:an?\s+|the\s+)?(?P<where>(?:[\w-]+\s+){{0,2}}(?:[a-z]+-(?:held|controlled)|rebel|government)\s+{_PARTS}\b"
    rf"|(?:two|three|four|several|\w*[Nn]orth\w*|\w*[Ss]outh\w*|[Ee]astern|[Ww]estern|[A-Z][a-z]+(?:n|sh|ch|ese|i))\s+(?:[A-Z]\w+\s+)?{_PARTS}(?:\s+(?:near|on)\s+the\s+[A-Z]\w+\s+border)?)"
)
# How far behind a noun the description of its place may begin, in characters.
_NEAR = 6


def with_joined(scene: Scene, sentence: Span, place: str | None) -> str | None:
    """A place with those that commas and "and" join to it ("Brenmark and Halvet"), as the text has them."""
    names = [p for p in scene.places_in(sentence) if is_place(p)]
    at = next((i for i, p in enumerate(names) if p.text == place), None)
    if at is None:
        return place
    first = at - sum(1 for _ in takewhile(lambda i: _joined(scene, names[i - 1], names[i]), range(at, 0, -1)))
    last = at + sum(1 for _ in takewhile(lambda i: _joined(scene, names[i], names[i + 1]), range(at, len(names) - 1)))
    between = scene.text[names[first].end : names[last].start]
    if _LAST.search(between) is None:
        return place
    return scene.text[names[first].start : names[last].end]


def _joined(scene: Scene, left: Span, right: Span) -> bool:
    both = {(known := country_of(p.text)) is None or known.kind == "capital" for p in (left, right)}
    return len(both) == 1 and _AND.fullmatch(scene.text[left.end : right.start]) is not None


def described(scene: Scene, sentence: Span) -> str | None:
    """Where an attack was that names no town: "rebel-held districts", "two towns near the Kestrian border"."""
    found = _DESCRIBED.search(scene.text, sentence.start, sentence.end)
    return found["where"] if found is not None else None


def seat_behind(scene: Scene, sentence: Span, start: int, reach: int = _NEAR) -> str | None:
    """The place that "the Varenian capital" describes at most `reach` characters behind `start`."""
    seat = _SEAT.search(scene.text, start, sentence.end)
    return seat["seat"] if seat is not None and seat.start() - start <= reach else None
