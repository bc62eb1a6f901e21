"""How others deal with a party's seat at the talks: they invite it, keep it out, want it in or out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.grammar import objects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.process.seat_words import PAUSE, Side, Told, elsewhere, in_reach, is_open, of_talks, subject_of
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.mentions import SeatStanding
from aidememoire.model.spans import Span

_WORDS = wordlist("seats")
_IN, _OUT, _ASKED = either(_WORDS["let_in"]), either(_WORDS["kept_out"]), either(_WORDS["asked"])
_HAS = rf"(?:(?:has|have|had){PAUSE}(?:\s+(?P<not1>not|never))?{PAUSE}\s+been|was|were|is|are)"
_OBLIGED = rf"(?P<obliged>{either(_WORDS['obliged'])})(?:\s+(?P<not2>not))?{PAUSE}\s+be"
_WILL = r"(?:will|would|shall)(?:\s+(?P<not3>not))?\s+be"
_BE = r"(?P<be>(?<!to\s)be(?!\w))"
_PASSIVE = re.compile(
    rf"(?<![\w-])(?:{_HAS}|{_OBLIGED}|{_WILL}|{_BE}){PAUSE}(?:\s+(?P<not4>not|never))?{PAUSE}\s+"
    rf"(?:(?P<inside>{_IN})|(?P<outside>{_OUT})|(?P<asked>{_ASKED}))\b",
    re.IGNORECASE,
)
_WISHING = re.compile(rf"(?<![\w-]){either(_WORDS['wishing'])}(?!\w)", re.IGNORECASE)
_WANTS = r"(?:wants?|wanted|demands?|demanded|seeks?|sought)"
_WANT_DONE = re.compile(
    rf"(?<![\w-]){_WANTS}\s+(?P<whom>[^.;:]{{2,80}}?)\s+(?:to\s+be\s+)?(?:(?P<inside>{_IN})|(?P<outside>{_OUT}))\b",
    re.I,
)
_WANT_TO = re.compile(
    rf"(?<![\w-])(?P<verb>{_WANTS}\s+to|{either(_WORDS['obliged'])})\s+(?:[\w’']+\s+time\s+)?(?:(?P<inside>include|invite|admit)|(?P<outside>exclude|bar|keep\s+out))\s+"
    r"(?:(?:groups?|figures|parties)\s+(?:like|such\s+as)\s+)?",
    re.IGNORECASE,
)
_NOT_WANT = re.compile(r"(?<![\w-])(?:does|do|did)\s+not\s+want(?!\s+to)(?!\w)", re.IGNORECASE)
_THEM = re.compile(r"\s+(?:them|it|him|her)\b", re.IGNORECASE)
_THERE = re.compile(r"\s*(?:in|at|to\s+(?:attend|join)|involved|included|sitting|present)\b", re.IGNORECASE)
_INVITED = re.compile(
    r"(?<![\w-])(?:has\s+|have\s+|had\s+)?(?:also\s+)?(?P<verb>invited|invites|inviting)(?!\w)", re.IGNORECASE
)
_NOMINAL = re.compile(
    rf"(?<![\w-])(?:(?P<against>{either(_WORDS['against'])})|(?P<pro>{either(_WORDS['pro'])}))\s+(?:the\s+|any\s+|all\s+)?"
    rf"(?:(?P<presence>{either(_WORDS['presence'])})|(?P<absence>{either(_WORDS['absence'])}))\s+(?:of|by|for)\s+",
    re.IGNORECASE,
)


def passive(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The council was not invited", "it must be represented at the talks", "they demanded that it be kept out"."""
    for match in _PASSIVE.finditer(scene.text, sentence.start, sentence.end):
        rest = scene.text[match.end() : sentence.end]
        if not in_reach(scene, sentence, rest) or is_open(scene.text[sentence.start : match.start()]):
            continue
        inside = match["outside"] is None
        if any(match[f"not{n}"] for n in range(1, 5)):
            inside = not inside
        wanted = match["obliged"] is not None or match["be"] is not None
        side: Side | None = ("for" if inside else "against") if wanted else None
        standing: SeatStanding = "left out" if not inside else "invited" if match["asked"] and not wanted else "in"
        whom = subject_of(scene, sentence, match.start())
        by = _wisher(scene, sentence, match.start()) if match["be"] else ()
        if wanted and not by and match["be"]:
            continue
        yield Told(whom, standing, Span.of(scene.text, match.start(), match.end()), side, by)


def _wisher(scene: Scene, sentence: Span, before: int) -> tuple[Phrase, ...]:
    """Who demands what the sentence goes on to say: the subject of the last "demanded" before."""
    found = None
    for match in _WISHING.finditer(scene.text, sentence.start, before):
        found = match
    return subject_of(scene, sentence, found.start()) if found is not None else ()


def wished(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "It wants them barred from the talks", "it wants to include them"."""
    for match in _WANT_DONE.finditer(scene.text, sentence.start, sentence.end):
        inside = match["inside"] is not None
        whom = objects(scene, sentence, match.start("whom") - 1)
        if whom and in_reach(scene, sentence, scene.text[match.end() : sentence.end]):
            yield _wish(scene, sentence, match, whom, inside=inside)
    for match in _WANT_TO.finditer(scene.text, sentence.start, sentence.end):
        whom = objects(scene, sentence, match.end() - 1)
        if whom and not elsewhere(scene.text[whom[-1].span.end : sentence.end]):
            yield _wish(scene, sentence, match, whom, inside=match["inside"] is not None)


def not_wanted(scene: Scene, sentence: Span, last: tuple[Phrase, ...]) -> Iterator[Told]:
    """ "Kestria does not want the council at the talks"; "them" are those whom the sentence before told of."""
    for match in _NOT_WANT.finditer(scene.text, sentence.start, sentence.end):
        them = _THEM.match(scene.text, match.end(), sentence.end)
        whom = last if them is not None else objects(scene, sentence, match.end())
        end = them.end() if them is not None else whom[-1].span.end if whom else match.end()
        if whom and _THERE.match(scene.text, end, sentence.end):
            yield _wish(scene, sentence, match, whom, inside=False)


def _wish(scene: Scene, sentence: Span, match: re.Match[str], whom: tuple[Phrase, ...], *, inside: bool) -> Told:
    # "The envoy should invite them" is the speaker's wish, "Kestria wants to invite them" is Kestria's.
    own = re.match(rf"{_WANTS}|do(?:es)?\b|did\b", match.group(), re.IGNORECASE)
    by = subject_of(scene, sentence, match.start()) if own else ()
    shown = Span.of(scene.text, match.start(), match.end())
    return Told(whom, "in" if inside else "left out", shown, "for" if inside else "against", by)


def invited(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "The envoy has invited A and B to the talks"."""
    for match in _INVITED.finditer(scene.text, sentence.start, sentence.end):
        whom = objects(scene, sentence, match.end())
        by = subject_of(scene, sentence, match.start())
        if not (whom and by and of_talks(scene.text[match.end() : sentence.end])):
            continue
        if re.search(r"\b(?:was|were|been|be|not)\s+\Z", scene.text[sentence.start : match.start("verb")]):
            continue
        yield Told(whom, "invited", Span.of(scene.text, match.start(), match.end()), "for", by)


def nominal(scene: Scene, sentence: Span) -> Iterator[Told]:
    """ "Kestria rejects the presence of the council at the talks"."""
    for match in _NOMINAL.finditer(scene.text, sentence.start, sentence.end):
        inside = (match["pro"] is not None) == (match["presence"] is not None)
        whom = objects(scene, sentence, match.end() - 1)
        by = subject_of(scene, sentence, match.start())
        shown = Span.of(scene.text, match.start(), match.end())
        if whom:
            yield Told(whom, "in" if inside else "left out", shown, "for" if inside else "against", by)
