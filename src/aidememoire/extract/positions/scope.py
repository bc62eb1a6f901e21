"""What is a position around a peace process, and what is a wish, a claim, a plan of war or another matter."""

from __future__ import annotations

import re

from aidememoire.extract.positions.held import Held
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist

_WORDS = wordlist("positions")["scope"]
_NOBODY = re.compile(rf"\b{either(_WORDS['no_party'])}[\W_]*\Z", re.IGNORECASE)
_ANYBODY = re.compile(rf"{either(_WORDS['anybody'])}", re.IGNORECASE)
_TOPIC = re.compile(rf"(?<!\w){either(_WORDS['topic'])}(?!\w)", re.IGNORECASE)
_OTHER = re.compile(rf"(?<!\w){either(_WORDS['other'])}(?!\w)", re.IGNORECASE)
_STRONG = re.compile(rf"(?<!\w){either(_WORDS['strong'])}(?!\w)", re.IGNORECASE)
_COMMENTATOR = re.compile(rf"\b{either(_WORDS['commentator'])}\b", re.IGNORECASE)
_WAR = re.compile(rf"(?:to\s+)?{either(_WORDS['war'])}(?!\w)", re.IGNORECASE)
_CLAIM = re.compile(rf"(?:[\w’'.-]+\s+){{0,4}}?{either(_WORDS['claim'])}(?!\w)", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:analyst|expert|professor|historian|columnist|author|scholar|researcher|strategist)\s+\Z")
_JUST_BEFORE = 20
# How far from a name its description is looked for, in characters.
_BESIDE = 110
# Stances by which a party asks or gives; what it refuses may be anything of the process.
_GIVING = frozenset(("demand", "offer", "accept"))


def in_scope(held: Held, issue: str, sentence: str) -> bool:
    """Whether what a rule saw is a negotiating position: by its holder, its stance and its issue as worded.

    An issue that is no matter of a peace process by its own words ("admit two of them") may be by its sentence.
    """
    if _NOBODY.search(held.holder.text) or _ANYBODY.match(held.holder.text) or not re.search(r"\w{2}", issue):
        return False
    if held.condition_for is not None:
        return _OTHER.search(issue) is None and _OTHER.search(held.condition_for) is None
    if held.stance in _GIVING and _WAR.match(issue):
        return False
    if held.stance == "reject" and _CLAIM.match(issue):
        return False
    if _OTHER.search(issue) is not None:
        return False
    if _TOPIC.search(issue) is not None:
        return True
    return _STRONG.search(sentence) is not None and _OTHER.search(sentence) is None


def comments_only(scene: Scene, held: Held) -> bool:
    """Whether the holder is a person whom the article calls an analyst, a professor or the like."""
    party = scene.party(held.holder.party)
    if party is None or party.kind != "person":
        return False
    beside = (scene.text[m.end : m.end + _BESIDE].split(". ")[0].split("\n")[0] for m in party.mentions)
    before = (scene.text[max(0, m.start - _JUST_BEFORE) : m.start] for m in party.mentions)
    return any(words.startswith(",") and _COMMENTATOR.search(words) is not None for words in beside) or any(
        _TITLED.search(words) is not None for words in before
    )
