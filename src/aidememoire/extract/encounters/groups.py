"""Which body "the group" is whose words are reported: the one that the sentences before speak of, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.extract.bonds import known_tree
from aidememoire.extract.holders import is_group, of_phrase
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.model.facts import Party, Statement
from aidememoire.model.spans import Span

_THE_GROUP = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?(?:group|militia|movement|faction|organi[sz]ation|alliance)", re.IGNORECASE
)
_FIGHTS = re.compile(
    r"\b(?:its|their)\s+(?:own\s+)?(?:\w+\s+)?(?:members|fighters|forces|men|troops|soldiers|militants|positions|commanders)\b",
    re.IGNORECASE,
)
# A sentence that goes on about a body named before: "Its finances", "The group's tactics", "It was driven out".
_GOES_ON = re.compile(
    r"(?:it|its|they|their|the\s+(?:group|militia|movement|faction|organi[sz]ation))\b", re.IGNORECASE
)
_FORCES = re.compile(r"\b(?:government|army|ministry|military|police|regime|forces|authorities)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:observatory|monitor\w*|watch|network|cent(?:re|er)|agency|media|activists?)\b", re.IGNORECASE
)
# How many sentences back a body may have been named that all of them go on about.
_BACK = 4


def with_speaker(scene: Scene, statement: Statement) -> Statement:
    """The statement; one of "the group" as that of the body which the sentences before are about, where that is plain.

    A monitor has no fighters: "the group" that counts its dead is another.
    """
    span = statement.speaker_span
    if span is not None and statement.speaker is not None:
        named = no_person(scene, Phrase(span, statement.speaker))
        statement = replace(statement, speaker=named.party)
    if span is None or _THE_GROUP.fullmatch(span.text) is None:
        return statement
    fights = _FIGHTS.search(statement.content.text) is not None
    party = scene.party(statement.speaker)
    if party is not None and party.kind != "unnamed" and not (fights and _TELLS.search(party.name)):
        return statement
    meant = _topic(scene, span, fights=fights)
    return statement if meant is None else replace(statement, speaker=meant.id)


def no_person(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase; "the opposition" that was taken for a person as the body that it is, or as nobody known."""
    party = scene.party(phrase.party)
    if party is None or party.kind != "person" or not is_group(phrase.span.text):
        return phrase
    return replace(phrase, party=of_phrase(scene, phrase).party, person=False)


def _topic(scene: Scene, span: Span, *, fights: bool) -> Party | None:
    """The body that the sentences before `span` speak of: their subject, or the only one that they name."""
    sentence = scene.sentence_over(span) or span
    for before in reversed(scene.before(sentence, _BACK)):
        named = {p.id: p for p in _bodies(scene, before) if not (fights and _TELLS.search(p.name))}
        subject = next((named[p] for p in _subjects(scene, before) if p in named), None)
        if subject is not None or len(named) == 1:
            return subject or next(iter(named.values()))
        if named or _GOES_ON.match(before.text) is None:
            return None
    return None


def _bodies(scene: Scene, sentence: Span) -> Iterator[Party]:
    """The bodies with a name of their own that a sentence names."""
    for phrase in scene.phrases_in(sentence):
        party = scene.party(phrase.party)
        if party is None or phrase.media or _THE_GROUP.fullmatch(phrase.span.text):
            continue
        body = party.kind in {"organization", "armed group"}
        if body or (party.kind == "government" and _FORCES.search(party.name) is None):
            yield party


def _subjects(scene: Scene, sentence: Span) -> Iterator[str]:
    """The parties that are the subject of a sentence's main verb."""
    tree = known_tree(scene)
    roots = [at for at in tree.within(sentence) if tree.is_a(at, "root")] if tree is not None else []
    for root in roots:
        for noun in tree.kids(root, "nsubj") if tree is not None else ():
            start = tree.words[noun].start if tree is not None else 0
            yield from (p.party for p in scene.phrases_in(sentence) if p.party and p.span.start <= start < p.span.end)
