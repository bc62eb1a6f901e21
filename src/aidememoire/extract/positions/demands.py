"""Demands told by an obligation: "must", "insisted that X must", "urged the government to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.grammar import objects
from aidememoire.extract.holders import Holder, of_phrase, of_statement, of_subject, of_subjects
from aidememoire.extract.positions.asked import doer
from aidememoire.extract.positions.held import Held, held
from aidememoire.extract.positions.issues import branch, issue_after
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree, tree_of
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.facts import Stance
from aidememoire.model.spans import Span

_WORDS = wordlist("positions")["obligation"]
_MUST = re.compile(rf"\b{either(_WORDS['must'])}\b", re.IGNORECASE)
_CLAUSE_START = re.compile(r"[,;:“\"]\s*(?:and\s+|but\s+)?|\bthat\s+|\bwhich\s+(?:it\s+says\s+)?", re.IGNORECASE)
_URGED = re.compile(r"[^,;.]{2,60}?\s+to\s+(?=\w)")
_AND_OF = re.compile(
    r",?\s+and\s+(?:for|on|upon)\s+(?P<whom>[^,;.]{2,50}?)\s+(?=(?:not\s+)?to\s)(?:to\s+(?=\w))?", re.IGNORECASE
)
# What somebody only could ask: "a wording by which we could urge them".
_MIGHT = re.compile(r"\b(?:can|could|may|might|should)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_NOT = re.compile(r"\bnot\s+to\s+\Z", re.IGNORECASE)
_NOT_OTHERS = re.compile(
    r"(?:\b(?:we|i|will|would|may|might|could|if|whether|what|how|not|never|no\s+longer)|n['’]t)\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
# Subjects that no reader of the issue alone could tell the meaning of.
_BARE = frozenset(("this", "that", "it", "which", "who", "these", "those", "what", "you", "one"))
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "CCONJ", "PRON"))
_HEADS = frozenset(("NOUN", "PROPN", "PRON"))
# What one must only think is no demand.
_THOUGHT = re.compile(
    r"\s+(?:\w+ly\s+)?(?:consider|understand|reali[sz]e|remember|know|wonder|think|ask|wait|be\s+(?:honest|careful|clear)|answer)\b",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(r"\bbefore\s+(?P<first>[^,;:]{3,60}),", re.IGNORECASE)


def demands(scene: Scene, sentence: Span) -> Iterator[Held]:
    """The demands that a sentence tells by an obligation."""
    for rule in (_insisted, _urged, _must):
        yield from rule(scene, sentence)


def _insisted(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "Insisted that X must": without an obligation insisting is only saying."""
    for match in pattern("positions", "obligation.insist").finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        issue = issue_after(scene, sentence, cue)
        if issue is None or not _MUST.search(issue.text) or _opens_bare(issue.text):
            continue
        for holder in of_subjects(scene, sentence, match.start()):
            yield held(scene, sentence, holder, "demand", Span.of(scene.text, match.start(), issue.end), issue)


def _opens_bare(words: str) -> bool:
    return words.split()[0].lower() in {*_BARE, "must", "has", "have", "needs", "should", "his", "her", "its", "their"}


def _urged(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "Urged the government to lift the siege"."""
    tree = tree_of(scene)
    for match in pattern("positions", "obligation.urge").finditer(scene.text, sentence.start, sentence.end):
        urged = _URGED.match(scene.text, match.end(), sentence.end)
        told = objects(scene, sentence, match.end())
        if urged is None or not told:
            continue
        do = tree.within(Span(urged.end(), sentence.end, ""))[:1]
        if do and tree.words[do[0]].upos not in {"VERB", "AUX", "ADV"}:
            continue
        issue = issue_after(scene, sentence, Span.of(scene.text, match.start(), urged.end()))
        denied = _NOT.search(urged.group())
        if issue is not None and denied is not None:
            issue = Span.of(scene.text, urged.start() + denied.start(), issue.end)
        if issue is None:
            continue
        if _THOUGHT.match(f" {issue.text}") or _MIGHT.search(scene.text[sentence.start : match.start()]):
            continue
        cue = Span.of(scene.text, match.start(), match.end())
        of = of_phrase(scene, told[0]).party if len(told) == 1 else None
        for holder in of_subjects(scene, sentence, match.start()):
            for asked, doing in _asked_of_each(scene, sentence, issue, of):
                yield held(scene, sentence, holder, "demand", cue, asked, doing)


def _asked_of_each(scene: Scene, sentence: Span, issue: Span, of: str | None) -> Iterator[tuple[Span, str | None]]:
    """What is asked, and of a second party after it: "to lift the siege and for the front to leave the bridge"."""
    second = _AND_OF.search(scene.text, issue.start, issue.end)
    told = objects(scene, sentence, second.start("whom")) if second is not None else ()
    if second is None or not told:
        yield issue, of
        return
    yield Span.trimmed(scene.text, issue.start, second.start()), of
    yield Span.trimmed(scene.text, second.end(), issue.end), of_phrase(scene, told[0]).party if len(told) == 1 else None


def _must(scene: Scene, sentence: Span) -> Iterator[Held]:
    """ "X must", demanded by who says so, unless of itself."""
    for match in pattern("positions", "obligation.must_alone").finditer(scene.text, sentence.start, sentence.end):
        cue = Span.of(scene.text, match.start(), match.end())
        statement = scene.statement_over(cue)
        holder = of_statement(scene, statement)
        if statement is None or holder is None or _of_itself(scene, sentence, cue, holder):
            continue
        whole = _obliged(scene, sentence, cue, max(sentence.start, statement.content.start))
        if whole is None or _THOUGHT.match(scene.text, cue.end):
            continue
        first = _BEFORE_IT.search(scene.text, statement.content.start, whole.start)
        of = doer(scene, sentence, whole, holder)
        stance: Stance = "precondition" if first else "demand"
        for issue in (whole, *_second_verbs(scene, sentence, cue, whole)):
            yield Held(holder, stance, issue, first["first"] if first else None, issue, cue, of)


def _second_verbs(scene: Scene, sentence: Span, cue: Span, whole: Span) -> Iterator[Span]:
    """What else must be done by the same, after "and": "must stop the shelling, and release the prisoners"."""
    tree = tree_of(scene)
    inside = tree.within(Span(cue.start, sentence.end, ""))
    verb = tree.words[inside[0]].head if inside and tree.is_a(inside[0], "aux") else None
    for kid in tree.kids(verb, "conj") if verb is not None else ():
        if tree.words[kid].start < whole.end or tree.kids(kid, "nsubj", "aux", "csubj"):
            continue
        issue = branch(scene, sentence, kid)
        bare = re.sub(r"\A,?\s*(?:and|or)\s+", "", issue.text) if issue is not None else ""
        if issue is not None and tree.words[kid].upos == "VERB" and not tree.form(kid).endswith("ed"):
            yield Span.of(scene.text, issue.end - len(bare), issue.end)


def _obliged(scene: Scene, sentence: Span, cue: Span, start: int) -> Span | None:
    """The clause of an obligation with its subject, None where that says nothing by itself ("this must")."""
    tree = tree_of(scene)
    inside = tree.within(Span(cue.start, sentence.end, ""))
    if not inside:
        return _obliged_without_tree(scene, sentence, cue, start)
    issue = issue_after(scene, sentence, cue)
    verb = inside[0]
    while tree.is_a(verb, "aux", "mark", "cop", "advmod") and tree.words[verb].head >= 0:
        verb = tree.words[verb].head
    if (
        issue is None
        or tree.is_a(verb, "acl")
        or any(tree.form(kid) in {"whether", "if"} for kid in tree.kids(verb, "mark"))
    ):
        return None
    last = tree.form(inside[0] - 1) if inside[0] else ""
    if last == "there":
        return issue
    first = _group_before(tree, inside[0], start) or _subject_of(tree, verb, inside[0])
    if first is None or last in _BARE:
        return None
    place = tree.words[first].start
    over = (p.span.start for p in scene.phrases_in(sentence) if p.span.start <= place < p.span.end)
    return Span.of(scene.text, max(min(over, default=place), start), issue.end)


def _group_before(tree: Tree, verb: int, start: int) -> int | None:
    """The first word of the group of nouns that stands right before a verb, whatever the tree makes of it."""
    first = verb
    while first > 0 and tree.words[first - 1].start >= start and tree.words[first - 1].upos in _NOMINAL:
        first -= 1
    while first < verb and tree.words[first].upos in {"ADP", "CCONJ"}:
        first += 1
    return first if first < verb and any(tree.words[at].upos in _HEADS for at in range(first, verb)) else None


def _subject_of(tree: Tree, verb: int, before: int) -> int | None:
    noun = next((kid for kid in tree.kids(verb, "nsubj", "csubj") if kid < before), None)
    return min(tree.below(noun)) if noun is not None and tree.form(noun) not in _BARE else None


def _obliged_without_tree(scene: Scene, sentence: Span, cue: Span, start: int) -> Span | None:
    issue = issue_after(scene, sentence, cue)
    cut = [m.end() for m in _CLAUSE_START.finditer(scene.text, start, cue.start)]
    return Span.trimmed(scene.text, max([start, *cut]), issue.end) if issue is not None else None


def _of_itself(scene: Scene, sentence: Span, cue: Span, holder: Holder) -> bool:
    """Whether the speaker only says what itself must do ("we must ask again")."""
    if _NOT_OTHERS.search(scene.text[sentence.start : cue.start]):
        return True
    obliged = of_subject(scene, sentence, cue.start)
    return obliged is not None and (obliged == holder or (obliged.party is not None and obliged.party == holder.party))
