"""What the parties demand, refuse, accept, offer, and make a condition for talking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from aidememoire.extract.conditions import Held, conditions
from aidememoire.extract.grammar import is_party, objects, opening
from aidememoire.extract.holders import Holder, of_phrase, of_statement, of_subject
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Position, Stance
from aidememoire.model.ids import content_id
from aidememoire.model.spans import Span

_STANCES: tuple[Stance, ...] = ("red line", "accept", "offer", "reject", "demand")
_WORDS = wordlist("positions")
_STOP = re.compile(
    rf"[;:“”\"]|,(?!\d)|\s[–—-]\s|\s(?:{either(_WORDS['noun']['stop'])})\b|[.!?…]+[”\"’]?\s*\Z", re.IGNORECASE
)
_MUST = re.compile(rf"\b{either(_WORDS['obligation']['must'])}\b", re.IGNORECASE)
_CLAUSE_START = re.compile(r"[,;:“\"]\s*(?:and\s+|but\s+)?|\bthat\s+|\bwhich\s+(?:it\s+says\s+)?", re.IGNORECASE)
_URGED = re.compile(r"[^,;.]{2,60}?\s+to\s+(?=\w)")
_AND = re.compile(r"\band\s+(?:(?:also|then|later|again|instead)\s+)?\Z", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|n['’]t|never|no\s+longer|if|whether)\s*(?:\w+\s*)?\Z", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:to|would|could|may|might|should|must|will|can)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_NOT_OTHERS = re.compile(r"\b(?:we|i|will|would|may|might|could)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
# An issue is a short phrase: words beyond these few are left to the evidence.
_ISSUE_WORDS = 14


def positions(scene: Scene) -> tuple[Position, ...]:
    """The positions of the parties in an article, in the order of its text."""
    found: dict[str, Position] = {}
    for sentence in scene.sentences():
        for held in _in_sentence(scene, sentence.span):
            made = _position(scene, held)
            found.setdefault(made.id, made)
    return tuple(sorted(found.values(), key=lambda p: (p.evidence.start, p.evidence.end)))


def _in_sentence(scene: Scene, sentence: Span) -> Iterator[Held]:
    taken: list[Span] = []
    rules = (conditions, _insisted, _urged, _of_subjects, _refusals, _unacceptable, _non_negotiable, _must)
    for held in chain.from_iterable(rule(scene, sentence) for rule in rules):
        fresh = not any(held.cue.overlaps(t) and held.cue != t for t in taken)
        if fresh:
            taken.append(held.cue)
            yield held


def _position(scene: Scene, held: Held) -> Position:
    issue = " ".join(held.issue.text.split()[:_ISSUE_WORDS]).strip(' “”"‘’.,')
    evidence = held.evidence
    return Position(
        id=content_id(
            "position", scene.article.id, evidence.start, evidence.end, held.stance, held.issue.start, held.holder.text
        ),
        article=scene.article.id,
        party=held.holder.party,
        party_text=held.holder.text,
        stance=held.stance,
        issue=issue,
        condition_for=held.condition_for,
        evidence=evidence,
    )


def _issue(scene: Scene, sentence: Span, start: int) -> Span | None:
    """What follows a cue, up to the end of its clause: None where fewer than two letters follow."""
    leading = re.compile(r"\s*(?:for|that|:)\s+").match(scene.text, start, sentence.end)
    start = leading.end() if leading else start
    stop = _STOP.search(scene.text, start, sentence.end)
    end = stop.start() if stop else sentence.end
    return Span.trimmed(scene.text, start, end) if len(scene.text[start:end].strip()) > 2 else None


def _held(scene: Scene, sentence: Span, holder: Holder, stance: Stance, cue: Span, issue: Span) -> Held:
    before = [
        p.span.start for p in scene.phrases_in(sentence) if p.span.end <= cue.start and p.span.text == holder.text
    ]
    start = before[-1] if before else min(cue.start, issue.start)
    # The article belongs to the name that stands in the evidence.
    start -= 4 if scene.text[max(0, start - 4) : start].lower() == "the " and start - 4 >= sentence.start else 0
    return Held(holder, stance, issue, None, Span.trimmed(scene.text, start, max(issue.end, cue.end)), cue)


def _of_subjects(scene: Scene, sentence: Span) -> Iterator[Held]:
    """Verbs whose subject holds the position: "the council rejected the draft"."""
    for stance in _STANCES:
        for match in pattern("positions", f"subject.{stance}").finditer(scene.text, sentence.start, sentence.end):
            if _unheld(stance, scene.text[sentence.start : match.start()]):
                continue
            holder = of_subject(scene, sentence, match.start()) or _shared(scene, sentence, match.start())
            issue = _issue(scene, sentence, match.end()) or _issue_before(scene, sentence, match)
            if holder is not None and issue is not None:
                yield _held(scene, sentence, holder, stance, Span.of(scene.text, match.start(), match.end()), issue)


def _shared(scene: Scene, sentence: Span, verb: int) -> Holder | None:
    """The subject that opens a sentence, for a second verb after "and" ("rejected the draft and demanded another")."""
    before = scene.text[sentence.start : verb]
    # A participle ("and calling for") belongs to the verb before it, whose subject may be another.
    if re.compile(r"\w+ing\b").match(scene.text, verb):
        return None
    first = opening(scene, Span(sentence.start, verb, before)) if _AND.search(before) else None
    quoted = first is None or re.search(r"[;:“”\"]", scene.text[first.span.end : verb]) is not None
    return of_phrase(scene, first) if first is not None and not quoted and is_party(first) else None


def _issue_before(scene: Scene, sentence: Span, match: re.Match[str]) -> Span | None:
    """The issue that a relative clause is about: "an order of business the government will not hear of"."""
    if not match.group().endswith(" of") and not match.group().endswith(" with"):
        return None
    before = [p.span.start for p in scene.phrases_in(sentence) if p.span.end <= match.start()]
    start = max(scene.text.rfind(mark, sentence.start, match.start()) + 1 for mark in ",:;—")
    words = scene.text[max(start, sentence.start) : before[-1]] if before else ""
    bare = re.sub(r"\s+(?:(?:which|that)\s+)?(?:the|an?|its|their)?\s*\Z", "", words)
    start = max(start, sentence.start)
    return Span.trimmed(scene.text, start, start + len(bare)) if len(bare.strip()) > 2 else None


def _unheld(stance: Stance, before: str) -> bool:
    """Whether the words before a cue take it back ("did not demand") or leave it open ("would have to agree")."""
    if stance in {"accept", "offer"} and _OPEN.search(before):
        return True
    return stance != "reject" and _NEGATED.search(before) is not None


def _insisted(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "Insisted that X must": without an obligation insisting is only saying."""
    for match in pattern("positions", "obligation.insist").finditer(scene.text, sentence.start, sentence.end):
        issue = _issue(scene, sentence, match.end())
        holder = of_subject(scene, sentence, match.start())
        if issue is not None and holder is not None and _MUST.search(issue.text):
            yield _held(scene, sentence, holder, "demand", _with_must(scene, match, issue), issue)


def _with_must(scene: Scene, match: re.Match[str], issue: Span) -> Span:
    return Span.of(scene.text, match.start(), issue.end)


def _urged(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "Urged the government to lift the siege"."""
    for match in pattern("positions", "obligation.urge").finditer(scene.text, sentence.start, sentence.end):
        urged = _URGED.match(scene.text, match.end(), sentence.end)
        holder = of_subject(scene, sentence, match.start())
        if urged is None or holder is None or not objects(scene, sentence, match.end()):
            continue
        issue = _issue(scene, sentence, urged.end())
        if issue is not None:
            yield _held(scene, sentence, holder, "demand", Span.of(scene.text, match.start(), match.end()), issue)


def _refusals(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "The front's refusal to disarm"."""
    for match in pattern("positions", "noun.refusal").finditer(scene.text, sentence.start, sentence.end):
        owners = [p for p in scene.phrases_in(sentence) if p.possessive and 0 < match.start() - p.span.end < 6]
        issue = _issue(scene, sentence, match.end())
        if owners and issue is not None:
            cue = Span.of(scene.text, match.start(), match.end())
            yield _held(scene, sentence, of_phrase(scene, owners[-1]), "reject", cue, issue)


def _unacceptable(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "A demand unacceptable to the government": the issue is what stands before."""
    for match in pattern("positions", "noun.unacceptable").finditer(scene.text, sentence.start, sentence.end):
        refusing = [p for p in objects(scene, sentence, match.end()) if is_party(p)]
        if not refusing:
            continue
        cut = max(scene.text.rfind(",", sentence.start, match.start()), sentence.start - 1) + 1
        taken_up = pattern("positions", "noun.takes_up").search(scene.text[cut : match.start()])
        start = sentence.start if taken_up and cut > sentence.start else cut
        before = Span.trimmed(scene.text, start, max(cut - 1, start + 1) if start < cut else match.start())
        cue = Span.of(scene.text, match.start(), match.end())
        for phrase in refusing:
            evidence = Span.trimmed(scene.text, cut, phrase.span.end)
            yield Held(of_phrase(scene, phrase), "reject", _after_saying(scene, before), None, evidence, cue)


def _after_saying(scene: Scene, before: Span) -> Span:
    """What is demanded, without "the council has insisted"."""
    said = pattern("positions", "obligation.insist").search(scene.text, before.start, before.end)
    return Span.trimmed(scene.text, said.end(), before.end) if said and said.end() < before.end - 2 else before


def _non_negotiable(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "X is non-negotiable", held by who says so."""
    for match in pattern("positions", "noun.non_negotiable").finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        statement = scene.statement_over(cue)
        holder = of_statement(scene, statement)
        if statement is None or holder is None:
            continue
        start = max(sentence.start, statement.content.start)
        if match.start() - start > 2:
            issue = Span.trimmed(scene.text, start, match.start())
            yield Held(holder, "red line", issue, None, Span.of(scene.text, issue.start, match.end()), cue)


def _must(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "X must", demanded by who says so, unless of itself."""
    for match in pattern("positions", "obligation.must_alone").finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        statement = scene.statement_over(cue)
        holder, issue = of_statement(scene, statement), _issue(scene, sentence, match.end())
        if statement is None or holder is None or issue is None or _of_itself(scene, sentence, cue, holder):
            continue
        start = max(sentence.start, statement.content.start)
        cut = [m.end() for m in _CLAUSE_START.finditer(scene.text, start, match.start())]
        evidence = Span.trimmed(scene.text, max([start, *cut]), issue.end)
        yield Held(holder, "demand", evidence, None, evidence, cue)


def _of_itself(scene: Scene, sentence: Span, cue: Span, holder: Holder) -> bool:
    """Whether the speaker only says what itself must do ("we must ask again")."""
    if _NOT_OTHERS.search(scene.text[sentence.start : cue.start]):
        return True
    obliged = of_subject(scene, sentence, cue.start)
    return obliged is not None and (obliged == holder or (obliged.party is not None and obliged.party == holder.party))
