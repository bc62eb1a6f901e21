"""The words that tell an event: the rules of `data/events.toml`, with every form of their verbs and nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from aidememoire.extract.wordlists import wordlist
from aidememoire.lexicon.inflection import forms
from aidememoire.model.events import EventKind

Takes = Literal["clause", "actor", "none", ""]

_VOWELS = frozenset("aeiou")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the kind and mode that its verbs tell, and what these must have beside them. `number` is its place."""

    number: int
    kind: EventKind
    mode: str | None
    verbs: frozenset[str]
    nouns: frozenset[str]
    takes: Takes
    to: tuple[str, ...]
    tool: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules by the first word of each verb, those of nouns by each noun, and the lists that tell the frame."""

    rules: Mapping[str, tuple[tuple[str, Rule], ...]]
    nominal: Mapping[str, Rule]
    lemmas: Mapping[str, frozenset[str]]
    singulars: Mapping[str, str]

    def lemmas_of(self, form: str) -> frozenset[str]:
        """The verbs and adjectives that a word may be a form of."""
        return self.lemmas.get(form, frozenset())

    def singular(self, form: str) -> str:
        """The singular of a noun that the rules know, else the word itself."""
        return self.singulars.get(form, form)

    def nouns_in(self, words: Sequence[str]) -> frozenset[str]:
        """All stretches of up to five of the words, as they stand and in the singular: what may be a noun of rules."""
        ends = [(a, b) for a in range(len(words)) for b in range(a + 1, min(a + _LONGEST, len(words)) + 1)]
        plain = {" ".join(words[a:b]) for a, b in ends}
        return frozenset(plain | {" ".join([*words[a : b - 1], self.singular(words[b - 1])]) for a, b in ends})


@cache
def lexicon() -> Lexicon:
    """The lexicon of events."""
    rules = [_rule(number, row) for number, row in enumerate(_rows("rule"))]
    nominal = [_rule(number, row) for number, row in enumerate(_rows("noun"))]
    by_verb: dict[str, list[tuple[str, Rule]]] = {}
    for rule in rules:
        for verb in sorted(rule.verbs):
            by_verb.setdefault(verb.split()[0], []).append((verb, rule))
    return Lexicon(
        {verb: tuple(each) for verb, each in by_verb.items()},
        {noun: rule for rule in reversed(nominal) for noun in rule.nouns},
        _lemmas(),
        _singulars(),
    )


@cache
def words_of(table: str, key: str) -> frozenset[str]:
    """The words under `key` of a table of the data file."""
    return frozenset(cast(list[str], wordlist("events")[table][key]))


@cache
def cues(table: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The lists of a table of the data file ("context", "means"), each with its name, in their order."""
    return tuple((name, frozenset(words)) for name, words in wordlist("events")[table].items())


def _rows(table: str) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], wordlist("events")[table])


def _rule(number: int, row: Mapping[str, Any]) -> Rule:
    return Rule(
        number,
        row["kind"],
        row.get("mode"),
        frozenset(row.get("verbs", ())),
        frozenset(_nouns(row.get("nouns", ()))),
        row.get("takes", ""),
        tuple(row.get("to", ())),
        row.get("tool", False),
        row.get("back", False),
    )


def _nouns(names: Iterable[str]) -> Iterator[str]:
    """Nouns, with those of the lists that "@" names."""
    for name in names:
        if name.startswith("@"):
            yield from _nouns(wordlist("events")["nouns"][name[1:]])
        else:
            # Reading cuts "sit-in" into three words.
            yield name.replace("-", " - ")


def _lemmas() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    verbs = {verb.split()[0] for row in _rows("rule") for verb in row["verbs"]}
    for table in ("says", "through", "coming", "failing", "duty"):
        for key in ("verbs", "words", "soft"):
            verbs |= {verb.split()[0] for verb in wordlist("events")[table].get(key, ())}
    for lemma in verbs:
        for form in _forms(lemma):
            found.setdefault(form, set()).add(lemma)
    for line in wordlist("events")["irregular"]["forms"]:
        lemma, *others = line.split()
        for form in others:
            found.setdefault(form, set()).add(lemma)
    return {form: frozenset(lemmas) for form, lemmas in found.items()}


def _forms(lemma: str) -> Iterator[str]:
    yield lemma
    yield from forms(lemma)
    # "cancelled" and "canceled", "barred" and "deterred": whether the last letter doubles is a matter of stress.
    if lemma[-1] not in _VOWELS | set("wxyh") and lemma[-2:-1] in _VOWELS:
        yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing", lemma + "ed", lemma + "ing")


def _singulars() -> dict[str, str]:
    found: dict[str, str] = {}
    for noun in sorted(_every_noun()):
        last = noun.split()[-1]
        for plural in _plurals(last):
            found.setdefault(plural, last)
    return found


def _every_noun() -> set[str]:
    data = wordlist("events")
    lists = [*data["nouns"].values(), *data["context"].values(), *data["means"].values(), data["actors"]["nouns"]]
    lists += [row.get("nouns", ()) for row in (*_rows("rule"), *_rows("noun"))]
    return {noun for each in lists for noun in each if not noun.startswith("@")}


def _plurals(noun: str) -> Iterator[str]:
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        yield noun[:-1] + "ies"
    elif noun.endswith(("s", "x", "z", "ch", "sh")):
        yield noun + "es"
    elif noun.endswith("man"):
        yield noun[:-3] + "men"
    else:
        yield noun + "s"
    if noun == "child":
        yield "children"
