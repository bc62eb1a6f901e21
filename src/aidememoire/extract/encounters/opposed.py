"""The two sides of peace talks that a sentence names about something else: a government and those who oppose it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.extract.bonds import head_word, known_tree
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.grammar import is_party
from aidememoire.extract.holders import of_phrase
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.lexicon.countries import country_of
from aidememoire.model.spans import Span

_OPPOSED = re.compile(
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,3}(?:opposition|rebels|insurgents)(?:\s+(?:groups?|factions|delegation))?",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(r"(?:the\s+)?(?:[\w’'-]+\s+){0,2}(?:government|regime)(?:\s+delegation)?", re.IGNORECASE)
_SIDES = re.compile(
    r"\b(?:(?:the|both|all)\s+)?(?:two|both|warring|rival|opposing|conflicting|the)\s+(?:sides|parties|factions)\b",
    re.IGNORECASE,
)

# No government that there is.
_OTHER = re.compile(r"\b(?:transitional|unity|interim|future|coalition|inclusive|new|own)\s+\Z", re.IGNORECASE)


def opposed(scene: Scene, seen: Sighting) -> tuple[Phrase, ...]:
    """A government and its opposition, where one sentence names both; else words such as "the warring sides"; or ()."""
    whole = [p for p in scene.phrases_in(seen.sentence) if is_party(p) and not p.possessive and not p.person]
    ours = next((p for p in whole if _stands_alone(scene, p) and _GOVERNMENT.fullmatch(p.span.text)), None)
    ours = ours or next(_capitals(scene, seen.sentence), None)
    against = [p for p in _opponents(scene, seen.sentence) if _stands_alone(scene, p)]
    theirs = next((p for p in against if "opposition" in p.span.text.lower()), against[0] if against else None)
    if ours is not None and theirs is not None:
        return tuple(sorted((ours, theirs), key=lambda p: p.span.start))
    sides = _SIDES.search(scene.text, seen.sentence.start, seen.sentence.end)
    if sides is None:
        return ()
    span = Span.of(scene.text, sides.start(), sides.end())
    party = scene.cast.party_of(span)
    return (Phrase(span, party.id if party else None),)


def _opponents(scene: Scene, sentence: Span) -> Iterator[Phrase]:
    """The phrases for an opposition, which is never the person that a phrase was taken for."""
    for phrase in scene.phrases_in(sentence):
        if _OPPOSED.fullmatch(phrase.span.text) and not phrase.possessive:
            yield replace(phrase, party=of_phrase(scene, phrase).party, person=False)


def _capitals(scene: Scene, sentence: Span) -> Iterator[Phrase]:
    """A capital that does something, which stands for its government."""
    tree = known_tree(scene)
    for phrase in scene.phrases_in(sentence):
        known = country_of(phrase.span.text)
        at = head_word(tree, phrase.span) if tree is not None and known is not None else None
        if tree is None or at is None or known is None or known.kind != "capital":
            continue
        if tree.words[at].label == "nsubj" and _right_before(tree, at, tree.words[at].head):
            yield phrase


def _right_before(tree: Tree, noun: int, verb: int) -> bool:
    """Whether nothing but adverbs and auxiliaries parts a noun from its verb."""
    return noun < verb and all(tree.words[at].upos in {"ADV", "AUX"} for at in range(noun + 1, verb))


def _stands_alone(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a noun phrase of its own, not the description of another noun ("government bombing")."""
    tree = known_tree(scene)
    at = head_word(tree, phrase.span) if tree is not None else None
    if tree is None or at is None or scene.text[phrase.span.end : phrase.span.end + 1] in {"-", "’", "'"}:
        return False
    if _OTHER.search(scene.text[max(0, phrase.span.start - 20) : phrase.span.start]):
        return False
    return not tree.is_a(at, "compound", "amod", "nmod:poss")
