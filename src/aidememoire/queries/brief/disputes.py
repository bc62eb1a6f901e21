"""The lines on what is newly disputed: claims denied, promises said to be broken, figures at odds, accusations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aidememoire.model.facts import Commitment, Figure, Statement
from aidememoire.model.joined import Claim, CommitmentGroup, FigureGroup, Turn
from aidememoire.queries.brief.sentences import sentence_around
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.vocabulary import speaks_for_somebody
from aidememoire.queries.brief.warnings import conditional
from aidememoire.queries.brief.wording import bare, generic, listed, quoted
from aidememoire.record.similarity import content_words

_SHOWN = 3
# In characters: how far after an accusation its answer stands, and how long the name of what was broken is at most.
_NEAR, _NOUN = 400, 60
# Of eleven disputed claims those where the denial has less of its words from the assertion were two things.
_SHARED = 0.6
_POINTING = content_words("allegation accusation charge claim report rumour suggestion statement comment accuse")
_OF_DOING = re.compile(
    r"(?:accusation|allegation|claim|charge)s?\s|[^,.;:]{1,70}?\s(?:of|for)\s+(?:not\s+|\w+ly\s+)?\w+ing\b"
)
_CARRIES = re.compile(r"\b(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|claim(?:s|ed|ing)?\s*(?:responsibility)?\Z)")


def on_claims(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each claim that came to be disputed in the days' articles, and for each new accusation."""
    for claim in sheet.links(Claim):
        said = sheet.facts(Statement, (m.statement for m in claim.mentions))
        dated = [(s, day) for s in said if (day := sheet.day(s.article))]
        denied = [day for s, day in dated if s.act == "deny"]
        asserted = [day for s, day in dated if s.act != "deny"]
        accused = [s for s in said if s.act == "accuse"]
        if claim.disputed and denied and asserted and days.hold(max(min(denied), min(asserted))):
            if not _very_words(said):
                continue
            yield _dispute(sheet, days, claim, said)
        elif not claim.disputed and accused and asserted and days.hold(min(asserted)):
            yield from _accusation(sheet, days, claim, accused)


def _very_words(said: Sequence[Statement]) -> bool:
    """Whether a denial denies what is asserted: it has most of its words from there, or only points back to it.

    Who turns down an idea that is related to what another says denies nothing.
    """
    asserted = [content_words(s.words) for s in said if s.act != "deny"]
    for own in (content_words(s.words) - _POINTING for s in said if s.act == "deny"):
        if not own or any(len(own & words) >= _SHARED * len(own) for words in asserted):
            return True
    return False


def _dispute(sheet: Sheet, days: Days, claim: Claim, said: Sequence[Statement]) -> Weighed:
    asserted, denied = sheet.names(claim.asserted_by), sheet.names(claim.denied_by)
    words = f"{quoted(claim.text)}, asserted by {listed(asserted[:_SHOWN])}, is denied by {listed(denied[:_SHOWN])}"
    made = line(sheet, days, "disputed", words, claim.id, said, origins=claim.origins)
    told = float(len({s.article for s in said}))
    return Weighed(made, (2.0, told, sheet.prominence((*claim.asserted_by, *claim.denied_by))))


def _accusation(sheet: Sheet, days: Days, claim: Claim, said: Sequence[Statement]) -> Iterator[Weighed]:
    """An accusation that nobody has answered yet; none where the accuser or the accused has no name."""
    who = [name for name in sheet.names(s.speaker for s in said) if not generic(name)][:_SHOWN]
    target = next((name for s in said if (name := sheet.name(s.target)) and _somebody(sheet, s.target)), None)
    if who and target and not sheet.long_past(said[0], days) and not all(map(_no_charge, said)):
        first = next((s for s in said if sheet.name(s.target)), said[0])
        answer = _answer(sheet, first)
        words = f"Accusation by {listed(who)} against {target}: {quoted(_charge(sheet, claim, first))}"
        told = [*said, answer] if answer else said
        words += f"; {_words_of(sheet, answer)}" if answer else ""
        made = line(sheet, days, "disputed", words, claim.id, told, origins=claim.origins)
        people = sheet.prominence([*(s.speaker for s in said), *(s.target for s in said)])
        yield Weighed(made, (1.0, float(len({s.article for s in said})), people))


def _somebody(sheet: Sheet, who: str | None) -> bool:
    """Whether it is a party or a body that is accused, and no thing ("concerns among banks")."""
    actor = sheet.actors.get(sheet.actor_of.get(who, who)) if who else None
    return actor is not None and (actor.kind != "unnamed" or speaks_for_somebody(actor.name))


def _no_charge(said: Statement) -> bool:
    """Whether a statement passes for an accusation: a warning, another's words carried on, a deed that one claims."""
    cue = said.cue.text.lower() if said.cue else ""
    # Two words are no charge: there only the accused was read.
    return len(said.words.split()) < 3 or conditional(said) or _CARRIES.search(cue) is not None


def _charge(sheet: Sheet, claim: Claim, said: Statement) -> str:
    """What is charged, or the sentence where the words alone are no clause or do not tell of what they speak."""
    alone = not bare(claim.text) and not _OF_DOING.match(claim.text)
    return claim.text if alone else sentence_around(sheet.articles[said.article], said.content).text


def _answer(sheet: Sheet, said: Statement) -> Statement | None:
    """What the accused denies or rejects next in the same paragraph, or in the one that follows."""
    accused = sheet.name(said.target)
    text = sheet.articles[said.article].text
    for other in sheet.every(Statement):
        near = other.article == said.article and 0 <= other.content.start - said.content.end <= _NEAR
        answers = near and other.act in {"deny", "reject"} and accused and sheet.name(other.speaker) == accused
        if answers and len(re.findall(r"\n\s*", text[said.content.end : other.content.start])) <= 1:
            return other
    return None


def _words_of(sheet: Sheet, said: Statement) -> str:
    words = sentence_around(sheet.articles[said.article], said.content).text
    return f"{sheet.name(said.speaker)} answers: {quoted(words)}"


def on_breaches(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each promise that the days' articles tell to be broken, or that somebody denies to have broken."""
    for group in sheet.links(CommitmentGroup):
        for turn in group.course:
            if turn.status in {"alleged broken", "denied broken"} and days.hold(turn.day):
                yield _breach(sheet, days, group, turn)


def _breach(sheet: Sheet, days: Days, group: CommitmentGroup, turn: Turn) -> Weighed:
    told = sheet.facts(Commitment, turn.facts)
    who = sheet.name(group.by) or group.by_text or "somebody not named"
    accusers = [p for c in told for p in c.alleged_by]
    by = sheet.names(accusers)[:_SHOWN]
    of = f" of {quoted(group.what)}" if len(group.what) <= _NOUN else ""
    what = f"Breach{of} by {who}"
    words = (
        f"{what} alleged by {listed(by) or 'somebody not named'}"
        if turn.status == "alleged broken"
        else f"{what} denied"
    )
    words += f": {quoted(sentence_around(sheet.articles[told[0].article], told[0].evidence).text)}" if told else ""
    made = line(sheet, days, "disputed", words, group.id, told)
    return Weighed(made, (2.0, float(len({c.article for c in told})), sheet.prominence([group.by, *accusers])))


def on_figures(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each group of figures of one place that came to disagree in these days, with who gives each."""
    for group in sheet.links(FigureGroup):
        told = sheet.facts(Figure, (m.figure for m in group.members))
        dates = [day for f in told if (day := sheet.day(f.article))]
        if group.disputed and dates and days.hold(max(dates)) and _of_one_place(told):
            values = dict.fromkeys(f"{quoted(f.evidence.text, 40)} ({_giver(sheet, f)})" for f in told)
            words = f"Figures of {quoted(group.subject)} disagree: {'; '.join(values)}"
            made = line(sheet, days, "disputed", words, group.id, told)
            yield Weighed(made, (2.0, float(len({f.article for f in told})), 0.0))


def _of_one_place(told: Sequence[Figure]) -> bool:
    """Whether the figures are told to be of one place: without one, tolls of two attacks pass for a contradiction."""
    return len({f.place for f in told}) == 1 and told[0].place is not None


def _giver(sheet: Sheet, figure: Figure) -> str:
    return sheet.name(figure.speaker) or sheet.told_by((), [figure.article])
