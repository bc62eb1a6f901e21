"""One stand told twice in an article, by its first lines and again further on: the fuller telling is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidememoire.model.facts import Position

_SMALL = frozenset(
    "a an the of to in on at for from by with and or that this these those its their his her it they he she any all "
    "be is are was were been has have had must should will would can could may not no do does did as so also".split()
)
_ENDING = re.compile(r"(?:ings?|ed|es|s|e)\Z")
# Of two wordings so much of the words must be the same, where neither holds all of the other.
_ALIKE = 0.75


def without_repeats(found: Iterable[Position]) -> tuple[Position, ...]:
    """The positions without those that another one of the same party, stance and doer says in more words."""
    kept: list[Position] = []
    for position in found:
        same = next((at for at, other in enumerate(kept) if _repeats(position, other)), None)
        if same is None:
            kept.append(position)
        elif len(_words(position.issue)) > len(_words(kept[same].issue)):
            kept[same] = position
    return tuple(kept)


def _repeats(a: Position, b: Position) -> bool:
    if (a.party, a.stance) != (b.party, b.stance) or (a.party is None and a.party_text != b.party_text):
        return False
    if a.of != b.of and a.of is not None and b.of is not None:
        return False
    if bool(a.condition_for) != bool(b.condition_for) or not _alike(a.condition_for or "", b.condition_for or "", 0):
        return False
    return _alike(a.issue, b.issue, _ALIKE)


def _alike(a: str, b: str, least: float) -> bool:
    """Whether the words of one are all among the other's, or more than `least` of all their words are common."""
    left, right = _words(a), _words(b)
    common = left & right
    if len(min(left, right, key=len)) > 1 and common in (left, right):
        return True
    return left == right or len(common) > least * len(left | right)


def _words(issue: str) -> frozenset[str]:
    """The words that tell, without endings."""
    words = re.findall(r"[\w’'.-]*\w", issue.lower().replace("cease-fire", "ceasefire"))
    return frozenset(_ENDING.sub("", word) or word for word in words if word not in _SMALL)
