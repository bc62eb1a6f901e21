"""Instruments that an article tells of: cease-fires, zones, resolutions, exchanges, deals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.commitments.instruments import dated, made_when, parties_of, what_of
from aidememoire.extract.commitments.terms import with_terms
from aidememoire.extract.process.tracks import track_named
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Agreement, AgreementKind
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span

_KINDS: tuple[AgreementKind, ...] = ("ceasefire", "zones", "communiqué", "resolution", "exchange", "other")
_WORDS = wordlist("agreements")
_MADE = _WORDS["made"]
_GAP = r"(?P<gap>(?:\s+[\w“”‘’\"'.-]+){0,7}?\s+[“‘\"]?)\Z"
_MADE_BEFORE = re.compile(rf"\b(?P<verb>{either(_MADE['before'])}){_GAP}", re.IGNORECASE)
_MADE_AFTER = re.compile(
    rf"[”’\"]?,?\s+(?:that\s+|which\s+)?(?:(?:in|on|with|by|between|of)\s+(?:[\w’'.-]+\s+){{1,4}})?(?:that\s+|which\s+)?"
    rf"(?P<verb>{either(_MADE['after'])})\b",
    re.IGNORECASE,
)
# A verb of agreeing before a noun that is not what was agreed: "agreed that the truce", "to the idea of a truce".
_ELSE = re.compile(rf"\b{either(_MADE['not_it'])}\b|\bto\s[^,]*\bto\s", re.IGNORECASE)
_NOT_YET = re.compile(rf"\b{either(_MADE['not_yet'])}\s+[“‘\"]?\Z", re.IGNORECASE)
_HOPE = re.compile(rf"\b{either(_MADE['hope'])}\s*\Z", re.IGNORECASE)
_STANDING_BEFORE = re.compile(
    rf"\b{either(_MADE['standing_before'])}\s+(?:the|this|that|an?|its|their|what)\s+(?:[\w’'.“”\"-]+\s+){{0,4}}?[“‘\"]?\Z",
    re.IGNORECASE,
)
_STANDING_AFTER = re.compile(rf"[”’\"]?\s+(?:that\s+|which\s+)?{either(_MADE['standing_after'])}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{3,}\Z")
_NAMED = re.compile(r"\b(?:[Tt]he|[Uu]nder|[Oo]f|[Tt]o|[Bb]y|[Ii]n)\s+(?:\d{4}\s+)?(?:[A-Z][\w’'.-]+\s+){1,3}\Z")
_TALKS = rf"\b{either(_WORDS['basis']['of'])}\b"
_BASIS = re.compile(rf"\b{either(_WORDS['basis']['before'])}\s+(?:[\w’'“”\".,-]+\s+){{0,9}}?[“‘\"]?\Z", re.IGNORECASE)
# What rests on it stands right before, or after it: "talks based on resolution 1234", "in line with it, a settlement".
_RESTING = re.compile(rf"{_TALKS}[^.;]{{0,40}}\Z", re.IGNORECASE)
_RESTS = re.compile(rf"[^.;]{{0,40}}{_TALKS}", re.IGNORECASE)
_BARE = re.compile(r"\b(?:the|this|that)\s+(?:latest\s+|recent\s+)?\Z", re.IGNORECASE)
_PLAIN = re.compile(r"(?:deal|accords?|agreement|pact)", re.IGNORECASE)
# What "the deal" may mean.
_MEANT: tuple[AgreementKind, ...] = ("ceasefire", "zones", "exchange", "other")
# How many sentences after an instrument "the deal" still means it.
_BACK = 3


@dataclass(frozen=True, slots=True)
class _Noun:
    """An instrument as it is named: its kind, its words, and the verb that tells that it was made."""

    kind: AgreementKind
    span: Span
    verb: Span | None
    basis: bool


def agreements(scene: Scene) -> tuple[Agreement, ...]:
    """The agreements of an article, in the order of its text: those that exist, never those only hoped for."""
    found: list[Agreement] = []
    for sentence in scene.sentences():
        for noun in _in_sentence(scene, sentence.span):
            found.append(_agreement(scene, sentence.span, noun))
    return with_terms(scene, found)


def _in_sentence(scene: Scene, sentence: Span) -> Iterator[_Noun]:
    taken: list[Span] = []
    refused: list[Span] = []
    for kind in _KINDS:
        for match in pattern("agreements", f"kinds.{kind}").finditer(scene.text, sentence.start, sentence.end):
            span = Span.of(scene.text, match.start(), match.end())
            if any(span.overlaps(t) or 0 <= span.start - t.end < 3 for t in taken) or any(map(span.overlaps, refused)):
                continue
            verb, stands = _making(scene, sentence, span)
            basis = _is_basis(scene, sentence, kind, span)
            if stands or basis:
                taken.append(span)
                yield _Noun(kind, span, verb, basis)
            else:
                refused.append(span)


def _making(scene: Scene, sentence: Span, noun: Span) -> tuple[Span | None, bool]:
    """The verb that tells of the making, and whether the text shows that the instrument exists.

    It does where it was made, bears a date, a number or a name, or is kept, broken or in force.
    """
    before, after = scene.text[sentence.start : noun.start], scene.text[noun.end : sentence.end]
    later = _MADE_AFTER.match(after)
    if later is not None and _HOPE.search(before) is None:
        return Span.of(scene.text, noun.end + later.start("verb"), noun.end + later.end("verb")), True
    told = [m for m in _makings(before) if not _ELSE.search(m["gap"])]
    made = next((m for m in told if _HOPE.search(before[: m.start()]) is None), None)
    if told:
        return _spanned(sentence, made) if made else None, made is not None
    if _ELSE_MADE.search(before):
        return None, False
    shown = dated(scene, sentence, noun) is not None or _NUMBERED.search(noun.text) or _NAMED.search(before)
    shown = shown or _STANDING_BEFORE.search(before) or _STANDING_AFTER.match(after)
    return None, bool(shown) and _NOT_YET.search(before) is None


_ELSE_MADE = re.compile(
    rf"\bagree[ds]?\b(?:\s+[\w“”‘’\"'.-]+){{0,4}}?\s+[“‘\"]?{either(_MADE['not_it'])}\b(?:\s+[\w“”‘’\"'.-]+){{0,4}}\s+\Z",
    re.IGNORECASE,
)


def _spanned(sentence: Span, made: re.Match[str]) -> Span:
    """The verb of a making that was found in the words of a sentence."""
    return Span(sentence.start + made.start("verb"), sentence.start + made.end("verb"), made["verb"])


def _makings(before: str) -> Iterator[re.Match[str]]:
    """The verbs of making before a noun, the nearest first."""
    starts = [m.start() for m in pattern("agreements", "made.before").finditer(before)]
    for start in reversed(starts):
        found = _MADE_BEFORE.match(before, start)
        if found is not None:
            yield found


def _is_basis(scene: Scene, sentence: Span, kind: AgreementKind, noun: Span) -> bool:
    """Whether an instrument is named as what talks or a settlement rest on."""
    before = scene.text[sentence.start : noun.start]
    named = _BASIS.search(before) if kind in {"resolution", "communiqué", "other"} else None
    if named is None:
        return False
    resting = _RESTING.search(before[: named.start()]) or _RESTS.match(scene.text, noun.end, sentence.end)
    return resting is not None


def _agreement(scene: Scene, sentence: Span, noun: _Noun) -> Agreement:
    clause = scene.clause(sentence, noun.span.start, noun.span.end)
    parties = dict.fromkeys(p.party for p in parties_of(scene, sentence, noun.span, noun.verb) if p.party is not None)
    return Agreement(
        id=content_id("agreement", scene.article.id, clause.start, clause.end, noun.span.start),
        article=scene.article.id,
        parties=tuple(parties),
        track=track_named(scene, clause),
        what=what_of(scene, clause, noun.span),
        kind=_kind(scene, sentence, noun),
        when=made_when(scene, sentence, noun.span, noun.verb),
        evidence=clause,
        basis=noun.basis,
    )


def _kind(scene: Scene, sentence: Span, noun: _Noun) -> AgreementKind:
    """The kind of an instrument; "the deal" is of the kind of the truce or exchange told a little before."""
    before = scene.text[sentence.start : noun.span.start]
    if noun.kind != "other" or not (_PLAIN.fullmatch(noun.span.text) and _BARE.search(before)):
        return noun.kind
    back = scene.before(sentence, _BACK, "title", "standfirst", "body")
    for span in (Span(sentence.start, noun.span.start, before), *reversed(back)):
        told = [
            (m.start(), kind) for kind in _MEANT for m in pattern("agreements", f"kinds.{kind}").finditer(span.text)
        ]
        told = [t for t in told if t[1] != "other" or not _PLAIN.fullmatch(span.text[t[0] :].split()[0].strip(".,;"))]
        if told:
            return max(told)[1]
    return noun.kind
