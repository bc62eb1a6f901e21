"""Promises kept: "honoured the truce", "freed the captives as agreed", "is respecting the deal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.commitments.promisers import is_participle
from aidememoire.extract.commitments.undertakings import (
    HYPOTHETICAL,
    INSTRUMENT,
    WORDS,
    Told,
    clean,
    holders_of,
    instrument_in,
)
from aidememoire.extract.grammar import is_party, subjects
from aidememoire.extract.holders import Holder, of_phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either
from aidememoire.model.spans import Span

_KEPT = re.compile(
    rf"(?:\b(?:has|have|had|is|are|was|were)\s+)?(?:been\s+)?(?:\b\w+ly\s+)?\b{either(WORDS['kept'])}\s+{INSTRUMENT}",
    re.IGNORECASE,
)
_UNDER = re.compile(rf"\b(?:{either(WORDS['under'])}\s+{INSTRUMENT}|{either(WORDS['as_agreed'])})", re.IGNORECASE)
_DONE = re.compile(rf"\b(?P<be>(?:was|were|has|have|had|been)\s+)*{either(WORDS['done'])}\b", re.IGNORECASE)
_PAST = re.compile(
    r"(?:ed|kept|met|stuck|through)\b|\b(?:has|have|had)\b|\b(?:is|are|was|were|been)\s+(?:\w+ly\s+)?\w+ing\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:n['’]t|\b(?:not|never|no|nobody|none|fail\w*|refus\w*|without|appear\w*|seem\w*|claims?\s+to))\b[^,;]{0,25}\Z",
    re.IGNORECASE,
)


def fulfilments(scene: Scene, sentence: Span) -> Iterator[Told]:
    """The promises that a sentence tells as kept."""
    yield from _kept(scene, sentence)
    yield from _done(scene, sentence)


def _kept(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The council honoured its pledge": only what is past or goes on, and nothing before it denies or doubts."""
    for match in _KEPT.finditer(scene.text, sentence.start, sentence.end):
        before = scene.text[sentence.start : match.start()]
        if HYPOTHETICAL.search(before) or not _PAST.search(match.group()[: match.start("what") - match.start()]):
            continue
        if _NOT.search(before):
            continue
        cue = Span.of(scene.text, match.start(), match.end())
        what = clean(match["what"])
        for who in holders_of(scene, sentence, _verb(match)) or holders_of(scene, sentence, match.start()):
            yield Told(who, "fulfilled", what, cue, source=scene.said_by(cue), agreement=instrument_in(what))


def _verb(match: re.Match[str]) -> int:
    """Where the verb itself starts, after its auxiliaries and adverbs."""
    kept = re.compile(rf"\b{either(WORDS['kept'])}\s", re.IGNORECASE).search(match.string, match.start(), match.end())
    return kept.start() if kept is not None else match.start()


def _done(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "Freed the captives as agreed", "withdrew in line with the deal": a deed that a promise asked for."""
    for match in _UNDER.finditer(scene.text, sentence.start, sentence.end):
        clause = scene.clause(sentence, match.start(), match.end())
        deeds = list(_DONE.finditer(scene.text, clause.start, match.start()))
        deeds = deeds or list(_DONE.finditer(scene.text, match.end(), clause.end))[:1]
        if not deeds or _unsure(scene, sentence, deeds[-1].start()):
            continue
        deed = deeds[-1]
        end = max(deed.end(), match.start()) if match.start() > deed.start() else clause.end
        cue = Span.of(scene.text, min(deed.start(), match.start()), max(end, match.end()))
        who = () if deed["be"] or is_participle(scene, deed.start()) else _parties(scene, sentence, deed.start())
        what = clean(scene.text[deed.start() : end].rstrip(" .,"))
        agreement = instrument_in(match.group())
        for holder in who or (None,):
            if holder is not None or agreement is not None:
                yield Told(holder, "fulfilled", what, cue, source=scene.said_by(cue), agreement=agreement)


def _parties(scene: Scene, sentence: Span, verb: int) -> tuple[Holder, ...]:
    """Who did a deed: a party by its own name. Whose trucks entered a town is not who promised that they would."""
    return tuple(of_phrase(scene, p) for p in subjects(scene, sentence, verb) if is_party(p))


def _unsure(scene: Scene, sentence: Span, deed: int) -> bool:
    before = scene.text[sentence.start : deed]
    return HYPOTHETICAL.search(before) is not None or _NOT.search(before) is not None
