"""What the parties demand, refuse, accept, offer, and make a condition for talking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from aidememoire.extract.positions.about import is_elsewhere, tells_of_process
from aidememoire.extract.positions.antecedents import spelled_out, with_talks
from aidememoire.extract.positions.asked import doer, rejecter
from aidememoire.extract.positions.conditions import conditions
from aidememoire.extract.positions.demands import demands
from aidememoire.extract.positions.held import Held
from aidememoire.extract.positions.issues import phrased
from aidememoire.extract.positions.past import given_up, told_when
from aidememoire.extract.positions.precedence import put_after
from aidememoire.extract.positions.repeats import without_repeats
from aidememoire.extract.positions.scope import comments_only, in_scope
from aidememoire.extract.positions.stances import stances
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import tree_of
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.facts import Position
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span

_TAKEN_UP = re.compile(rf"{either(wordlist('positions')['issue']['taken_up'])}", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:this|that|it|them|those|these|so|him|her|both|(?:those|these)\s+\w+)\Z", re.IGNORECASE)
_OPEN = re.compile(r"(?:them|him|us|you|from|of|with|by|one|in|on|at|as|while|when|since)\s+\w", re.IGNORECASE)
# An issue that breaks off before its noun, or has lost what stood before its verb.
_BROKEN = re.compile(r"\A\w+ed\Z|\b(?:to|of|the|an?|for|with|by|from|and|or|their|its)\Z", re.IGNORECASE)
# How far back a position may stand that "this" or "the idea" takes up, in characters: about three sentences.
_NEAR = 400
_WANTED = frozenset(("demand", "precondition"))


def positions(scene: Scene) -> tuple[Position, ...]:
    """The positions of the parties in an article, in the order of its text."""
    found: dict[str, Position] = {}
    for sentence in scene.sentences():
        for held in _in_sentence(scene, sentence.span):
            made = _position(scene, sentence.span, held, tuple(found.values()))
            if made is not None:
                found.setdefault(made.id, made)
    return without_repeats(sorted(found.values(), key=lambda p: (p.evidence.start, p.evidence.end)))


def _in_sentence(scene: Scene, sentence: Span) -> Iterator[Held]:
    """The positions of a sentence; of two rules that go by the same words the first one's."""
    taken: list[Span] = []
    for held in chain.from_iterable(rule(scene, sentence) for rule in (conditions, demands, stances)):
        fresh = not any(held.cue.overlaps(t) and held.cue != t for t in taken)
        if fresh:
            taken.append(held.cue)
            yield held


def _position(scene: Scene, sentence: Span, seen: Held, earlier: tuple[Position, ...]) -> Position | None:
    """A position in words, None where it is none around a peace process or nobody could tell what it is about."""
    held = put_after(scene, sentence, seen)
    words = held.wording or phrased(scene, held.issue)
    words = f"{held.lead}to {words}" if held.lead else words
    issue = _named(words, held, earlier)
    if issue is None or _says_nothing(scene, held.issue) or not in_scope(held, issue, sentence.text):
        return None
    if comments_only(scene, held) or _is_beside_the_point(scene, sentence, held):
        return None
    told = spelled_out(scene, sentence, held, issue) if issue == words else (issue, None)
    whole = with_talks(scene, sentence, held, told[0]) if told is not None else None
    if told is None or whole is None:
        return None
    withheld = held.condition_for and (with_talks(scene, sentence, held, held.condition_for) or held.condition_for)
    of = held.of or told[1] or _asked_of(scene, sentence, held)
    evidence = held.evidence
    return Position(
        id=content_id(
            "position", scene.article.id, evidence.start, evidence.end, held.stance, held.issue.start, held.holder.text
        ),
        article=scene.article.id,
        party=held.holder.party,
        party_text=held.holder.text,
        stance=held.stance,
        issue=whole,
        condition_for=withheld,
        evidence=evidence,
        of=of if of != held.holder.party else None,
        when=told_when(scene, sentence, held),
    )


def _is_beside_the_point(scene: Scene, sentence: Span, held: Held) -> bool:
    """Whether a stand was given up, is about another matter or country, or stands in an article of another kind."""
    if given_up(scene, sentence, held) or is_elsewhere(scene, sentence):
        return True
    return not tells_of_process(scene, held.evidence)


def _asked_of(scene: Scene, sentence: Span, held: Held) -> str | None:
    """Of whom it is wanted: of nobody else where the holder wants to do it itself ("wants to discuss")."""
    own = held.issue.text.startswith("to ") and held.cue.text.lower().startswith("want")
    if held.stance not in _WANTED or own:
        return None
    return doer(scene, sentence, held.issue, held.holder) or rejecter(scene, sentence, held.evidence)


def _says_nothing(scene: Scene, issue: Span) -> bool:
    """Whether an issue has no noun and no verb, or opens with a word that leaves open what is meant."""
    tree = tree_of(scene)
    inside = tree.within(issue)
    told = any(tree.words[at].upos in {"NOUN", "PROPN", "VERB", "PRON"} for at in inside)
    broken = _BROKEN.search(issue.text) is not None
    return bool(inside) and (not told or broken or _OPEN.match(issue.text) is not None)


def _named(issue: str, held: Held, earlier: tuple[Position, ...]) -> str | None:
    """The issue by name: of "this" and "the idea" what another party wanted or offered just before."""
    pronoun = _PRONOUN.match(issue)
    if pronoun is None and not _TAKEN_UP.fullmatch(issue):
        return issue
    for position in sorted(earlier, key=lambda p: -p.evidence.start):
        near = 0 <= held.evidence.start - position.evidence.end < _NEAR
        if near and position.party != held.holder.party and position.stance not in {"reject", "accept", "red line"}:
            return position.issue
    return None if pronoun or re.match(r"th(?:at|is|ose|ese)\b", issue, re.IGNORECASE) else issue
