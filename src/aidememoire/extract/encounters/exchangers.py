"""Between whom prisoners are exchanged, as a noun tells it: "a swap with the rebels", "her release by Kestria in"."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.extract.bonds import head_word, known_tree
from aidememoire.extract.encounters.doers import of_noun
from aidememoire.extract.grammar import is_party
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.model.spans import Span

_FREEING = frozenset(("release", "handover", "freeing", "return", "liberation"))
_REPORTED = frozenset(("it", "they", "he", "she"))
# How far above its noun an exchange has the verb that tells of it: "ready / to agree / on swaps" is two.
_DEPTH = 5


def exchangers(scene: Scene, cue: Span) -> tuple[Phrase, ...]:
    """The parties to the exchange that the noun at `cue` tells of, () where its clause names none."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None or tree.words[at].upos != "NOUN":
        return ()
    linked = [kid for kid in tree.kids(at, "nmod") if kid > at and tree.preposition(kid) in {"with", "between", "by"}]
    named = tuple(p for kid in linked for p in of_noun(scene, tree, kid) if is_party(p))
    if any(tree.preposition(kid) == "with" for kid in linked):
        return (*_who(scene, tree, at), *named)
    return named or tuple(_freed(scene, tree, at))


def _who(scene: Scene, tree: Tree, at: int) -> tuple[Phrase, ...]:
    """Who holds the exchange: the subject of the verb or adjective above; "it" of reported words is who said them."""
    for _ in range(_DEPTH):
        at = tree.words[at].head
        if at < 0:
            return ()
        subject = next(iter(tree.kids(at, "nsubj")), None)
        if subject is None:
            continue
        if tree.form(subject) in _REPORTED and tree.is_a(at, "ccomp") and tree.words[at].head >= 0:
            subject = tree.subject(tree.words[at].head)
        return tuple(p for p in of_noun(scene, tree, subject) if is_party(p))
    return ()


def _freed(scene: Scene, tree: Tree, at: int) -> Iterator[Phrase]:
    """Who frees and who is freed in it: "her release by Kestria in a prisoner swap"."""
    head = tree.words[at].head
    if head < 0 or tree.form(head) not in _FREEING or tree.preposition(at) not in {"in", "as part of"}:
        return
    for kid in tree.kids(head, "nmod"):
        if tree.preposition(kid) == "by":
            yield from (p for p in of_noun(scene, tree, kid) if is_party(p))
        elif tree.is_a(kid, "nmod:poss"):
            span = Span.of(tree.text, tree.words[kid].start, tree.words[kid].end)
            party = scene.cast.party_of(span)
            yield from (Phrase(span, party.id, person=True),) if party is not None else of_noun(scene, tree, kid)
