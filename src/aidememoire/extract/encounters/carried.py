"""The day or the place that a sentence leaves out, since the one before has told it of the same happening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.extract.bonds import known_tree
from aidememoire.extract.encounters.circumstances import is_place
from aidememoire.extract.encounters.known import is_known
from aidememoire.extract.encounters.listed import described
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import pattern
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Encounter, Statement
from aidememoire.model.reading import TimeExpression
from aidememoire.model.spans import Span
from aidememoire.model.when import When

Told = tuple[Sighting, Encounter]

# A day: no month, no year, no part of an unknown day.
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d).*")
# How many sentences before are looked at.
_NEAR = 2
# How many sentences back "the city" may have been named.
_CITY = 4
_THE_CITY = re.compile(r"\bthe\s+(?:city|town|village)(?:['’]s)?\b(?!\s+(?:of|centre|center)\b)", re.IGNORECASE)
# "Said on Monday as he opened": what is done while speaking is of that day.
_AS = re.compile(r"\s+as\s+(?:he|she|they|it|the\s+[\w-]+|[A-Z][\w’'-]+)\s+(?:[\w-]+\s+){1,9}\Z")
# Gatherings of another time.
_OTHERS = re.compile(
    r"\b(?:last|previous|earlier|past|former|other|another|first|second|next|new|fresh|separate)\s+(?:[\w.-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|following|during)\s+(?:(?:an?|the|his|her|their|day|hours|of)\s+)*(?:[\w-]+\s+)?\Z", re.IGNORECASE
)
_ARMS = re.compile(
    r"\b(?:rockets?|shells?|mortars?|missiles?|bombs?|bombers?|gunm[ae]n|snipers?|warplanes|jets)\b", re.IGNORECASE
)
# "The attacks", of which the sentence before speaks without a place.
_KNOWN = re.compile(
    r"\b(?:the|these|those|both)\s+(?:[\w-]+\s+)?(?:attacks?|bombings?|blasts?|explosions?|(?:air\s?)?strikes?|raids?|shelling)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:the|their|this|that)\s+(?:[\w-]+\s+)?\Z", re.IGNORECASE)
_GATHERINGS = frozenset(("meeting", "talks"))
_BEGUN = frozenset(("held", "suspended"))


def with_carried(scene: Scene, told: Sequence[Told]) -> tuple[Encounter, ...]:
    """The encounters in the order of the text, each with what its sentence leaves to the sentences before."""
    done: list[Told] = []
    for seen, encounter in sorted(told, key=lambda pair: pair[0].cue.start):
        whole = _of_same_people(scene, seen, _with_place(scene, seen, encounter, done), done)
        if whole.when is None:
            whole = replace(whole, when=_day(scene, seen, whole, done))
        done.append((seen, whole))
    return tuple(encounter for _, encounter in done)


def _of_same_people(scene: Scene, seen: Sighting, encounter: Encounter, done: Sequence[Told]) -> Encounter:
    """A gathering that "their talks" or "the meeting" takes up, with the day and place that it was told to have had."""
    both = set(encounter.participants)
    own = _THEIRS.search(scene.text[seen.sentence.start : seen.cue.start])
    if own is None or encounter.kind not in _GATHERINGS or encounter.status not in _BEGUN or len(both) < 2:
        return encounter
    same = [e for _, e in done if e.kind == encounter.kind and e.status in _BEGUN and set(e.participants) == both]
    days = {e.when.value[:10]: e.when for e in same if e.when is not None and _DAY.fullmatch(e.when.value)}
    places = {e.place for e in same if e.place is not None}
    day = encounter.when is None and len(days) == 1 and not _own_dates(scene, encounter.evidence)
    place = encounter.place is None and len(places) == 1
    return replace(
        encounter,
        when=next(iter(days.values())) if day else encounter.when,
        place=next(iter(places)) if place else encounter.place,
    )


def _with_place(scene: Scene, seen: Sighting, encounter: Encounter, done: Sequence[Told]) -> Encounter:
    """An attack that names no place with that of the attack just told, and its day; or with the one town spoken of."""
    if encounter.place is not None or encounter.kind != "attack":
        return encounter
    if _places(scene, seen.sentence):
        rest = Span(seen.cue.end, seen.sentence.end, "")
        return replace(encounter, place=described(scene, rest))
    before = _attack_before(scene, seen, encounter, done)
    if before is not None:
        dated = encounter.when is None and not _own_dates(scene, seen.sentence)
        return replace(encounter, place=before.place, when=before.when if dated else encounter.when)
    place = _of_the_city(scene, seen, done) or _town_before(scene, seen) or described(scene, seen.sentence)
    return replace(encounter, place=place)


def _of_the_city(scene: Scene, seen: Sighting, done: Sequence[Told]) -> str | None:
    """The place of the last attack told a few sentences before, where the sentence calls it "the city"."""
    if _THE_CITY.search(seen.sentence.text) is None:
        return None
    near = scene.before(seen.sentence, _CITY)
    told = [e.place for s, e in done if s.kind == "attack" and s.sentence in near and e.place is not None]
    return told[-1] if told else None


def _attack_before(scene: Scene, seen: Sighting, encounter: Encounter, done: Sequence[Told]) -> Encounter | None:
    """The attack that a sentence goes on about: "the attack", or one that the sentence before speaks of as known."""
    near = scene.before(seen.sentence, _NEAR + 1)
    if not _taken_up(scene, seen):
        known = near and _KNOWN.search(near[-1].text) and not _places(scene, near[-1])
        near = near if known and encounter.when is None else ()
    for sentence in reversed(near):
        told = [e for s, e in done if s.kind == "attack" and s.sentence == sentence]
        if told:
            return told[-1] if len({e.place for e in told}) == 1 and told[-1].place is not None else None
    return None


def _day(scene: Scene, seen: Sighting, encounter: Encounter, done: Sequence[Told]) -> When | None:
    while_speaking = _while_speaking(scene, seen) if encounter.status == "held" else None
    if while_speaking is not None or _own_dates(scene, encounter.evidence):
        return while_speaking
    same = [pair for pair in done if _alike(pair[1], encounter)]
    if not _taken_up(scene, seen):
        return _day_of_saying(scene, seen, encounter)
    near = scene.before(seen.sentence, _NEAR)
    before = [e for s, e in same if s.sentence in near and _one_people(e, encounter)]
    if before:
        return before[-1].when
    lone = encounter.status == "planned" or (encounter.kind == "attack" and encounter.place is not None)
    days = {e.when.value: e.when for _, e in same if e.when is not None}
    return next(iter(days.values())) if lone and len(days) == 1 else _day_of_saying(scene, seen, encounter)


def _while_speaking(scene: Scene, seen: Sighting) -> When | None:
    """The day on which somebody spoke while it went on ("said on Monday as she opened the talks")."""
    before = Span(seen.sentence.start, seen.cue.start, scene.text[seen.sentence.start : seen.cue.start])
    days = [t for t in scene.dates_in(before) if _DAY.fullmatch(t.value)]
    if not days or _AS.fullmatch(scene.text, days[-1].span.end, seen.cue.start) is None:
        return None
    return When(days[-1].span.text, days[-1].value)


def _alike(told: Encounter, encounter: Encounter) -> bool:
    """Whether what was told may be what is taken up: of one kind and status, at no other place."""
    days = told.when is not None and _DAY.fullmatch(told.when.value) is not None
    places = [place for place in (told.place, encounter.place) if place is not None]
    one = all(place in places[0] or places[0] in place for place in places)
    return days and one and (told.kind, told.status) == (encounter.kind, encounter.status)


def _one_people(told: Encounter, encounter: Encounter) -> bool:
    both = set(told.participants), set(encounter.participants)
    return not all(both) or bool(both[0] & both[1])


def _taken_up(scene: Scene, seen: Sighting) -> bool:
    """Whether a noun takes up what is known ("the talks")."""
    tree = known_tree(scene)
    if tree is None or not is_known(tree, seen.cue):
        return False
    return _OTHERS.search(scene.text[seen.sentence.start : seen.cue.start]) is None


def _day_of_saying(scene: Scene, seen: Sighting, encounter: Encounter) -> When | None:
    """The day on which somebody spoke, by the sentence before, where here the same speaks after a meeting."""
    if encounter.kind not in _GATHERINGS or encounter.status != "held":
        return None
    if _AFTER.search(scene.text[seen.sentence.start : seen.cue.start]) is None:
        return None
    here = {s.speaker for s in _said_in(scene, seen.sentence)} & set(encounter.participants)
    before = (s for span in scene.before(seen.sentence) for s in _said_in(scene, span) if s.speaker in here)
    days = [day for statement in before if (day := _said_on(scene, statement)) is not None]
    return days[-1] if days else None


def _said_in(scene: Scene, sentence: Span) -> Iterator[Statement]:
    return (s for s in scene.statements if s.cue is not None and sentence.covers(s.cue))


def _said_on(scene: Scene, statement: Statement) -> When | None:
    """The day that stands between a verb of saying and what is said ("said during a visit on Sunday that")."""
    days = [t for t in _between(scene, statement) if _DAY.fullmatch(t.value)]
    return When(days[0].span.text, days[0].value) if len(days) == 1 else None


def _between(scene: Scene, statement: Statement) -> tuple[TimeExpression, ...]:
    """The dates between a verb of saying and what is said behind it."""
    if statement.cue is None:
        return ()
    start, end = statement.cue.end, statement.content.start
    return scene.dates_in(Span(start, end, scene.text[start:end])) if start < end else ()


def _own_dates(scene: Scene, clause: Span) -> list[TimeExpression]:
    """The dates of a clause but those on which somebody speaks."""
    of_saying = [t.span for s in _said_in(scene, clause) for t in _between(scene, s)]
    return [t for t in scene.dates_in(clause) if t.span not in of_saying]


def _town_before(scene: Scene, seen: Sighting) -> str | None:
    """The one town of the sentence before, where that speaks of attacks."""
    for sentence in scene.before(seen.sentence):
        towns = {p.text for p in _places(scene, sentence) if _is_town(p)}
        return next(iter(towns)) if len(towns) == 1 and _of_attacks(sentence) else None
    return None


def _places(scene: Scene, sentence: Span) -> list[Span]:
    """The places that a sentence names, none that is part of another name or of "Kestria-based"."""
    named = [p.span for p in scene.phrases_in(sentence) if not p.weak]
    return [
        p
        for p in scene.places_in(sentence)
        if is_place(p) and scene.text[p.end] not in "-–" and not any(n.covers(p) for n in named)
    ]


def _of_attacks(sentence: Span) -> re.Match[str] | None:
    return pattern("attacks", "reach.nouns").search(sentence.text) or _ARMS.search(sentence.text)


def _is_town(place: Span) -> bool:
    known = country_of(place.text)
    return known is None or known.kind == "capital"
