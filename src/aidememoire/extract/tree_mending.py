"""Arcs of a tree that cannot be so in English, put right.

The reading model decides on each word's head by itself, and now and then ties the subject of a verb to its object, or
the object to the subject, across the verb. Of two nouns on either side of the verb that both hang on, neither can hang
on the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aidememoire.model.reading import Word

_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_CLAUSES = frozenset(("root", "ccomp", "advcl", "parataxis", "conj", "acl", "acl:relcl", "xcomp"))
# What may follow its noun across a verb: "the envoy came, a man of few words".
_LATE = frozenset(("appos", "acl", "advcl", "conj", "parataxis", "ccomp", "orphan"))


def mend(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with such arcs put right; all others are as they were."""
    found = list(words)
    for at in range(len(found)):
        found[at] = _named(found, at)
    for at, verb in _verbs_across(found):
        found[at] = _hung_on(found, at, verb)
    return tuple(found)


def _named(words: list[Word], at: int) -> Word:
    """A word with the relation that its own children show: an "apposition" with an "and" is joined by it."""
    word = words[at]
    if word.label == "appos" and any(w.head == at and w.label == "cc" for w in words[max(0, at - 6) : at]):
        return replace(word, label="conj")
    # An auxiliary has no subject of its own.
    if word.label == "aux" and any(w.head == at and w.label.startswith("nsubj") for w in words[max(0, at - 15) : at]):
        return replace(word, label="ccomp")
    return word


def _verbs_across(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Nouns whose arc crosses the verb that their head hangs on, each with that verb."""
    for at, word in enumerate(words):
        if word.upos in _NOUNS and word.head >= 0 and not (word.head < at and word.label.split(":")[0] in _LATE):
            verb = _verb_above(words, word.head)
            if verb is not None and min(at, word.head) < verb < max(at, word.head):
                yield at, verb


def _verb_above(words: list[Word], at: int) -> int | None:
    """The verb of the clause in which a noun stands."""
    above = words[at].head
    while above >= 0 and not (words[above].upos == "VERB" and words[above].label in _CLAUSES):
        above = words[above].head
    return above if above >= 0 else None


def _hung_on(words: list[Word], at: int, verb: int) -> Word:
    """A noun hung on a verb: before it its subject, behind it a prepositional phrase or an object."""
    cased = any(w.head == at and w.label == "case" for w in words[max(0, at - 8) : at])
    if at < verb:
        if cased:
            return replace(words[at], head=verb, label="obl")
        passive = any(w.head == verb and w.label == "aux:pass" for w in words[max(0, verb - 6) : verb])
        return replace(words[at], head=verb, label="nsubj:pass" if passive else "nsubj")
    return replace(words[at], head=verb, label="obl" if cased else "obj")
