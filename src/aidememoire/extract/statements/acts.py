"""What a statement does: asserts, denies, accuses, demands and so on; and whom it accuses or asks something of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from aidememoire.extract.context import Known
from aidememoire.extract.parties.cast import Cast
from aidememoire.extract.wordlists import wordlist
from aidememoire.lexicon.inflection import forms
from aidememoire.lexicon.words import words
from aidememoire.model.reading import Act
from aidememoire.model.spans import Span

_QUOTED = '"“”«»'
NAMED = frozenset(("accuse", "demand", "offer", "promise", "threaten"))
_ASIDE = re.compile(r"\b(?:despite|amid|following|given)\b[^,.;]*")
AIMED = frozenset(("accuse", "demand", "threaten", "condemn"))
# Before a party to whom something is done: "attacks on", "the killing of", "shelled", "shelling the".
_HARM = (
    r"(?:attack|shell|bomb|bombard|kill|strik|hitt?|raid|target|besieg|murder|massacr|starv|abduct|assassinat|ambush)"
)
_VICTIM = re.compile(
    rf"\b{_HARM}(?:s|e|es|ed|ing|ings)?\s+(?:(?:on|of|against|at)\s+)?(?:\w+\s+){{0,2}}$"
    r"|\b(?:deaths?|siege|killers?|massacres?|strikes?)\s+(?:of|on|against)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_PASSIVE_BY = re.compile(
    rf"(?:\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|ung|own|uck|hit|shot)\b|\b{_HARM}(?:s|es|ings?)?\b)"
    r"(?:(?!\s\w+ed\b)[^,;.]){0,40}?\sby\s+(?:the\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
# Nobody accuses its own: "that his country's army had fired".
_OWN = re.compile(r"\b(?:his|her|its|their|our|my)\s+(?:[\w-]+(?:['’]s)?\s+){0,2}$", re.IGNORECASE)
_OWN_NAME = re.compile(r"(?:his|her|its|their|our|my)\s", re.IGNORECASE)
_OWNED_DEED = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:attacks?|shelling|bombing|bombardment|killings?|strikes?|offensive|siege|violations?|raids?)\b",
    re.IGNORECASE,
)
# Whom "accuse" is followed by: the whole phrase before "of doing".
_ACCUSED = re.compile(r"(?P<who>[^,.;:]{1,70}?)\s+of\s+(?:\w+ly\s+|not\s+|having\s+|being\s+)?\w+ing\b")
# A suggestion that somebody is named for is a proposal: who rejects it denies nothing.
_PROPOSED = re.compile(r"(?:the|an?|any)\s+(?:\w+\s+)?(?:suggestion|idea|notion)s?\s+(?:by|from)\b", re.IGNORECASE)
# To whom a matter is left is not asked for it: "the people themselves must decide".
_SELF = re.compile(r"\s+(?:themselves|itself|alone)\b")
# Words of a content that are looked through for what it does: later clauses are about something else.
MAX_WORDS = 60
# The longest name with its titles that may stand between a cue and its content, in characters.
MAX_BETWEEN = 80


def act_of(cue: Span | None, content: str, *, negated: bool = False) -> Act:
    """What is done by the cue and, where the cue only says that something was said, by the words of the content."""
    lemma = lemma_of(cue.text) if cue is not None else None
    if lemma is not None and negated and lemma in wordlist("acts")["negated"]:
        return cast(Act, wordlist("acts")["negated"][lemma])
    if lemma in ("dismiss", "reject") and _is_claim(content):
        return "deny"
    if lemma in wordlist("acts")["carrying"]["verbs"] and (carried := _carried(content)):
        return carried
    by_cue = _by_lemma().get(lemma or "")
    if by_cue is not None:
        return by_cue
    noun = _noun_act(cue.text) if cue is not None else None
    return noun or by_content(content)


def lemma_of(cue: str) -> str | None:
    """The lemma of a cue ("has repeatedly called for": "call for"), None where it holds no known verb."""
    tokens = [w.lower for w in words(cue)]
    for i in range(len(tokens)):
        for size in (3, 2, 1):
            phrase = " ".join(tokens[i : i + size])
            if phrase in _lemmas():
                return _lemmas()[phrase]
    return None


@cache
def _lemmas() -> Mapping[str, str]:
    """Every form of every cue and of the plain verbs of saying that carry no act."""
    found: dict[str, str] = {}
    data: dict[str, Any] = wordlist("acts")
    listed = [lemma for lemmas in data["cue"].values() for lemma in lemmas] + data["carrying"]["verbs"]
    for lemma in listed:
        verb, _, rest = lemma.partition(" ")
        for form in forms(verb):
            found[f"{form} {rest}".strip()] = lemma
    return found


@cache
def _by_lemma() -> Mapping[str, Act]:
    return {lemma: act for act, lemmas in wordlist("acts")["cue"].items() for lemma in lemmas}


@cache
def _by_noun() -> Mapping[str, Act]:
    return {noun: act for act, nouns in wordlist("acts")["noun"].items() for noun in nouns}


def _noun_act(cue: str) -> Act | None:
    return next((_by_noun()[w.lower] for w in words(cue) if w.lower in _by_noun()), None)


def _is_claim(content: str) -> bool:
    first = [w.lower for w in words(content[:80])][:5]
    if _PROPOSED.match(content):
        return False
    return any(w in wordlist("acts")["denied"]["claims"] for w in first)


def _carried(content: str) -> Act | None:
    """The act of a noun that begins the content ("a call for")."""
    for word in words(content[:60])[:4]:
        if word.lower in _by_noun():
            return _by_noun()[word.lower]
    return None


def by_content(content: str) -> Act:
    """What the words of a content do: a threat where there is one, else the pattern that fits first in the text.

    "assert" where none fits.
    """
    plain = content.lower().replace("’", "'").replace("‘", "'").strip(" \"“”'.,")
    plain = _ASIDE.sub(" ", " ".join(plain.split()[:MAX_WORDS]))
    found: list[tuple[int, int, Act]] = []
    for rank, (act, patterns) in enumerate(_patterns()):
        places = [m.start() for p in patterns if (m := p.search(plain))]
        if places:
            found.append((0 if act == "threaten" else min(places), rank, act))
    return min(found)[2] if found else "assert"


def named_after(following: str) -> Act | None:
    """The act that an apposition gives what was said: "..., an accusation the ministry denied"."""
    match = re.match(r"[”\"'’]?\s*[,—–-]\s*(?:an?|the)\s+(\w+)(?:\s+(\w+))?", following)
    nouns = [g.lower() for g in match.groups() if g] if match else []
    act = next((_by_noun()[n] for n in nouns if n in _by_noun()), None)
    return act if act in NAMED else None


@cache
def _patterns() -> tuple[tuple[Act, tuple[re.Pattern[str], ...]], ...]:
    listed: dict[Act, list[str]] = wordlist("acts")["content"]
    return tuple((act, tuple(re.compile(p) for p in patterns)) for act, patterns in listed.items())


def target_of(act: Act, content: Span, whole: Cast, speaker: str | None, cue: Span | None = None) -> Known | None:
    """Whom an accusation, a demand, a threat or a condemnation is aimed at.

    The party that its content begins with, or that stands between cue and content alone ("urged Kestria to ...").
    """
    if act not in AIMED:
        return None
    asked = _between(cue, content, whole) if cue is not None else None
    if asked is not None and asked.party.id != speaker:
        return asked
    others = [k for k in whole.within(content) if k.party.id != speaker and k.party.kind != "place"]
    accused = _ACCUSED.match(content.text) if act == "accuse" and cue and lemma_of(cue.text) == "accuse" else None
    if accused is not None:
        others = _named_as_accused(others, content, content.start + accused.end("who"))
    if act == "accuse" and (doer := _doer(content, others, cue)) is not None:
        return doer
    left_to = [k for k in others if act == "demand" and _SELF.match(content.text, k.span.end - content.start)]
    return next((k for k in others if _aimed_at(act, content, k) and k not in left_to), None)


def _named_as_accused(others: Sequence[Known], content: Span, end: int) -> list[Known]:
    """Those named before "of doing", without whom what is accused only belongs to ("Kestria's rebels")."""
    named = [k for k in others if k.span.start < end]
    owners = [
        k
        for k in named
        if re.match(r"['’]s?\s+(?!government|army|military)", content.text[k.span.end - content.start :])
    ]
    return [k for k in named if k not in owners]


def _aimed_at(act: Act, content: Span, known: Known) -> bool:
    """Whether a party begins the content, or a clause of it; whom something is done to is not whom it is laid to."""
    lead = content.text[: known.span.start - content.start]
    if act == "accuse" and (_VICTIM.search(lead) or _OWN.search(lead) or _OWN_NAME.match(known.span.text)):
        return False
    if len(lead.split()) <= 3 and not re.search(r"[.;:]", lead):
        return True
    begins = re.search(r"\b(?:if|that|on|from|by|against|to|of|and)\s+(?:the\s)?(?:\w+\s)?$", lead)
    return (act == "accuse" and begins is not None) or re.search(r"\bif\s+(?:the\s)?$", lead) is not None


def _doer(content: Span, others: Sequence[Known], cue: Span | None) -> Known | None:
    """Who did it by the form of the words: "blamed the deaths on B", "C was shelled by B", "B's attack on C"."""
    blames = cue is not None and lemma_of(cue.text) == "blame"
    for known in others:
        lead = content.text[: known.span.start - content.start]
        rest = content.text[known.span.end - content.start :]
        if blames and re.search(r"\bon\s+(?:the\s)?(?:\w+\s)?$", lead):
            return known
        if _PASSIVE_BY.search(lead) or (_OWNED_DEED.match(rest) and len(lead.split()) <= 3):
            return known
    return None


def _between(cue: Span, content: Span, whole: Cast) -> Known | None:
    """The party whose name, with what describes it, is all that stands between a cue and its content."""
    if not whole.text[cue.end : content.start].strip() or content.start - cue.end > MAX_BETWEEN:
        return None
    between = Span.trimmed(whole.text, cue.end, content.start)
    named = [k for k in whole.within(between) if k.party.kind != "place"]
    if len(named) != 1 or re.search(r"[,;:.\"“]", between.text):
        return None
    lead, rest = whole.text[between.start : named[0].span.start], whole.text[named[0].span.end : between.end]
    alone = re.fullmatch(r"(?:(?:on|upon|to|at|against)\s)?(?:\w+\s){0,3}", lead) and not rest.strip()
    return named[0] if alone else None
