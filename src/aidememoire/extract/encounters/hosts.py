"""Whose talks they are, by the tree of a sentence: who holds, opens, attends or leaves them."""

from __future__ import annotations

from aidememoire.extract.bonds import head_word, known_tree, verb_over
from aidememoire.extract.encounters.doers import of_noun
from aidememoire.extract.grammar import is_party, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.model.spans import Span

# Verbs that lead to what their infinitive tells.
_LEADS_TO = frozenset(
    (
        "agreed",
        "agree",
        "agrees",
        "due",
        "set",
        "expected",
        "scheduled",
        "plans",
        "planned",
        "plan",
        "began",
        "continued",
    )
)


def theirs(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Whose talks "their talks" are: the two who are the subject of the clause that they are told in."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None:
        return ()
    theirs = any(tree.form(kid) == "their" for kid in tree.kids(at, "nmod"))
    if not theirs and (tree.preposition(at) not in {"after", "during", "in", "at"} or tree.kids(at, "det", "nmod")):
        return ()
    verb = verb_over(tree, cue)
    found = subjects(scene, sentence, tree.words[verb].start) if verb is not None else ()
    found = found if len(found) > 1 or verb is None else of_noun(scene, tree, tree.subject(verb))
    return tuple(p for p in found if is_party(p)) if len(found) > 1 else ()


def held_by(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who holds, opens, attends or leaves it, by the tree: the subject of the verb whose object it is."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    for _ in range(3):
        if tree is None or at is None or not tree.is_a(at, "obj", "obl", "nmod") or tree.words[at].head < 0:
            return ()
        at = tree.words[at].head
        if tree.words[at].upos == "VERB":
            break
    if tree is None or at is None or pattern("encounters", "marks.takes_part").fullmatch(tree.form(at)) is None:
        return ()
    if not _does_so(tree, at):
        return ()
    found = subjects(scene, sentence, tree.words[at].start) or of_noun(scene, tree, tree.subject(at))
    return tuple(p for p in found if is_party(p) and p.span.text.lower() not in {"they", "it"})


def _does_so(tree: Tree, verb: int) -> bool:
    """Whether a verb's subject does or will do it: no "whether it attends", no "could attend", no "refused to"."""
    doubted = any(tree.form(kid) in {"whether", "if", "unless"} for kid in tree.kids(verb, "mark", "advmod"))
    may = tree.auxiliaries(verb) & {"could", "might", "may", "would", "should", "must"}
    head = tree.words[verb].head
    led = tree.is_a(verb, "xcomp") and head >= 0 and tree.form(head) not in _LEADS_TO
    return not (doubted or may or led or tree.negated(verb))


def does_something(scene: Scene, cue: Span) -> bool:
    """Whether a gathering is the subject of a verb with an object ("the talks opened a way"): no word of its course."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None or tree.words[at].label != "nsubj":
        return False
    verb = tree.words[at].head
    return tree.form(verb) in {"opened", "began", "started", "ended", "opens", "begins"} and bool(
        tree.kids(verb, "obj")
    )
