"""Positions told by a verb of taking one ("rejected", "offered") or by a word for it ("refusal", "unacceptable to")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aidememoire.extract.grammar import is_party, objects, opening
from aidememoire.extract.holders import Holder, of_phrase, of_statement, of_subjects
from aidememoire.extract.positions.held import Held, held
from aidememoire.extract.positions.issues import branch, issue_after
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import tree_of
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Stance
from aidememoire.model.spans import Span

_STANCES: tuple[Stance, ...] = ("red line", "accept", "offer", "reject", "demand")
_AND = re.compile(r"\band\s+(?:(?:also|then|later|again|instead)\s+)?\Z", re.IGNORECASE)
_NEGATED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno\s+longer|\bif|\bwhether|\bunless|\buntil|\bwithout)\s*(?:\w+\s*)?\Z", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:to|would|could|may|might|should|must|will|can)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# What others expect, and what stands before its verb: "will probably", "despite what the president".
_FORETOLD = re.compile(
    r"\b(?:likely|probably|possibly|presumably|expected\s+to)\s+\Z|\b(?:despite|whatever|than|like)\s+(?:what\s+)?(?:\w+\s+){1,3}\Z",
    re.IGNORECASE,
)
_YET = frozenset(("if", "unless", "until", "before", "once", "whether"))
# What somebody only might hold: "if the census fails, the council is ready to", "when they are ready to".
_SUPPOSED = re.compile(
    r"(?:\A|[“\",]\s*)(?:if|when|once)\b[^,]*(?:,[^,]{0,40})?\Z|\bthan\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE
)
_IF_ONLY = re.compile(r"(?:\A|[“\"]\s*)if\b[^,]*\Z", re.IGNORECASE)
_DOUBTED = re.compile(rf"\b(?:{either(wordlist('positions')['scope']['doubt'])})\b[^.;:“”\"]{{0,60}}\Z", re.IGNORECASE)


def stances(scene: Scene, sentence: Span) -> Iterator[Held]:
    """The positions that a verb or a word for them tells in a sentence."""
    for rule in (_owned, _of_subjects, _unacceptable, _non_negotiable):
        yield from rule(scene, sentence)


def _of_subjects(scene: Scene, sentence: Span) -> Iterator[Held]:
    """Verbs whose subject holds the position: "the council rejected the draft"."""
    for stance in _STANCES:
        for match in pattern("positions", f"subject.{stance}").finditer(scene.text, sentence.start, sentence.end):
            if _unheld(stance, scene.text[sentence.start : match.start()]):
                continue
            cue = Span.of(scene.text, match.start(), match.end())
            issue = issue_after(scene, sentence, cue) or _issue_before(scene, sentence, match)
            if issue is None or _is_open(scene, cue) or (stance == "offer" and _is_done_to(scene, cue)):
                continue
            for holder in of_subjects(scene, sentence, match.start()) or _shared(scene, sentence, match.start()):
                made = held(scene, sentence, holder, stance, cue, issue)
                yield replace(made, lead=_described(scene, cue, issue)) if stance == "demand" else made


def _described(scene: Scene, cue: Span, issue: Span) -> str:
    """What a relative clause wants done with something: "the talks" of "the talks, which the envoy wants to resume"."""
    tree = tree_of(scene)
    inside = tree.within(cue)
    if not inside or not scene.text[cue.end : issue.end].lstrip().startswith("to "):
        return ""
    verb = inside[-1]
    relative = [kid for kid in range(max(verb - 8, 0), verb) if tree.form(kid) in {"which", "that"}]
    noun = tree.words[verb].head
    if not tree.is_a(verb, "acl") or not relative or noun >= relative[-1] or tree.words[noun].upos != "NOUN":
        return ""
    return "" if tree.words[relative[-1]].label == "nsubj" else f"{tree.phrase(noun).text} "


def _is_open(scene: Scene, cue: Span) -> bool:
    """Whether a verb stands in a clause of what may be or has yet to come ("before the rebels agree to talk")."""
    tree = tree_of(scene)
    return any(
        tree.form(kid) in _YET
        for at in tree.within(cue)
        if tree.words[at].upos in {"VERB", "ADJ"}
        for kid in tree.kids(at, "mark")
    )


def _is_done_to(scene: Scene, cue: Span) -> bool:
    """Whether a verb stands in the passive: who was proposed has proposed nothing."""
    tree = tree_of(scene)
    return any(tree.words[at].upos == "VERB" and tree.passive(at) for at in tree.within(cue))


def _shared(scene: Scene, sentence: Span, verb: int) -> tuple[Holder, ...]:
    """Without a tree the subject that opens a sentence, for a second verb ("rejected it and demanded another")."""
    before = scene.text[sentence.start : verb]
    # A participle ("and calling for") belongs to the verb before it, whose subject may be another.
    if tree_of(scene).words or re.compile(r"\w+ing\b").match(scene.text, verb):
        return ()
    first = opening(scene, Span(sentence.start, verb, before)) if _AND.search(before) else None
    quoted = first is None or re.search(r"[;:“”\"]", scene.text[first.span.end : verb]) is not None
    return (of_phrase(scene, first),) if first is not None and not quoted and is_party(first) else ()


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
    if stance in {"accept", "offer"} and (_OPEN.search(before) or _SUPPOSED.search(before)):
        return True
    if (stance == "demand" and _IF_ONLY.search(before)) or _FORETOLD.search(before):
        return True
    return (stance != "reject" and _NEGATED.search(before) is not None) or _DOUBTED.search(before) is not None


def _owned(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "The front's refusal to disarm", "the front's call for a truce"."""
    kinds: tuple[tuple[str, Stance], ...] = (("refusal", "reject"), ("demand", "demand"), ("offer", "offer"))
    for key, stance in kinds:
        for match in pattern("positions", f"noun.{key}").finditer(scene.text, sentence.start, sentence.end):
            owners = [p for p in scene.phrases_in(sentence) if p.possessive and 0 < match.start() - p.span.end < 6]
            cue = Span.of(scene.text, match.start(), match.end())
            issue = issue_after(scene, sentence, cue)
            if not owners or issue is None or not is_party(owners[-1]):
                continue
            issue = _to_first_verb(scene, issue, match.group().endswith("of"))
            yield held(scene, sentence, of_phrase(scene, owners[-1]), stance, cue, issue)


def _to_first_verb(scene: Scene, issue: Span, of_noun: bool) -> Span:
    """A noun's issue before the verb of its own clause: "the rejection of a transition | sought to".

    Of a refusal to do something only "was" or "is" can be that verb.
    """
    tree = tree_of(scene)
    kinds = {"VERB", "AUX"} if of_noun else {"AUX"}
    verbs = (at for at in tree.within(issue)[1:] if tree.words[at].upos in kinds)
    free = (at for at in verbs if tree.form(at - 1) != "to" and not tree.is_a(at, "amod", "compound"))
    verb = next((at for at in free if of_noun or (tree.form(at) in {"was", "is"} and tree.is_a(at, "cop"))), None)
    return Span.trimmed(scene.text, issue.start, tree.words[verb].start) if verb is not None else issue


def _unacceptable(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "A demand unacceptable to the government": the issue is what stands before."""
    for match in pattern("positions", "noun.unacceptable").finditer(scene.text, sentence.start, sentence.end):
        refusing = [p for p in objects(scene, sentence, match.end()) if is_party(p)]
        issue, cut = _refused(scene, sentence, match) if refusing else (None, 0)
        if issue is None:
            continue
        cue = Span.of(scene.text, match.start(), match.end())
        for phrase in refusing:
            evidence = Span.trimmed(scene.text, cut, phrase.span.end)
            yield Held(of_phrase(scene, phrase), "reject", issue, None, evidence, cue)


def _refused(scene: Scene, sentence: Span, match: re.Match[str]) -> tuple[Span | None, int]:
    """What is unacceptable, and where the clause that says so begins.

    That is what the sentence said before a comma and "a demand", else the noun that it is told of; None where that is
    a party, or a relative pronoun.
    """
    cut = max(scene.text.rfind(",", sentence.start, match.start()), sentence.start - 1) + 1
    taken_up = pattern("positions", "noun.takes_up").match(scene.text[cut : match.start()].lstrip())
    if taken_up and cut > sentence.start:
        return _after_saying(scene, Span.trimmed(scene.text, sentence.start, cut - 1)), cut
    tree = tree_of(scene)
    inside = tree.within(Span(match.start(), sentence.end, ""))
    if not inside:
        return Span.trimmed(scene.text, cut, match.start()), cut
    noun = next(iter(tree.kids(inside[0], "nsubj")), None)
    told_of = branch(scene, sentence, noun) if noun is not None else None
    if told_of is None or any(told_of.covers(p.span) and p.span.end == told_of.end for p in scene.phrases_in(told_of)):
        return None, cut
    return (None if tree.form(noun or 0) in {"which", "that", "who", "both"} else told_of), min(told_of.start, cut)


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
