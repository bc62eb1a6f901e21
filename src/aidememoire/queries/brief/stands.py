"""The lines on who moved: a stand taken or changed, a promise made, an offer answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aidememoire.model.facts import Commitment, Position
from aidememoire.model.joined import CommitmentGroup, Turn
from aidememoire.model.process import Condition, Deadlock, Stand
from aidememoire.queries.brief.passages import with_before
from aidememoire.queries.brief.sentences import leads_with, sentence_around
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.wording import bare, day_in_words, generic, position, quoted
from aidememoire.record.similarity import content_words

_STANDING = re.compile(
    r"\b(?:who|which)\s+(?:\w+ly\s+)?(?:refuses?|rejects?|wants?|demands?|says?|opposes?|insists?|seeks?|calls?)\b"
    r"|\b(?:has|have)\s+(?:long|always|repeatedly|consistently|previously)\b|\b(?:is|are)\s+among\b[^.]*\bthat\b",
    re.IGNORECASE,
)
# Two wordings of one stance that have this share of all their content words in common say nothing new.
_ALIKE = 0.6
# An issue of fewer content words is a label ("a ceasefire"): there the whole sentence is told.
_TELLING = 2
_SELF = re.compile(
    r"\b(?:themselves|itself|alone)\s+(?:must|should|will|would|can|has\s+to|have\s+to|ought\s+to)\b"
    r"|\b(?:is|be|was)\s+(?:up\s+to|for)\s+(?:the\s+)?\w+(?:\s+\w+)?\s+(?:themselves\s+|alone\s+)?to\s+(?:decide|choose|determine)\b"
)


def on_stands(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for the stands that a party took or changed in the days' articles.

    What one party sets as conditions for one thing is one line. A party without a name has none.
    """
    groups: dict[tuple[str, str, str], list[tuple[Stand, int]]] = {}
    for stand in sheet.links(Stand):
        for at, turn in enumerate(stand.course):
            if days.hold(turn.day) and not generic(sheet.name(stand.party)):
                (first,) = sheet.facts(Position, turn.facts[:1])
                if sheet.long_past(first, days) or standing(sheet, first) or _known(sheet, days, stand, first):
                    continue
                apart = first.condition_for or stand.id
                groups.setdefault((stand.party or "", turn.status, apart.casefold()), []).append((stand, at))
    for taken in groups.values():
        yield _line(sheet, days, taken)


def _line(sheet: Sheet, days: Days, taken: Sequence[tuple[Stand, int]]) -> Weighed:
    stand, at = taken[0]
    turns = [each.course[place] for each, place in taken]
    held = sheet.facts(Position, (fact for turn in turns for fact in turn.facts))
    issues = [sheet.facts(Position, turn.facts[:1])[0] for turn in turns]
    asked = None if _their_own(sheet, issues[0]) else _asked_of(sheet, held)
    thin = len(content_words(issues[0].issue)) < _TELLING or _their_own(sheet, issues[0])
    spoken = [replace(issues[0], issue=_told(sheet, issues[0]))] if thin and len(issues) == 1 else issues
    words = position(sheet.name(stand.party) or stand.party_text, turns[0].status, spoken, asked)
    moved = _moved(sheet, stand, at) if len(taken) == 1 else ""
    made = line(sheet, days, "moved", words + moved, stand.id, held)
    told = float(len({article for turn in turns for article in turn.articles}))
    return Weighed(made, (1.0 + bool(moved), told, sheet.prominence([stand.party])))


def _sentence(sheet: Sheet, held: Position) -> str:
    return sentence_around(sheet.articles[held.article], held.evidence).text


def _told(sheet: Sheet, held: Position) -> str:
    """The sentence that tells a stance, with the one before where that has to tell what is to be decided."""
    article, span = sheet.articles[held.article], sentence_around(sheet.articles[held.article], held.evidence)
    whole = with_before(article, span) if _their_own(sheet, held) else None
    return (whole or span).text


def _their_own(sheet: Sheet, held: Position) -> bool:
    """Whether it is left to somebody to decide, and nobody is asked: "the people themselves must decide"."""
    return _SELF.search(_sentence(sheet, held)) is not None


def _asked_of(sheet: Sheet, held: Sequence[Position]) -> str | None:
    """The name of the one party of whom all of it is wanted."""
    names = sheet.names(p.of for p in held)
    return names[0] if len(names) == 1 else None


def standing(sheet: Sheet, held: Position) -> bool:
    """Whether the article tells a stance as background: "who refuses to", "has long wanted"."""
    around = sentence_around(sheet.articles[held.article], held.evidence)
    at = around.text.find(held.issue)
    return _STANDING.search(around.text[:at] if at > 0 else held.evidence.text) is not None


def _known(sheet: Sheet, days: Days, stand: Stand, held: Position) -> bool:
    """Whether the party took that stance, in nearly these words, in an article of an earlier day."""
    mine = content_words(held.issue)
    for other in sheet.every(Position):
        day = sheet.day(other.article)
        if (
            day
            and day < days.since
            and other.stance == held.stance
            and sheet.name(other.party) == sheet.name(stand.party)
        ):
            theirs = content_words(other.issue)
            if mine and len(mine & theirs) >= _ALIKE * len(mine | theirs):
                return True
    return False


def _moved(sheet: Sheet, stand: Stand, at: int) -> str:
    """What the stance was before; "" where it was none, or of something else by its words."""
    if not at:
        return ""
    before = stand.course[at - 1]
    (was,), (now,) = (sheet.facts(Position, turn.facts[:1]) for turn in (before, stand.course[at]))
    if not content_words(was.issue) & content_words(now.issue):
        return ""
    since = f" on {day_in_words(before.day)}" if before.day else ""
    return f"; before that its stance was {before.status}{since}: {quoted(was.issue, 80)}"


def on_promises(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each promise made in the days' articles, and each that is told to have been kept."""
    for group in sheet.links(CommitmentGroup):
        for turn in group.course:
            if turn.status in {"made", "fulfilled"} and days.hold(turn.day) and not generic(sheet.name(group.by)):
                told = sheet.facts(Commitment, turn.facts)
                led = all(leads_with(sheet.articles[c.article], c.evidence) for c in told)
                if led or any(sheet.long_past(c, days) for c in told[:1]):
                    continue
                yield _promise(sheet, days, group, turn)


def _promise(sheet: Sheet, days: Days, group: CommitmentGroup, turn: Turn) -> Weighed:
    kept = turn.status == "fulfilled"
    to = sheet.name(group.to)
    what = "Promise told to be kept by" if kept else "Promise by"
    facts = sheet.facts(Commitment, turn.facts)
    said = sentence_around(sheet.articles[facts[0].article], facts[0].evidence).text
    told = said if "respectively" in group.what or bare(group.what) else group.what
    by = f" {sheet.name(group.by) or group.by_text}{f' to {to}' if to else ''}"
    # What several promise "respectively" is not one's.
    words = f"Promises: {quoted(told)}" if "respectively" in group.what else f"{what}{by}: {quoted(told)}"
    made = line(sheet, days, "happened" if kept else "moved", words, group.id, facts, turn.sources)
    return Weighed(made, (1.0, float(len(turn.articles)), sheet.prominence([group.by, group.to])))


def on_deadlocks(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each circle of conditions that the days' articles close."""
    conditions = {condition.id: condition for condition in sheet.links(Condition)}
    for deadlock in sheet.links(Deadlock):
        circle = [conditions[each] for each in deadlock.conditions]
        told = [day for place in deadlock.evidence if (day := sheet.day(place.article))]
        if told and days.hold(max(told)):
            facts = sheet.facts(Position, (p for c in circle for p in c.positions))
            words = f"A deadlock closes, each waiting for the next: {'; '.join(_waits(sheet, c) for c in circle)}"
            made = line(sheet, days, "moved", words, deadlock.id, facts)
            yield Weighed(made, (3.0, float(len(circle)), 0.0))


def _waits(sheet: Sheet, condition: Condition) -> str:
    who = sheet.name(condition.party) or condition.party_text
    return f"{quoted(condition.withheld)} withheld by {who} until {quoted(condition.awaited)}"
