"""Preconditions: what a party will not do unless, until or before something else is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.extract.holders import Holder, of_statement, of_subject
from aidememoire.extract.lists import items
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.facts import Stance
from aidememoire.model.spans import Span

_WORDS = wordlist("positions")["condition"]
_CONDITION = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['refusal'])})\s+(?P<refused>(?:[\w’'.-]+\s+){{1,12}}?)(?P<link>{either(_WORDS['link'])})\s+",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['no_thing'])})(?P<refused>(?:[\w’'.-]+\s+){{1,12}}?)(?P<link>until|unless|before)\s+",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"\b(?:until|unless)\s+(?P<condition>[^,;:“”\"]{{5,120}}),\s+[“\"]?(?P<who>[^,;:“”\"]{{2,80}}?)\s+(?P<refusal>{either(_WORDS['own'])})\s+(?P<refused>[^,;:“”\".]{{3,100}})",
    re.IGNORECASE,
)
_ONLY = re.compile(
    rf"\b(?P<refusal>{either(_WORDS['willing'])})\s+(?P<refused>(?:[\w’'.-]+\s+){{1,12}}?)(?P<link>{either(_WORDS['only'])})\s+",
    re.IGNORECASE,
)
_OWN = re.compile(either(_WORDS["own"]), re.IGNORECASE)
_ABOUT = re.compile(rf"\b{either(_WORDS['about'])}\b", re.IGNORECASE)
_THING = re.compile(rf"\b(?P<thing>{either(_WORDS['thing'])})\s+\Z", re.IGNORECASE)
_END = re.compile(r"\s[–—-]\s|[;:“”\"]|\s(?:said|says|told|according\s+to)\b")
_CLAUSE = re.compile(r"\b(?:\w{3,}s|is|are|be|\w+ed|freed|will|can)\b")


@dataclass(frozen=True, slots=True)
class Held:
    """A position as a rule saw it, with the characters it was read from."""

    holder: Holder
    stance: Stance
    issue: Span
    condition_for: str | None
    evidence: Span
    cue: Span


def conditions(scene: Scene, sentence: Span) -> Iterator[Held]:
    """The preconditions of a sentence, one for each item of a list ("until it does X, Y and Z")."""
    for match in _CONDITION.finditer(scene.text, sentence.start, sentence.end):
        refusal, link = match["refusal"].lower(), match["link"].lower()
        # "Only if" is a condition; "will not ... if" is a threat, and "will not ... before Monday" a date.
        if ("only" in refusal) != (
            link in {"if", "once", "on condition that", "provided", "provided that"}
        ) and link not in {"until", "unless"}:
            continue
        following = Span(match.end(), sentence.end, scene.text[match.end() : sentence.end])
        if any(t.span.start - match.end() < 5 for t in scene.times_in(following)):
            continue
        yield from _held(scene, sentence, match)
    yield from _put_first(scene, sentence)
    within = scene.text, sentence.start, sentence.end
    for match in (*_NOTHING.finditer(*within), *_ONLY.finditer(*within)):
        yield from _held(scene, sentence, match)


def _put_first(scene: Scene, sentence: Span) -> Iterator[Held]:
    """A condition that stands before what it is for: "until the siege is lifted, the council will not talk"."""
    for match in _FIRST.finditer(scene.text, sentence.start, sentence.end):
        holder = of_subject(scene, sentence, match.start("refusal"))
        issue = Span.of(scene.text, *match.span("condition"))
        told = _CLAUSE.search(issue.text) is not None and not any(
            t.span.start == issue.start for t in scene.times_in(issue)
        )
        if holder is not None and told:
            evidence = Span.trimmed(scene.text, match.start(), match.end())
            yield Held(holder, "precondition", issue, match["refused"].strip(), evidence, evidence)


def _held(scene: Scene, sentence: Span, match: re.Match[str]) -> Iterator[Held]:
    thing = _THING.search(scene.text[sentence.start : match.start()])
    if not _firm(match) and not _ABOUT.search(match["refused"]) and thing is None:
        return
    cue = Span.of(scene.text, match.start(), match.end())
    speaker = of_statement(scene, scene.statement_over(cue))
    own = of_subject(scene, sentence, match.start()) if thing is None else None
    holder = own or speaker or _sayer(scene, sentence, match.start())
    if holder is None:
        return
    stance: Stance = "precondition" if own is not None or "only" not in match["refusal"].lower() else "demand"
    target = thing["thing"] if thing else match["refused"].strip()
    start = sentence.start + thing.start() if thing else match.start()
    for n, item in enumerate(_listed(scene.text, match.end(), sentence.end)):
        evidence = Span.of(scene.text, start, item.end) if n == 0 else item
        yield Held(holder, stance, item, target, evidence, cue)


def _firm(match: re.Match[str]) -> bool:
    """Whether a refusal is a position whatever it refuses: "will not ... until"; "will not be able to" is none."""
    if match["refused"].lower().startswith(("be ", "have ", "happen ", "cease ")):
        return False
    own = _OWN.fullmatch(match["refusal"]) is not None and match["link"].lower() in _WORDS["first_link"]
    return match.re is not _CONDITION or own


def _sayer(scene: Scene, sentence: Span, before: int) -> Holder | None:
    """Who says it, where no statement covers it: the subject of the last verb of saying before it."""
    says = list(
        re.finditer(
            r"\b(?:said|says|say|insisted|insists|warned|added|reiterated)\b", scene.text[sentence.start : before]
        )
    )
    return of_subject(scene, sentence, sentence.start + says[-1].start()) if says else None


def _listed(text: str, start: int, end: int) -> tuple[Span, ...]:
    stop = _END.search(text, start, end)
    end = stop.start() if stop else end
    conjunction = re.compile(r"\s(?:and|or)\s").search(text, start, end)
    comma = text.find(",", start, end)
    is_list = conjunction is not None and 0 <= comma < conjunction.start()
    after = text.find(",", conjunction.end() if is_list and conjunction else start, end)
    found = items(text, start, after if after >= 0 else end)
    # "Its tanks and guns" is one condition: only what holds a verb of its own is another.
    if len(found) > 1 and not (is_list or all(len(i.text.split()) > 1 and _CLAUSE.search(i.text) for i in found)):
        return (Span.trimmed(text, found[0].start, found[-1].end),)
    return found
