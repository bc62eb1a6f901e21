"""Numbers that a conflict or a process may dispute: the killed, the displaced, prisoners, rounds, violations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Figure
from aidememoire.model.ids import content_id
from aidememoire.model.reading import Bound, Quantity
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
_CARDINALS: list[str] = wordlist("process")["cardinals"]
_EARLIER = re.compile(
    rf"\b(?P<number>{'|'.join(_CARDINALS)}|\d{{1,3}})\s+(?:{either(_WORDS['earlier']['adjectives'])}\s+)+(?P<noun>\w+)\b",
    re.IGNORECASE,
)
_WAR = either(_WORDS["scope"]["war"])
_WAR_BEFORE = re.compile(
    rf"\b{_WAR}(?:\s+in\s+[A-Z]\w+)?,?(?:\s+(?!(?:in|on|with|by|and)\b)[\w’'-]+){{0,4}}\s*\Z",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:It|which)\s+(?:has|had|have)\s+(?:already\s+|so\s+far\s+|since\s+)?")
_WAR_AFTER = re.compile(
    rf"[^.;]{{0,40}}?\b(?:in|by|since|during)\s+(?:the|a|an)?\s*(?:[\w-]+\s+){{0,3}}{_WAR}\b", re.IGNORECASE
)

_EVERYWHERE = ("title", "standfirst", "subhead", "body")


def figures(scene: Scene) -> tuple[Figure, ...]:
    """The figures of an article, in the order of its text."""
    found: list[Figure] = []
    for sentence in scene.sentences():
        inside = [q for q in scene.quantities_in(sentence.span) if not _share(q)]
        for quantity in inside:
            found.extend(_figure(scene, sentence.span, quantity))
        found.extend(_fractions(scene, sentence.span, inside))
        found.extend(_earlier(scene, sentence.span, inside))
    return tuple(found)


def _share(quantity: Quantity) -> bool:
    """Whether a quantity is a share of something ("half"), which is told by what it is a share of."""
    return quantity.value is not None and quantity.value < 1 and quantity.noun is None


def _figure(scene: Scene, sentence: Span, quantity: Quantity) -> Iterator[Figure]:
    shown = _subject(scene, sentence, quantity.span, quantity.noun)
    if shown is None:
        return
    subject, evidence = shown
    unit = quantity.noun.text if quantity.noun else None
    yield _made(
        scene, quantity.span, subject, evidence, unit, quantity.value, quantity.low, quantity.high, quantity.bound
    )


def _made(
    scene: Scene,
    number: Span,
    subject: str,
    evidence: Span,
    unit: str | None,
    value: float | None,
    low: float | None,
    high: float | None,
    bound: Bound,
) -> Figure:
    sentence = scene.sentence_over(number) or number
    return Figure(
        id=content_id("figure", scene.article.id, evidence.start, evidence.end, number.start, subject),
        article=scene.article.id,
        subject=subject,
        unit=unit,
        value=value,
        low=low,
        high=high,
        bound=bound,
        when=scene.when(scene.clause(sentence, number.start, number.end), number),
        speaker=scene.said_by(number),
        evidence=evidence,
    )


def _subject(scene: Scene, sentence: Span, number: Span, noun: Span | None) -> tuple[str, Span] | None:
    """What a number counts and the words that show it, None where it is no figure of this kind."""
    people = noun is None or _persons(noun)
    for subject in _SUBJECTS if people or _own_noun(noun) else ():
        shown = _shown(scene, sentence, number, subject, noun)
        if shown is not None:
            return _scoped(scene, sentence, subject, shown), shown
    if noun is None:
        return None
    for subject in _THINGS:
        if pattern("figures", f"things.{subject}").fullmatch(noun.text) and _counted(scene, subject, number, sentence):
            return subject, number
    # Even where nothing is said of them, so many people are counted by somebody.
    return ("people", number) if people and _many(scene, number) else None


def _persons(noun: Span) -> bool:
    """Whether a noun counts persons: by the list, or by its ending ("shopkeepers", "conscripts")."""
    if pattern("figures", "people.nouns").search(noun.text):
        return True
    last = noun.text.split()[-1]
    ending = pattern("figures", "people.persons").fullmatch(last)
    return ending is not None and pattern("figures", "people.things").fullmatch(last) is None


def _many(scene: Scene, number: Span) -> bool:
    quantity = next((q for q in scene.quantities_in(number) if q.span == number), None)
    return quantity is not None and quantity.noun is not None and (quantity.value or quantity.low or 0) >= _MANY


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
    if after is not None:
        lead = _BEFORE[subject].search(before)
        return Span.trimmed(scene.text, number.start - (len(before) - lead.start() if lead else 0), after.end())
    lead = _BEFORE[subject].search(before)
    if lead is not None and _unambiguous(subject, lead.group(), scene.text[number.end : sentence.end]):
        return Span.of(scene.text, number.start - len(before) + lead.start(), number.end)
    if noun is not None and _NOUN[subject].fullmatch(noun.text):
        return number
    return None


def _unambiguous(subject: str, lead: str, after: str) -> bool:
    """Whether a verb with other senses ("left 40 people", "driven millions", "hold 12 people") has this one here."""
    verb = lead.split()[0].lower()
    if verb == "left":
        return re.match(r"[^,.;]{0,30}\b(?:dead|killed)\b", after) is not None
    if subject == "displaced" and not re.match(r"displac|uproot|homeless", verb):
        return (
            re.match(r"[^,.;]{0,30}\b(?:from\s+their\s+homes?|homeless|to\s+flee|fleeing|abroad|into\s+exile)\b", after)
            is not None
        )
    if verb in {"took", "hold", "holds", "holding"}:
        return re.match(r"[^,.;]{0,20}\b(?:hostage|captive|prisoner)\b", after) is not None
    return verb != "let" or re.match(r"[^,.;]{0,20}\b(?:leave|out|go)\b", after) is not None


def _scoped(scene: Scene, sentence: Span, subject: str, shown: Span) -> str:
    """The subject with its scope, where the words say that the whole war is meant."""
    if subject not in {"killed", "wounded"}:
        return subject
    before, after = scene.text[sentence.start : shown.start], scene.text[shown.end : sentence.end]
    of_war = _WAR_BEFORE.search(before) or _WAR_AFTER.match(after) or _it_is_the_war(scene, sentence, before)
    return f"{subject} in the war" if of_war else subject


def _it_is_the_war(scene: Scene, sentence: Span, before: str) -> bool:
    """Whether the subject is an "it" for the war of the sentence before ("The conflict began in May. It has ...")."""
    if not _IT.fullmatch(before):
        return False
    earlier = scene.before(sentence, 1, *_EVERYWHERE)
    return bool(earlier) and re.search(rf"\b{_WAR}\b", earlier[-1].text, re.IGNORECASE) is not None


def _earlier(scene: Scene, sentence: Span, counted: list[Quantity]) -> Iterator[Figure]:
    """Numbers that an adjective parts from what they count ("three earlier rounds")."""
    for match in _EARLIER.finditer(scene.text, sentence.start, sentence.end):
        span, noun = Span.of(scene.text, match.start(), match.end()), Span.of(scene.text, *match.span("noun"))
        if any(q.span.overlaps(span) for q in counted):
            continue
        shown = _subject(scene, sentence, span, noun)
        if shown is not None:
            word = match["number"].lower()
            value = float(word) if word.isdigit() else float(_CARDINALS.index(word) + 1)
            yield _made(scene, span, *shown, noun.text, value, None, None, "exactly")


def _fractions(scene: Scene, sentence: Span, counted: list[Quantity]) -> Iterator[Figure]:
    """Shares of a population ("a third of the residents"), which no count gives."""
    for match in pattern("figures", "scope.fraction").finditer(scene.text, sentence.start, sentence.end):
        span = Span.of(scene.text, match.start(), match.end())
        if any(q.span.overlaps(span) for q in counted):
            continue
        shown = _subject(scene, sentence, span, None)
        if shown is not None:
            yield _made(scene, span, shown[0], shown[1], "share of the population", None, None, None, "about")
