"""The words of a sentence that tell of one attack, release or evacuation: its noun or verb, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.extract.bonds import head_word
from aidememoire.extract.syntax import Tree
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.model.spans import Span

# How far up and down a tree is climbed: "people / killed / in a series / of bombings" is four.
_DEPTH = 8
_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "PRON"))
# "..., an attack that officials blamed on ...": the clause before tells of it.
_APPOSED = re.compile(r",\s+(?:in\s+)?an?(?:other)?\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)
_SUMMING = re.compile(
    rf",\s+in\s+(?:an?|one\s+of|the\s+(?:latest|second|third|fourth|fifth))\s+(?:[\w-]+\s+){{0,3}}(?P<noun>{either(wordlist('attacks')['reach']['nouns'])})\b",
    re.IGNORECASE,
)
_OF_NOUN = frozenset(("of", "from", "in", "by", ""))


def reach(tree: Tree, sentence: Span, cue: Span) -> frozenset[int]:
    """The words, by index, whose days, places and victims are those of the event told at `cue`."""
    at = event_word(tree, cue)
    if at is None:
        return frozenset()
    own = {at, *(w for w in tree.within(cue) if tree.words[w].upos in {"NOUN", "VERB"})}
    for start in tuple(own):
        own.update(_above(tree, start))
    for told in (_told_before(tree, sentence, cue), _told_after(tree, sentence, cue)):
        if told is not None:
            own.update((told, *_above(tree, told)))
    for word in tuple(own):
        own.update(_below(tree, word))
    return frozenset(own)


def event_word(tree: Tree, cue: Span) -> int | None:
    """The word that an event's cue hangs on: of "car bomb" in "car bomb attack" the attack; None where it has none."""
    at = head_word(tree, cue)
    for _ in range(_DEPTH):
        if at is None or not tree.is_a(at, "compound", "amod"):
            break
        head = tree.words[at].head
        if head < at or pattern("attacks", "reach.nouns").fullmatch(tree.form(head)) is None:
            break
        at = head
    return at


def tells(tree: Tree, at: int) -> bool:
    """Whether a verb is one of what attacks do or what is done with them ("killed", "hit", "carried out")."""
    if pattern("attacks", "reach.takes").fullmatch(tree.form(at)):
        return at + 1 < len(tree.words) and tree.form(at + 1) == "place"
    return pattern("attacks", "reach.verbs").fullmatch(tree.form(at)) is not None


def _above(tree: Tree, at: int) -> Iterator[int]:
    for _ in range(_DEPTH):
        head = tree.words[at].head
        if head < 0 or not (_noun_serves if tree.words[at].upos in _NOUNS else _verb_serves)(tree, at, head):
            return
        yield head
        at = head


def _noun_serves(tree: Tree, at: int, head: int) -> bool:
    """Whether what a noun hangs on tells of the noun's event: "toll from the attack", "killed in the attack"."""
    # "Fighting and shelling erupted": the first is often read as a verb.
    gerund = tree.is_a(at, "conj") and tree.is_a(head, "nsubj") and tree.form(head).endswith("ing")
    if tree.words[head].upos in _NOUNS or gerund:
        return tree.is_a(at, "conj", "appos", "nsubj") or (
            tree.is_a(at, "nmod") and tree.preposition(at) in _OF_NOUN and not _other_event(tree, head)
        )
    return tree.is_a(at, "nsubj", "obj", "obl", "nmod", "appos", "parataxis") and tells(tree, head)


def _other_event(tree: Tree, noun: int) -> bool:
    other = pattern("encounters", "bonds.occasions").fullmatch(tree.form(noun)) is not None
    return other and pattern("attacks", "reach.nouns").fullmatch(tree.form(noun)) is None


def _verb_serves(tree: Tree, at: int, head: int) -> bool:
    if tree.is_a(at, "acl"):
        return tree.words[head].upos in _NOUNS and not _other_event(tree, head)
    if tree.is_a(at, "xcomp"):
        return True
    if tree.is_a(at, "nsubj"):
        # "Fighting and shelling erupted": a noun, read as a verb.
        return tells(tree, head)
    joined = tree.is_a(at, "conj", "parataxis") or (tree.is_a(at, "advcl") and tree.form(at).endswith("ing"))
    return joined and tells(tree, head) and not tree.kids(at, "mark")


def _below(tree: Tree, at: int) -> Iterator[int]:
    """The clauses below a word that go on telling of it: ", killing ten", "that hit the town", "and wounded six"."""
    verb = tree.words[at].upos == "VERB"
    for kid in tree.kids(at, *(("advcl", "conj", "xcomp") if verb else ("acl",))):
        ing = not tree.is_a(kid, "advcl") or (tree.form(kid).endswith("ing") and not tree.kids(kid, "mark"))
        if tree.words[kid].upos == "VERB" and ing and (tells(tree, kid) or tree.is_a(kid, "xcomp")):
            if _of_another(tree, kid):
                continue
            yield kid
            yield from _below(tree, kid)


def _of_another(tree: Tree, verb: int) -> bool:
    """Whether a relative clause has a subject of its own ("which the front took on Monday")."""
    if tree.words[verb].label != "acl:relcl":
        return False
    return any(tree.words[kid].upos in {"NOUN", "PROPN"} for kid in tree.kids(verb, "nsubj")) and not tree.passive(verb)


def _told_before(tree: Tree, sentence: Span, cue: Span) -> int | None:
    """The verb before ", an attack", where such words sum up what was told."""
    match = _APPOSED.search(tree.text, sentence.start, cue.start)
    if match is None:
        return None
    before = tree.within(Span(sentence.start, match.start(), ""))
    return next((w for w in reversed(before) if tree.words[w].upos == "VERB" and tells(tree, w)), None)


def _told_after(tree: Tree, sentence: Span, cue: Span) -> int | None:
    """The noun of ", in one of two attacks" or ", in an attack", which sums up what was told before."""
    match = _SUMMING.search(tree.text, cue.end, sentence.end)
    if match is None:
        return None
    nouns = tree.within(Span(match.start("noun"), match.end("noun"), ""))
    return nouns[0] if nouns else None
