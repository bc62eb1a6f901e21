"""Who tells of an encounter: the statement that says so, or the article itself in an aside."""

from __future__ import annotations

import re
from dataclasses import replace

from aidememoire.extract.bonds import head_word, known_tree
from aidememoire.extract.encounters.doers import of_noun
from aidememoire.extract.encounters.groups import with_speaker
from aidememoire.extract.encounters.known import is_known
from aidememoire.extract.encounters.reach import event_word, tells
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import pattern
from aidememoire.model.facts import Statement
from aidememoire.model.spans import Span

_DEPTH = 12
_RELATIVE = frozenset(("which", "who", "whom", "whose", "that", "where"))
# "Said after talks in Halvet": when it was said, not what.
_SAID_AFTER = re.compile(
    r"\b(?:said|says|told\s+(?:\w+\s+){1,3}|announced|spoke|speaking)\s+(?:after|following|during|before|ahead\s+of|at)\s+(?:[\w’'-]+\s+){0,5}\Z",
    re.IGNORECASE,
)
# A speaker who is no "he".
_BODY = re.compile(
    r"\b(?:office|ministry|sources|officials|group|council|agency|army|government|statement|spokespeople)\Z",
    re.IGNORECASE,
)
# "The talks that began on Monday": that they did is the reporter's.
_TOLD_BESIDE = re.compile(
    r",?\s+(?:which|that)\s+(?:(?:[\w-]+ly|were|was|are|is|had|have|will)\s+){0,3}(?:been\s+)?"
    r"(?:began|begins?|started|starts?|opened|opens?|resumes?d?|collapsed|broke|ended|took|fell|due|scheduled|planned|postponed|supposed)\b"
)
# ", an attack that officials blamed on ...": the clause before has told of it.
_APPOSED = re.compile(r",\s+(?:in\s+)?an?\s+(?:[\w-]+\s+){0,2}\Z")


def statement_of(scene: Scene, cue: Span) -> Statement | None:
    """The statement that says that an encounter takes place, None where the article itself does.

    "A bombing that officials blamed on the front" is told by the article: officials only say whose it was.
    """
    statement = scene.statement_over(cue)
    tree = known_tree(scene)
    if statement is None or statement.cue is None or tree is None:
        return statement
    if statement.cue.start > cue.end and _APPOSED.search(scene.text[max(0, cue.start - 40) : cue.start]):
        return None
    if scene.text[: statement.cue.end + 4].endswith(" off") or statement.cue.text.endswith(" off"):
        # "Called off": no word of saying.
        return None
    word, said = head_word(tree, cue), head_word(tree, statement.cue)
    if word is not None and said is not None and _under(tree, said, word):
        return None
    return with_speaker(scene, statement)


def _under(tree: Tree, lower: int, upper: int) -> bool:
    """Whether a word hangs below another."""
    for _ in range(_DEPTH):
        if lower == upper:
            return True
        lower = tree.words[lower].head
        if lower < 0:
            return False
    return False


def as_speaker(scene: Scene, participants: tuple[Phrase, ...], statement: Statement | None) -> tuple[Phrase, ...]:
    """The participants; "she" at the beginning of somebody's reported words is who said them ("said she met ...")."""
    speaker = scene.party(statement.speaker) if statement is not None else None
    if statement is None or speaker is None or statement.form == "direct":
        return participants
    body = speaker.kind != "person" and _BODY.search(speaker.name) is not None
    pronoun = r"(?:it|they)" if body or speaker.kind in {"organization", "armed group", "government"} else r"(?:he|she)"
    opening = re.match(rf"(?:that\s+)?{pronoun}\b", statement.content.text, re.IGNORECASE)
    end = statement.content.start + (opening.end() if opening else 0)
    return tuple(
        replace(p, party=speaker.id)
        if opening and p.span.end == end and p.span.text.lower() in {"he", "she", "it", "they"}
        else p
        for p in participants
    )


def source_of(scene: Scene, cue: Span, statement: Statement | None) -> str | None:
    """The party who says so. In a report of somebody's words "who met her on Monday" is the reporter's aside."""
    if statement is None or _SAID_AFTER.search(scene.text[max(0, cue.start - 70) : cue.start]):
        return None
    if statement.form != "direct" and _in_aside(scene, statement.content, cue):
        return None
    accused = pattern("encounters", "happenings.accused").search(scene.text, max(0, cue.start - 120), cue.start)
    if statement.form != "direct" and accused is None and _comments(scene, statement, cue):
        return None
    return statement.speaker or _who_said(scene, statement)


def _comments(scene: Scene, statement: Statement, cue: Span) -> bool:
    """Whether a statement only judges or expects what the article tells ("condemned the attack", "is expected to").

    So it does too where it says of a known event something else than what happened ("said the attack showed ...").
    """
    said = statement.cue.text if statement.cue is not None else ""
    if statement.act == "condemn" or pattern("encounters", "bonds.comments").search(said):
        return True
    tree = known_tree(scene)
    at = event_word(tree, cue) if tree is not None else None
    if tree is None or at is None or not tree.is_a(at, "nsubj") or not is_known(tree, cue):
        return False
    verb = tree.words[at].head
    attack = pattern("attacks", "reach.nouns").search(cue.text) is not None
    return attack and tree.words[at].label == "nsubj" and not tells(tree, verb)


def _who_said(scene: Scene, statement: Statement) -> str | None:
    """The party that "which" or "who" before a verb of saying means ("the charity, which said ...")."""
    tree = known_tree(scene)
    said = head_word(tree, statement.cue) if tree is not None and statement.cue is not None else None
    if tree is None or said is None or not tree.is_a(said, "acl:relcl"):
        return None
    named = of_noun(scene, tree, tree.words[said].head)
    return next((p.party for p in named), None)


def _in_aside(scene: Scene, content: Span, cue: Span) -> bool:
    """Whether a cue stands in a relative clause inside the content, or is a gathering told by such a clause."""
    tree = known_tree(scene)
    at = head_word(tree, cue) if tree is not None else None
    if tree is not None and at is not None and _TOLD_BESIDE.match(scene.text, cue.end):
        return True
    for _ in range(_DEPTH):
        if tree is None or at is None or at < 0:
            return False
        if tree.words[at].label == "acl:relcl" and content.start <= tree.words[at].start:
            # A clause whose "which" stands behind the cue does not hold it, whatever the tree has.
            return not any(tree.form(kid) in _RELATIVE and tree.words[kid].start > cue.end for kid in tree.children[at])
        at = tree.words[at].head
    return False
