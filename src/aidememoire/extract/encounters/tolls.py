"""Whether an attack that somebody speaks of is told as a fact: only its toll is theirs, or they are not alone."""

from __future__ import annotations

import re

from aidememoire.extract.bonds import known_tree
from aidememoire.extract.encounters.reach import event_word, reach
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.model.facts import Statement
from aidememoire.model.spans import Span

_BOTH = re.compile(r"\bboth\s+(?:sides|parties)\b|\band\b", re.IGNORECASE)
_CONFIRMED = re.compile(r"confirm\w*", re.IGNORECASE)
_DEFINITE = frozenset(("the", "this", "these", "that", "those", "'s", "’s", "both"))
_FIRST = re.compile(r"first|last|latest|worst|most|only|fresh|new|\w{3,}est", re.IGNORECASE)
# ", insurgents and state media reported": two who say so, whatever the statement has.
_TWO = re.compile(r",\s+(?:[^,“”\"]{2,80})\s+and\s+(?:[^,“”\"]{2,80})\s+(?:said|say|reported|report)\b", re.IGNORECASE)
# Words that only say whose it was: "the attack was carried out by" leaves that to whoever says so.
_WHOSE = frozenset("responsible responsibility behind carried planned perpetrated fired launched committed".split())


def told_as_fact(scene: Scene, sentence: Span, cue: Span, statement: Statement | None, named: bool) -> bool:
    """Whether an attack in somebody's statement took place beyond what they say.

    It did where several say so, where they take it for known ("the attack was a crime"), and, unless its doer is
    `named`, where they only count its dead.
    """
    tree = known_tree(scene)
    if statement is None or tree is None or statement.act in {"accuse", "deny"} or statement.form == "direct":
        return False
    if _several(scene, sentence, statement):
        return True
    own = reach(tree, sentence, cue)
    whose = any(tree.form(at) in _WHOSE for at in (*own, *(tree.words[w].head for w in own if tree.words[w].head >= 0)))
    if _known(tree, cue):
        return not whose
    if any(pattern("attacks", "reach.toll").fullmatch(tree.form(at)) for at in own):
        return True
    counted = _counts(scene, tree, sentence, own)
    return not named and (_killed(tree, own) or (counted and (_trails(statement, cue) or _kills(tree, statement, own))))


def _several(scene: Scene, sentence: Span, statement: Statement) -> bool:
    """Whether more than one says so: "both sides said", "insurgents and state media reported", "X confirming it"."""
    speaker = statement.speaker_span
    if statement.joint or (speaker is not None and _BOTH.search(speaker.text)):
        return True
    if _TWO.search(scene.text, statement.content.end - 1, sentence.end):
        return True
    others = (s for s in scene.statements if s is not statement and s.cue is not None and sentence.covers(s.cue))
    return any(s.cue is not None and _CONFIRMED.fullmatch(s.cue.text) for s in others)


def _known(tree: Tree, cue: Span) -> bool:
    """Whether a noun is told as known: "the bombing", "Saturday's attack"."""
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
    owners = (tree.form(kid) for kid in tree.kids(noun, "nmod"))
    return any(re.fullmatch(r"(?:\w+day|week|month|year|weekend|morning|evening)", owner) for owner in owners)


def _killed(tree: Tree, own: frozenset[int]) -> bool:
    """Whether what is said is who was hurt: "ten were killed in a blast"."""
    return any(tree.words[at].upos == "VERB" and tree.passive(at) and _harms(tree, at) for at in own)


def _harms(tree: Tree, at: int) -> bool:
    return pattern("attacks", "reach.harm").fullmatch(tree.form(at)) is not None


def _kills(tree: Tree, statement: Statement, own: frozenset[int]) -> bool:
    """Whether the main verb of what is said is one of killing: "said a blast killed ten", not "said a shell struck"."""
    inside = [at for at in tree.roots(statement.content) if tree.words[at].upos == "VERB"]
    return any(at in own and _harms(tree, at) for at in inside)


def _trails(statement: Statement, cue: Span) -> bool:
    """Whether who says so comes after: ", the monitor said"."""
    return statement.cue is not None and statement.cue.start > cue.end


def _counts(scene: Scene, tree: Tree, sentence: Span, own: frozenset[int]) -> bool:
    """Whether a verb of the event counts its victims."""
    harmed = any(_harms(tree, at) for at in own)
    return harmed and bool(scene.quantities_in(sentence))
