"""Who promised, kept or broke it, by the sentence's tree: where the words around the verb do not show it.

"Army attacks were violating the truce" has attacks for its subject, and the army for its doer. A tree is right nine
times in ten, so the words around a verb go first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.grammar import is_party
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.model.spans import Span

# What parts a noun from the party whose doing it names ("army attacks", "the army's shelling").
_OWNED = ("compound", "nmod:poss", "amod", "flat")
_OF = re.compile(r"(?:by|of|from)\Z")
# How long a phrase may be that names a party, in characters.
_PHRASE = 120


def promisers(scene: Scene, sentence: Span, verb: int) -> tuple[Phrase, ...]:
    """The parties that are the subject of the verb starting at `verb`, () where the tree does not show them."""
    tree = tree_of(scene)
    word = _at(tree, verb)
    noun = _subject(tree, word) if word is not None else None
    if noun is None or not sentence.start <= tree.words[noun].start < sentence.end:
        return ()
    return tuple(dict.fromkeys(p for head in tree.conjuncts(noun) for p in _parties(scene, tree, head)))


def is_joined(scene: Scene, verb: int) -> bool:
    """Whether "and" joins the verb that starts at `verb` to another, whose subject it has."""
    tree = tree_of(scene)
    word = _at(tree, verb)
    return word is not None and tree.is_a(word, "conj") and not tree.kids(word, "nsubj", "csubj")


def is_noun(scene: Scene, place: int) -> bool:
    """Whether the word that starts at `place` is read as a noun ("their pledges"), False where nothing is read."""
    tree = tree_of(scene)
    word = _at(tree, place)
    return word is not None and tree.words[word].upos in {"NOUN", "PROPN"}


def is_relative(scene: Scene, verb: int) -> bool:
    """Whether a verb with a subject of its own describes a noun: "the road that the front promised"."""
    tree = tree_of(scene)
    word = _at(tree, verb)
    return word is not None and tree.words[word].label == "acl:relcl" and bool(_own_subjects(tree, word))


def has_subject(scene: Scene, verb: int) -> bool:
    """Whether the tree gives the verb that starts at `verb` a noun for a subject of its own."""
    tree = tree_of(scene)
    word = _at(tree, verb)
    return word is not None and any(tree.words[s].upos in {"NOUN", "PROPN"} for s in _own_subjects(tree, word))


def _own_subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    return tuple(s for s in tree.kids(verb, "nsubj") if tree.form(s) not in {"who", "which", "that"})


def is_participle(scene: Scene, place: int) -> bool:
    """Whether the verb that starts at `place` describes a noun ("captives freed under the deal")."""
    tree = tree_of(scene)
    word = _at(tree, place)
    return word is not None and tree.words[word].label in {"acl", "amod"}


def _at(tree: Tree, place: int) -> int | None:
    """The word that starts at `place`, for an auxiliary the verb that it helps."""
    inside = tree.within(Span(place, place + 1, ""))
    at = inside[0] if inside else None
    return tree.words[at].head if at is not None and tree.is_a(at, "aux") and tree.words[at].head >= 0 else at


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, for a relative "which" the noun that it stands for."""
    while tree.kids(verb, "mark") and tree.is_a(verb, "acl") and tree.words[verb].head >= 0:
        # "While criticising" hangs on the main clause, wherever the tree has put it.
        verb = tree.words[verb].head
        while tree.words[verb].upos != "VERB" and tree.words[verb].head >= 0:
            verb = tree.words[verb].head
    noun = tree.patient(verb) if tree.passive(verb) else tree.subject(verb)
    if noun is None or tree.words[noun].upos != "PRON" or tree.form(noun) not in {"who", "which", "that"}:
        return noun
    return tree.words[verb].head if tree.is_a(verb, "acl") and tree.words[verb].head >= 0 else None


def _parties(scene: Scene, tree: Tree, head: int) -> Iterator[Phrase]:
    """The party that a noun is, or whose it is."""
    span = _span(tree, head)
    meant = scene.cast.party_of(span) if tree.words[head].upos == "PRON" else None
    named = _phrase_over(scene, span)
    if meant is not None:
        yield Phrase(span, meant.id, person=meant.kind == "person", media=meant.kind == "media")
    elif named is not None:
        yield from (p for p in (named,) if is_party(p))
    else:
        owners = [*tree.kids(head, *_OWNED), *(k for k in tree.kids(head, "nmod") if _OF.match(tree.preposition(k)))]
        owned = (_phrase_over(scene, _span(tree, owner)) for owner in owners)
        yield from [p for p in owned if p is not None and not p.media][:1]


def _span(tree: Tree, word: int) -> Span:
    return Span.of(tree.text, tree.words[word].start, tree.words[word].end)


def _phrase_over(scene: Scene, span: Span) -> Phrase | None:
    """The phrase that names a party with the word at `span` in it."""
    near = scene.phrases_in(Span(max(0, span.start - _PHRASE), min(len(scene.text), span.end + _PHRASE), ""))
    return next((p for p in near if p.span.start <= span.start and span.end <= p.span.end), None)
