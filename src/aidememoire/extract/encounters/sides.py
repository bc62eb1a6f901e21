"""Sides and sponsors of talks that the noun for them leaves out: named beside it, or once in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.extract.bonds import known_tree
from aidememoire.extract.encounters.doers import of_noun
from aidememoire.extract.encounters.likenesses import known_as
from aidememoire.extract.encounters.opposed import opposed
from aidememoire.extract.encounters.senders import senders
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.grammar import coordinated, is_party
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.process.sponsors import backings
from aidememoire.extract.process.tracks import lone_track, track_named
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.spans import Span

_BETWEEN = re.compile(r"(?:\s+(?:in|on|at)\s+[\w’'-]+)?\s+(?:between|among|involving)\s+(?:both\s+)?", re.IGNORECASE)
_INVITED = re.compile(r"\binvit(?:ed|es|ing)\s+(?:both\s+)?(?:the\s+|an?\s+)?", re.IGNORECASE)
# What may stand in the noun phrase of the peace talks themselves, so that no "trade talks" are taken for them.
_OWN_WORDS = re.compile(
    rf"(?:^|[\s,;:(“\"])(?P<det>the|these|those|this)?\s*(?P<words>(?:(?:{either(wordlist('encounters')['before']['may_stand'])}"
    r"|(?:first|second|third|fourth|fifth|latest|new|full|stalled|fragile|current|ongoing|long-awaited|so-called|rare|real|most|previous)"
    r"|(?-i:[A-Z])[\w.’'-]*|[\w.]+-(?:led|backed|sponsored|mediated|brokered|hosted|facilitated))\s+)*)\Z",
    re.IGNORECASE,
)
_OF_PEACE = re.compile(r"\b(?:peace|ceasefire|cease-fire|truce|proximity|indirect)\b", re.IGNORECASE)
# Talks of another time: whose they were is not said.
_OTHERS = re.compile(
    r"\b(?:last|previous|earlier|past|former|other|another|separate|bilateral|trilateral|ministerial)\b", re.IGNORECASE
)
_GONE = re.compile(r"walk(?:ed|s|ing)|storm(?:ed|s|ing)|pull(?:ed|s|ing)", re.IGNORECASE)
_NEGOTIATE = re.compile(r"negotiat(?:e|es|ed|ing)", re.IGNORECASE)
# How far behind the beginning of "sponsored by" the first sponsor may stand, in characters.
_BY = 24
_REPORTED = frozenset(("it", "they", "he", "she"))


def with_sides(scene: Scene, seen: Sighting, earlier: Sequence[Sighting]) -> Sighting:
    """Talks with those sides that their sentence names beside them, or else the article, and with their sponsors.

    `earlier` is what was told before. Where two sides are known nothing is added but sponsors in the noun's own phrase.
    """
    if not _is_noun_of_talks(seen):
        return seen
    sides = seen.participants
    if len(sides) < 2:
        sides = _merged(scene, sides, tuple(_beside(scene, seen)))
    if not sides:
        sides = _of_article(scene, seen) or _of_sentence_before(scene, seen, earlier) or _opposed(scene, seen)
    elif len(sides) == 1:
        whole = _of_article(scene, seen)
        sides = whole if _names(sides) < _names(whole) else sides
    return replace(seen, participants=_merged(scene, sides, tuple(_sponsors(scene, seen))))


def _is_noun_of_talks(seen: Sighting) -> bool:
    return seen.kind == "talks" and pattern("encounters", "nouns.talks").fullmatch(seen.cue.text) is not None


def _names(phrases: Sequence[Phrase]) -> set[str]:
    return {p.party or p.span.text.casefold() for p in phrases}


def _merged(scene: Scene, first: tuple[Phrase, ...], more: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    known = _names(first) | {party.name for p in first if (party := scene.party(p.party)) is not None}
    return (*first, *(p for p in more if not (_names([p]) & known)))


def _sponsors(scene: Scene, seen: Sighting) -> Iterator[Phrase]:
    """Who brokers or sponsors the talks, as their own noun phrase or what follows it says ("CN-brokered talks")."""
    for backing in backings(scene, seen.sentence):
        if backing.kind != "sponsor":
            continue
        own = backing.talks is not None and backing.talks.start <= seen.cue.start and seen.cue.end <= backing.talks.end
        if backing.talks is not None and own:
            yield Phrase(Span.of(scene.text, backing.talks.start, backing.at), backing.parties[0])
        elif backing.talks is None and seen.cue.end <= backing.at:
            rest = Span(backing.at, seen.sentence.end, scene.text[backing.at : seen.sentence.end])
            inside = [known_as(scene, p) for p in scene.phrases_in(rest)]
            if inside and inside[0].span.start - backing.at < _BY:
                yield from (p for p in coordinated(scene, inside) if is_party(p) and not p.person)


def _beside(scene: Scene, seen: Sighting) -> Iterator[Phrase]:
    """The sides that other verbs of the sentence name: who walked out, who could or could not negotiate."""
    tree = known_tree(scene)
    if tree is None:
        return
    for at in tree.within(seen.sentence):
        if tree.words[at].upos == "VERB" and (_leaves(tree, at) or _NEGOTIATE.fullmatch(tree.form(at))):
            yield from (p for p in _who(scene, tree, at) if is_party(p) and p.span.end <= tree.words[at].start)


def _leaves(tree: Tree, at: int) -> bool:
    """Whether a verb tells of leaving the talks: "walked out" of nothing else."""
    after = [tree.form(word) for word in range(at + 1, min(at + 3, len(tree.words)))]
    if _GONE.fullmatch(tree.form(at)) is None or after[:1] != ["out"]:
        return False
    if after[1:] != ["of"]:
        return tree.form(at) in {"walked", "walks", "walking", "stormed"}
    rest = tree.text[tree.words[at].end :][:60]
    return (
        re.match(r"\s+out\s+of\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s+)?(?:talks|negotiations|them|it)\b", rest)
        is not None
    )


def _who(scene: Scene, tree: Tree, verb: int) -> tuple[Phrase, ...]:
    """The parties that do what a verb tells; "they" of reported words is who said them."""
    subject = tree.subject(verb)
    head = tree.words[verb].head
    if subject is None or (tree.form(subject) in _REPORTED and not (tree.is_a(verb, "ccomp") and head >= 0)):
        own = tree.words[verb - 1] if verb else None
        near = own is not None and own.upos in {"NOUN", "PROPN"}
        return of_noun(scene, tree, verb - 1) if near and subject is None else ()
    if tree.form(subject) in _REPORTED:
        subject = tree.subject(head)
    return of_noun(scene, tree, subject)


def _opposed(scene: Scene, seen: Sighting) -> tuple[Phrase, ...]:
    own = _OWN_WORDS.search(scene.text[seen.sentence.start : seen.cue.start])
    ours = own is not None and not _OTHERS.search(own["words"])
    if not ours or own is None:
        return ()
    known = own["det"] is not None or re.search(r"\b(?:the|these|those)\s", own["words"])
    return opposed(scene, seen) if known or _OF_PEACE.search(own["words"]) else ()


def _of_sentence_before(scene: Scene, seen: Sighting, earlier: Sequence[Sighting]) -> tuple[Phrase, ...]:
    """Who takes part in talks of the sentence before, where "the talks" with the same status take these up."""
    own = _OWN_WORDS.search(scene.text[seen.sentence.start : seen.cue.start])
    if own is None or own["det"] is None or _OTHERS.search(own["words"]):
        return ()
    before = scene.before(seen.sentence)
    told = [s for s in earlier if s.kind == "talks" and s.status == seen.status and s.sentence in before]
    return told[-1].participants if told else ()


def _of_article(scene: Scene, seen: Sighting) -> tuple[Phrase, ...]:
    """The two sides that the article names as those of its talks, where these are the talks meant."""
    own = _OWN_WORDS.search(scene.text[seen.sentence.start : seen.cue.start])
    if own is None or _OTHERS.search(own["words"]):
        return ()
    if own["det"] is None and _OF_PEACE.search(own["words"]) is None and not _track_in(scene, seen):
        return ()
    return scene.memo("sides of the talks", _sides_told)


def _track_in(scene: Scene, seen: Sighting) -> bool:
    """Whether the talks are called by the article's one track."""
    near = Span.of(scene.text, max(seen.sentence.start, seen.cue.start - 30), seen.cue.end)
    track = track_named(scene, near)
    return track is not None and track == lone_track(scene)


def _sides_told(scene: Scene) -> tuple[Phrase, ...]:
    """The sides of the talks that an article names as such, () where it names none or more than one pair."""
    pairs = [pair for s in scene.sentences("title", "standfirst", "body") for pair in _pairs(scene, s.span)]
    widest = max(pairs, key=lambda pair: len(_names(pair)), default=())
    return widest if all(_names(pair) <= _names(widest) for pair in pairs) else ()


def _pairs(scene: Scene, sentence: Span) -> Iterator[tuple[Phrase, ...]]:
    """The pairs of sides that a sentence gives peace talks: "talks between A and B", "invited A and B to talks"."""
    for noun in pattern("encounters", "nouns.talks").finditer(scene.text, sentence.start, sentence.end):
        own = _OWN_WORDS.search(scene.text[sentence.start : noun.start()])
        linked = _BETWEEN.match(scene.text, noun.end(), sentence.end)
        if linked is not None and (own is not None or scene.text[noun.start() - 2 : noun.start()].strip() == ""):
            words = own["words"] if own is not None else ""
            yield from _kept(scene, _listed(scene, sentence, linked.end()), words)
    for invited in _INVITED.finditer(scene.text, sentence.start, sentence.end):
        found = _listed(scene, sentence, invited.end())
        rest = scene.text[found[-1].span.end : found[-1].span.end + 80] if found else ""
        if re.match(r"\s+to\b[^.;,]*\b(?:talks|negotiations|table)\b", rest):
            yield from _kept(scene, found, "")


def _listed(scene: Scene, sentence: Span, after: int) -> tuple[Phrase, ...]:
    rest = Span(after, sentence.end, scene.text[after : sentence.end])
    inside = [p for p in (known_as(scene, q) for q in scene.phrases_in(rest)) if is_party(p)]
    if not inside or inside[0].span.start - after > 12:
        return ()
    return tuple(part for p in coordinated(scene, inside) for part in senders(scene, p) or (p,))


def _kept(scene: Scene, pair: tuple[Phrase, ...], words: str) -> Iterator[tuple[Phrase, ...]]:
    """A pair that may be the sides of a peace process: no persons, states alone only where it is peace they talk."""
    if len(pair) < 2 or any(p.person for p in pair) or _OTHERS.search(words):
        return
    kinds = {party.kind for p in pair if (party := scene.party(p.party)) is not None}
    if kinds <= {"state", "place"} and _OF_PEACE.search(words) is None:
        return
    yield pair
