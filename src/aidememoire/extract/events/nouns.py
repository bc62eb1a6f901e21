"""Events that a noun tells, where no verb of the sentence does: "the shelling of X by Y", "talks between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.extract.events.actors import modifiers
from aidememoire.extract.events.clauses import Told
from aidememoire.extract.events.targets import Actors, first_of, inside
from aidememoire.extract.events.words import Rule, lexicon
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.model.spans import Span


def noun_events(scene: Scene, sentence: Span) -> tuple[Told, ...]:
    """The event of the first noun in a sentence that tells one and has an actor beside it; () where none has."""
    tree = tree_of(scene)
    for at in tree.within(sentence):
        if tree.words[at].upos in {"NOUN", "VERB"} and (rule := _rule(tree, at)) is not None:
            found = tuple(_told(scene, tree, at, rule))
            if found:
                return found
    return ()


def _rule(tree: Tree, at: int) -> Rule | None:
    before = [tree.form(kid) for kid in tree.kids(at, "compound", "amod") if kid == at - 1]
    own = lexicon().singular(tree.form(at))
    nominal = lexicon().nominal
    return next((nominal[n] for n in (*(f"{b} {own}" for b in before), own) if n in nominal), None)


def _told(scene: Scene, tree: Tree, at: int, rule: Rule) -> Iterator[Told]:
    nouns = [(tree.preposition(kid), kid) for kid in tree.kids(at, "nmod", "obl", "acl") if kid > at]
    between = next((kid for p, kid in nouns if p == "between"), None)
    if between is not None:
        both = next((g for g in inside(scene, between) if g), ())
        if len(both) > 1:
            yield Told(rule.kind, rule.mode, both, (), at)
        return
    by = next((kid for p, kid in nouns if p == "by"), None)
    doers: Actors = next((g for g in inside(scene, by) if g), ()) if by is not None else modifiers(scene, at)
    whom = first_of((g for p, kid in nouns if p in rule.to for g in inside(scene, kid)), doers)
    if doers or whom:
        yield Told(rule.kind, rule.mode, doers, whom, at)
