"""Breaches that somebody alleges or denies. A breach is never a fact: where nobody says it, there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.commitments.undertakings import (
    HYPOTHETICAL,
    INSTRUMENT,
    WORDS,
    Told,
    clean,
    holders_of,
    ids,
    instrument_before,
    objects_of,
    own,
)
from aidememoire.extract.grammar import is_party, opening, subjects
from aidememoire.extract.holders import Holder, of_phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern
from aidememoire.model.facts import CommitmentStatus, Statement
from aidememoire.model.spans import Span

_BROKE = re.compile(
    rf"\b(?:{either(WORDS['broke'])}|{either(WORDS['unkept'])}(?:\w+ly\s+)?{either(WORDS['kept'])})\s+{INSTRUMENT}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?P<what>{either(WORDS['instruments'])}(?:\s+{either(WORDS['instruments'])})*)\s+(?:(?:has|have|had)\s+)?"
    rf"(?:is|are|was|were|been|being)\s+(?:being\s+)?(?:\w+ly\s+)?(?P<verb>{either(WORDS['broken_by'])})\b"
    r"[^,;.]{0,40}?\bby\s+",
    re.IGNORECASE,
)
_VIOLATIONS = re.compile(
    rf"\b{either(WORDS['violations'])}\b(?:\s+(?:of|in|to)\s+{INSTRUMENT})?(?P<rest>\s+of\b)?", re.IGNORECASE
)
_OWNED = re.compile(
    rf"['’]s?\s+(?:(?:repeated|alleged|many|own)\s+)?{either(WORDS['broken'])}\s+{INSTRUMENT}", re.IGNORECASE
)
_IN_BREACH = re.compile(
    rf"\bin\s+(?:\w+\s+)?(?:breach|violation|defiance|contravention)\s+of\s+{INSTRUMENT}", re.IGNORECASE
)
_GIVEN = re.compile(r"\s+(?:that\s+was\s+)?(?:given|made|signed|issued)\b[^,;.“”\"]{0,40}?\s+by\s+", re.IGNORECASE)
_SAYS = re.compile(r"\bwhat\s+(?:it|he|she|they)\s+(?:says?|said|calls?|called)\b", re.IGNORECASE)
_BY = re.compile(r"(?P<gap>[^,;.“”\"]{0,40}?)\bby\s+", re.IGNORECASE)
_EACH_OTHER = re.compile(r"\s+(?:each\s+other|one\s+another|the\s+other(?:\s+side)?)\b", re.IGNORECASE)
_TRADED = re.compile(rf"\b{either(WORDS['traded'])}\b", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\b(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?{either(WORDS['behind'])}\s+(?:\w+\s+){{0,2}}\Z", re.IGNORECASE
)
_REGISTERED = re.compile(rf"\b{either(WORDS['registered'])}\s+(?:[\w,-]+\s+){{0,4}}\Z", re.IGNORECASE)
_REGISTERED_BY = re.compile(rf"\s+{either(WORDS['registered'])}\s+by\s+", re.IGNORECASE)
_OF_IT = re.compile(r"\b(?:of|for|over)\s+(?:\w+ly\s+|having\s+|(?:[\w-]+\s+){0,3})\Z")
_NOT = re.compile(
    r"\b(?:has|have|had|did|do|does)(?:\s+not|n['’]t|\s+never)\s+(?:ever\s+|in\s+any\s+way\s+)?\Z", re.IGNORECASE
)


def breaches(scene: Scene, sentence: Span) -> Iterator[Told]:
    """The breaches that a sentence tells as alleged or denied."""
    for rule in (_broken, _passive, _in_breach, _owned, _violations):
        yield from rule(scene, sentence)


def _broken(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The front violated the truce", "accused the front of violating it": never without somebody who says so."""
    for match in _BROKE.finditer(scene.text, sentence.start, sentence.end):
        cue, what = Span.of(scene.text, match.start(), match.end()), clean(match["what"])
        accusation = tuple(_accusation(scene, sentence, match.start(), what, cue))
        yield from accusation
        if not accusation:
            yield from _said_broken(scene, sentence, match.start(), what, cue)


def _said_broken(scene: Scene, sentence: Span, verb: int, what: str, cue: Span) -> Iterator[Told]:
    """What a statement says of who broke it: the subject of the verb, or who gave the promise."""
    statement = scene.statement_over(cue)
    before = scene.text[sentence.start : verb]
    if statement is None or statement.speaker is None:
        return
    negated = re.match(either(WORDS["broke"]), cue.text, re.IGNORECASE) is not None and _NOT.search(before) is not None
    if HYPOTHETICAL.search(before) and not negated:
        return
    for who in holders_of(scene, sentence, verb) or _given_by(scene, sentence, cue.end):
        yield from _said(scene, statement, who, what, cue, denied=negated)


def _said(
    scene: Scene, statement: Statement, who: Holder | None, what: str, cue: Span, *, denied: bool = False
) -> Iterator[Told]:
    denied = denied or statement.act == "deny"
    # Nobody alleges a breach of its own: there the subject was read wrongly.
    if not denied and who is not None and own(scene, who, statement.speaker):
        return
    if statement.speaker is None or (denied and who is None):
        return
    status: CommitmentStatus = "denied broken" if denied else "alleged broken"
    allegers = () if denied else tuple(dict.fromkeys((statement.speaker, *statement.joint)))
    yield Told(who, status, what, cue, allegers, source=statement.speaker, agreement=_context(scene, cue))


def _context(scene: Scene, cue: Span) -> str | None:
    sentence = scene.sentence_over(cue)
    return instrument_before(scene, sentence, cue.end) if sentence is not None else None


def _given_by(scene: Scene, sentence: Span, after: int) -> tuple[Holder, ...]:
    """Who gave the promise that something broke: "the raid broke a promise given on Monday by the front"."""
    given = _GIVEN.match(scene.text, after, sentence.end)
    return objects_of(scene, sentence, given.end())[:1] if given else ()


def _passive(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The truce was broken by the front", where somebody says so."""
    for match in _PASSIVE.finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end() - 1)
        statement = scene.statement_over(cue)
        if statement is not None and not HYPOTHETICAL.search(scene.text[sentence.start : match.start("verb")]):
            for who in objects_of(scene, sentence, match.end()):
                yield from _said(scene, statement, who, clean(match["what"]), cue)


def _in_breach(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "Accused the front of shelling the town in breach of the truce"."""
    for match in _IN_BREACH.finditer(scene.text, sentence.start, sentence.end):
        cue, what = Span.of(scene.text, match.start(), match.end()), clean(match["what"])
        accused = pattern("commitments", "accused").search(scene.text, sentence.start, match.start())
        whom = objects_of(scene, sentence, accused.end()) if accused else ()
        if accused is not None and whom:
            allegers = ids(holders_of(scene, sentence, accused.start()))
            yield Told(whom[0], "alleged broken", what, cue, allegers, source=next(iter(allegers), None))
            continue
        statement = scene.statement_over(cue)
        doer = _opening_of(scene, statement, match.start()) if statement and statement.speaker else None
        if statement is not None and doer is not None and doer.party != statement.speaker:
            yield from _said(scene, statement, doer, what, cue)


def _opening_of(scene: Scene, statement: Statement, before: int) -> Holder | None:
    """The party that a statement opens with as its subject."""
    start = statement.content.start
    first = opening(scene, Span(start, before, scene.text[start:before])) if start < before else None
    return of_phrase(scene, first) if first is not None and is_party(first) else None


def _accusation(scene: Scene, sentence: Span, before: int, what: str, cue: Span) -> Iterator[Told]:
    """ "A accused B of" before the breach, "A and B accused each other of"; "B denied" likewise."""
    denied = re.search(
        rf"\b{either(WORDS['denied'])}\s+(?:{either(WORDS['charges'])}\s+)?(?:\w+ly\s+|having\s+|had\s+)*\Z",
        scene.text[sentence.start : before],
        re.IGNORECASE,
    )
    if denied is not None:
        who = holders_of(scene, sentence, sentence.start + denied.start())
        if len(who) == 1:
            context = instrument_before(scene, sentence, cue.end)
            yield Told(who[0], "denied broken", what, cue, source=who[0].party, agreement=context)
        return
    found = list(pattern("commitments", "accused").finditer(scene.text, sentence.start, before))
    traded = _TRADED.search(scene.text, sentence.start, before)
    if traded is not None:
        yield from _mutual(scene, sentence, traded.start(), what, cue)
    elif found and _OF_IT.search(scene.text[found[-1].end() : before]):
        yield from _accused(scene, sentence, found[-1], what, cue)


def _accused(scene: Scene, sentence: Span, verb: re.Match[str], what: str, cue: Span) -> Iterator[Told]:
    if _EACH_OTHER.match(scene.text, verb.end(), sentence.end):
        yield from _mutual(scene, sentence, verb.start(), what, cue)
        return
    allegers = ids(holders_of(scene, sentence, verb.start()))
    context = instrument_before(scene, sentence, cue.end)
    for who in objects_of(scene, sentence, verb.end()):
        yield Told(who, "alleged broken", what, cue, allegers, source=next(iter(allegers), None), agreement=context)


def _mutual(scene: Scene, sentence: Span, verb: int, what: str, cue: Span) -> Iterator[Told]:
    """Each of two or more who accuse each other: alleged by all the others."""
    sides = holders_of(scene, sentence, verb)
    context = instrument_before(scene, sentence, cue.end)
    for who in sides if len(sides) > 1 else ():
        others = ids(h for h in sides if h is not who)
        yield Told(who, "alleged broken", what, cue, others, source=next(iter(others), None), agreement=context)


def _owned(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The front's broken promises", alleged by who speaks, or by the "it" of "what it says are"."""
    for match in _OWNED.finditer(scene.text, sentence.start, sentence.end):
        owners = [p for p in scene.phrases_in(sentence) if p.span.end == match.start()]
        statement = scene.statement_over(Span.of(scene.text, match.start(), match.end()))
        alleger = statement.speaker if statement else _it_says(scene, sentence, match.start())
        if owners and alleger is not None:
            cue = Span.of(scene.text, owners[-1].span.start, match.end())
            who = of_phrase(scene, owners[-1])
            yield Told(who, "alleged broken", clean(match["what"]), cue, (alleger,), source=alleger)


def _it_says(scene: Scene, sentence: Span, before: int) -> str | None:
    says = _SAYS.search(scene.text[sentence.start : before])
    if says is None:
        return None
    verb = sentence.start + says.end() - len(says.group().split()[-1])
    found = subjects(scene, sentence, verb)
    return found[0].party if found else None


def _violations(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "Violations of the truce by the front", "nine violations registered by the monitors", where somebody says so."""
    for match in _VIOLATIONS.finditer(scene.text, sentence.start, sentence.end):
        named = match["what"]
        what = clean(named) if named else instrument_before(scene, sentence, match.start())
        if (
            what is None
            or match["rest"]
            or re.search(r"\bin\s+(?:\w+\s+)?\Z", scene.text[sentence.start : match.start()])
        ):
            continue
        cue = Span.of(scene.text, match.start(), match.end())
        accusation = tuple(_accusation(scene, sentence, match.start(), what, cue))
        yield from accusation or _counted(scene, sentence, what, cue) or _laid_to(scene, sentence, what, cue)


def _counted(scene: Scene, sentence: Span, what: str, cue: Span) -> tuple[Told, ...]:
    """ "The monitors registered nine violations", "nine violations registered by the monitors": by nobody told."""
    before = _REGISTERED.search(scene.text[sentence.start : cue.start])
    after = _REGISTERED_BY.match(scene.text, cue.end, sentence.end)
    if after is not None:
        who = objects_of(scene, sentence, after.end())
    else:
        who = holders_of(scene, sentence, sentence.start + before.start()) if before else ()
    if not who:
        return ()
    by = _by(scene, sentence, cue.end) if before else ()
    return tuple(
        Told(b, "alleged broken", what, cue, ids(who), source=who[0].party, agreement=what) for b in by or (None,)
    )


def _laid_to(scene: Scene, sentence: Span, what: str, cue: Span) -> tuple[Told, ...]:
    """ "Violations by the front", "the front was behind the violations", in what somebody says."""
    statement = scene.statement_over(cue)
    if statement is None or statement.speaker is None:
        return ()
    behind = _BEHIND.search(scene.text[sentence.start : cue.start])
    if behind is not None:
        who = holders_of(scene, sentence, sentence.start + behind.start())
    else:
        who = _by(scene, sentence, cue.end) or _owner(scene, sentence, cue)
    return tuple(t for w in who for t in _said(scene, statement, w, what, cue))


def _by(scene: Scene, sentence: Span, after: int) -> tuple[Holder, ...]:
    by = _BY.match(scene.text, after, sentence.end)
    return objects_of(scene, sentence, by.end()) if by is not None else ()


def _owner(scene: Scene, sentence: Span, cue: Span) -> tuple[Holder, ...]:
    """ "The front's repeated violations": whose they are."""
    owners = [p for p in scene.phrases_in(sentence) if p.possessive and 0 <= cue.start - p.span.end <= 25]
    return (of_phrase(scene, owners[-1]),) if owners else ()
