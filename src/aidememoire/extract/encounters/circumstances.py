"""When and where an encounter was: the days and places that hang on its verb or noun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aidememoire.extract.bonds import apart, bound, clear, head_word, known_tree, owners, spoken_between, verb_over
from aidememoire.extract.encounters.places import opens_with_place, place_of_event
from aidememoire.extract.encounters.reach import reach
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Encounter
from aidememoire.model.spans import Span
from aidememoire.model.when import When

# A day that stands right beside its verb or noun is its own, whatever the tree has ("talks in May", "Monday's attack").
_BESIDE = re.compile(r"\s+(?:(?:on|in|at|late|early|again|earlier|later|over)\s+){0,2}(?:the\s+)?", re.IGNORECASE)
_OWNS = re.compile(r"(?:(?:['’]s)?\s+|,\s+(?:in\s+)?an?\s+)(?:[\w-]+\s+){0,2}", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|says|told\s+(?:\w+\s+){1,3}|announced|reported|declared|confirmed|denied)\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[^,;.]{0,40}?\b(?:between|among|of|for)\s", re.IGNORECASE)
# A time that only tells since when ("the heaviest raid since May") is no day of its own.
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|near|outside|around)\s+(?:[\w’'-]+\s+){0,5}?\Z", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof)\.?\s+\Z")
_AT_REQUEST = re.compile(
    r"\bat\s+the\s+(?:request|invitation|behest|urging|suggestion|insistence|initiative)\s+of\s+(?:[\w’'-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\s+(?:(?:on|of|against|at)\s+)?(?:the\s+)?(?:[\w-]+\s+)?(?:(?:town|city|village|district|suburb|province)\s+of\s+)?",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:the\s+)?(?:past|last|previous)\s", re.IGNORECASE)
# "The heaviest raid since May" is not said to have gone on since then.
_MOST = re.compile(r"\b(?:the\s+(?:most|first|worst|\w+est)|no)\b[^,;]{0,60}\Z", re.IGNORECASE)
# Encounters that are no gathering.
EVENTS = frozenset({"attack", "release", "exchange", "evacuation"})
_NOT_PLACES = frozenset({"adjective", "people"})


@dataclass(frozen=True, slots=True)
class _Bonds:
    """The tree of an article, the words that own an encounter's days and places, and those that own only days before.

    `before` holds verbs that the encounter's verb is joined to: a day at their head is said of both. `sentence` and
    `cue` are where the encounter's verb or noun stands.
    """

    tree: Tree
    own: tuple[int, ...]
    before: tuple[int, ...]
    cue: Span

    def hold(self, span: Span) -> bool:
        """Whether a day or place belongs to the encounter: by the tree, or since nothing else is told between."""
        if spoken_between(self.tree, self.cue, span):
            return False
        if apart(self.tree, self.cue.end, span.start, self.own):
            return False
        if bound(self.tree, span, self.own):
            return True
        if span.start >= self.cue.end:
            return clear(self.tree, self.cue.end, span.start, self.own)
        shared = tuple(at for at in self.before if span.end <= self.tree.words[at].start)
        if shared and bound(self.tree, span, shared):
            return True
        verb = verb_over(self.tree, span)
        ahead = verb is None or verb in self.own or self.tree.words[verb].start >= self.cue.end
        return ahead and clear(self.tree, span.end, self.cue.start, self.own)


def _bonds(scene: Scene, cue: Span) -> _Bonds | None:
    tree = known_tree(scene)
    word = head_word(tree, cue) if tree is not None else None
    if tree is None or word is None:
        return None
    own = owners(tree, word)
    down = [at for of in own for at in _below(tree, of, word)]
    last = own[-1]
    head = tree.words[last].head
    verb = tree.words[last].upos == "VERB" and head >= 0
    if verb and tree.is_a(last, "advcl") and any(tree.form(kid) == "to" for kid in tree.kids(last, "mark")):
        down.append(head)
    inside = tuple(tree.within(cue))
    return _Bonds(tree, (*own, *down, *inside), (head,) if verb and tree.is_a(last, "conj") else (), cue)


def _below(tree: Tree, at: int, cue: int) -> Iterator[int]:
    """The clauses below a word that go on telling of the encounter: "due to begin", "talks that began"."""
    if tree.words[at].upos in {"VERB", "AUX", "ADJ"}:
        yield from tree.kids(at, "xcomp")
    elif at == cue:
        for kid in tree.kids(at, "acl"):
            if pattern("encounters", "bonds.reactions").fullmatch(tree.form(kid)) is None:
                yield kid
                yield from tree.kids(kid, "xcomp")


def when_of(scene: Scene, seen: Sighting, evidence: Span, last: Encounter | None) -> When | None:
    """When it was: the date of its clause; for "later that day" that of the encounter before; or a bare "weekend"."""
    dated = _dated(scene, seen, evidence) or _lasting(scene, seen)
    if dated is not None:
        return dated
    if last is not None and pattern("encounters", "marks.same_day").search(evidence.text):
        return last.when if last.status == seen.status else None
    before = scene.text[max(seen.sentence.start, seen.cue.start - 20) : seen.cue.start]
    word = pattern("encounters", "marks.time_words").search(before)
    return When(word.group(), "") if word else None


def _dated(scene: Scene, seen: Sighting, evidence: Span) -> When | None:
    bonds = _bonds(scene, seen.cue)
    if bonds is None:
        return scene.when(evidence, seen.cue)
    dates = [
        t
        for t in scene.dates_in(seen.sentence)
        if not _in_name(scene, seen.sentence, t.span)
        and not _since(scene, t.span)
        and not _of_saying(scene, t.span, seen.cue)
    ]
    own = [t.span for t in dates if bonds.hold(t.span) or _beside(scene, t.span, seen.cue)]
    if seen.kind in EVENTS:
        own += [t.span for t in dates if t.span not in own and _of_event(bonds.tree, seen, t.span)]
    nearest = scene.nearest(own, seen.cue)
    meant = next((t for t in dates if t.span == nearest), None)
    named = next((t for t in dates if meant is not None and _names_night(scene, meant.span, t.span)), meant)
    return When(named.span.text, named.value) if named is not None else None


def _names_night(scene: Scene, night: Span, day: Span) -> bool:
    """Whether a day says which night is meant ("overnight on Monday")."""
    return night.text.lower() == "overnight" and scene.text[night.end : day.start].split() == ["on"]


def _of_event(tree: Tree, seen: Sighting, time: Span) -> bool:
    """Whether a time hangs on what an attack or a release does ("killed ten in a raid on Monday")."""
    if opens_with_place(tree, seen, time):
        return True
    own = tuple(reach(tree, seen.sentence, seen.cue))
    if time.start >= seen.cue.end and apart(tree, seen.cue.end, time.start, own):
        return False
    return _hangs(tree, seen, time, own)


def _hangs(tree: Tree, seen: Sighting, time: Span, own: tuple[int, ...]) -> bool:
    """Whether a time hangs on one of the words `own`, with nobody speaking between the two."""
    words = (Span.of(tree.text, tree.words[at].start, tree.words[at].end) for at in own)
    beside = min(words, key=lambda word: abs(word.start - time.start), default=seen.cue)
    if beside.end <= time.start and _BESIDE.fullmatch(tree.text, beside.end, time.start):
        return True
    return not spoken_between(tree, beside, time) and bound(tree, time, own)


def _lasting(scene: Scene, seen: Sighting) -> When | None:
    """Since when or in what past days an attack went on, in its words only: such a time is no one day."""
    tree = known_tree(scene)
    if tree is None or seen.kind not in EVENTS:
        return None
    own = tuple(reach(tree, seen.sentence, seen.cue))
    times = [t for t in scene.times_in(seen.sentence) if _hangs(tree, seen, t.span, own)]
    for time in times:
        if time.value.startswith("P") and _PAST.match(time.span.text):
            return When(time.span.text, "")
        since = _SINCE.search(scene.text, max(0, time.span.start - 20), time.span.start)
        if since is not None and not _MOST.search(scene.text, seen.sentence.start, since.start()):
            return When(scene.text[since.start() : time.span.end], "")
    return None


def _of_saying(scene: Scene, time: Span, cue: Span) -> bool:
    """Whether a time before the cue is when somebody spoke ("said on Monday that she met him")."""
    if time.start >= cue.end:
        return False
    return _SAID.search(scene.text[max(0, time.start - 60) : time.start]) is not None


def _in_name(scene: Scene, sentence: Span, time: Span) -> bool:
    """Whether a time is part of a party's name ("the Tuesday Club")."""
    return any(p.span.covers(time) and p.span.end > time.end for p in scene.phrases_in(sentence))


def _since(scene: Scene, time: Span) -> bool:
    return _SINCE.search(scene.text[max(0, time.start - 20) : time.start]) is not None


def _beside(scene: Scene, time: Span, cue: Span) -> bool:
    if time.start >= cue.end:
        return _BESIDE.fullmatch(scene.text, cue.end, time.start) is not None
    return _OWNS.fullmatch(scene.text, time.end, cue.start) is not None


def place_of(scene: Scene, seen: Sighting, evidence: Span) -> str | None:
    """Where it was: the place it names itself, else what was struck, else the nearest "in", "at" or "near" a place."""
    if seen.place is not None:
        return seen.place.text
    event = place_of_event(scene, seen) if seen.kind in EVENTS else None
    if event is not None:
        return event.text
    places = [p for p in scene.places_in(evidence) if is_place(p)]
    owned = [p for p in places if _of_other(scene, p, places)]
    places = [p for p in places if p not in owned]
    struck = _struck(scene, seen, places) if seen.kind == "attack" else None
    if struck is not None:
        return struck.text
    bonds = _bonds(scene, seen.cue)
    places = [p for p in places if not _of_parties(scene, seen, p) and not _of_person(scene, p)]
    placed = (p for p in places if _PLACED.search(scene.text, max(evidence.start, p.start - 40), p.start))
    own = [p for p in placed if bonds is None or bonds.hold(p) or _beside(scene, p, seen.cue)]
    nearest = scene.nearest(own, seen.cue)
    return nearest.text if nearest is not None and (bonds is not None or scene.near(nearest, seen.cue)) else None


def _of_parties(scene: Scene, seen: Sighting, place: Span) -> bool:
    """Whether a place only says where the parties are from ("talks between the factions in Halvet")."""
    named = [p.span.end for p in seen.participants if seen.cue.end <= p.span.start and p.span.end < place.start]
    if not named or _BETWEEN.match(scene.text, seen.cue.end, named[-1]) is None:
        return False
    return re.fullmatch(r"\s+(?:in|of|from)\s+(?:the\s+)?", scene.text[named[-1] : place.start]) is not None


def _of_person(scene: Scene, place: Span) -> bool:
    """Whether a name is a person's or that of who asked for it ("at the request of Mr Halvet")."""
    before = scene.text[max(0, place.start - 50) : place.start]
    return _TITLED.search(before) is not None or _AT_REQUEST.search(before) is not None


def _of_other(scene: Scene, place: Span, places: list[Span]) -> bool:
    """Whether a place only owns the place meant ("Varenia's Halvet", "in Varenia's northern city of Halvet")."""
    after = (p for p in places if p.start > place.end)
    return any(re.fullmatch(r"['’]s\s+(?:[\w-]+\s+){0,5}", scene.text[place.end : p.start]) for p in after)


def is_place(span: Span) -> bool:
    """Whether a place's name is the place itself, not a people or an adjective ("the Varenian capital")."""
    known = country_of(span.text)
    return known is None or known.kind not in _NOT_PLACES


def _struck(scene: Scene, seen: Sighting, places: Iterable[Span]) -> Span | None:
    """The place that was struck: "shells hit Halvet", "an attack on the town of Halvet"."""
    after = (p for p in places if p.start > seen.cue.end)
    return next((p for p in after if _STRUCK.fullmatch(scene.text, seen.cue.end, p.start)), None)
