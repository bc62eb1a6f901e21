"""Which rule of the lexicon a verb fulfils, with its object and what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.extract.events.actors import actor_at
from aidememoire.extract.events.words import Rule, lexicon, words_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of

# How far behind its verb the rest of a verb of several words may begin ("call the strike off"), in words.
_APART = 4


def rule_of(scene: Scene, verb: int) -> Rule | None:
    """The rule that a verb fulfils, None where it fulfils none. What asks for more wins."""
    return scene.memo(f"rule {verb}", lambda s: _best(s, verb))


def _best(scene: Scene, verb: int) -> Rule | None:
    tree = tree_of(scene)
    best: tuple[tuple[int, int, int, int], Rule] | None = None
    for lemma in lexicon().lemmas_of(tree.form(verb)):
        for words, rule in lexicon().rules.get(lemma, ()):
            if _has_rest(tree, verb, words) and (fit := _fit(scene, tree, verb, rule)) is not None:
                score = (fit + 2 * (len(words.split()) - 1), len(words), rule.takes != "", -rule.number)
                if best is None or score > best[0]:
                    best = (score, rule)
    return best[1] if best is not None else None


def lemma_in(tree: Tree, at: int, table: str, key: str) -> bool:
    """Whether a word is a form of a verb in a list of the lexicon."""
    listed = words_of(table, key)
    if tree.form(at) in listed:
        return True
    return any(lemma in listed and _has_rest(tree, at, lemma) for lemma in lexicon().lemmas_of(tree.form(at)))


def object_words(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words of what is done to, heads first; of a verb without an object those of its prepositional phrases."""
    patient = tree.patient(verb)
    if patient is not None:
        return tuple(tree.below(patient, "acl", "advcl", "parataxis", "appos"))
    nouns = (noun for p, noun in tree.obliques(verb) if p not in {"by", "after", "before", "during"})
    return tuple(w for noun in nouns for w in tree.below(noun, "acl", "advcl", "parataxis", "appos"))


def takes_clause(tree: Tree, verb: int) -> bool:
    """Whether a verb takes a clause: "agreed to V", "demanded that X V", "called on X to V"."""
    return bool([c for c in tree.complements(verb) if c > verb] or tree.infinitives(verb))


def _fit(scene: Scene, tree: Tree, verb: int, rule: Rule) -> int | None:
    """How much of what a rule asks for stands beside a verb, None where something is missing."""
    if rule.takes == "clause" and not takes_clause(tree, verb):
        return None
    if rule.takes == "none" and (tree.patient(verb) is not None) and not rule.nouns:
        return None
    if rule.takes == "actor" and not _has_actor(scene, tree, verb):
        return None
    if not rule.nouns:
        return {"clause": 3, "actor": 1, "none": 1, "": 0}[rule.takes]
    at = object_words(tree, verb)
    found = _nouns(tree, at) & rule.nouns
    if not found:
        return None
    heads = {lexicon().singular(tree.form(at[0]))} if at else set()
    head = any(noun.split()[-1] in heads for noun in found)
    return (4 if head else 2) + max(len(noun.split()) for noun in found)


def _nouns(tree: Tree, at: tuple[int, ...]) -> frozenset[str]:
    return lexicon().nouns_in([tree.form(w) for w in sorted(at)])


def _has_actor(scene: Scene, tree: Tree, verb: int) -> bool:
    patient = tree.patient(verb)
    return patient is not None and actor_at(scene, patient) is not None


def _has_rest(tree: Tree, verb: int, words: str) -> bool:
    """Whether the further words of a verb stand behind it."""
    rest = words.split()[1:]
    if not rest:
        return True
    if len(rest) == 1 and rest[0] in set(_beside(tree, verb)):
        return True
    ahead = [tree.form(w) for w in range(verb + 1, min(verb + 1 + _APART + len(rest), len(tree.words)))]
    return any(ahead[at : at + len(rest)] == rest for at in range(1 if len(rest) == 1 else _APART))


def _beside(tree: Tree, verb: int) -> Iterator[str]:
    """The particles, adverbs and prepositions of a verb and the word right behind it."""
    yield from (tree.form(kid) for kid in tree.kids(verb, "compound", "advmod", "obj", "xcomp") if kid > verb)
    yield from (preposition for preposition, noun in tree.obliques(verb) if noun > verb)
    if verb + 1 < len(tree.words):
        yield tree.form(verb + 1)
