"""Whether an encounter was held, is planned, was put off: told from the words around its verb or noun.

Suspended is what had begun and was broken off, or what is said to have collapsed, stalled or broken down, however
early: it may be taken up again. Cancelled is what does not take place at all: called off or abandoned before it began.
So talks "called off after two days" are suspended, and "talks that began on Monday collapsed" are so too: what became
of them last counts.
"""

from __future__ import annotations

import re
from typing import Literal

from aidememoire.extract.wordlists import either, wordlist
from aidememoire.model.facts import EncounterStatus, Statement

# "none": the words tell of a wish, a doubt or a refusal, so there is no encounter to keep.
Told = EncounterStatus | Literal["none"]

_ORDER: tuple[EncounterStatus, ...] = ("postponed", "cancelled", "suspended", "planned", "held")
_WINDOW = 70
_STOP = re.compile(
    r"[;:.“”\"]|\b(?:said|says|told|and|but|when|because|after|before|while|whether|despite|as|if|in\s+order|to\s+(?:discuss|end|seek|try))\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|['’]ll|to)(?:\s+(?:\w+ly|also|later|then|again|next|be|soon|now))*\s*\Z", re.IGNORECASE
)
_PRESENT = re.compile(
    r"(?:meets?|hosts?|receives?|holds?\b|visits|travels|confers?|sits?\b|begins?|resumes?|opens?)", re.IGNORECASE
)


def _after(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{either(wordlist('encounters')['status'][key])}(?!\w)", re.IGNORECASE)


def _ends_with(table: str, key: str, tail: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b{either(wordlist('encounters')[table][key])}{tail}\s*\Z", re.IGNORECASE)


_AFTER = {status: _after(status) for status in _ORDER}
_OPEN = _after("open")
_MAY_STAND = either(wordlist("encounters")["before"]["may_stand"])
# Adjectives, told by their endings; nouns in -al are none.
_ADJECTIVE = (
    r"(?!\w*(?:osal|usal|oval|ival|capital)\b)[a-z]+(?:al|ive|ic|ous|ful|ed|ary|ent|ant|able|ible|ct|ough|icky|ick|ar)"
)
_NUMBERS = r"\d+\w*|fourth|fifth|sixth|two|three|four|five|several|many|some"
_BETWEEN = rf"(?:\s+(?:{_MAY_STAND}|(?-i:[A-Z])[\w.’'-]*|\w+(?:-\w+)+|{_NUMBERS}|{_ADJECTIVE}),?)*"
_BEFORE = {status: _ends_with("before", status, _BETWEEN) for status in _ORDER}
_WISH_VERB = _ends_with("wish", "before_verb")
_WISH_NOUN = _ends_with("wish", "before_noun")
_KEPT_OUT = _ends_with("wish", "kept_out")
_WISHED = _ends_with("happenings", "wished")
_PLANNED = _ends_with("happenings", "planned")
_CONDITION = re.compile(
    r"\b(?:whether|until|unless|without|if|must|should|depends?|conditions?)\b[^.;]*\Z", re.IGNORECASE
)
_ASKED = re.compile(
    r"\b(?:press|push|call|ask|appeal|lobby|wait)(?:es|s|ed|ing)?\s+for\b[^.;]*\bfor\b[^.;]*\Z", re.IGNORECASE
)
_TOOK_PLACE = _ends_with("happenings", "took_place")
_AHEAD = re.compile(r"\b(?:will|would|due\s+to|expected\s+to|scheduled\s+to)\s+[^,;]*\Z", re.IGNORECASE)
_TIMED = re.compile(r"\s+(?:again\s+)?(?:on|next|this|in\s+\d|in\s+\w+\s+on|tomorrow|later|at)\b", re.IGNORECASE)
# "The truce has allowed talks to resume": they have.
_ALLOWED = re.compile(
    r"\b(?:has|have|had)\s+(?:allowed|enabled|permitted|helped|prompted|led)\s+(?:[\w-]+\s+){0,4}\Z|\b(?:allowed|enabled)\s+(?:[\w-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
_TO_BEGIN = re.compile(
    r"\s+to\s+(?:begin|start|resume|open|restart|take\s+place|go\s+ahead|reconvene)\b", re.IGNORECASE
)
_BUT_COLLAPSED = re.compile(
    r"[^;:.“”\"]{0,120}\bbut\s+(?:(?:they|it|soon|quickly|swiftly|later|then)\s+)*"
    r"(?:collapsed|broke\s+(?:down|off|up)|fell\s+apart|stalled|w(?:as|ere)\s+(?:soon\s+)?(?:suspended|halted|paused|broken\s+off))\b",
    re.IGNORECASE,
)
_HAVING_BEEN = re.compile(r"\b(?:having|had)\s+(?:been\s+)?\Z", re.IGNORECASE)
# "... after just two days": what is called off then had begun. "After two days of fighting" tells of something else.
_BEGUN = re.compile(
    r"(?:\s+(?:in|on|late|early)\s+[\w’' -]{2,25}?)?\s+after\s+"
    r"(?:(?:just|only|barely|less\s+than|more\s+than|scarcely)\s+)*"
    r"(?:(?:an?|one|two|three|four|five|six|seven|several|\d+)\s+)?(?:few\s+|couple\s+of\s+)?"
    r"(?:days?|hours?|weeks?|rounds?|sessions?|minutes)\b"
    r"(?!\s+(?:of\b(?!\s+(?:talks|negotiations))|after|before|later|earlier))",
    re.IGNORECASE,
)
# "Would only attend talks that ...", "how ready they are to return to talks": a condition, a doubt.
_PREPARED = re.compile(
    r"\b(?:would|will)\s+only\s+\w+[^.;]*\Z|\b(?:how|whether)\b[^.;]*"
    r"\b(?:attend|join|enter|take part in|participate in|return to)\s[^.;]*\Z",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:agreed|agree|announced|decided)\b[^.;]*\Z", re.IGNORECASE)


def of_verb(before: str, verb: str, timed: bool) -> Told:
    """The status that a verb of meeting has: `before` is its sentence up to it, `timed` whether a time stands by it."""
    before = before[-_WINDOW:]
    if re.search(r"\b(?:agreed|due|scheduled|expected|set|plans?|planned|is|are)\s+to\s*\Z", before, re.IGNORECASE):
        return "planned"
    if _WISH_VERB.search(before):
        return "none"
    if _FUTURE.search(before):
        return "planned"
    if re.fullmatch(rf"{_PRESENT.pattern}(?:\s.*)?", verb, re.IGNORECASE):
        return "planned" if timed else "none"
    return "held"


def after_noun(before: str, after: str) -> Told | None:
    """What the words after a noun say became of it, None where they do not speak of it. `before` is what precedes."""
    if _ALLOWED.search(before) and _TO_BEGIN.match(after):
        return "held"
    stop = _STOP.search(after)
    reach = after[: min(stop.start() if stop else len(after), 3 * _WINDOW)]
    found = {status: match for status in _ORDER if (match := _AFTER[status].search(reach))}
    doubt = _OPEN.search(reach)
    if not found or not _only_asides(reach[: min(m.start() for m in found.values())], doubt is not None):
        return "none" if doubt and doubt.start() < 12 else None
    undone = [s for s in ("postponed", "cancelled", "suspended") if s in found]
    # "A summit planned for next week has been called off": what became of it is said last.
    if undone and min(found, key=lambda s: found[s].start()) == "planned":
        found = {s: found[s] for s in undone}
    first = min(found, key=lambda s: (found[s].start(), -len(found[s].group()), _ORDER.index(s)))
    if first == "held" and "suspended" in found and not _HAVING_BEEN.search(reach[: found["suspended"].start()]):
        # "The talks that began on Monday collapsed".
        first = "suspended"
    if first == "held" and _BUT_COLLAPSED.match(after, found[first].end()):
        return "suspended"
    if first == "cancelled" and _BEGUN.match(after, found[first].end()):
        return "suspended"
    if doubt and doubt.start() < found[first].start():
        agreed = doubt.group().lower() == "should" and _AGREED.search(before)
        return "planned" if agreed else "none"
    # The present tense tells of days to come where it gives them ("talks, which resume on Monday").
    present = re.fullmatch(r"(?:begin|open|start|resume|get|kick|conclude)s?\b.*", found[first].group(), re.IGNORECASE)
    return "planned" if present and _TIMED.match(reach[found[first].end() :]) else first


def _only_asides(gap: str, doubted: bool) -> bool:
    """Whether a noun can own a verb across `gap`: places, parties and relative words, no other verb's object."""
    return doubted or (len(gap.split()) <= 12 and gap.count(",") <= 2)


def before_noun(before: str) -> tuple[Told, bool] | None:
    """What the words before a noun say became of it, and whether they only place it in time ("after the talks").

    None where they say nothing of it.
    """
    before = before[-_WINDOW:]
    for status in _ORDER:
        match = _BEFORE[status].search(before)
        if match is None:
            continue
        led = before[: match.start() + 3] if match.group()[2:3].isspace() else ""
        wished = _WISH_VERB.search(before[: match.start()]) or _WISH_VERB.search(led.rstrip())
        words = match.group().split()[0].lower()
        kept_out = status == "held" and _KEPT_OUT.search(before[: match.start()])
        # "Would lay it out at a meeting with" puts the meeting in the days to come.
        ahead = status == "held" and _AHEAD.search(before[: match.start()])
        if status == "planned" and _PREPARED.search(before[: match.end()]):
            return None
        weak = words in {"at", "during", "after", "following", "in", "since", "from", "ahead", "before", "left", "on"}
        return ("none" if wished or kept_out else "planned" if ahead and weak else status), weak
    return ("none", True) if _WISH_NOUN.search(before) else None


def of_happening(before: str, statement: Statement | None, *, attack: bool) -> Told:
    """The status of an attack, a release, an exchange or an evacuation, by the words before it and who says so."""
    before = before[-2 * _WINDOW :]
    if _WISHED.search(before):
        return "planned" if _AGREED.search(before) or re.search(r"\b(?:agreement|deal)\b", before) else "none"
    if statement is not None and statement.act == "deny":
        return "denied"
    if _CONDITION.search(before) or _ASKED.search(before):
        return "none"
    if _PLANNED.search(before) and not _TOOK_PLACE.search(before):
        # Nobody announces an attack in print: what "would continue bombing" tells of is no one happening.
        return "none" if attack else "planned"
    return "held"


def as_said(status: Told, statement: Statement | None, *, attack: bool = False) -> Told:
    """The status once it is known who says so: what a denial covers is denied, what is only wanted is nothing.

    Beside a demand an attack is told all the same: "stop it: today there were ten strikes".
    """
    if statement is None or status == "none":
        return status
    if statement.act == "deny":
        return "denied"
    wished = statement.act in {"want", "hope", "fear", "demand", "ask", "threaten", "offer"}
    return "none" if wished and not attack and status == "held" and statement.form != "indirect" else status
