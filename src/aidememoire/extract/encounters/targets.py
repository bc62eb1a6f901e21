"""Against whom an attack was: those under arms whom its verb or noun names, never civilians."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.extract.encounters.doers import of_noun
from aidememoire.extract.grammar import is_party
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.model.spans import Span

_UNDER_ARMS = frozenset(("armed group", "government"))
_NUMBERS = frozenset("dozens scores hundreds some several".split())
# "At least 40 of the", before whom it was: no part of who they are.
_COUNT = re.compile(
    r"(?:(?:at least|more than|as many as|up to|about|around|nearly|some|many|several|dozens of|scores of|hundreds of"
    r"|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*|other|the|a|an|of)\s+)+",
    re.IGNORECASE,
)


def targets_of(scene: Scene, tree: Tree, own: frozenset[int]) -> tuple[Phrase, ...]:
    """The parties that the words `own` of an attack make its target, in the order of the text."""
    found: dict[int, Phrase] = {}
    for noun in sorted({word for at in own for word in _against(tree, at)}):
        for phrase in _under_arms(scene, tree, noun):
            found.setdefault(phrase.span.start, phrase)
    return tuple(found[start] for start in sorted(found))


def _against(tree: Tree, at: int) -> Iterator[int]:
    """The nouns that a verb of attack has as its object, or that "on" or "against" puts after verb or noun."""
    if tree.words[at].upos == "VERB" and pattern("attacks", "whom.verbs").fullmatch(tree.form(at)):
        patient = tree.patient(at)
        if patient is not None and patient != tree.agent(at):
            yield from _counted_of(tree, patient)
    if tree.words[at].upos == "VERB" and pattern("attacks", "whom.perish").fullmatch(tree.form(at)):
        yield from (word for kid in tree.kids(at, "nsubj") for word in _counted_of(tree, kid))
    for kid in tree.kids(at, "obl", "nmod"):
        preposition = tree.preposition(kid)
        noun = pattern("attacks", "reach.nouns").fullmatch(tree.form(at)) is not None
        if kid > at and (preposition in {"on", "against"} or (noun and preposition in {"at", "of"})):
            yield from _counted_of(tree, kid)


def _counted_of(tree: Tree, noun: int) -> Iterator[int]:
    """A noun with those joined to it; for "43 of its fighters" the fighters."""
    for word in tree.conjuncts(noun):
        number = tree.words[word].upos == "NUM" or tree.form(word) in _NUMBERS
        of = [kid for kid in tree.kids(word, "nmod") if tree.preposition(kid) == "of"] if number else []
        yield from of or [word]


def _under_arms(scene: Scene, tree: Tree, noun: int) -> tuple[Phrase, ...]:
    form = tree.form(noun)
    if pattern("attacks", "whom.fighters").fullmatch(form):
        owners = [kid for kid in tree.kids(noun, "nmod") if tree.preposition(kid) in {"of", "from"}]
        whose = [p for word in (noun, *owners) for p in of_noun(scene, tree, word)]
        known = tuple(p for p in whose if p.party is not None and is_party(p) and not _counted(p))
        described = _described(scene, tree, noun)
        # Bare "soldiers" or "fighters" names nobody; "rebels" names a side.
        party = scene.party(described.party)
        side = " " in described.span.text or (party is not None and party.kind != "unnamed")
        return known or ((described,) if side or pattern("attacks", "whom.sides").fullmatch(form) else ())
    named = of_noun(scene, tree, noun)
    if pattern("attacks", "whom.theirs").fullmatch(form):
        head = tree.words[noun].start
        apart = tuple(p for p in named if is_party(p) and not p.span.start <= head < p.span.end)
        return apart or tuple(_names_in(scene, tree.phrase(noun)))[:1]
    return tuple(p for p in named if _bears_arms(scene, p))


def _counted(phrase: Phrase) -> bool:
    return _COUNT.match(phrase.span.text) is not None


def _described(scene: Scene, tree: Tree, noun: int) -> Phrase:
    """Fighters as their phrase describes them, without how many there were."""
    whole = tree.phrase(noun)
    start = whole.start
    count = _COUNT.match(scene.text, start, tree.words[noun].start)
    span = Span.of(scene.text, count.end() if count else start, tree.words[noun].end)
    inside = [p for p in scene.phrases_in(span) if is_party(p) and p.party is not None]
    party = scene.cast.party_of(span)
    whose = None if inside or " " in span.text else _sender(scene, tree, noun)
    if whose is not None:
        named = whose.party or (party.id if party else None)
        return replace(whose, span=Span.of(scene.text, span.start, whose.span.end), party=named)
    return Phrase(span, party.id if party else inside[-1].party if inside else None)


def _sender(scene: Scene, tree: Tree, noun: int) -> Phrase | None:
    """Whose fighters they are by a name behind them ("two fighters from the front")."""
    owners = [kid for kid in tree.kids(noun, "nmod") if tree.preposition(kid) in {"of", "from"} and kid > noun]
    for owner in owners:
        if tree.words[owner].upos == "PROPN":
            name = tree.phrase(owner)
            return next(_names_in(scene, name), Phrase(name, None))
    return None


def _names_in(scene: Scene, words: Span) -> Iterator[Phrase]:
    """The parties under arms that a part of a phrase names ("10 Highland Front members"), the longest name first."""
    named = [
        (name, party) for party in scene.parties if party.kind in _UNDER_ARMS for name in (party.name, *party.aliases)
    ]
    for name, party in sorted(named, key=lambda pair: -len(pair[0])):
        start = words.text.find(name) if name[:1].isupper() else -1
        if start >= 0:
            yield Phrase(Span.of(scene.text, words.start + start, words.start + start + len(name)), party.id)


def _bears_arms(scene: Scene, phrase: Phrase) -> bool:
    party = scene.party(phrase.party)
    return is_party(phrase) and not phrase.weak and party is not None and party.kind in _UNDER_ARMS
