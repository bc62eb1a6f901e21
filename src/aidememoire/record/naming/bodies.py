"""Names of bodies compared: legal forms, numerals, acronyms, words that only describe, the order of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from aidememoire.lexicon.countries import country_of
from aidememoire.lexicon.name_parts import DESIGNATORS, LEADING_FORMS, LEGAL_FORMS, ORDINALS, ROMAN
from aidememoire.record.naming.alignment import Alignment, Words, align, fused, resemblance
from aidememoire.record.naming.persons import DOUBT, Verdict
from aidememoire.record.naming.words import acronym, fold, is_common, same_term, words

_FORMS: dict[Words, str] = {words(form): kind for kind, forms in LEGAL_FORMS.items() for form in forms if words(form)}
_LONGEST = max(map(len, _FORMS))


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name taken apart: its words, those left without legal forms, the kinds of these, words in small letters.

    `short` is the name itself where it is written as an acronym, else ""; `initials` are the acronyms it may have.
    """

    words: Words
    core: Words
    forms: frozenset[str]
    small: frozenset[str]
    short: str
    initials: frozenset[str]


@lru_cache(maxsize=65536)
def body_name(name: str) -> BodyName:
    """A body's name taken apart; numerals are digits, an acronym of the name in brackets after it is dropped."""
    bracket = re.search(r"\s*\((\w{2,8})\)$", name)
    if bracket and bracket[1].casefold() == acronym(name[: bracket.start()]):
        name = name[: bracket.start()]
    # "BrenmarkAG": a legal form stuck to the name.
    name = re.sub(r"(?<=[a-z]{3})(?=[A-Z]{2,}\b)", " ", name)
    parts = tuple(_numeral(w, i) for i, w in enumerate(words(name)))
    core, forms = _without_forms(parts)
    small = frozenset(w.casefold() for w in re.findall(r"\w+", name) if w[0].islower())
    return BodyName(parts, core, forms, small, _as_acronym(name), _initials(name))


def _numeral(word: str, place: int) -> str:
    """A number in digits: "1st", "first", a Roman one that is not the first word; other words as they are."""
    found = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    if found:
        return found[1]
    return ORDINALS.get(word) or (ROMAN.get(word, word) if place else word)


def _without_forms(parts: Words) -> tuple[Words, frozenset[str]]:
    """The words before, after or between legal forms at either end, and the kinds of these."""
    forms: set[str] = set()
    while found := next(
        (
            (n, end)
            for n in range(min(_LONGEST, len(parts) - 1), 0, -1)
            for end in (True, False)
            if _form(parts, n, end)
        ),
        None,
    ):
        n, at_end = found
        forms.add(_form(parts, n, at_end))
        parts = parts[:-n] if at_end else parts[n:]
    return parts, frozenset(forms)


def _form(parts: Words, n: int, at_end: bool) -> str:
    """The kind of the legal form that the first or last `n` words are, nothing where they are none."""
    if at_end:
        return _FORMS.get(parts[-n:], "")
    return _FORMS.get(parts[:n], "") if n > 1 or parts[0] in LEADING_FORMS else ""


def judge_bodies(mine: str, theirs: str) -> Verdict | None:
    """What speaks for two names being one body's; None where nothing does."""
    a, b = sorted((body_name(mine), body_name(theirs)), key=lambda n: (len(n.core), n.core, n.words, sorted(n.small)))
    if not a.words:
        return None
    if a.words == b.words:
        return "same name", 1.0
    if a.short in b.initials or b.short in a.initials:
        return "acronym", 0.9
    short, long = a.core, b.core
    if short != long:
        short, long = fused(short, long, same_term)
    alignment = align(short, long, same_term, initials=False)
    verdict = _by_words(a, b, short, alignment)
    return verdict or ("nearly the same name", DOUBT * resemblance(short, long, alignment))


def _as_acronym(name: str) -> str:
    """The name folded where it is written as an acronym (UHC, U.H.C., MoD), else nothing."""
    text = re.sub(r"^the\s+|[.\s]", "", name, flags=re.IGNORECASE)
    capitals = sum(c.isupper() for c in text)
    return text.casefold() if text.isalpha() and text[0].isupper() and 3 <= len(text) <= 2 * capitals + 1 else ""


def _initials(name: str) -> frozenset[str]:
    """The initials of a name of several words, with and without those of its small words."""
    if len(words(name)) < 2:
        return frozenset()
    return frozenset((acronym(name), "".join(w[0] for w in re.findall(r"\w+", fold(name).removeprefix("the ")))))


def _by_words(a: BodyName, b: BodyName, core: Words, alignment: Alignment) -> Verdict | None:
    """The feature by which the words of two bodies' names answer each other; None where both have their own."""
    if alignment.mine and alignment.theirs:
        return None
    if alignment.complete:
        return _by_complete(a, b, core, alignment)
    left = alignment.mine + alignment.theirs
    if not set(left) <= DESIGNATORS or not alignment.in_order or not _tells(core):
        return None
    described = set(left) <= a.small | b.small
    return "one name says what it is", 0.85 if described and len(core) > 1 else 0.75


def _by_complete(a: BodyName, b: BodyName, core: Words, alignment: Alignment) -> Verdict | None:
    """The feature by which two names of the same words are one; legal forms may forbid it."""
    if a.forms != b.forms and (not _tells(core) or (a.forms and b.forms and not (a.forms & b.forms))):
        return None
    if not alignment.in_order:
        return "same words in another order", 0.9
    if a.core == b.core:
        return "same name but for the legal form", 0.9
    return "name spelt otherwise", 0.95


def _tells(core: Words) -> bool:
    """Whether words name a body by themselves: more than a country, more than one common word."""
    if country_of(" ".join(core).title()):
        return False
    return len(core) > 1 or not all(map(is_common, core))
