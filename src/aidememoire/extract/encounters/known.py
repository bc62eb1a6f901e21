"""Whether the noun of an event takes it for known ("the bombing", "Saturday's attack")."""

from __future__ import annotations

import re

from aidememoire.extract.encounters.reach import event_word
from aidememoire.extract.syntax import Tree
from aidememoire.model.spans import Span

_DEFINITE = frozenset(("the", "this", "these", "that", "those", "'s", "’s", "both"))
_FIRST = re.compile(r"first|last|latest|worst|most|only|fresh|new|\w{3,}est", re.IGNORECASE)
_DAY = re.compile(r"(?:\w+day|week|month|year|weekend|morning|evening)")


def is_known(tree: Tree, cue: Span) -> bool:
    """Whether the noun at `cue` is told as known; no verb is."""
    at = event_word(tree, cue)
    if at is None or tree.words[at].upos not in {"NOUN", "PROPN"}:
        return False
    first = tree.words[tree.within(tree.phrase(at))[0]]
    opens = tree.text[first.start : first.end].lower()
    owned = any(tree.form(kid) in {"'s", "’s"} for own in tree.kids(at, "nmod") for kid in tree.kids(own, "case"))
    first_of = any(_FIRST.fullmatch(tree.form(kid)) for kid in tree.kids(at, "amod"))
    return (opens in _DEFINITE and not first_of) or (owned and _dated(tree, at))


def _dated(tree: Tree, noun: int) -> bool:
    """Whether a day owns a noun ("Saturday's attack")."""
    return any(_DAY.fullmatch(tree.form(kid)) for kid in tree.kids(noun, "nmod"))
