"""The words of a brief: sentences composed of names, days and quoted words of the record, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from aidememoire.model.facts import Position
from aidememoire.model.process import AgreementGroup, EncounterGroup
from aidememoire.model.when import When
from aidememoire.record.days import days
from aidememoire.record.naming.names import fold

_TOGETHER = {
    "meeting": ("met", "are to meet"),
    "talks": ("held talks", "are to hold talks"),
    "call": ("spoke by telephone", "are to speak by telephone"),
}
_ALONE = {
    "meeting": "a meeting",
    "talks": "talks",
    "call": "a telephone call",
    "visit": "a visit",
    "attack": "an attack",
    "release": "a release",
    "exchange": "an exchange",
    "evacuation": "an evacuation",
}
_BECAME = {
    "planned": ("is planned", "are planned"),
    "held": ("took place", "took place"),
    "postponed": ("was put off", "were put off"),
    "cancelled": ("was called off", "were called off"),
    "suspended": ("was broken off", "were broken off"),
    "alleged": ("is alleged", "are alleged"),
    "denied": ("is denied", "are denied"),
}
# Nouns, since a name may be of one or of many: "a demand by" fits both.
_STANCES = {
    "demand": "Demand by",
    "precondition": "Condition set by",
    "red line": "Red line of",
    "offer": "Offer by",
    "accept": "Acceptance by",
    "reject": "Rejection by",
}
_LONGEST = 520
_DOUBLE = re.compile('[“”"]')
# Words that stand for something else; "that" before a clause and "those who" do not.
_PRONOUN = re.compile(
    r"\b(?:it|they|them|he|she|him|(?:this|these|that)(?=\s*(?:[,.;)]|\Z|(?:is|was|be|to|as)\b)))\b", re.IGNORECASE
)
# An issue of fewer words than these is a label: "negotiate".
_FEWEST = 2
_ANYBODY = frozenset(
    (
        *(
            "men",
            "women",
            "people",
            "man",
            "woman",
            "two men",
            "pair",
            "two",
            "both",
            "others",
            "some",
            "many",
            "they",
            "it",
            "all",
        ),
        *(
            "side",
            "sides",
            "both sides",
            "two sides",
            "all sides",
            "party",
            "parties",
            "all parties",
            "group",
            "groups",
        ),
    )
)


def listed(names: Sequence[str]) -> str:
    """Names as English lists them: "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def quoted(words: str, longest: int = _LONGEST) -> str:
    """Words of an article in quotation marks, on one line, cut at a word where they are long.

    Quotation marks within them become single ones.
    """
    flat = _inner_marks(" ".join(words.split()).strip(" ,;"))
    if len(flat) > longest:
        flat = flat[:longest].rsplit(" ", 1)[0] + " …"
    return f"“{flat}”"


def _inner_marks(flat: str) -> str:
    """Words without the marks that hold them all, other double marks single; one without its fellow is left out."""
    marks = list(_DOUBLE.finditer(flat))
    whole = len(marks) == 2 and marks[0].start() == 0 and not flat[marks[1].end() :].strip(" .,;")
    if whole or len(marks) % 2:
        kept = _DOUBLE.sub("", flat) if whole or len(marks) == 1 else flat.strip('“”"')
        return _inner_marks(kept.strip(" ,;")) if len(marks) > 2 and kept != flat else kept.strip(" ,;")
    signs = iter("‘’" * (len(marks) // 2))
    return _DOUBLE.sub(lambda _: next(signs), flat)


def day_in_words(iso: str) -> str:
    """An ISO date as "3 March 2031"."""
    day = date.fromisoformat(iso[:10])
    return f"{day.day} {day:%B %Y}"


def dated(when: When | None) -> str:
    """A time in words, with the preposition before it: "" where there is none."""
    known = days(when.value) if when else None
    if when is None or known is None:
        return f" ({quoted(when.text)})" if when and when.text.strip() else ""
    first, last = known.first.isoformat(), known.last.isoformat()
    if first == last:
        return f" on {day_in_words(first)}"
    return f" between {day_in_words(first)} and {day_in_words(last)}"


def encounter(group: EncounterGroup, who: Sequence[str], status: str, when: When | None) -> str:
    """What an encounter was, or is to be, at a turn of its course that told it to have that status and time."""
    where, time = f" in {group.place}" if group.place else "", dated(when)
    done = status in {"held", "planned"} and not group.proximity
    if done and len(who) > 1 and group.kind in _TOGETHER:
        held, planned = _TOGETHER[group.kind]
        return f"{listed(who)} {held if status == 'held' else planned}{where}{time}"
    if done and who and group.kind == "visit" and group.place:
        came = f"Visit to {group.place}" if status == "held" else f"Planned visit to {group.place}"
        return f"{came} by {listed(who)}{time}"
    what = "proximity talks" if group.proximity else _ALONE[group.kind]
    became = _BECAME[status][what.endswith("talks")]
    of = f", involving {listed(who)}" if who else ""
    named = f"{what[0].upper()}{what[1:]}{where}"
    # Of what is planned the time is the one it is set for; of what was put off it may be the old one or the new.
    if status in {"planned", "postponed"}:
        set_for = f", set for{time.removeprefix(' on')}" if time and status == "planned" else ""
        return f"{named} {became}{set_for}{of}"
    return f"{named}{time} {became}{of}"


def before(status: str) -> str:
    """What an encounter had been told to be."""
    return {"postponed": "put off", "cancelled": "called off", "suspended": "broken off"}.get(status, status)


def terms(group: AgreementGroup) -> str:
    """The terms of an agreement, as told: "" where none are."""
    told = dict.fromkeys(f"{term.kind} {quoted(term.text, 80)}" for term in group.terms)
    return "".join(f"; {each}" for each in told)


def position(who: str, stance: str, held: Sequence[Position], of: str | None = None) -> str:
    """What a party wants or refuses, in its own words as told: one condition, or several for one thing.

    `of` is the name of whom it is wanted, None where nobody is told.
    """
    for_what = held[0].condition_for
    withheld = f" for {quoted(for_what)}" if for_what else ""
    asked = f" to {of}" if of and of != who and stance in {"demand", "offer"} else ""
    return f"{_STANCES[stance]} {who}{asked}{withheld}: {'; '.join(dict.fromkeys(quoted(_clear(p)) for p in held))}"


def generic(name: str | None) -> bool:
    """Whether a name names nobody: there is none, or it is a word for anybody ("the men", "both sides")."""
    return name is None or fold(name).removeprefix("the ") in _ANYBODY


def bare(words: str) -> bool:
    """Whether words alone do not tell what they speak of: a pronoun stands in them, or there is but one of them."""
    return _PRONOUN.search(words) is not None or len(words.split()) < _FEWEST


def _clear(held: Position) -> str:
    """The issue, or all that it was read from where the issue alone does not tell what it speaks of."""
    return held.evidence.text if bare(held.issue) else held.issue
