"""Breaches told by the act: an attack that somebody says was made despite a truce, or calls a violation of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.commitments.promisers import promisers
from aidememoire.extract.commitments.undertakings import WORDS, Told, holders_of, ids, instrument_in, own
from aidememoire.extract.grammar import is_party, objects
from aidememoire.extract.holders import Holder, of_phrase
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either
from aidememoire.model.spans import Span

_TRUCE = (
    r"(?:(?:the|a|an|its|their|this|that)\s+)?(?:(?:start|beginning|terms)\s+of\s+(?:the|a)\s+)?(?:[\w’'“”\"-]+\s+){0,3}?[“‘\"]?"
    r"(?P<what>(?:cease-?fires?|truces?|cessations?(?:\s+of\s+hostilities)?|armistice)(?:[”\"]?\s+(?:agreement|deal|accord|pact))?)"
)
_DESPITE = re.compile(rf"\b{either(WORDS['quiet'])}\s+{_TRUCE}\b", re.IGNORECASE)
_CALLED = re.compile(
    rf"\b{either(WORDS['called'])}\s+(?P<deed>[^,;.]{{3,90}}?)\s+(?:as\s+)?an?\s+(?:\w+\s+){{0,2}}(?:violation|breach)\s+of\s+{_TRUCE}\b",
    re.IGNORECASE,
)
_ACT = re.compile(rf"\b{either(WORDS['acts'])}\b", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:attacks?|assaults?|shellings?|bomb\w*|air.*|strikes?|raids?|offensives?|incursions?|clashes|fighting|advances?|mobili\w+|rockets?|operations?)",
    re.IGNORECASE,
)
_BY = re.compile(r"[^,;.]{0,50}?\bby\s+", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|would|could|might|may|should|must|not|never|no|hopes?|until|unless|will|to)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
# What may stand between whose an attack is and the attack ("the army's latest air").
_NEAR = re.compile(
    r"(?:['’]s?)?\s+(?:(?!(?:in|on|by|of|with|and|from|for|to|said|says)\b)[\w-]+\s+){0,2}", re.IGNORECASE
)


def deeds(scene: Scene, sentence: Span) -> Iterator[Told]:
    """The breaches that a sentence tells by the act: only where somebody says so."""
    yield from _despite(scene, sentence)
    yield from _called(scene, sentence)


def _despite(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The council said the front shelled the town despite the truce"."""
    for match in _DESPITE.finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        # "Despite the truce" may hang over the end of what is said.
        statement = scene.statement_over(cue) or scene.statement_over(Span(cue.start - 2, cue.start - 1, ""))
        if statement is None or statement.speaker is None or statement.act in {"deny", "ask", "threaten"}:
            continue
        inside = Span(statement.content.start, max(statement.content.end, cue.end), "")
        for act in _acts(scene, inside, cue):
            doers = tuple(
                d
                for d in _doers(scene, sentence, act, _until(act, inside, cue))
                if not own(scene, d, statement.speaker)
            )
            allegers = tuple(dict.fromkeys((statement.speaker, *statement.joint)))
            for doer in doers:
                what = _words(scene, inside, act, cue)
                yield Told(doer, "alleged broken", what, cue, allegers, source=allegers[0], agreement=_named(match))
            if doers:
                break


def _until(act: Span, inside: Span, cue: Span) -> int:
    """Where the words of an act end at the latest: "announced by" after the truce is of the truce."""
    return cue.start if act.end <= cue.start else inside.end


def _acts(scene: Scene, inside: Span, cue: Span) -> list[Span]:
    """The acts in a statement, the nearest before the truce first, those after it ("despite the truce, X") last."""
    found = [Span.of(scene.text, m.start(), m.end()) for m in _ACT.finditer(scene.text, inside.start, inside.end)]
    real = [a for a in found if _HYPOTHETICAL.search(scene.text[inside.start : a.start]) is None]
    before = [a for a in real if a.end <= cue.start]
    return before[::-1] or [a for a in real if a.start >= cue.end]


def _doers(scene: Scene, sentence: Span, act: Span, end: int) -> tuple[Holder, ...]:
    """Who did an act: whose attack it is, by whom it was made, or who is the subject of the verb."""
    by = _BY.match(scene.text, act.end, end) if act.end < end else None
    named = tuple(p for p in objects(scene, sentence, by.end()) if is_party(p)) if by is not None else ()
    if named:
        return tuple(of_phrase(scene, p) for p in named)
    owner = _owner(scene, sentence, act)
    if owner is not None:
        return (of_phrase(scene, owner),)
    if _PASSIVE.search(scene.text, sentence.start, act.start):
        return ()
    if _NOUN.fullmatch(act.text):
        return tuple(of_phrase(scene, p) for p in promisers(scene, sentence, act.start))
    return holders_of(scene, sentence, act.start)


def _owner(scene: Scene, sentence: Span, act: Span) -> Phrase | None:
    """The party right before a noun of war ("army shelling", "the front's attack")."""
    if not _NOUN.fullmatch(act.text):
        return None
    before = [p for p in scene.phrases_in(Span(sentence.start, act.start, "")) if is_party(p)]
    near = before and _NEAR.fullmatch(scene.text, before[-1].span.end, act.start)
    return before[-1] if near else None


def _words(scene: Scene, inside: Span, act: Span, cue: Span) -> str:
    """The act with its place and day, as it stands: to the truce, or from it to the end of what is said."""
    if act.start < cue.start:
        comma = max(
            (m.end() for m in re.finditer(r"[,;:]\s|\bthat\s", scene.text[inside.start : act.start])), default=0
        )
        start = inside.start + comma
        return " ".join(scene.text[start : cue.end].split()).strip('“”" ')
    end = re.compile(r"[;.]|,\s").search(scene.text, act.end, inside.end)
    return " ".join(scene.text[cue.start : end.start() if end else inside.end].split()).strip('“”" ')


def _called(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The council denounced the front's shelling as a violation of the truce"."""
    for match in _CALLED.finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start("deed"), match.end())
        allegers = ids(holders_of(scene, sentence, match.start()))
        act = _ACT.search(scene.text, match.start("deed"), match.end("deed"))
        doers = _doers(scene, sentence, Span.of(scene.text, *act.span()), match.end("deed")) if act is not None else ()
        for doer in doers if allegers else ():
            what = " ".join(match["deed"].split())
            yield Told(doer, "alleged broken", what, cue, allegers, source=allegers[0], agreement=_named(match))


def _named(match: re.Match[str]) -> str:
    return instrument_in(match["what"]) or match["what"]
