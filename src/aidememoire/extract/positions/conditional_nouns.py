"""Preconditions told by a noun: "its condition for talks is a truce", "made a truce a condition for talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.grammar import is_party
from aidememoire.extract.holders import Holder, of_phrase, of_statement, of_subjects
from aidememoire.extract.positions.asked import doer
from aidememoire.extract.positions.held import Held
from aidememoire.extract.positions.issues import branch
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import tree_of
from aidememoire.model.spans import Span

_NOUN = r"(?:pre-?)?conditions?"
_TARGET = r"(?P<target>[^,;:“”\".]{3,80}?)"
_ISSUE = r"(?P<issue>[^,;:“”\".]{3,140})"
# "Its first condition for talks is the release of".
_IS = re.compile(
    rf"\b(?P<of>its|their|his|her|the|an?|one|our)?\s*(?:\w+\s+)?{_NOUN}\s+(?:for|of|to)\s+{_TARGET}\s+(?:is|was|are|were)\s+(?:that\s+|for\s+)?{_ISSUE}",
    re.IGNORECASE,
)
# "Made talks conditional on a truce", "tied talks to a truce".
_MADE = re.compile(
    rf"\b(?P<verb>ma(?:kes?|de|king))\s+{_TARGET}\s+(?:conditional|contingent|dependent)\s+(?:up)?on\s+{_ISSUE}"
    rf"|\b(?P<verb2>conditions|conditioned|conditioning)\s+(?P<target2>[^,;:“”\".]{{3,80}}?)\s+on\s+(?P<issue2>[^,;:“”\".]{{3,140}})",
    re.IGNORECASE,
)
# "Set the release of prisoners as a condition for talks".
_SET = re.compile(
    rf"\b(?P<verb>set|sets|setting|made|makes?|making|named?|names|listed|lists?|laid\s+down|put|demanded|demands?)\s+"
    rf"(?P<issue>[^,;:“”\".]{{3,120}}?)\s+(?:as\s+)?an?\s+(?:\w+\s+)?{_NOUN}\s+(?:for|of|to)\s+(?P<target>[^,;:“”\".]{{3,80}})",
    re.IGNORECASE,
)
# "The release of prisoners is a condition for talks".
_A_CONDITION = re.compile(
    rf"\s(?P<be>is|was|are|were|remains?|remained)\s+(?:still\s+)?(?:an?|the|our|its|their)\s+(?:\w+\s+)?{_NOUN}\s+(?:for|of|to)\s+(?P<target>[^,;:“”\".]{{3,80}})",
    re.IGNORECASE,
)


# "First the prisoners must be freed, then talks can begin".
_FIRST_THEN = re.compile(
    r"\bfirst,?\s+(?P<issue>[^,;:“”\".]{5,120}),?\s+(?:and\s+)?(?:only\s+)?then\s+(?P<target>[^,;:“”\".]{3,80})",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\s+(?:can|could|may|might|will|would)\s+(?:begin|start|resume|happen|take\s+place|go\s+ahead|proceed|be\s+held)\Z"
    r"|\A(?:it|they|we)\s+(?:can|could|may|might|will|would)\s+",
    re.IGNORECASE,
)


def named_conditions(scene: Scene, sentence: Span) -> Iterator[Held]:
    """The preconditions that a sentence calls by that name, or makes something conditional on."""
    for pattern in (_MADE, _SET):
        for match in pattern.finditer(scene.text, sentence.start, sentence.end):
            for holder in of_subjects(scene, sentence, match.start())[:1]:
                second = "verb2" in match.groupdict() and match["verb2"] is not None
                wanted, target = ("issue2", "target2") if second else ("issue", "target")
                yield _held(scene, sentence, holder, match, Span.of(scene.text, *match.span(wanted)), match[target])
    for match in _IS.finditer(scene.text, sentence.start, sentence.end):
        owner = _owner(scene, sentence, match)
        if owner is not None:
            yield _held(scene, sentence, owner, match, Span.of(scene.text, *match.span("issue")), match["target"])
    for match in _FIRST_THEN.finditer(scene.text, sentence.start, sentence.end):
        issue = Span.of(scene.text, *match.span("issue"))
        speaker = of_statement(scene, scene.statement_over(issue))
        if speaker is not None:
            yield _held(scene, sentence, speaker, match, issue, _MODAL.sub("", match["target"].strip()))
    for match in _A_CONDITION.finditer(scene.text, sentence.start, sentence.end):
        yield from _said_to_be(scene, sentence, match)


def _held(scene: Scene, sentence: Span, holder: Holder, match: re.Match[str], issue: Span, target: str) -> Held:
    evidence = Span.trimmed(scene.text, match.start(), match.end())
    issue = Span.trimmed(scene.text, issue.start, issue.end)
    of = doer(scene, sentence, issue, holder)
    return Held(holder, "precondition", issue, " ".join(target.split()), evidence, evidence, of)


def _owner(scene: Scene, sentence: Span, match: re.Match[str]) -> Holder | None:
    """Whose condition it is: of the name before it with 's, else of who says so."""
    owners = [p for p in scene.phrases_in(sentence) if p.possessive and 0 <= match.start() - p.span.end < 4]
    if owners and is_party(owners[-1]):
        return of_phrase(scene, owners[-1])
    return of_statement(scene, scene.statement_over(Span.of(scene.text, match.start("target"), match.end("target"))))


def _said_to_be(scene: Scene, sentence: Span, match: re.Match[str]) -> Iterator[Held]:
    """A thing that somebody says is a condition."""
    tree = tree_of(scene)
    cue = Span.of(scene.text, match.start("be"), match.end())
    holder = of_statement(scene, scene.statement_over(cue))
    inside = tree.within(cue)
    if holder is None or not inside:
        return
    predicate = tree.words[inside[0]].head
    noun = next(iter(tree.kids(predicate, "nsubj", "csubj")), None) if predicate >= 0 else None
    issue = branch(scene, sentence, noun) if noun is not None and tree.words[noun].upos != "PRON" else None
    if issue is not None and issue.end <= cue.start:
        evidence = Span.of(scene.text, issue.start, cue.end)
        target = " ".join(match["target"].split())
        yield Held(holder, "precondition", issue, target, evidence, cue, doer(scene, sentence, issue, holder))
