"""Promises of the parties, and the breaches that somebody alleges or denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.grammar import is_party, objects, opening, subjects
from aidememoire.extract.holders import Holder, of_phrase, of_subject, represented
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Commitment, CommitmentStatus, Statement
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span

_WORDS = wordlist("commitments")
_INSTRUMENT = (
    rf"(?P<what>(?:(?:[\w’'.-]+\s+){{0,5}}?){either(_WORDS['instruments'])}(?:\s+{either(_WORDS['instruments'])})*)\b"
)
_BROKE = re.compile(
    rf"\b(?:{either(_WORDS['broke'])}|{either(_WORDS['unkept'])}(?:\w+ly\s+)?{either(_WORDS['kept'])})\s+{_INSTRUMENT}",
    re.IGNORECASE,
)
_KEPT = re.compile(
    rf"(?:\b(?:has|have|had|is|are|was|were)\s+)?(?:\b\w+ly\s+)?\b{either(_WORDS['kept'])}\s+{_INSTRUMENT}",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"['’]s?\s+(?:(?:repeated|alleged|many|own)\s+)?{either(_WORDS['broken'])}\s+{_INSTRUMENT}", re.IGNORECASE
)
_BY_WHOM = re.compile(rf"\b{either(_WORDS['violations'])}\s+of\s+{_INSTRUMENT}[^,;.]{{0,30}}?\bby\s+", re.IGNORECASE)
_IN_BREACH = re.compile(
    rf"\bin\s+(?:\w+\s+)?(?:breach|violation|defiance|contravention)\s+of\s+{_INSTRUMENT}", re.IGNORECASE
)
_GIVEN = re.compile(r"\s+(?:that\s+was\s+)?(?:given|made|signed|issued)\b[^,;.“”\"]{0,40}?\s+by\s+", re.IGNORECASE)
_STANDS = re.compile(
    r"(?:\b(?P<pronoun>his|her|its|their)|['’]s?)\s+(?P<what>(?:\w+\s+)?(?:promise|pledge|commitment|undertaking|assurance|guarantee)s?\b"
    r"(?:\s+(?:of|to|from)\s+[^,;.“”\"]{2,50}?)?)\s+(?:still\s+)?(?:hold|holds|held|stand|stands|stood|remains?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:ed|kept|met|stuck)\b|\b(?:has|have|had)\b", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|until|would|could|might|may|should|must|can|will|to|not|never|n['’]t|whether|against|from)\s+(?:(?:\w+ly|he|she|it|they)\s+)?\Z",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|its|his|her|their|this|that|any|no|of)|['’]s)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)
_SAYS = re.compile(r"\bwhat\s+(?:it|he|she|they)\s+(?:says?|said|calls?|called)\b", re.IGNORECASE)
_END = re.compile(r"[,;:“”\"]|\s[–—-]\s|\s(?:said|says|told|but|while|according\s+to)\b|\.?\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    by: Holder
    status: CommitmentStatus
    what: str
    cue: Span
    alleger: str | None = None
    to: str | None = None


def commitments(scene: Scene) -> tuple[Commitment, ...]:
    """The promises that an article tells of, made, kept, or broken as somebody says, in the order of its text."""
    found: dict[str, Commitment] = {}
    for sentence in scene.sentences():
        for rule in (_broken, _in_breach, _owned, _by_whom, _kept, _promised, _standing):
            for told in rule(scene, sentence.span):
                made = _commitment(scene, sentence.span, told)
                found.setdefault(made.id, made)
    return tuple(sorted(found.values(), key=lambda c: (c.evidence.start, c.evidence.end)))


def _commitment(scene: Scene, sentence: Span, told: _Told) -> Commitment:
    evidence = scene.clause(sentence, told.cue.start, told.cue.end)
    instrument = re.search(either(_WORDS["instruments"][:9]), told.what, re.IGNORECASE)
    return Commitment(
        id=content_id(
            "commitment", scene.article.id, evidence.start, evidence.end, told.cue.start, told.status, told.by.text
        ),
        article=scene.article.id,
        by=told.by.party,
        by_text=told.by.text,
        to=told.to,
        what=told.what,
        status=told.status,
        alleged_by=(told.alleger,) if told.alleger and told.status == "alleged broken" else (),
        agreement=told.what if instrument and told.status != "made" else None,
        evidence=evidence,
    )


def _what(words: str) -> str:
    return re.sub(r"^(?:the|a|an|its|their|his|her|any)\s+", "", " ".join(words.split()), flags=re.IGNORECASE).strip(
        '“”"‘’ '
    )


def _broken(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "The front violated the truce", "accused the front of violating it": never without somebody who says so."""
    for match in _BROKE.finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        accusation = _accusation(scene, sentence, match.start())
        if accusation is not None:
            by, alleger, status = accusation
            yield _Told(by, status, _what(match["what"]), cue, alleger)
            continue
        statement = scene.statement_over(cue)
        who = of_subject(scene, sentence, match.start()) or _given_by(scene, sentence, match.end())
        hypothetical = _HYPOTHETICAL.search(scene.text[sentence.start : match.start()])
        if statement is None or statement.speaker is None or who is None or hypothetical:
            continue
        # Nobody alleges a breach of its own: there the subject was read wrongly.
        if statement.act != "deny" and who.party in {statement.speaker, represented(scene, statement.speaker)}:
            continue
        denied = statement.act == "deny"
        yield _Told(who, "denied broken" if denied else "alleged broken", _what(match["what"]), cue, statement.speaker)


def _given_by(scene: Scene, sentence: Span, after: int) -> Holder | None:
    """Who gave the promise that something broke: "the raid broke a promise given on Monday by the front"."""
    given = _GIVEN.match(scene.text, after, sentence.end)
    whom = [p for p in objects(scene, sentence, given.end()) if is_party(p)] if given else []
    return of_phrase(scene, whom[0]) if whom else None


def _in_breach(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "Accused the front of shelling the town in breach of the truce"."""
    for match in _IN_BREACH.finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        accused = pattern("commitments", "accused").search(scene.text, sentence.start, match.start())
        whom = [p for p in objects(scene, sentence, accused.end()) if is_party(p)] if accused else []
        if accused is not None and whom:
            alleger = of_subject(scene, sentence, accused.start())
            by = of_phrase(scene, whom[0])
            yield _Told(by, "alleged broken", _what(match["what"]), cue, alleger.party if alleger else None)
            continue
        statement = scene.statement_over(cue)
        doer = _opening_of(scene, statement, match.start()) if statement and statement.speaker else None
        if statement is not None and doer is not None and doer.party != statement.speaker:
            denied = statement.act == "deny"
            status: CommitmentStatus = "denied broken" if denied else "alleged broken"
            yield _Told(doer, status, _what(match["what"]), cue, statement.speaker)


def _opening_of(scene: Scene, statement: Statement, before: int) -> Holder | None:
    """The party that a statement opens with as its subject."""
    start = statement.content.start
    first = opening(scene, Span(start, before, scene.text[start:before])) if start < before else None
    return of_phrase(scene, first) if first is not None and is_party(first) else None


def _standing(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "Its promise still holds": a promise once made."""
    for match in _STANDS.finditer(scene.text, sentence.start, sentence.end):
        who = _owner(scene, sentence, match)
        if who is not None:
            yield _Told(who, "made", _what(match["what"]), Span.of(scene.text, match.start(), match.end()))


def _owner(scene: Scene, sentence: Span, match: re.Match[str]) -> Holder | None:
    """Whose promise it is: the possessor's; for "his" the party that opens the sentence."""
    owners = [
        p for p in scene.phrases_in(sentence) if p.possessive and match.start() - 3 <= p.span.end <= match.start("what")
    ]
    if owners:
        return of_phrase(scene, owners[-1])
    if not match["pronoun"]:
        return None
    first = opening(scene, Span(sentence.start, match.start(), scene.text[sentence.start : match.start()]))
    return of_phrase(scene, first) if first is not None and is_party(first) else None


def _accusation(scene: Scene, sentence: Span, before: int) -> tuple[Holder, str | None, CommitmentStatus] | None:
    """ "A accused B of" before the breach: B, A and the status; "B denied" likewise."""
    accused = None
    for match in pattern("commitments", "accused").finditer(scene.text, sentence.start, before):
        accused = match
    if accused is not None and re.search(
        r"\b(?:of|for)\s+(?:\w+ly\s+|having\s+)?\Z", scene.text[accused.end() : before]
    ):
        whom = [p for p in objects(scene, sentence, accused.end()) if is_party(p)]
        alleger = of_subject(scene, sentence, accused.start())
        return (of_phrase(scene, whom[0]), alleger.party if alleger else None, "alleged broken") if whom else None
    denied = re.search(
        rf"\b{either(_WORDS['denied'])}\s+(?:\w+ly\s+|having\s+)?\Z", scene.text[sentence.start : before], re.IGNORECASE
    )
    who = of_subject(scene, sentence, sentence.start + denied.start()) if denied else None
    return (who, None, "denied broken") if who else None


def _owned(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "The front's broken promises", alleged by who speaks, or by the "it" of "what it says are"."""
    for match in _OWNED.finditer(scene.text, sentence.start, sentence.end):
        owners = [p for p in scene.phrases_in(sentence) if p.span.end == match.start()]
        statement = scene.statement_over(Span.of(scene.text, match.start(), match.end()))
        alleger = statement.speaker if statement else _it_says(scene, sentence, match.start())
        if owners and alleger is not None:
            cue = Span.of(scene.text, owners[-1].span.start, match.end())
            yield _Told(of_phrase(scene, owners[-1]), "alleged broken", _what(match["what"]), cue, alleger)


def _it_says(scene: Scene, sentence: Span, before: int) -> str | None:
    says = _SAYS.search(scene.text[sentence.start : before])
    if says is None:
        return None
    verb = sentence.start + says.end() - len(says.group().split()[-1])
    found = subjects(scene, sentence, verb)
    return found[0].party if found else None


def _by_whom(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "Violations of the truce by the front", where somebody says so."""
    for match in _BY_WHOM.finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        statement = scene.statement_over(cue)
        whom = [p for p in objects(scene, sentence, match.end()) if is_party(p)]
        if whom and statement is not None and statement.speaker is not None:
            status: CommitmentStatus = "denied broken" if statement.act == "deny" else "alleged broken"
            yield _Told(of_phrase(scene, whom[0]), status, _what(match["what"]), cue, statement.speaker)


def _kept(scene: Scene, sentence: Span) -> Iterator[_Told]:
    """ "The council honoured its pledge": only in the past, and only where nothing before it denies or doubts it."""
    for match in _KEPT.finditer(scene.text, sentence.start, sentence.end):
        before = scene.text[sentence.start : match.start()]
        if _HYPOTHETICAL.search(before) or not _PAST.search(match.group()[: match.start("what") - match.start()]):
            continue
        if re.search(r"\b(?:not|n['’]t|never|fail\w*|refus\w*)\b[^,;]{0,20}\Z", before, re.IGNORECASE):
            continue
        who = of_subject(scene, sentence, match.start())
        if who is not None:
            yield _Told(who, "fulfilled", _what(match["what"]), Span.of(scene.text, match.start(), match.end()))


def _promised(scene: Scene, sentence: Span) -> Iterator[_Told]:
    for match in pattern("commitments", "promised").finditer(scene.text, sentence.start, sentence.end):
        before = scene.text[sentence.start : match.start()]
        who = of_subject(scene, sentence, match.start())
        if who is None or _HYPOTHETICAL.search(before) or _NOUN_BEFORE.search(before):
            continue
        stop = _END.search(scene.text, match.end(), sentence.end)
        end = stop.start() if stop else sentence.end
        if len(scene.text[match.end() : end].split()) < 2:
            continue
        whom = [p for p in objects(scene, sentence, match.end()) if is_party(p)]
        what = _what(scene.text[match.end() : end])
        yield _Told(who, "made", what, Span.of(scene.text, match.start(), end), to=whom[0].party if whom else None)
