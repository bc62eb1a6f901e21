"""Meetings, calls and visits told by a verb: who met whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.bonds import head_word, is_modifier, known_tree
from aidememoire.extract.encounters.accusations import accused_of_meeting, is_gerund_of, joined_subject
from aidememoire.extract.encounters.assembled import brought_together, due_back
from aidememoire.extract.encounters.circumstances import is_place
from aidememoire.extract.encounters.doers import of_noun
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.encounters.status import Told, of_verb
from aidememoire.extract.grammar import by_name, coordinated, is_party, objects, opening, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import pattern
from aidememoire.model.facts import EncounterKind
from aidememoire.model.spans import Span

_KINDS: tuple[EncounterKind, ...] = ("call", "talks", "meeting", "visit")
_ALONE = re.compile(
    r"\s+(?:(?:again|there|here|once\s+more|together|privately)\s+)*"
    r"(?:in|on|at|to\s+discuss|for|late|early|behind|face[- ]to[- ]face|next|this|last)\b",
    re.IGNORECASE,
)
# A second clause without its verb, and what must not stand between: another verb's beginning.
_SECOND = re.compile(r"(?:\band|\bthen)\s+(?:with\s+)?(?:(?:the|an?|its|his|her|their)\s+)?\Z", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(
    r"[;:“”\"]|\b(?:said|says|told|that|which|who|because|but|while|to|is|was|were|are|has|had|have|will|would)\b",
    re.IGNORECASE,
)
_AT_TIME = re.compile(
    r"(?:\s*\([^)]*\))?\s+(?:again\s+|later\s+)?(?:(?:on|in|at|late|early|after|before|over)\s+)?(?:the\s+)?"
    r"(?P<part>(?:same\s+|next\s+|following\s+)?(?:morning|afternoon|evening|night|day|noon|midday|lunch|dinner|breakfast)\b)?",
    re.IGNORECASE,
)
_TIME_REACH = 30
_SEEN_GROUP = re.compile(
    r"\b(?:delegations?|team|negotiators|representatives|delegates|leaders|ministers|envoys|sides)\b", re.IGNORECASE
)
_SEEN_END = re.compile(
    r"\s*(?:[.]|\Z|,\s*(?!as\b)|(?:again\s+)?(?:on|in|at|before|after|later|last|this|next|for|separately|privately|and)\b)",
    re.IGNORECASE,
)
_GERUND = re.compile(r"\b(before|after|while|when|by)\s+\Z", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|would|is\s+to|are\s+to|plans?\s+to|due\s+to|expected\s+to)\b", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"\bfollowed\s+by\s+(?:(?:(?:an?|the|another|separate|further|brief)\s+)*(?:meetings?|talks|sessions?|discussions|one)\s+with\s+)?",
    re.IGNORECASE,
)
# "She flew to Dravik to see the minister".
_PURPOSE = re.compile(r"\b(?:to)\s+\Z", re.IGNORECASE)
_WITH_WHOM = re.compile(r",?\s+(?:with\s+)?whom\s+(?:[\w’'.-]+\s+){1,6}\Z")
_CHAINED = re.compile(r"\band(?:\s+(?:then|later|also))*\s+\Z", re.IGNORECASE)


def meetings(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """The meetings, calls and visits that the verbs of a sentence tell."""
    taken: list[Span] = []
    for kind in _KINDS:
        for match in pattern("encounters", f"verbs.{kind}").finditer(scene.text, sentence.start, sentence.end):
            cue = Span.of(scene.text, match.start(), match.end())
            if not any(cue.overlaps(t) for t in taken):
                taken.append(cue)
                yield from _told(scene, sentence, kind, cue)
    yield from due_back(scene, sentence)
    yield from brought_together(scene, sentence)


def _told(scene: Scene, sentence: Span, kind: EncounterKind, cue: Span) -> Iterator[Sighting]:
    who = tuple(p for p in _subjects(scene, sentence, cue) if is_party(p))
    who = _subject_by_tree(scene, cue, who) or who
    if is_gerund_of(scene, sentence, cue):
        yield from accused_of_meeting(scene, sentence, cue)
        return
    if not who:
        return
    status = _status(scene, sentence, cue)
    if kind == "visit":
        yield from _visit(scene, sentence, cue, who, status)
        return
    whom = _whom(scene, sentence, kind, cue, who)
    if whom is None:
        return
    if pattern("encounters", "marks.seen").fullmatch(cue.text) and not _is_visit(scene, sentence, who, whom):
        return
    for group in _apart(scene, sentence, cue, who, whom):
        by_phone = kind != "call" and group and _by_phone(scene, sentence, cue, group[-1])
        yield Sighting("call" if by_phone else kind, status, (*who, *group), cue, sentence)
    for follower in _followers(scene, sentence, whom):
        yield Sighting(kind, status, (*who, *follower), cue, sentence)
    for other in _elliptical(scene, sentence, whom):
        yield Sighting(kind, status, (*who, other), other.span, sentence)


def _by_phone(scene: Scene, sentence: Span, cue: Span, last: Phrase) -> bool:
    """Whether it was over a telephone, as the words up to right behind the last of those met say."""
    phone = pattern("encounters", "marks.by_phone").search(scene.text, cue.start, sentence.end)
    return phone is not None and phone.start() <= last.span.end + _TIME_REACH


def _whom(
    scene: Scene, sentence: Span, kind: EncounterKind, cue: Span, who: tuple[Phrase, ...]
) -> tuple[Phrase, ...] | None:
    """Those met, () where those who meet are all in the subject, None where nobody is met."""
    whom = tuple(p for p in objects(scene, sentence, cue.end) if is_party(p))
    if whom:
        return whom if _met(scene, cue, who, whom) else None
    relative = _whom_before(scene, sentence, cue)
    if relative:
        return relative
    if kind == "call" and len(who) > 1:
        return ()
    return _later_with(scene, sentence, cue) if kind == "meeting" and _alone(scene, sentence, cue) else None


def _whom_before(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Whom a relative clause is told of: "Solvane, with whom she will meet", "the envoy, whom she met"."""
    clause = _WITH_WHOM.search(scene.text[sentence.start : cue.start])
    if clause is None:
        return ()
    start = sentence.start + clause.start()
    named = [
        p for p in scene.phrases_in(Span(sentence.start, start, scene.text[sentence.start : start])) if is_party(p)
    ]
    return tuple(named[-1:]) if named and named[-1].span.end == start and not named[-1].possessive else ()


def _subject_by_tree(scene: Scene, cue: Span, who: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Who the subject names, where those found only describe it ("countries of the union, led by Kestria, met")."""
    tree = known_tree(scene)
    verb = head_word(tree, cue) if tree is not None else None
    subject = tree.subject(verb) if tree is not None and verb is not None and tree.words[verb].upos == "VERB" else None
    if tree is None or subject is None or tree.words[subject].upos not in {"NOUN", "PROPN"} or not who:
        return ()
    below = {tree.words[at].start for kid in tree.kids(subject, "acl") for at in tree.below(kid)}
    asides = all(any(p.span.start <= start < p.span.end for start in below) for p in who)
    return of_noun(scene, tree, subject) if asides else ()


def _met(scene: Scene, cue: Span, who: tuple[Phrase, ...], whom: tuple[Phrase, ...]) -> bool:
    """Whether those after a verb are met: the verb has no other object, and the hosts' guests are parties."""
    if pattern("encounters", "marks.received").fullmatch(cue.text) and not all(
        _is_guest(scene, p) for p in (*who, *whom)
    ):
        return False
    tree = known_tree(scene)
    if tree is None:
        return True
    verb = head_word(tree, cue)
    done = tree.patient(verb) if verb is not None and tree.words[verb].upos == "VERB" else None
    other = done is not None and tree.words[done].start >= cue.end and tree.words[done].upos in {"NOUN", "PROPN"}
    if other and done is not None and not any(p.span.start <= tree.words[done].start < p.span.end for p in whom):
        return not (whom[0].span.end <= tree.words[done].start and is_modifier(tree, whom[0].span))
    return not is_modifier(tree, whom[0].span)


def _is_guest(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a person or a body, or its noun is one for a party: no crowd, no refugees."""
    party = scene.party(phrase.party)
    named = party is not None and party.kind != "unnamed"
    return named or phrase.person or pattern("phrases", "party").search(phrase.span.text) is not None


def _is_visit(scene: Scene, sentence: Span, who: tuple[Phrase, ...], whom: tuple[Phrase, ...]) -> bool:
    """Whether "saw" means a meeting: a person saw a person or a delegation, and no more is said of what was seen."""
    if not who[-1].person or not whom or not (whom[-1].person or _SEEN_GROUP.search(whom[-1].span.text)):
        return False
    return _SEEN_END.match(scene.text, whom[-1].span.end, sentence.end) is not None


def _elliptical(scene: Scene, sentence: Span, whom: tuple[Phrase, ...]) -> Iterator[Phrase]:
    """Who is met in a second clause without its verb: "... on Monday, and the council in the evening"."""
    if not whom:
        return
    start = whom[-1].span.end
    for phrase in scene.phrases_in(Span(start, sentence.end, scene.text[start : sentence.end])):
        if not is_party(phrase) or phrase.possessive or not _SECOND.search(scene.text[start : phrase.span.start]):
            continue
        between = scene.text[start : phrase.span.start]
        phrase = by_name(scene, phrase)
        timed = _timed_next(scene, sentence, phrase.span.end)
        if timed and not _CLAUSE_BREAK.search(between):
            yield phrase
            return


def _timed_next(scene: Scene, sentence: Span, after: int) -> bool:
    """Whether a time follows right after a phrase: a day, an hour, a part of the day or a meal."""
    near = Span(
        after, min(sentence.end, after + _TIME_REACH), scene.text[after : min(sentence.end, after + _TIME_REACH)]
    )
    match = _AT_TIME.match(near.text)
    if match is None:
        return False
    return bool(match["part"]) or bool(scene.times_over(after + match.end()))


def _visit(scene: Scene, sentence: Span, cue: Span, who: tuple[Phrase, ...], status: Told) -> Iterator[Sighting]:
    if cue.text.lower().startswith("landed") and not (who[-1].person or _is_guest(scene, who[-1])):
        # Rockets land too.
        return
    there = scene.text[cue.end : sentence.end]
    place = next((p for p in scene.places_in(sentence) if p.start >= cue.end), None)
    if (
        place is not None
        and not scene.text[cue.end : place.start].replace("the", "").strip()
        and there
        and not who[-1].weak
    ):
        ahead = re.search(r"\b(?:due|expected|awaited)\b", cue.text) is not None and "was " not in cue.text
        where = place if is_place(place) else None
        yield Sighting("visit", "planned" if ahead else status, who, cue, sentence, place=where)


def _subjects(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    before = scene.text[sentence.start : cue.start]
    if _GERUND.search(before) or _CHAINED.search(before):
        joined = joined_subject(scene, sentence, cue)
        if joined:
            return joined
        first = opening(scene, Span(sentence.start, cue.start, before))
        main = _main_verb(scene, sentence, cue.start)
        return (subjects(scene, sentence, main) if main else ()) or ((first,) if first else ())
    went = list(pattern("encounters", "verbs.visit").finditer(before)) if _PURPOSE.search(before) else []
    if went:
        return subjects(scene, sentence, sentence.start + went[-1].start())
    return subjects(scene, sentence, cue.start)


def _main_verb(scene: Scene, sentence: Span, before: int) -> int | None:
    """Where the nearest earlier verb of meeting starts, whose subject a later "and hosted" shares."""
    starts = [
        m.start()
        for kind in _KINDS
        for m in pattern("encounters", f"verbs.{kind}").finditer(scene.text, sentence.start, before)
    ]
    return max(starts, default=None)


def _status(scene: Scene, sentence: Span, cue: Span) -> Told:
    before = scene.text[sentence.start : cue.start]
    after = Span(cue.end, sentence.end, scene.text[cue.end : sentence.end])
    timed = bool(scene.times_in(after))
    gerund = _GERUND.search(before)
    if gerund is None:
        return of_verb(before, cue.text, timed)
    main = _main_verb(scene, sentence, cue.start)
    if gerund.group(1).lower() == "before" and main is not None:
        match = re.compile(r"\w+").match(scene.text, main)
        return of_verb(scene.text[sentence.start : main], match.group() if match else "", timed=True)
    return "planned" if gerund.group(1).lower() == "by" and _AHEAD.search(before) else "held"


def _alone(scene: Scene, sentence: Span, cue: Span) -> bool:
    """Whether nobody is named as met, but a place, a time or a purpose follows ("the ministers met in Halvet")."""
    rest = Span(cue.end, sentence.end, scene.text[cue.end : sentence.end])
    following = _ALONE.match(scene.text, cue.end, sentence.end) is not None
    told = bool(scene.times_in(rest) or scene.places_in(rest))
    return told and (following or any(t.span.start - cue.end < 3 for t in scene.times_in(rest)))


def _later_with(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Those met, where a place or a time comes first ("met in Halvet for two hours with the envoy")."""
    match = re.compile(r"[^,;:.]{3,60}?\bwith\s+").match(scene.text, cue.end, sentence.end)
    return tuple(p for p in objects(scene, sentence, match.end()) if is_party(p)) if match else ()


def _apart(
    scene: Scene, sentence: Span, cue: Span, who: tuple[Phrase, ...], whom: tuple[Phrase, ...]
) -> Iterator[tuple[Phrase, ...]]:
    """Those met, one group a meeting: each alone where the text says "both", "separately" or the like."""
    end = whom[-1].span.end if whom else cue.end
    around = scene.text[cue.start : min(sentence.end, end + 30)]
    if len(whom) > 1 and len(who) == 1 and pattern("encounters", "marks.apart").search(around):
        yield from ((p,) for p in whom)
    else:
        yield whom


def _followers(scene: Scene, sentence: Span, whom: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, ...]]:
    """Those met next, where ", followed by" names them."""
    if not whom:
        return
    match = _FOLLOWED.search(scene.text, whom[-1].span.end, sentence.end)
    if match is None:
        return
    rest = Span(match.end(), sentence.end, scene.text[match.end() : sentence.end])
    inside = [p for p in scene.phrases_in(rest) if is_party(p)]
    if inside and inside[0].span.start - match.end() < 8:
        yield coordinated(scene, inside)
