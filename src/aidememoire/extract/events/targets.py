"""To whom an event is done: the actors in the object, the prepositional phrases and the clauses of its verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from aidememoire.extract.events.actors import MODIFIER, PLACE, Actor, is_pronoun, modifiers, same, together
from aidememoire.extract.events.rules import rule_of
from aidememoire.extract.events.words import Rule, words_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of

Actors = tuple[Actor, ...]

# Phrases that tell when, how or on whose word, never to whom.
_ASIDE = frozenset(
    "after before during since until despite amid according because without like as than ahead following per via "
    "including within throughout besides except".split()
)
_OUTWARD = frozenset("against with to from on upon between of for into at toward towards over".split())
_NONE: frozenset[str] = frozenset()


def targets(scene: Scene, verb: int, sources: Actors, rule: Rule | None) -> Actors:
    """The actors that a verb's doing is done to, () where none can be told.

    A sure party counts before a people in front of a noun, wherever that stands in the object, and these before a
    place; `rule` says which prepositions lead to them. What a protest is for is searched too ("marched to condemn the
    council's plan"), and who must do what a threat depends on ("unless the rebels withdraw").
    """
    tree = tree_of(scene)
    to = rule.to if rule is not None else ()
    ways = list(_of_verb(scene, tree, verb, rule))
    if rule is not None:
        ways.extend(_clause(scene, tree, kid, to) for kid in _further(tree, verb, rule.kind))
    return first_of(chain.from_iterable(ways), sources, places=_in_places(sources, rule))


def _in_places(sources: Actors, rule: Rule | None) -> bool:
    """Whether a mere place may be the target: not of what two do together, nor of kinds that need somebody."""
    return len(sources) < 2 and rule is not None and rule.kind not in words_of("actors", "not_to_places")


def _further(tree: Tree, verb: int, kind: str) -> Iterator[int]:
    for kid in tree.kids(verb, "advcl"):
        marks = {tree.form(mark) for mark in tree.kids(kid, "mark")}
        if kind == "PROTEST" or (kind == "THREATEN" and marks & {"if", "unless"}):
            yield kid


def _of_verb(scene: Scene, tree: Tree, verb: int, rule: Rule | None) -> Iterator[Iterator[Actors]]:
    to = rule.to if rule is not None else ()
    yield _patient(scene, tree, verb, to, tool=rule is not None and rule.tool)
    yield from _phrases(scene, tree, verb, to)
    for kid in (*tree.complements(verb), *tree.infinitives(verb)):
        yield _clause(scene, tree, kid, to)


def first_of(groups: Iterable[Actors], sources: Actors, *, places: bool = True) -> Actors:
    """The first group of others than the sources that are no mere place; else, with `places`, the first of places."""
    placed: Actors = ()
    for group in groups:
        others = tuple(a for a in group if not any(same(a, s) for s in sources))
        if others and min(a.rank for a in others) >= MODIFIER:
            return others
        placed = placed or others
    return placed if places else ()


def inside(scene: Scene, at: int, to: tuple[str, ...] = (), *, tool: bool = False) -> Iterator[Actors]:
    """The groups of actors that a noun names or has about it: itself but for a `tool`, in front, behind, in clauses."""
    tree = tree_of(scene)
    own = () if tool else together(scene, at)
    if own and own[0].rank > PLACE:
        yield own
        return
    placed = bool(own) and tree.words[at].upos == "PROPN"
    if placed:
        yield tuple(replace(a, rank=MODIFIER) for a in own) if tree.preposition(at) in to else own
    elif not is_pronoun(tree, at):
        yield modifiers(scene, at)
    nouns = [kid for kid in tree.kids(at, "nmod") if kid > at and tree.preposition(kid) not in {"like", "than"}]
    for kid in sorted(nouns, key=lambda k: _order(tree.preposition(k), to)):
        yield from inside(scene, kid, to)
    if own and not placed:
        yield own
    for kid in tree.kids(at, "acl"):
        if tree.words[kid].label != "acl:relcl":
            yield from _clause(scene, tree, kid, to)
    for kid in tree.kids(at, "conj"):
        yield from inside(scene, kid, to)


def _order(preposition: str, to: tuple[str, ...]) -> tuple[int, int]:
    """Those that the rule names first, all others as they stand."""
    return (0, 0) if preposition in to else (1, 0)


def _patient(scene: Scene, tree: Tree, verb: int, to: tuple[str, ...], *, tool: bool) -> Iterator[Actors]:
    for receiver in tree.receivers(verb):
        yield together(scene, receiver)
    patient = tree.patient(verb)
    # A participle beside a noun is done to that noun, which is searched already.
    if patient is not None and verb not in set(tree.below(patient)):
        yield from inside(scene, patient, to, tool=tool)


def _phrases(scene: Scene, tree: Tree, verb: int, to: tuple[str, ...]) -> list[Iterator[Actors]]:
    """The prepositional phrases of a verb: those that the rule names, then others that lead outward, then places."""
    kept = [(p, n) for p, n in tree.obliques(verb) if p and p.split()[0] not in _ASIDE]
    named = [n for p, n in kept if p.split()[-1] in to or p in to]
    outward = [n for p, n in kept if n not in named and p.split()[-1] in _OUTWARD]
    rest = [n for p, n in kept if n not in named and n not in outward]
    return [inside(scene, n, to) for n in (*named, *outward, *rest)]


def _clause(scene: Scene, tree: Tree, verb: int, to: tuple[str, ...]) -> Iterator[Actors]:
    """The actors of a clause: its subject, then its object, phrases and clauses."""
    for subject in tree.kids(verb, "nsubj"):
        if subject != tree.patient(verb):
            yield from inside(scene, subject)
    rule = rule_of(scene, verb)
    for way in _of_verb(scene, tree, verb, rule if rule is not None else Rule(0, "AGREE", None, _NONE, _NONE, "", to)):
        yield from way
