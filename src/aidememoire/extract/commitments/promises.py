"""Promises as they are made: by a verb ("pledged to"), a noun ("gave assurances that"), or words about oneself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.commitments.promisers import is_noun, is_relative
from aidememoire.extract.commitments.undertakings import (
    HYPOTHETICAL,
    INSTRUMENT,
    WORDS,
    Told,
    clean,
    holders_of,
    instrument_in,
    objects_of,
    own,
)
from aidememoire.extract.grammar import is_party, objects, opening
from aidememoire.extract.holders import Holder, of_phrase
from aidememoire.extract.scene import Scene, is_filler
from aidememoire.extract.wordlists import either, pattern
from aidememoire.model.spans import Span

_NOUNS = either(WORDS["promise_nouns"])
_WENT = r"(?:went|was|were|is|are|has|had|have|would|will|could|did)\b"
_STANDS = re.compile(
    rf"(?:\b(?P<pronoun>his|her|its|their)|['’]s?)\s+(?P<what>(?:\w+\s+)?{_NOUNS}\b"
    r"(?:\s+(?:of|to|from)\s+[^,;.“”\"]{2,50}?)?)\s+(?:still\s+)?(?:hold|holds|held|stand|stands|stood|remains?)\b",
    re.IGNORECASE,
)
_AFFIRMED = re.compile(
    rf"\b{either(WORDS['affirmed'])}\s+(?:(?P<pronoun>his|her|its|their|an?|the|new|fresh)\s+|(?P<owner>(?:[\w.-]+\s+){{1,5}}?[\w.-]+)['’]s?\s+)?"
    rf"(?:\w+\s+){{0,2}}?{_NOUNS}\s+(?=(?:to|that(?!\s+{_WENT})|of|not)\b)",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"\b(?:promise|pledge|guarantee|assurance|undertaking)s?\s+(?:of|to|that)\s+(?P<what>[^,;.“”\"]{4,80}?)\s+by\s+",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    rf"\b{either(WORDS['received'])}\s+(?:\w+\s+){{0,2}}?{_NOUNS}\s+(?P<by>(?:from|by)\s+)?(?=(?:that|to|of|for|from|by|[A-Z])\b|\w)",
    re.IGNORECASE,
)
_WOULD = re.compile(rf"\b(?:would|will)\s+(?:\w+ly\s+)?{either(WORDS['kept'])}\s+{INSTRUMENT}", re.IGNORECASE)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|its|his|her|their|this|that|any|no|of|these|those|many)|['’]s)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)
_IF = re.compile(r"\b(?:if|whether|unless|until|that\s+any)\b[^,;]*\Z", re.IGNORECASE)
_END = re.compile(
    r"[;:“”\"]|,(?!\s*(?:\w+\s+)?(?:\w+\s+)?(?:and|or)\b)|\s[–—-]\s"
    r"|\s(?:said|says|told|but|while|although|though|provided|which|who|after|amid|despite|even\s+though|reversing|and\s+(?:is|are|was|were|has|have|had|said)|according\s+to|in\s+what|as\s+(?!(?:much|many|well|part|soon|long|far|a|an|agreed|promised|early)\b))\b|\.?\s*\Z",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s+(?:not\s+)?to\s+(?!(?:the|an?|this|that|these|those|its|their|his|her|such|such|any)\b)[a-z]", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_WHOM = re.compile(r"\s+(?:him|her|them|us|me)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+", re.IGNORECASE)
# Words that open no promise: "has been promising since May", "was assured by".
_NO_START = re.compile(r"(?:since|for|during|by|as|in|on|at|from|until|this|last|every|just|again)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+(?:that|to|not)\s", re.IGNORECASE)
_QUOTED = re.compile(r"(?<=\s)[“\"][^“”\"]{1,60}[”\"]")


def promises(scene: Scene, sentence: Span) -> Iterator[Told]:
    """The promises that a sentence tells as made."""
    for rule in (_promised, _agreed, _affirmed, _received, _granted, _would_keep, _standing):
        yield from rule(scene, sentence)


def _promised(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The front pledged to open the road"."""
    for match in pattern("commitments", "promised").finditer(scene.text, sentence.start, sentence.end):
        before = scene.text[sentence.start : match.start()]
        if HYPOTHETICAL.search(before) or _NOUN_BEFORE.search(before):
            continue
        if is_noun(scene, match.start()):
            continue
        if _PASSIVE.search(before):
            yield from _was_promised(scene, sentence, match)
            continue
        clause = _CLAUSE.match(scene.text, match.end()) is not None
        if not clause and is_relative(scene, match.start()):
            continue
        whom = () if clause else tuple(p for p in objects(scene, sentence, match.end()) if is_party(p))
        pronoun = _WHOM.match(scene.text, match.end(), sentence.end)
        after = whom[-1].span.end if whom else pronoun.end() if pronoun else match.end()
        yield from _made(scene, sentence, match.start(), after, of_phrase(scene, whom[0]).party if whom else None)


def _was_promised(scene: Scene, sentence: Span, match: re.Match[str]) -> Iterator[Told]:
    """ "The council was promised an open road (by the front)": to the subject, by whom only where it is told."""
    by = _BY.search(scene.text, match.end(), sentence.end)
    givers = objects_of(scene, sentence, by.end()) if by else ()
    for told in tuple(_made(scene, sentence, match.start(), match.end(), None)):
        what = told.what[: _cut(told.what)]
        for giver in givers or (None,):
            if what and told.by is not None:
                yield Told(giver, "made", what, told.cue, to=told.by.party, source=told.source)


def _cut(words: str) -> int:
    """Where "by" ends what was promised."""
    by = re.search(r"(?:\A|\s)by\s", words)
    return by.start() if by else len(words)


def _agreed(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "Agreed on Friday to open the road": to do something, and not only to talk of it."""
    for match in re.finditer(
        r"\b(?:has|have|had\s+)?agreed\b", scene.text[sentence.start : sentence.end], re.IGNORECASE
    ):
        start, after = sentence.start + match.start(), sentence.start + match.end()
        to = re.compile(r"(?:\s+(?:not\s+)?to)\s+(?=[a-z])").search(scene.text, after, min(sentence.end, after + 60))
        if to is None or not _bare(scene, Span(after, to.start(), scene.text[after : to.start()])):
            continue
        if not _TO.match(scene.text, to.start()) or HYPOTHETICAL.search(scene.text[sentence.start : start]):
            continue
        begin = to.start() + 1 if "not" in to.group() else to.end()
        yield from _made(scene, sentence, start, begin, None)


def _bare(scene: Scene, gap: Span) -> bool:
    """Whether nothing but a time stands between "agreed" and "to"."""
    words = gap.text
    for time in scene.times_in(gap):
        words = words.replace(time.span.text, " ")
    return is_filler(re.sub(r"\b(?:on|in|at|over|during|late|early|earlier)\b", " ", words))


def _made(scene: Scene, sentence: Span, verb: int, after: int, to: str | None) -> Iterator[Told]:
    end = _end(scene, sentence, after)
    if _no_promise(scene.text[verb:after], scene.text[after:end]):
        return
    what = _without_time(scene, Span(after, end, scene.text[after:end]))
    if _NO_START.match(what) or (len(what.removeprefix("to ").split()) < 2 and instrument_in(what) is None):
        return
    source = scene.said_by(Span.of(scene.text, verb, after))
    for who in holders_of(scene, sentence, verb):
        yield Told(who, "made", what, Span.of(scene.text, verb, end), to=to, source=source)


def _no_promise(verb: str, words: str) -> bool:
    """Whether words that were pledged bind nobody: allegiance, revenge, and of a vow all that is of war."""
    if pattern("commitments", "no_promise").match(words.strip(" “”\"‘’'")):
        return True
    return verb.lower().startswith("vow") and pattern("commitments", "vowed_war").search(words) is not None


def _end(scene: Scene, sentence: Span, after: int) -> int:
    """Where the words of a promise end that begin at `after`; a few words in quotation marks are of them."""
    words = _QUOTED.sub(lambda m: f"_{m.group()[1:-1]}_", scene.text[after : sentence.end])
    stop = _END.search(words)
    return after + stop.start() if stop else sentence.end


def _without_time(scene: Scene, span: Span) -> str:
    """The words of a promise without the time at which it was made, where they open with it."""
    words = span.text
    for time in scene.times_in(span):
        lead = re.match(rf"\s*(?:on|in|at|over|during|late\s+on)?\s*{re.escape(time.span.text)}\s+", words)
        words = words[lead.end() :] if lead else words
    return clean(words)


def _affirmed(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "Confirmed its commitment to the truce", "confirmed the front's commitment", "gave assurances that"."""
    for match in _AFFIRMED.finditer(scene.text, sentence.start, sentence.end):
        if HYPOTHETICAL.search(scene.text[sentence.start : match.start()]):
            continue
        owners = [
            p
            for p in scene.phrases_in(sentence)
            if p.possessive and match.start("owner") <= p.span.end <= match.end("owner")
        ]
        told = tuple(_made(scene, sentence, match.start(), match.end(), None))
        if match["owner"] and owners:
            by = of_phrase(scene, owners[-1])
            told = tuple(Told(by, "made", t.what, t.cue, source=t.source) for t in told[:1])
        yield from told


def _received(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The council had received guarantees (from the envoy) that": by whom only where it is told."""
    for match in _RECEIVED.finditer(scene.text, sentence.start, sentence.end):
        givers = objects_of(scene, sentence, match.end()) if match["by"] else ()
        if HYPOTHETICAL.search(scene.text[sentence.start : match.start()]) or (match["by"] and not givers):
            continue
        for told in tuple(_made(scene, sentence, match.start(), match.end(), None))[:1]:
            receiver = told.by.party if told.by else None
            for giver in givers or (None,):
                yield Told(giver, "made", told.what, told.cue, to=receiver, source=told.source or receiver)


def _granted(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "A promise of an open road by the front"."""
    for match in _GRANTED.finditer(scene.text, sentence.start, sentence.end):
        for who in objects_of(scene, sentence, match.end()):
            cue = Span.of(scene.text, match.start(), match.end() - 1)
            yield Told(who, "made", clean(match["what"]), cue, source=scene.said_by(cue))


def _would_keep(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The front said it would abide by the truce": a promise, where the speaker speaks of itself."""
    for match in _WOULD.finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        statement = scene.statement_over(cue)
        if statement is None or statement.speaker is None or _IF.search(scene.text[sentence.start : match.start()]):
            continue
        for who in holders_of(scene, sentence, match.start()):
            if own(scene, who, statement.speaker):
                yield Told(who, "made", _instrument_kept(match), cue, source=statement.speaker)


def _instrument_kept(match: re.Match[str]) -> str:
    return clean(re.sub(r"^(?:would|will)\s+", "", match.group(), flags=re.IGNORECASE))


def _standing(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "Its promise still holds": a promise once made."""
    for match in _STANDS.finditer(scene.text, sentence.start, sentence.end):
        who = _owner(scene, sentence, match)
        if who is not None:
            cue = Span.of(scene.text, match.start(), match.end())
            yield Told(who, "made", clean(match["what"]), cue, source=scene.said_by(cue))


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
