"""Several who speak together: "Kestria and Ostmere said", "both presidents", "the two countries"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from aidememoire.extract.context import Context, Known
from aidememoire.extract.parties.heads import is_role, phrase_of
from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.model.facts import ActorKind
from aidememoire.model.spans import Span

_BOTH = re.compile(r"both\s(?=.+\sand\s)", re.IGNORECASE)
_BETWEEN = re.compile(r",\s+(?:and\s+|as\swell\sas\s+)?|\s+(?:and|as\swell\sas|along\swith|together\swith)\s+")
_AND = re.compile(r"\s(?:and|as\swell\sas|along\swith|together\swith)\s")
_CONJOINED = re.compile(r"\s+and\s+(?:the\s+)?")
# What stands beside a name, or is a clause: no name of its own.
_BESIDE = re.compile(r"an?\s[a-z]|[a-z].*\s(?:of|to|for)\s|(?:who|which|whose)\s")
_ADJECTIVE = re.compile(
    r"(?:[A-Z]\w+(?:ern|ean|ish|ese|ist|ian|can|ic|i['’]?te)|Arab|Gulf|Sunni|Shia|Muslim|Christian)$"
)
_DETERMINED = re.compile(r"(?:a|an|the|one|another)\s", re.IGNORECASE)
_PAIR = re.compile(r"both|(?:both|the\stwo)\s(?:\w+\s)?(?P<what>[a-z]+)", re.IGNORECASE)
_PEOPLE = frozenset(
    "leaders men women ministers presidents envoys diplomats officials negotiators chiefs generals".split()
)
_BODIES: frozenset[ActorKind] = frozenset(("state", "government", "organization", "armed group", "media"))
_SIDES = frozenset(
    "countries sides governments nations powers states parties allies groups capitals neighbours neighbors rivals foes"
    " movements organizations organisations agencies ministries".split()
)
# How many sentences before "the two countries" those are named. Not measured.
_REACH = 2


def conjuncts(text: str, source: Span) -> tuple[Span, ...]:
    """The phrases of those who speak together, the phrase itself where it is one's.

    Words that share a noun are one description: "Kestrian and Ostmeri officials".
    """
    phrase = _whole(text, source)
    if not _AND.search(phrase.text):
        return (source,)
    both = _BOTH.match(phrase.text)
    at = phrase.start + (both.end() if both else 0)
    cuts = [m.span() for m in _BETWEEN.finditer(text, at, phrase.end)]
    ends = zip([at, *(end for _, end in cuts)], [*(start for start, _ in cuts), phrase.end], strict=True)
    parts = [Span.of(text, start, end) for start, end in ends if start < end]
    return tuple(parts) if len(parts) > 1 and not _shared(parts) else (source,)


def _whole(text: str, source: Span) -> Span:
    """The phrase up to what ends it: commas part a list only before an "and"."""
    listed = re.match(r"[^,(–—]+(?:,\s[^,(–—]+)+,?\sand\s(?:(?!\s(?:who|which|that|whose)\s)[^,(–—])+$", source.text)
    return source if listed else phrase_of(text, source)


def _shared(parts: Sequence[Span]) -> bool:
    """Whether the first of some phrases are not whole: adjectives, or appositions and clauses between commas."""
    described = parts[-1].text.split()[-1][0].islower()
    if described and any(country_of(p.text) or organization_of(p.text) or _is_half(p) for p in parts[:-1]):
        return True
    return (is_role(parts[0].text) and not described) or any(_BESIDE.match(p.text) for p in parts[1:-1])


def _is_half(part: Span) -> bool:
    """Whether no article or plural makes a description whole: "rebel" in "rebel and government officials"."""
    last = part.text.split()[-1]
    plain = last.islower() and not last.endswith("s") and not _DETERMINED.match(part.text)
    return plain or _ADJECTIVE.search(part.text) is not None


def pair_before(words: Span, context: Context) -> tuple[Known, ...]:
    """The two that "both" or "the two countries" are: those named last with "and" between. None in most other cases."""
    match = _PAIR.fullmatch(words.text)
    if match is None:
        return ()
    what = (match["what"] or "").lower()
    if what and what not in _PEOPLE | _SIDES:
        return ()
    people = what in _PEOPLE
    start = context.layout.reach(words.start, _REACH)
    named = [k for k in context.mentions.at.starting(start, words.start) if k.span.end <= words.start]
    for first, second in reversed(list(pairwise(named))):
        if _paired(first, second, people=people if what else None) and _joined(context, first, second):
            return (first, second)
    return ()


def _paired(first: Known, second: Known, *, people: bool | None) -> bool:
    """Whether two parties are of the sort asked for; None: both of one sort."""
    human = (first.party.kind == "person", second.party.kind == "person")
    bodies = first.party.kind in _BODIES and second.party.kind in _BODIES
    return first.party.id != second.party.id and (
        (all(human) and people is not False) or (bodies and people is not True)
    )


def _joined(context: Context, first: Known, second: Known) -> bool:
    sentence = context.layout.sentences[context.layout.sentence_at(first.span.start)]
    between = sentence.text[first.span.end - sentence.start : second.span.start - sentence.start]
    before = sentence.text[: first.span.start - sentence.start].rstrip()
    return _CONJOINED.fullmatch(between) is not None and not before.endswith(",")
