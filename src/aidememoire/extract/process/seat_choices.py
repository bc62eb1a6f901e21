"""What a party does about its own seat at the talks: comes, stays away, walks out; and who urges it to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.grammar import objects
from aidememoire.extract.process.seat_words import PAUSE, Told, at_talks, is_open, subject_of, venue_next
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.spans import Span

_WORDS = wordlist("seats")
_COME = re.compile(
    rf"(?<![\w-])(?:(?P<base>{either(_WORDS['come'])})|(?P<past>{either(_WORDS['came'])}))(?:\s+(?:in|to|at))?(?!\w)",
    re.IGNORECASE,
)
_ARRIVED = re.compile(rf"(?<![\w-]){either(_WORDS['arrived'])}\s+(?:at|for|to)(?!\w)", re.IGNORECASE)
_LEFT = re.compile(
    rf"(?<![\w-])(?:(?P<past>{either(_WORDS['left'])})|(?P<base>{either(_WORDS['leave'])}))(?:\s+(?:of|from))?(?!\w)",
    re.IGNORECASE,
)
_REFUSING = re.compile(rf"(?<![\w-]){either(_WORDS['refusing'])}{PAUSE}\s+\Z", re.IGNORECASE)
_DECIDING = re.compile(rf"(?<![\w-]){either(_WORDS['deciding'])}{PAUSE}\s+\Z", re.IGNORECASE)
_TO = re.compile(r"(?<![\w-])to\s+\Z", re.IGNORECASE)
_WISHING = re.compile(rf"(?<![\w-]){either(_WORDS['wishing'])}(?!\w)", re.IGNORECASE)
# "Until Monday" and "until the last minute" are no conditions.
_UNLESS = re.compile(
    rf"(?<![\w-]){either(_WORDS['unless'])}\s+(?!the\s+last\b|now\b|then\b|recently\b|[A-Z]\w+day\b|\d)", re.IGNORECASE
)
_WITHOUT = re.compile(rf"(?<![\w-]){either(_WORDS['without'])}\s[^.;:]{{3,120}},\s", re.IGNORECASE)
_PROVIDED = re.compile(rf"(?<![\w-]){either(_WORDS['provided'])}(?!\w)", re.IGNORECASE)
_THREAT = re.compile(rf"(?<![\w-]){either(_WORDS['threatening'])}\s+to\s+\Z", re.IGNORECASE)
_THREATENED = re.compile(rf"(?<![\w-]){either(_WORDS['threatening'])}\s+not\s+to\s+\Z", re.IGNORECASE)
_GOING = frozenset({"come", "go", "return", "travel", "coming", "traveling", "travelling"})


def own_choice(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "It would not attend", "it agreed to take part", "France urged it to attend the talks"."""
    for match in _COME.finditer(scene.text, sentence.start, sentence.end):
        if not _bound_for_talks(scene, sentence, match):
            continue
        before = scene.text[sentence.start : match.start()]
        shown = Span.of(scene.text, match.start(), match.end())
        refusing = _REFUSING.search(before)
        if refusing is not None:
            whom = subject_of(scene, sentence, sentence.start + refusing.start())
            if not is_open(before[: refusing.start()]):
                yield Told(whom, "conditional" if depends(scene, sentence, shown) else "withdrawn", shown)
            continue
        deciding = _DECIDING.search(before) if match["base"] else None
        if is_open(before[: deciding.start()] if deciding else before):
            continue
        if match["past"] or deciding is not None:
            start = sentence.start + deciding.start() if deciding is not None else match.start()
            whom = subject_of(scene, sentence, start)
            # A person on the road to the venue may be anybody; a body that goes there takes its seat.
            road = match.group().split()[0].lower() in _GOING
            bound = deciding is not None and _PROVIDED.search(_after(scene, sentence, shown)) is not None
            yield Told(tuple(p for p in whom if not (road and p.person)), "conditional" if bound else "in", shown)
        elif _TO.search(before) or _WISHING.search(before):
            yield from _urged(scene, sentence, match.start(), shown)


def depends(scene: Scene, sentence: Span, shown: Span) -> bool:
    """Whether a refusal depends on something ("unless", "without a halt"), or is only threatened."""
    before = scene.text[sentence.start : shown.start]
    return bool(_UNLESS.search(_after(scene, sentence, shown)) or _WITHOUT.search(before) or _THREATENED.search(before))


def _after(scene: Scene, sentence: Span, shown: Span) -> str:
    return re.split(r";|\bbut\b|\bbecause\b", scene.text[shown.end : sentence.end])[0]


def _bound_for_talks(scene: Scene, sentence: Span, match: re.Match[str]) -> bool:
    """Whether a verb of coming is one to the talks; one of going needs a "to" ("the talks go on" has none), and may
    name the venue instead.
    """
    if match.group().split()[0].lower() not in _GOING:
        return at_talks(scene, sentence, match.end())
    bound = match.group().lower().endswith((" to", " at"))
    rest = scene.text[match.end() : sentence.end]
    return bound and (at_talks(scene, sentence, match.end()) or venue_next(scene, sentence, rest))


def _urged(scene: Scene, sentence: Span, verb: int, shown: Span) -> Iterator[Told]:
    """ "A urged B to attend", "A insists that B take part"."""
    wish = None
    for match in _WISHING.finditer(scene.text, sentence.start, verb):
        wish = match
    if wish is None:
        return
    whom = objects(scene, sentence, wish.end())
    gap = scene.text[whom[-1].span.end : verb] if whom else ""
    if whom and whom[-1].span.end <= verb and re.fullmatch(r"\s+(?:to\s+|also\s+|should\s+)?", gap):
        yield Told(whom, "in", shown, "for", subject_of(scene, sentence, wish.start()))


def gone(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "It boycotted the talks", "the delegation walked out", "it would stay away from them"."""
    for match in _LEFT.finditer(scene.text, sentence.start, sentence.end):
        before = scene.text[sentence.start : match.start()]
        deciding = _DECIDING.search(before)
        threat = _THREAT.search(before) if match["base"] else None
        if threat is not None and match.group().lower().startswith(
            ("walk", "boycott", "stay", "pull", "quit", "leave")
        ):
            shown = Span.of(scene.text, match.start(), match.end())
            yield Told(subject_of(scene, sentence, sentence.start + threat.start()), "conditional", shown)
            continue
        noun = re.search(r"\b(?:a|the|its|their|his|her|this|that)\s+\Z", before, re.IGNORECASE)
        if noun or _REFUSING.search(before) or is_open(before) or (match["base"] and deciding is None):
            continue
        if not (at_talks(scene, sentence, match.end()) or match.group().lower().startswith("walk")):
            continue
        start = sentence.start + deciding.start() if deciding is not None else match.start()
        shown = Span.of(scene.text, match.start(), match.end())
        bound = deciding is not None and depends(scene, sentence, shown)
        yield Told(subject_of(scene, sentence, start), "conditional" if bound else "withdrawn", shown)


def arrived(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The delegation arrived at the talks"."""
    for match in _ARRIVED.finditer(scene.text, sentence.start, sentence.end):
        rest = scene.text[match.end() : sentence.end]
        if re.match(r"\s+(?:the\s+)?(?:[\w.-]+\s+){0,2}(?:talks|negotiations|round|negotiating\s+table|table)\b", rest):
            shown = Span.of(scene.text, match.start(), match.end())
            whom = tuple(p for p in subject_of(scene, sentence, match.start()) if not p.person)
            yield Told(whom, "in", shown)
