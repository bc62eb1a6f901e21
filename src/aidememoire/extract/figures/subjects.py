"""What a number counts, told by the words around it: the killed, the displaced, prisoners, rounds, violations."""

from __future__ import annotations

import re

from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.reading import Quantity
from aidememoire.model.spans import Span

_WORDS = wordlist("figures")
# How far from its number a subject's word may stand, in characters.
_REACH = 70
# From this number on, people are a figure even where no word says what became of them.
_MANY = 1000
_TALKS = re.compile(r"\b(?:talks|negotiations?|dialogue|consultations|mediat\w+|envoys?|agenda)\b", re.IGNORECASE)
_SUBJECTS: tuple[str, ...] = tuple(_WORDS["subjects"])
_THINGS: tuple[str, ...] = tuple(_WORDS["things"])
_NOTHING = re.compile(r"(?!)")
_EVERYWHERE = ("title", "standfirst", "subhead", "body")


def _compiled(subject: str, side: str) -> re.Pattern[str]:
    phrases = _WORDS["subjects"][subject][side]
    if not phrases:
        return _NOTHING
    tail = (
        r"\s*(?:(?:the|at|an?|some|its|another|a\s+further|further|estimated|total\s+of|civilians,|people,)\s+)*\Z"
        if side == "before"
        else r"\b"
    )
    head = r"\b" if side == "before" else r"[\s,]*"
    return re.compile(rf"{head}{either(phrases)}{tail}", re.IGNORECASE)


def _noun(subject: str) -> re.Pattern[str]:
    nouns = _WORDS["subjects"][subject]["noun"]
    return re.compile(rf"(?:[\w-]+\s+){{0,2}}{either(nouns)}", re.IGNORECASE) if nouns else _NOTHING


_BEFORE = {s: _compiled(s, "before") for s in _SUBJECTS}
_AFTER = {s: _compiled(s, "after") for s in _SUBJECTS}
_NOUN = {s: _noun(s) for s in _SUBJECTS}
_OR_WOUNDED = re.compile(
    r"\s+(?:or|and)\s+(?:wounded|injured)(?=\s*(?:[.,;”\"]|\Z|(?:in|by|when|during|on|as|across|since)\b))",
    re.IGNORECASE,
)
_EXPECTED = re.compile(rf"\b{either(_WORDS['scope']['expected'])}\b", re.IGNORECASE)
# Fighters who cross a border are no arrivals.
_FIGHTING = re.compile(rf"\b(?:{'|'.join(_WORDS['things'][k][0] for k in ('fighters', 'forces'))})\b", re.IGNORECASE)
_HAVE = re.compile(r"\b(?:has|have|had|was|were)\b", re.IGNORECASE)


def subject_of(scene: Scene, sentence: Span, number: Span, noun: Span | None) -> tuple[str, Span] | None:
    """What a number counts and the words that show it, None where it is no figure of this kind."""
    people = noun is None or _persons(noun)
    for subject in _SUBJECTS if people or _own_noun(noun) else ():
        shown = _shown(scene, sentence, number, subject, noun)
        if shown is not None and not (subject == "arrived" and _FIGHTING.search(number.text)):
            return _said_fully(scene, sentence, subject, shown), shown
    if noun is None:
        return None
    for subject in _THINGS:
        if pattern("figures", f"things.{subject}").fullmatch(noun.text) and _counted(scene, subject, number, sentence):
            return subject, number
    # Even where nothing is said of them, so many people are counted by somebody.
    return ("people", number) if people and _many(scene, number) else None


def expected(scene: Scene, sentence: Span, number: Span, shown: Span) -> bool:
    """Whether a number is of what is still to come, or may: "may flee", "could arrive", "would be freed"."""
    inside = scene.text[shown.start : shown.end]
    around = inside if shown != number else scene.text[number.end : min(sentence.end, number.end + 25)]
    return _EXPECTED.search(around) is not None and not _HAVE.search(around)


def is_state(noun: Span) -> bool:
    """Whether a noun tells only what became of people ("20 wounded"), and so is no unit."""
    return (
        re.fullmatch(r"(?:more\s+)?(?:wounded|injured|killed|dead|missing|displaced)", noun.text, re.IGNORECASE)
        is not None
    )


def _said_fully(scene: Scene, sentence: Span, subject: str, shown: Span) -> str:
    both = subject == "killed" and _OR_WOUNDED.match(scene.text, shown.end, sentence.end)
    return "killed or wounded" if both else subject


def _persons(noun: Span) -> bool:
    """Whether a noun counts persons: by the list, or by its ending ("shopkeepers", "conscripts")."""
    if pattern("figures", "people.nouns").search(noun.text):
        return True
    last = noun.text.split()[-1]
    ending = pattern("figures", "people.persons").fullmatch(last)
    return ending is not None and pattern("figures", "people.things").fullmatch(last) is None


def _many(scene: Scene, number: Span) -> bool:
    quantity = _quantity(scene, number)
    return quantity is not None and quantity.noun is not None and (quantity.value or quantity.low or 0) >= _MANY


def _quantity(scene: Scene, number: Span) -> Quantity | None:
    return next((q for q in scene.quantities_in(number) if q.span == number), None)


def _own_noun(noun: Span | None) -> bool:
    return noun is not None and any(p.fullmatch(noun.text) for p in _NOUN.values())


def _counted(scene: Scene, subject: str, number: Span, sentence: Span) -> bool:
    """Rounds count only where they are rounds of talks, places only where they were taken or besieged."""
    if subject == "sites":
        around = scene.text[max(sentence.start, number.start - 30) : number.end]
        return pattern("figures", "scope.taken").search(around) is not None
    if subject != "rounds":
        return True
    earlier = scene.before(sentence, 1, *_EVERYWHERE)
    before = earlier[0].start if earlier else sentence.start
    return _TALKS.search(scene.text, before, sentence.end) is not None


def _shown(scene: Scene, sentence: Span, number: Span, subject: str, noun: Span | None) -> Span | None:
    before = scene.text[max(sentence.start, number.start - _REACH) : number.start]
    after = _AFTER[subject].match(scene.text, number.end, min(sentence.end, number.end + _REACH))
    if after is not None and not _of_another(scene, number, after):
        lead = _BEFORE[subject].search(before)
        return Span.trimmed(scene.text, number.start - (len(before) - lead.start() if lead else 0), after.end())
    lead = _BEFORE[subject].search(before)
    if lead is not None and _unambiguous(subject, lead.group(), scene.text[number.end : sentence.end]):
        return Span.of(scene.text, number.start - len(before) + lead.start(), number.end)
    if noun is not None and _NOUN[subject].fullmatch(noun.text):
        return number
    return None


def _of_another(scene: Scene, number: Span, after: re.Match[str]) -> bool:
    """Whether a comma and another number stand between: "14 people with 29 wounded"."""
    rest = Span(number.end, after.end(), after.group())
    apart = re.match(r"\s*(?:,|with\b)", after.group()) is not None
    return apart and bool(scene.quantities_in(rest))


def _unambiguous(subject: str, lead: str, after: str) -> bool:
    """Whether a verb with other senses ("left 40 people", "driven millions", "hold 12 people") has this one here."""
    verb = lead.split()[0].lower()
    if verb == "left":
        return re.match(r"[^,.;]{0,30}\b(?:dead|killed)\b", after) is not None
    if subject == "displaced" and not re.match(r"displac|uproot|homeless", verb):
        fled = r"[^,.;]{0,30}\b(?:from\s+their\s+homes?|homeless|to\s+flee|fleeing|abroad|into\s+exile)\b"
        return re.match(fled, after) is not None
    if verb in {"took", "hold", "holds", "holding"}:
        return re.match(r"[^,.;]{0,20}\b(?:hostage|captive|prisoner)\b", after) is not None
    return verb != "let" or re.match(r"[^,.;]{0,20}\b(?:leave|out|go)\b", after) is not None
