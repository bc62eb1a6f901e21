"""Where an attack, a release or an evacuation was: the place that its words stand in, or that it struck."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.bonds import clear, head_word, known_tree, spoken_between
from aidememoire.extract.encounters.reach import reach, tells
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.lexicon.countries import country_of
from aidememoire.model.spans import Span

# From a place up to the noun whose phrase it stands in: "towns / north / of Halvet" is three.
_DEPTH = 6
_NOUNS = frozenset(("NOUN", "PROPN", "NUM"))
_NOT_PLACES = frozenset({"adjective", "people"})
# How a place stands after words that tell of an attack, without a tree: "on rebel-held parts of", "north of".
_LED = re.compile(
    r"\b(?:in|at|on|near|outside|around|across|inside|over|against|into|along|throughout|through|off|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?)"
    r"\s+(?:(?!(?:from|by|with|for|as|to|and|after|before|since)\b)[\w’'-]+\s+){0,6}?\Z",
    re.IGNORECASE,
)
# "In Halvet on Sunday, police said ...": the place that opens a sentence is that of what is said.
_OPENS = re.compile(
    r"(?:[\w’'-]+\s+){0,3}(?:in|at|near|outside|of)\s+(?:[\w’'-]+\s+){0,5}?\Z|(?:in|at|near|outside)\s+\Z",
    re.IGNORECASE,
)
# The same words with the place: "Near Halvet ", "North-east of Orlune ".
_OPENING = re.compile(r"(?:In|At|Near|Outside|\w*(?:[Ee]ast|[Ww]est|[Nn]orth|[Ss]outh)[\w-]*\s+of)\s.*[A-Z][\w’'-]+\s")


def place_of_event(scene: Scene, seen: Sighting) -> Span | None:
    """The place of an attack, a release or an evacuation, None where its sentence gives none.

    Of several the nearest counts, a town before the country it lies in.
    """
    tree = known_tree(scene)
    if tree is None:
        return None
    own = reach(tree, seen.sentence, seen.cue)
    found = tuple(_within_reach(scene, tree, seen, own))
    small = tuple(p for p in found if not _is_country(p)) or _elsewhere(scene, tree, seen)
    nearest = scene.nearest(small or found, seen.cue)
    return _whole(scene, nearest) if nearest is not None else None


def _elsewhere(scene: Scene, tree: Tree, seen: Sighting) -> tuple[Span, ...]:
    """The one town where another verb of the sentence has it struck ("accused ..., saying they had shelled Halvet")."""
    if seen.kind != "attack":
        return ()
    words = tree.within(seen.sentence)
    striking = frozenset(
        at
        for at in words
        if tree.words[at].upos == "VERB" and pattern("attacks", "whom.verbs").fullmatch(tree.form(at))
    )
    named = [p for p in _named(scene, tree, seen.sentence) if not _is_country(p)]
    hit = tuple(p for p in named if _hangs(tree, p, striking))
    return hit if len(named) == 1 else ()


def _whole(scene: Scene, place: Span) -> Span:
    """A place's name with the building it names ("Saint Orla hospital", "Halvet air base")."""
    building = pattern("attacks", "where.buildings").match(scene.text, place.end + 1)
    return Span.of(scene.text, place.start, building.end()) if building is not None else place


def _within_reach(scene: Scene, tree: Tree, seen: Sighting, own: frozenset[int]) -> Iterator[Span]:
    named = tuple(_named(scene, tree, seen.sentence))
    doers = [p.span for p in seen.participants]
    for place in named:
        if any(_owns(scene, place, other) for other in named) or any(d.overlaps(place) for d in doers):
            continue
        if spoken_between(tree, seen.cue, place):
            if _opens(scene, tree, seen, place):
                yield place
            continue
        if _hangs(tree, place, own) or _led(scene, tree, seen, place, own):
            yield place


def _named(scene: Scene, tree: Tree, sentence: Span) -> Iterator[Span]:
    """The names of places in a sentence, and other names that end in a word such as "hospital"."""
    sites = pattern("attacks", "where.sites")
    inside = [n for n in scene.reading.names if sentence.covers(n.span)]
    for name in inside:
        last = name.span.text.split()[-1]
        site = name.kind == "organization" and sites.fullmatch(last) is not None
        if (name.kind == "place" or site) and not _of_people(scene, tree, name.span):
            yield name.span


def _of_people(scene: Scene, tree: Tree, place: Span) -> bool:
    """Whether a name is a people or an adjective, or half of a word such as "Kestria-backed"."""
    known = country_of(place.text)
    if known is not None and known.kind in _NOT_PLACES:
        return True
    if scene.text[place.end : place.end + 1] in {"-", "–"} or scene.text[place.start - 1] == "-":
        return True
    at = head_word(tree, place)
    return at is None or (tree.is_a(at, "amod") and tree.words[at].upos == "ADJ")


def _owns(scene: Scene, place: Span, other: Span) -> bool:
    """Whether a place only owns the one meant ("Varenia's Halvet"), or goes on after it ("Halvet in Varenia")."""
    gap = scene.text[place.end : other.start] if other.start > place.end else "."
    return re.fullmatch(r"['’]s?\s+(?:[\w-]+\s+){0,5}", gap) is not None


def _is_country(place: Span) -> bool:
    known = country_of(place.text)
    return known is not None and known.kind != "capital"


def _hangs(tree: Tree, place: Span, own: frozenset[int]) -> bool:
    """Whether the noun phrases over a place lead by prepositions of place, or as its object, to the event."""
    at = head_word(tree, place)
    for _ in range(_DEPTH):
        if at is None or not _leads(tree, at):
            return False
        head = tree.words[at].head
        if head < 0:
            return False
        if head in own:
            return _stands_at(tree, at, head)
        if tree.words[head].upos not in _NOUNS and not _is_point(tree, head) and not _beside_it(tree, at, head):
            return False
        if pattern("encounters", "bonds.occasions").fullmatch(tree.form(head)) or _of_fighters(tree, at, head):
            return False
        at = head
    return False


def _of_fighters(tree: Tree, at: int, head: int) -> bool:
    """Whether a name before a noun says whose fighters or positions they are, not where."""
    people = any(pattern("attacks", key).fullmatch(tree.form(head)) for key in ("whom.fighters", "whom.theirs"))
    return people and tree.is_a(at, "compound", "nmod:poss", "amod")


def _beside_it(tree: Tree, at: int, verb: int) -> bool:
    """Whether a participle only describes what was struck there ("a bus carrying workers west of Halvet")."""
    return tree.is_a(verb, "acl") and tree.form(verb).endswith("ing") and tree.is_a(at, "obl", "advmod")


def _leads(tree: Tree, at: int) -> bool:
    """Whether a noun's own preposition, if it has one, is one of place."""
    marks = tree.preposition(at).split()
    return not marks or any(pattern("attacks", "where.prepositions").fullmatch(mark) for mark in marks)


def _stands_at(tree: Tree, at: int, head: int) -> bool:
    """Whether a noun that hangs on a word of the event says where it was: by a preposition, or as what was struck."""
    if tree.preposition(at) == "of":
        # "The shelling of Halvet", not "the bombers of Halvet".
        before = min(tree.kids(at, "case")) - 1
        return any(pattern("attacks", "reach.nouns").fullmatch(tree.form(noun)) for noun in (head, before))
    if tree.preposition(at) or _is_point(tree, at):
        return tree.is_a(at, "obl", "nmod", "advmod", "nsubj", "obj", "conj")
    if tree.is_a(at, "compound", "nmod:poss", "amod"):
        return tree.words[head].upos in _NOUNS and not _of_fighters(tree, at, head)
    struck = pattern("attacks", "whom.verbs").fullmatch(tree.form(head)) is not None or tree.form(head) == "rocked"
    return struck and (tree.patient(head) == at or at > head)


def _is_point(tree: Tree, at: int) -> bool:
    return pattern("attacks", "where.points").fullmatch(tree.form(at)) is not None


def _led(scene: Scene, tree: Tree, seen: Sighting, place: Span, own: frozenset[int]) -> bool:
    """Whether a place stands after the event's words by a preposition of place, with nothing else told between."""
    if _LED.search(scene.text, max(seen.sentence.start, place.start - 70), place.start) is None:
        return False
    if place.start >= seen.cue.end:
        return _clear(tree, seen.cue.end, place.start, own)
    between = tree.within(Span(place.end, seen.cue.start, tree.text[place.end : seen.cue.start]))
    parted = any(tree.words[w].upos in {"AUX", "PRON", "VERB"} for w in between)
    return not parted and _clear(tree, place.end, seen.cue.start, own)


def _clear(tree: Tree, start: int, end: int, own: frozenset[int]) -> bool:
    """As `bonds.clear`, where verbs of attack may stand between too."""
    between = tree.within(Span(start, end, tree.text[start:end]))
    striking = tuple(w for w in between if tree.words[w].upos == "VERB" and tells(tree, w))
    return clear(tree, start, end, (*own, *striking))


def _opens(scene: Scene, tree: Tree, seen: Sighting, place: Span) -> bool:
    """Whether a place opens the sentence before who says it ("In Halvet on Sunday, police said a bomb killed two")."""
    if place.end > seen.cue.start:
        return False
    opening = _OPENS.fullmatch(scene.text, seen.sentence.start, place.start)
    before = tree.within(Span(seen.sentence.start, place.end, ""))
    return opening is not None and not any(tree.words[w].upos == "VERB" for w in before)


def opens_with_place(tree: Tree, seen: Sighting, time: Span) -> bool:
    """Whether a time stands beside the place that opens a sentence ("In Halvet on Sunday, police said ...")."""
    if time.end > seen.cue.start or not spoken_between(tree, seen.cue, time):
        return False
    opening = tree.text[seen.sentence.start : time.start]
    parted = re.search(r",|\b(?:said|says|that)\b", opening) is not None
    return _OPENING.match(opening) is not None and not parted
