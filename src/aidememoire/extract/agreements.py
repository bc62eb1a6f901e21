"""Instruments that an article tells of: cease-fires, zones, resolutions, exchanges, deals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.grammar import coordinated, is_party, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.tracks import track_named
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Agreement, AgreementKind, When
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span

_KINDS: tuple[AgreementKind, ...] = ("ceasefire", "zones", "communiqué", "resolution", "exchange", "other")
_WORDS = wordlist("agreements")
_GAP = r"(?:\s+[\w“”‘’\"'.-]+){0,5}?\s+[“‘\"]?\Z"
_MADE_BEFORE = re.compile(rf"\b{either(_WORDS['made']['before'])}{_GAP}", re.IGNORECASE)
_MADE_AFTER = re.compile(
    rf"[”’\"]?\s+(?:that\s+|which\s+)?(?:(?:in|on|with|by|between|of)\s+(?:[\w’'.-]+\s+){{1,4}})?(?:that\s+|which\s+)?{either(_WORDS['made']['after'])}\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(rf"\b{either(_WORDS['made']['not_yet'])}\s+[“‘\"]?\Z", re.IGNORECASE)
_HOPE = re.compile(rf"\b{either(_WORDS['made']['hope'])}\s*\Z", re.IGNORECASE)
_AGREED_TO = re.compile(rf"\b{either(_WORDS['made']['agreed_to'])}\s+[“‘\"]?(?:an?\s+|the\s+)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"[^,;.]{0,60}?\b(between|brokered\s+by|mediated\s+by|signed\s+by|by)\s+", re.IGNORECASE)
# What a date may stand off its noun: "the June 9 interim deal", "a pact signed in June", in characters.
_DATE_BEFORE, _DATE_AFTER = 40, 45


def agreements(scene: Scene) -> tuple[Agreement, ...]:
    """The agreements of an article, in the order of its text: those made, never those only hoped for."""
    return tuple(a for sentence in scene.sentences() for a in _in_sentence(scene, sentence.span))


def _in_sentence(scene: Scene, sentence: Span) -> Iterator[Agreement]:
    taken: list[Span] = []
    for kind in _KINDS:
        for match in pattern("agreements", f"kinds.{kind}").finditer(scene.text, sentence.start, sentence.end):
            noun = Span.of(scene.text, match.start(), match.end())
            if any(noun.overlaps(t) or 0 <= noun.start - t.end < 3 for t in taken) or not _stands(
                scene, sentence, noun
            ):
                continue
            taken.append(noun)
            yield _agreement(scene, sentence, kind, noun)


def _stands(scene: Scene, sentence: Span, noun: Span) -> bool:
    """Whether the text shows that the instrument exists: it was made, bears a date or a number."""
    before, after = scene.text[sentence.start : noun.start], scene.text[noun.end : sentence.end]
    if _AGREED_TO.search(before):
        return True
    made = _MADE_BEFORE.search(before)
    if made is not None:
        return _HOPE.search(before[: made.start()]) is None
    if _MADE_AFTER.match(after):
        return _HOPE.search(before) is None
    dated = _dated(scene, sentence, noun) is not None or re.search(r"\d{3,}\Z", noun.text) is not None
    return dated and _NOT_YET.search(before) is None


def _dated(scene: Scene, sentence: Span, noun: Span) -> When | None:
    """The date inside the noun's own phrase: "the Oct. 12 truce", "the truce of Oct. 12", "signed in June"."""
    for time in scene.dates_in(sentence):
        before, after = scene.text[time.span.end : noun.start], scene.text[noun.end : time.span.start]
        within = time.span.end <= noun.start and noun.start - time.span.end <= _DATE_BEFORE
        if (
            within
            and re.fullmatch(r"['’]?s?\s+(?:[\w’'.-]+\s+){0,5}[“‘\"]?", before)
            and not re.search(r"\b(?:the|a|an|of|in|on|to)\b", before)
        ):
            return When(time.span.text, time.value)
        follows = noun.end <= time.span.start and time.span.start - noun.end <= _DATE_AFTER
        if follows and re.match(
            r"[”’\"]?\s+(?:of|from|on|(?:that\s+|which\s+)?(?:was\s+|were\s+)?(?:\w+ed|passed|struck|made))\b", after
        ):
            return When(time.span.text, time.value)
    return None


def _agreement(scene: Scene, sentence: Span, kind: AgreementKind, noun: Span) -> Agreement:
    clause = scene.clause(sentence, noun.start, noun.end)
    parties = dict.fromkeys(p.party for p in _parties(scene, sentence, noun) if p.party is not None)
    return Agreement(
        id=content_id("agreement", scene.article.id, clause.start, clause.end, noun.start),
        article=scene.article.id,
        parties=tuple(parties),
        track=track_named(scene, clause),
        what=_what(scene, clause, noun),
        kind=kind,
        when=_dated(scene, sentence, noun) or scene.when(clause, noun),
        evidence=clause,
    )


def _what(scene: Scene, clause: Span, noun: Span) -> str:
    """The noun with what it is for, where "to", "for" or "on" says so within a few words."""
    purpose = re.compile(r"\s+(?:to|for|on|in)(?:\s+(?!(?:but|and|after|that|which|when)\b)[\w’'“”-]+){1,9}").match(
        scene.text, noun.end, clause.end
    )
    return scene.text[noun.start : purpose.end() if purpose else noun.end].strip(' “”‘’"')


def _parties(scene: Scene, sentence: Span, noun: Span) -> tuple[Phrase, ...]:
    """Who is bound by it: "between A and B", else those who agreed, signed or adopted it."""
    between = _BETWEEN.match(scene.text, noun.end, sentence.end)
    if between is not None:
        rest = Span(between.end(), sentence.end, scene.text[between.end() : sentence.end])
        inside = [p for p in scene.phrases_in(rest) if is_party(p)]
        if inside and inside[0].span.start - between.end() < 6:
            return coordinated(scene, inside)
    before = scene.text[sentence.start : noun.start]
    made = _MADE_BEFORE.search(before) or _AGREED_TO.search(before)
    return tuple(p for p in subjects(scene, sentence, sentence.start + made.start()) if is_party(p)) if made else ()
