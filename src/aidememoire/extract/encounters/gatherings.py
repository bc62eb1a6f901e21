"""Meetings and talks told by a noun: "the talks that began on Monday", "a meeting with the envoy"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from aidememoire.extract.bonds import head_word, known_tree
from aidememoire.extract.encounters.hosts import (
    come_for,
    does_something,
    ended_by,
    held_by,
    hosted_by,
    hosting,
    opened_by,
    theirs,
)
from aidememoire.extract.encounters.likenesses import known_as
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.encounters.status import Told, after_noun, before_noun
from aidememoire.extract.grammar import coordinated, is_party, objects, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import EncounterKind
from aidememoire.model.spans import Span

_KINDS: tuple[EncounterKind, ...] = ("meeting", "talks", "call")
# Between the noun and "with": a place, a day, an adverb ("talks in Halvet on Monday with the front"). "Of" may not.
_GAP = r"(?:\s+(?:(?:in|on|at|this|last|next|late|early|for|over)\s+)?[\w’'-]+){0,5}?"
_OTHERS = rf"(?:{_GAP}\s+{either(wordlist('encounters')['marks']['links'])}|\s+of)"
_LINK = re.compile(rf"(?:{_OTHERS}|,\s+attended\s+by)\s+(?:both\s+)?", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|an?|its|his|their|both)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|their|its|this|that|his|her)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:they|it)\s+(?=(?:had|have|has|were|was|are|is|will|would)\b)", re.IGNORECASE)
_AND_ARE = re.compile(r"\band\s+(?:(?:now|then)\s+)?(?=(?:is|are|was|were|will|would|has|have)\b)", re.IGNORECASE)
# Words that may stand before a noun that its sentence is about ("The fourth round of").
_OPENING_WORDS = 6
_BETWEEN = re.compile(r"[^,;.]{0,40}?\b(?:between|among)\s", re.IGNORECASE)
_HIM = re.compile(r"(?:him|her|them)\b", re.IGNORECASE)
_HYPHENED = re.compile(r"[\w.’']+-[\w-]+\s+")
_NEWS = re.compile(r"\b(?:news|press)\s+\Z", re.IGNORECASE)


def gatherings(scene: Scene, sentence: Span, told: Sequence[Sighting]) -> Iterator[Sighting]:
    """The meetings and talks that the nouns of a sentence tell. `told` is what was seen before, for "the meeting"."""
    taken = [s.cue for s in _of_sentence(sentence, told)]
    seen = list(told)
    for kind in _KINDS:
        for match in pattern("encounters", f"nouns.{kind}").finditer(scene.text, sentence.start, sentence.end):
            cue = Span.of(scene.text, match.start(), match.end())
            if any(cue.overlaps(t) for t in taken) or not _is_gathering(scene, sentence, cue):
                continue
            sighting = _gathering(scene, sentence, kind, cue, seen)
            if sighting is not None:
                seen.append(sighting)
                yield from _each(scene, sighting)
                yield from _second_clause(scene, sighting)
    yield from _taken_up(scene, sentence)
    yield from _moved(scene, sentence, seen)


def _is_gathering(scene: Scene, sentence: Span, cue: Span) -> bool:
    """Whether a word is a noun for a gathering: no "news conference", no verb ("after meeting her")."""
    tree = known_tree(scene)
    word = head_word(tree, cue) if tree is not None else None
    verb = tree is not None and word is not None and tree.words[word].upos == "VERB"
    if tree is not None and word and tree.form(word - 1) == "to" and tree.form(word).endswith("s"):
        # "An invitation to talks": no verb has this form after "to".
        verb = False
    named = any(
        p.span.covers(cue) and p.party is not None and cue.text[:1].isupper() and p.span != cue
        for p in scene.phrases_in(sentence)
    )
    return not verb and not named and _NEWS.search(scene.text[sentence.start : cue.start]) is None


def _of_sentence(sentence: Span, seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """Those of the sightings that are of this sentence, the last of all that were seen."""
    return takewhile(lambda sighting: sighting.sentence == sentence, reversed(seen))


def _gathering(
    scene: Scene, sentence: Span, kind: EncounterKind, cue: Span, seen: Sequence[Sighting]
) -> Sighting | None:
    who = _participants(scene, sentence, cue)
    status, firm = _status(scene, sentence, cue)
    if status is None:
        return None
    if len(who) < 2 and _DEFINITE.search(scene.text[sentence.start : cue.start]):
        again = _referred(kind, who, seen)
        if again and not firm:
            return None
        who = again or who
    known = (
        len(who) > 1
        or bool(firm and who and kind == "talks")
        or (firm and _dated(scene, sentence, cue))
        or bool(who and _dated(scene, sentence, cue))
    )
    if (
        status != "none"
        and not known
        and not (firm and kind == "talks" and (status != "held" or _placed(scene, sentence, cue)))
    ):
        return None
    return Sighting(kind, status, who, cue, sentence)


def _each(scene: Scene, told: Sighting) -> Iterator[Sighting]:
    """One sighting, or one for each who was met, where the host held "separate meetings"."""
    before = scene.text[told.sentence.start : told.cue.start]
    apart = pattern("encounters", "marks.apart_before").search(before[-14:])
    if apart is None or len(told.participants) < 3 or told.participants[0].span.start > told.cue.start:
        yield told
        return
    host, *met = told.participants
    yield from (replace(told, participants=(host, other)) for other in met)


def _second_clause(scene: Scene, first: Sighting) -> Iterator[Sighting]:
    """What else becomes of talks that open a sentence: "... break off on Sunday and are to resume on Tuesday"."""
    before = scene.text[first.sentence.start : first.cue.start]
    again = _AND_ARE.search(scene.text, first.cue.end, first.sentence.end)
    if again is None or len(before.split()) > _OPENING_WORDS:
        return
    between = scene.text[first.cue.end : again.start()]
    status = after_noun(before, scene.text[again.end() - 1 : first.sentence.end])
    if re.search(r"[;:“”\"]", between) is None and status in {"planned", "postponed"} and status != first.status:
        cue = Span.of(scene.text, again.end(), again.end() + len(scene.text[again.end() :].split()[0]))
        yield Sighting(first.kind, status, first.participants, cue, first.sentence)


def _status(scene: Scene, sentence: Span, cue: Span) -> tuple[Told | None, bool]:
    """What became of it, and whether the text says so outright rather than by "after the talks"."""
    before = scene.text[sentence.start : cue.start]
    linked = _linked(scene, sentence, cue)
    # "Between A and B" is passed over: what became of the talks is said after it.
    after = after_noun(before, scene.text[linked[-1].span.end if linked else cue.end : sentence.end])
    if after == "held" and does_something(scene, cue):
        after = None
    earlier = before_noun(before)
    if earlier is not None and earlier[0] == "none" and after in {None, "none", "planned"}:
        return "none", False
    if after == "planned" and earlier is not None and earlier[0] in {"postponed", "cancelled", "suspended"}:
        # "Called off the meeting planned for Tuesday".
        return earlier[0], True
    if after is not None:
        return after, True
    return (earlier[0], not earlier[1]) if earlier is not None else (None, False)


def _participants(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who meets: "between A and B", "with B" (and who stands before), "A's meeting"."""
    linked = _linked(scene, sentence, cue)
    if len(linked) > 1 and re.match(r"[^,;.]{0,40}?\b(?:between|among)\b", scene.text[cue.end : sentence.end]):
        return _with_hosts(scene, sentence, cue, linked)
    if _BETWEEN.match(scene.text, cue.end, sentence.end):
        return linked
    host = (
        _holders(scene, sentence, cue)
        or theirs(scene, sentence, cue)
        or come_for(scene, sentence, cue)
        or _host(scene, sentence, cue, bool(linked))
        or held_by(scene, sentence, cue)
        or ended_by(scene, sentence, cue)
        or (opened_by(scene, sentence, cue, linked[-1]) if linked else ())
    )
    return _with_hosts(scene, sentence, cue, (*host, *(p for p in linked if p not in host)))


def _with_hosts(scene: Scene, sentence: Span, cue: Span, found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Those found, after whoever the clause says hosts them and who is not yet among them."""
    named = {p.party or p.span.text for p in found}
    hosts = (*hosting(scene, sentence, cue), *hosted_by(scene, sentence, cue)) if found else ()
    return (*(p for p in hosts if (p.party or p.span.text) not in named), *found)


def _holders(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Those who hold the talks together: "A and B will hold talks"."""
    before = scene.text[sentence.start : cue.start]
    held = next((m for m in pattern("encounters", "marks.holds").finditer(before) if m.end() == len(before)), None)
    if held is None:
        return ()
    found = tuple(p for p in subjects(scene, sentence, sentence.start + held.start()) if is_party(p))
    return found if len(found) > 1 else ()


def _linked(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    match = _LINK.match(scene.text, cue.end, sentence.end)
    if match is None:
        return ()
    if _HIM.match(scene.text, match.end(), sentence.end):
        return objects(scene, sentence, match.end() - 1)
    rest = Span(match.end(), sentence.end, scene.text[match.end() : sentence.end])
    known = (known_as(scene, p) for p in scene.phrases_in(rest) if scene.text[p.span.end : p.span.end + 1] != "-")
    inside = [p for p in known if is_party(p)]
    if not inside or inside[0].possessive:
        return ()
    gap = _HYPHENED.sub("", _DETERMINER.sub("", scene.text[match.end() : inside[0].span.start]))
    if len(gap) > 12:
        return ()
    return coordinated(scene, inside)


def _host(scene: Scene, sentence: Span, cue: Span, linked: bool) -> tuple[Phrase, ...]:
    """Whose meeting it is: its owner ("the council's first session"), else who stands next before "a meeting with"."""
    before = scene.phrases_in(Span(sentence.start, cue.start, scene.text[sentence.start : cue.start]))
    if not before:
        return ()
    last = before[-1]
    gap = scene.text[last.span.end : cue.start]
    owner = last.possessive and len(gap.split()) <= 4 and "," not in gap
    usable = [p for p in before if is_party(p) and not p.weak]
    if owner and is_party(last) and not last.weak:
        return (last,)
    if linked and usable and not re.search(r"[;“”\"(]|\bthat\b", scene.text[usable[-1].span.end : cue.start]):
        definite = re.match(r"\s*(?:the\s+)?[\w-]*\s*\Z", scene.text[sentence.start : cue.start], re.IGNORECASE)
        return () if definite else (usable[-1],)
    return ()


def _referred(kind: EncounterKind, who: tuple[Phrase, ...], seen: Sequence[Sighting]) -> tuple[Phrase, ...]:
    """Who took part in the meeting that "the meeting" refers back to: the last one told, with `who` among them."""
    names = {p.party or p.span.text for p in who}
    for sighting in reversed(seen if names else seen[-3:]):
        theirs = {p.party or p.span.text for p in sighting.participants}
        alike = bool(names) or (sighting.kind == kind and kind != "talks")
        if len(theirs) > 1 and names <= theirs and alike:
            return sighting.participants
    return ()


def _dated(scene: Scene, sentence: Span, cue: Span) -> bool:
    return bool(scene.dates_in(scene.clause(sentence, cue.start, cue.end)))


def _placed(scene: Scene, sentence: Span, cue: Span) -> bool:
    return scene.place(scene.clause(sentence, cue.start, cue.end), cue) is not None


def _taken_up(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """Talks of the sentence before, taken up as "they had been due to begin"."""
    match = _PRONOUN.match(scene.text, sentence.start, sentence.end)
    if match is None:
        return
    status = after_noun("", scene.text[match.end() - 1 : sentence.end])
    begins = pattern("encounters", "marks.begins").search(scene.text, match.end(), min(sentence.end, match.end() + 60))
    earlier = scene.before(sentence)
    if status is None or begins is None or not earlier:
        return
    nouns = pattern("encounters", "nouns.talks").search(scene.text, earlier[-1].start, earlier[-1].end)
    if nouns is not None:
        yield Sighting("talks", status, (), Span.of(scene.text, begins.start(), begins.end()), sentence)


def _moved(scene: Scene, sentence: Span, seen: Sequence[Sighting]) -> Iterator[Sighting]:
    """A meeting that was spoken of before and "had been pushed back to" another day, whatever it is called now."""
    for match in pattern("encounters", "marks.moved").finditer(scene.text, sentence.start, sentence.end):
        following = Span(match.end(), sentence.end, scene.text[match.end() : sentence.end])
        dated = any(t.span.start - match.end() < 5 for t in scene.dates_in(following))
        told = any(s.status == "postponed" for s in _of_sentence(sentence, seen))
        last = seen[-1] if seen and sentence.start - seen[-1].sentence.end < 3 else None
        if dated and not told and last is not None:
            yield Sighting(
                last.kind, "postponed", last.participants, Span.of(scene.text, match.start(), match.end()), sentence
            )
