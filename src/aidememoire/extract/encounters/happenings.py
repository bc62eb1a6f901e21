"""Attacks, releases, exchanges and evacuations."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from aidememoire.extract.bonds import head_word, known_tree
from aidememoire.extract.encounters.allegations import is_alleged
from aidememoire.extract.encounters.blame import blame_of
from aidememoire.extract.encounters.campaigns import is_campaign
from aidememoire.extract.encounters.doers import accused_of, doers_by_tree, with_own
from aidememoire.extract.encounters.exchangers import exchangers
from aidememoire.extract.encounters.reach import reach
from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.encounters.status import Told, of_happening
from aidememoire.extract.encounters.targets import targets_of
from aidememoire.extract.encounters.telling import statement_of
from aidememoire.extract.grammar import is_party, objects, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import pattern
from aidememoire.model.facts import EncounterKind, Statement
from aidememoire.model.spans import Span

_KINDS: tuple[EncounterKind, ...] = ("exchange", "release", "evacuation", "attack")
# How far a time, place, number or victim may stand from the cue and still belong to it, in characters.
_NEAR = 60
# An object may stand between a verb of striking and its time or its victims.
_FAR = 120
_BY = re.compile(r"[^,;.]{0,50}?\bby\s+", re.IGNORECASE)
# A verb after its weapon ("shells hit"), or before who did it ("was shelled by").
_STRUCK = re.compile(r"\s(?:hit|struck|fell\s\w+|tore\s\w+|blew\sup|opened\sfire|by|\w+ed(?:\s\w+)*)\Z", re.IGNORECASE)
# ", in the fourth bombing this year": a summary of the attack just told.
_SUMMED_UP = re.compile(
    r"\bin\s+(?:one\s+of\s+(?:[\w-]+\s+){0,2}"
    r"|(?:the|its|their)\s+(?:latest|most|worst|deadliest|heaviest|biggest|second|third|fourth|fifth|sixth|\w+est)"
    r"\s+(?:[\w-]+\s+){0,3})\Z",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r"[;:“”\"]|,\s+(?:saying|and|but|as|who|which|while)\b|\b(?:said|says|because)\b", re.IGNORECASE
)
_HIT_BY = re.compile(r"(?:hit|struck)\s+by\Z", re.IGNORECASE)
_HARMED = re.compile(r"\b(?:attacks?|strikes?|hit|killed|wounded|bombings?|blasts?)\b[^;]*\bin\s", re.IGNORECASE)
_KILLED_IN = re.compile(
    r"\b(?:killed|wounded|injured|hurt|died|dead)\s+(?:[\w-]+\s+){0,3}(?:in|by)\s+(?!the\b)(?:[\w-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(r"\b(?:suspected|alleged)\s+(?:[\w-]+\s+)?\Z", re.IGNORECASE)
_ALLEGED = re.compile(r"\balleged(?:ly)?\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:was|were|been)\b", re.IGNORECASE)
_GERUND = re.compile(r"(?:shelling|bombing)\Z", re.IGNORECASE)
_VERB = re.compile(r"\w+(?:ed|ing)\b(?<!shelling)(?<!bombing)", re.IGNORECASE)


def happenings(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """The attacks, releases, exchanges and evacuations that a sentence tells."""
    taken: list[Span] = []
    for kind in _KINDS:
        for match in pattern("encounters", f"happenings.{kind}").finditer(scene.text, sentence.start, sentence.end):
            cue = Span.of(scene.text, match.start(), match.end())
            if any(cue.overlaps(t) for t in taken) or any(s < cue.start < s + _NEAR for s in (t.end for t in taken)):
                continue
            if (
                kind == "attack"
                and _HARMED.search(scene.text[sentence.start : cue.start])
                and _SUMMED_UP.search(scene.text[sentence.start : cue.start])
            ):
                continue
            if kind == "attack" and is_campaign(scene, sentence, cue):
                continue
            if _concrete(scene, sentence, cue, kind) and _is_event(scene, cue):
                taken.append(cue)
                yield _sighting(scene, sentence, kind, cue)
    if not taken:
        yield from _exchange_again(scene, sentence)


def _sighting(scene: Scene, sentence: Span, kind: EncounterKind, cue: Span) -> Sighting:
    before = scene.text[sentence.start : cue.start]
    statement = statement_of(scene, cue)
    status = of_happening(before, statement, attack=kind == "attack")
    if kind != "attack":
        between = exchangers(scene, cue) if kind == "exchange" else ()
        return Sighting(kind, status, between or _doers(scene, sentence, cue), cue, sentence)
    return (_accused(scene, sentence, cue) if status == "held" else None) or _attack(
        scene, sentence, cue, status, statement
    )


def _accused(scene: Scene, sentence: Span, cue: Span) -> Sighting | None:
    """The attack of which a verb before it accuses somebody, None without such a verb."""
    accusing = _accusing(scene, sentence, cue)
    if accusing is None:
        return None
    accused = tuple(p for p in objects(scene, sentence, accusing.end) if is_party(p))
    tree = known_tree(scene)
    verb = head_word(tree, accusing) if tree is not None else None
    if tree is not None and verb is not None and not accused:
        accused = accused_of(scene, tree, verb)
    accusers = [p for p in subjects(scene, sentence, accusing.start) if is_party(p)]
    found = _with(accused, _targets(scene, sentence, cue))
    return Sighting("attack", "alleged", found, cue, sentence, accusers[0].party if accusers else None)


def _attack(scene: Scene, sentence: Span, cue: Span, status: Told, statement: Statement | None) -> Sighting:
    """An attack with those who made it, or are said to have, and those it was made on."""
    blame = blame_of(scene, sentence, cue)
    doers = with_own(scene, _doers(scene, sentence, cue), statement)
    charged = _with(doers, blame.doers) if blame is not None and not blame.claimed else doers
    alleged = (blame is not None and blame.alleged) or is_alleged(scene, sentence, cue, statement, charged)
    if blame is not None:
        doers = _with(doers, blame.doers)
    if status == "held" and (alleged or _suspected(scene, sentence, cue, doers)):
        status = "alleged"
    found = _with(doers, with_own(scene, _targets(scene, sentence, cue), statement))
    return Sighting("attack", status, found, cue, sentence, blame.accuser if blame else None)


def _suspected(scene: Scene, sentence: Span, cue: Span, doers: tuple[Phrase, ...]) -> bool:
    """Whether an attack is "alleged", or those named only suspected ("a suspected attack by the front")."""
    if _ALLEGED.search(scene.text, sentence.start, cue.start):
        return True
    starts = (cue.start, *(p.span.start for p in doers))
    return bool(doers) and any(_SUSPECTED.search(scene.text[max(sentence.start, at - 20) : at]) for at in starts)


def _targets(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    tree = known_tree(scene)
    return () if tree is None else targets_of(scene, tree, reach(tree, sentence, cue))


def _with(first: tuple[Phrase, ...], more: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Phrases and those of `more` that name nobody whom the first name already."""
    new = (
        p
        for p in more
        if not any(p.span.overlaps(q.span) or (p.party is not None and p.party == q.party) for q in first)
    )
    return (*first, *new)


def _accusing(scene: Scene, sentence: Span, cue: Span) -> Span | None:
    """The verb that accuses somebody of what is told at `cue`, where no other subject stands between."""
    found = pattern("encounters", "happenings.accused").search(scene.text, sentence.start, cue.start)
    if found is None or _NEW_CLAUSE.search(scene.text, found.end(), cue.start):
        return None
    return Span.of(scene.text, found.start(), found.end())


def _exchange_again(scene: Scene, sentence: Span) -> Iterator[Sighting]:
    """ "The exchange could take place on Monday", where the article spoke of prisoners before."""
    for match in pattern("encounters", "happenings.again").finditer(scene.text, sentence.start, sentence.end):
        ahead = pattern("encounters", "happenings.to_come").match(scene.text, match.end() + 1, sentence.end)
        spoken = scene.memo("captives", _captives)
        cue = Span.of(scene.text, match.start(), match.end())
        if ahead is not None and spoken <= sentence.start and scene.dates_in(sentence):
            yield Sighting("exchange", "planned", (), cue, sentence)


def _captives(scene: Scene) -> float:
    """The end of the first word for prisoners in the text, infinite where it has none."""
    first = pattern("encounters", "happenings.captives").search(scene.text)
    return first.end() if first is not None else math.inf


def _concrete(scene: Scene, sentence: Span, cue: Span, kind: EncounterKind) -> bool:
    """Whether a time, a place or a number stands near: without one, "attacks" are talk of attacks."""
    reach = _FAR if _STRUCK.search(cue.text) else _NEAR
    near = Span.of(scene.text, max(sentence.start, cue.start - _NEAR), min(sentence.end, cue.end + reach))
    timed, placed = any(_exact(t.value) for t in scene.dates_in(near)), bool(scene.places_in(near))
    counted = bool(scene.quantities_in(near))
    if _HIT_BY.search(cue.text) and not pattern("encounters", "happenings.struck_by").search(
        scene.text[cue.end : cue.end + _NEAR]
    ):
        return False
    if kind == "attack":
        struck = _STRUCK.search(cue.text) is not None or _VERB.fullmatch(cue.text) is not None
        if counted and _KILLED_IN.search(scene.text[sentence.start : cue.start]):
            return True
        deadly = counted and pattern("encounters", "happenings.victims").search(near.text) is not None
        return (timed and (placed or counted or struck)) or (
            deadly
            and (struck or placed or bool(_named_before(scene, sentence, cue)) or _GERUND.search(cue.text) is not None)
        )
    return timed or placed or counted


def _is_event(scene: Scene, cue: Span) -> bool:
    """Whether a noun is the happening itself, not what describes a thing ("two attack jets")."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is None or at is None or not tree.is_a(at, "compound") or tree.words[at].head < at:
        return True
    return pattern("encounters", "bonds.occasions").fullmatch(tree.form(tree.words[at].head)) is not None


def _exact(value: str) -> bool:
    """Whether a TIMEX3 value gives a month or less: attacks "in recent years" are no one happening."""
    return re.match(r"[\dX]{4}-", value) is not None


def _doers(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who did it, by the tree of the sentence; without one by the words around its verb or noun."""
    tree = known_tree(scene)
    if tree is None:
        return _doers_by_words(scene, sentence, cue)
    found = doers_by_tree(scene, tree, cue)
    return found or (() if _PASSIVE.match(cue.text) else _named_before(scene, sentence, cue))


def _doers_by_words(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Who did it, as "by X", as the subject of its verb, or as the word before its noun ("rebel attack")."""
    match = _BY.match(scene.text, cue.end, sentence.end)
    if match is not None:
        found = objects(scene, sentence, match.end())
    elif _VERB.match(cue.text):
        found = subjects(scene, sentence, cue.start)
    else:
        found = _named_before(scene, sentence, cue)
    return tuple(p for p in found if is_party(p))


def _named_before(scene: Scene, sentence: Span, cue: Span) -> tuple[Phrase, ...]:
    """Whose it is by the word right before its noun ("rebel attack", "Kestria's shelling")."""
    beside = [p for p in scene.phrases_in(sentence) if p.span.end <= cue.start]
    gap = scene.text[beside[-1].span.end : cue.start] if beside else "far"
    return (beside[-1],) if beside and is_party(beside[-1]) and re.fullmatch(r"(?:['’]s)?\s*", gap) else ()
