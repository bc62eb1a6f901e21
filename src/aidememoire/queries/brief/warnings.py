"""The lines on denials, warnings and claimed deeds of the days: whose they are, and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.model.facts import Statement
from aidememoire.queries.brief.sentences import leads_with, sentence_around
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.vocabulary import is_proposal
from aidememoire.queries.brief.wording import listed, quoted
from aidememoire.record.similarity import content_words

# Fewer content words than these tell of nothing in particular ("the charge").
_FEWEST = 3
# The words that carry it: of statements that pass for a denial or a threat by their content alone half were neither.
_WARNS = re.compile(r"\b(?:warn|threat|vow)", re.IGNORECASE)
_CLAIMS = re.compile(r"claim(?:s|ed|ing)?\b", re.IGNORECASE)
_DEED = re.compile(
    r"\bclaim(?:s|ed|ing)\s+(?:responsibility|(?:the|an?|both|several)\s+(?:\w+\s+)?"
    r"(?:attacks?|bombings?|raids?|blasts?|killings?|assaults?|strikes?))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:deni|deny|dismiss|reject|refut|disput|rebut)", re.IGNORECASE)


def on_warnings(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each denial, warning and claimed deed of a speaker with a name, in the words of the article."""
    for said in sheet.every(Statement):
        if not days.hold(sheet.day(said.article)) or not sheet.name(said.speaker):
            continue
        cue = said.cue.text if said.cue else ""
        if _CLAIMS.match(cue) and _tells(sheet, days, said, 1):
            yield from _claim(sheet, days, said)
            continue
        warns = said.act in {"accuse", "threaten"} and (conditional(said) or _WARNS.search(cue) is not None)
        denies = said.act == "deny" and _DENIES.search(cue) is not None and not is_proposal(said.content.text)
        if (warns or denies) and _tells(sheet, days, said):
            yield _line(sheet, days, said, warns)


def _claim(sheet: Sheet, days: Days, said: Statement) -> Iterator[Weighed]:
    """A line where a party claims a deed as its own."""
    words = sentence_around(sheet.articles[said.article], said.content).text
    if _DEED.search(words):
        text = f"Claim of responsibility by {sheet.name(said.speaker)}: {quoted(words)}"
        yield Weighed(line(sheet, days, "happened", text, said.id, [said]), (1.0, 1.0, 1.0))


def conditional(said: Statement) -> bool:
    """Whether the words say what would follow if something were done: a warning, no accusation."""
    return said.content.text.lstrip(" “\"‘'").lower().startswith("if ")


def _tells(sheet: Sheet, days: Days, said: Statement, fewest: int = _FEWEST) -> bool:
    return (
        len(content_words(said.words)) >= fewest
        and not leads_with(sheet.articles[said.article], said.content)
        and not sheet.long_past(said, days)
    )


def _line(sheet: Sheet, days: Days, said: Statement, warns: bool) -> Weighed:
    who = listed(sheet.names((said.speaker, *said.joint)))
    to = sheet.name(said.target or said.addressee) if warns else None
    words = sentence_around(sheet.articles[said.article], said.content).text
    head = f"Warning by {who}{f' to {to}' if to and to != who else ''}" if warns else f"Denial by {who}"
    made = line(sheet, days, "moved" if warns else "disputed", f"{head}: {quoted(words)}", said.id, [said])
    return Weighed(made, (1.0, 1.0, 0.5 * sheet.prominence([said.speaker, said.target])))
