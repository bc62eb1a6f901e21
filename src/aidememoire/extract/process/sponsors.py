"""Who stands behind a track: its mediator, its sponsors and its guarantors, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from aidememoire.extract.grammar import coordinated, is_party
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_WORDS = wordlist("process")
_LED = re.compile(either(_WORDS["led"]), re.IGNORECASE)
_TALKS = re.compile(
    r"\s*(?:(?!and\b|or\b|in\b|of\b)[\w’'.-]+\s+){0,4}?(?:talks|negotiations|process|track|dialogue|rounds?|mediation)\b"
)
# What is sponsored must be the talks themselves: a truce or an offensive has backers too.
_HEAD = re.compile(
    r"\b(?:talks|negotiations|process|track|dialogue|rounds?|format)(?:\s+(?:in|of)\s+[\w’'-]+(?:\s+\w+){0,2}?)?,?"
    r"(?:\s+(?:all|both|that|which|was|were|is|are|being|also|jointly))*\s*\Z"
    # Past a comma the talks may stand further off, where no other thing with backers stands between.
    r"|\b(?:talks|negotiations)\b(?:(?!\b(?:truce|cease-?fire|deal|agreement|plan|pact|group|militia|rebels|forces|"
    r"offensive|government|army|who|and)\b)[^.;,]){0,70},\s+\Z",
    re.IGNORECASE,
)
_TROUBLE = r"(?:war|conflict|crisis|peace\s+process|peace\s+talks|transition|settlement|fighting)"
_TOPIC = re.compile(
    r"\b(?:talks|negotiations|process|track|dialogue|rounds?|format|truce|cease-?fire|mediation)\b", re.I
)
_NEARBY = re.compile(r"[^.;“”\"]{0,60}")
# A phrase that runs on over a preposition is of two things: "officials in Kestria"-led talks.
_PLACED = re.compile(r"\s(?:in|at|from|with)\s")
_WORD_NEXT = re.compile(r"\s+(?!and\b|or\b)[a-z]")
# From "guarantors" to those named after it, and from those named before it.
_TO_NAMED = re.compile(r"(?:\s+of\s+(?:the\s+)?(?:[\w-]+\s*){1,3})?(?:,|:|\s+are|\s+were|\s+being)?\s+(?:the\s+)?\Z")
_FROM_NAMED = re.compile(
    r"(?:,\s+(?:the\s+|as\s+|its\s+|all\s+|who\s+are\s+|which\s+are\s+)?(?:three\s+|two\s+|four\s+)?"
    r"|\s+(?:are|were|as|act\s+as|acting\s+as|serve\s+as|served\s+as|being)\s+(?:the\s+|its\s+)?)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Backing:
    """Parties that sponsor or guarantee talks, the place in the text that says so, and what it calls the talks.

    `talks` is what they are called by the sponsor ("CN-led talks"), None where they are not.
    """

    kind: Literal["sponsor", "guarantor"]
    parties: tuple[str, ...]
    at: int
    talks: Span | None = None


def mediator_in(scene: Scene, sentences: Iterable[Span]) -> str | None:
    """The one person whom the sentences call the mediator.

    Where they call nobody so, it is the one envoy whom no state sent. None where there are several.
    """
    persons = [p for s in sentences for p in scene.phrases_in(s) if _is_person(scene, p)]
    for key in ("mediator", "envoy"):
        found = {p.party for p in persons if _called(scene, p, key) and not (key == "envoy" and _of_state(p))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def backings(scene: Scene, sentence: Span) -> tuple[Backing, ...]:
    """Who stands behind talks by a sentence: "sponsored by A and B", "A-led talks", "the guarantors A and B"."""
    if not _TOPIC.search(sentence.text):
        return ()
    found = [*_sponsored_by(scene, sentence), *_have_sponsored(scene, sentence), *_led(scene, sentence)]
    found += [*_guaranteed_by(scene, sentence), *_guarantors(scene, sentence)]
    return tuple(b for b in found if b.parties)


def called_by_sponsor(scene: Scene) -> str | None:
    """What an article calls the talks by their sponsor ("CN-led talks"), None where it never does so.

    An article that calls talks by several sponsors may mean one track or more: then none is told.
    """
    return scene.memo("called by sponsor", _called_by_sponsor)


def _called_by_sponsor(scene: Scene) -> str | None:
    told = (b for s in scene.sentences("title", "standfirst", "body") for b in backings(scene, s.span))
    called = [b for b in told if b.talks is not None]
    if len({b.parties for b in called}) != 1 or called[0].talks is None:
        return None
    return " ".join(called[0].talks.text.split())


def _is_person(scene: Scene, phrase: Phrase) -> bool:
    party = scene.party(phrase.party)
    return phrase.person and party is not None and party.kind == "person"


def _called(scene: Scene, phrase: Phrase, key: str) -> bool:
    """Whether a person is called so right before or after the name ("the envoy", "who leads the talks")."""
    after = _NEARBY.match(scene.text, phrase.span.end)
    # Past ", " only a description of the name itself counts.
    beside = re.match(r"\s*,\s*(?:the\s+|who\s+)?[^,.;“”\"]{0,60}", after.group()) if after else None
    around = phrase.span.text + (beside.group() if beside else "")
    return pattern("process", key).search(around) is not None


def _of_state(phrase: Phrase) -> bool:
    """Whether an envoy is a state's own ("Kestrian envoy Jarek Molde")."""
    # "The Concord's Varenia envoy" was sent to Varenia: of the names before the post only the first tells who sent him,
    # and a lone "Varenia" tells where he was sent.
    words = re.findall(r"\b(?!The\b)[A-Z][\w.’'-]*", re.split(r"\b(?:envoy|representative)\b", phrase.span.text)[0])
    known = country_of(re.sub(r"['’]s\Z", "", words[0])) if words else None
    return known is not None and (known.kind in {"adjective", "people"} or len(words) > 1 or not words[0].isalpha())


def _backing(
    scene: Scene, kind: Literal["sponsor", "guarantor"], phrases: Iterable[Phrase], at: int, talks: Span | None = None
) -> Backing:
    return Backing(kind, tuple(dict.fromkeys(p.party for p in phrases if p.party is not None)), at, talks)


def _phrases_between(scene: Scene, start: int, end: int) -> tuple[Phrase, ...]:
    return tuple(p for p in scene.phrases_in(Span(start, end, scene.text[start:end])) if is_party(p))


def _sponsored_by(scene: Scene, sentence: Span) -> Iterator[Backing]:
    match = pattern("process", "sponsored").search(scene.text, sentence.start, sentence.end)
    if match is None:
        return
    head = _HEAD.search(scene.text[sentence.start : match.start()])
    stop = re.search(r",\s+(?:that|this|the|it)\s+\w+", scene.text[match.end() : sentence.end])
    end = match.end() + stop.start() if stop else sentence.end
    inside = list(_phrases_between(scene, match.end(), end))
    if stop:
        taken_up = match.start() == sentence.start
        found = tuple(p for p in inside if taken_up and not p.post and _apart(scene, p))
    else:
        near = head and inside and inside[0].span.start - match.end() < 6
        found = coordinated(scene, inside) if near else ()
    # "Led by the envoy" names who mediates, no sponsor.
    yield _backing(scene, "sponsor", (p for p in found if not p.person), match.start())


def _at_war(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is the land that the talks are about: its "own-led process" has no sponsor."""
    known = country_of(phrase.span.text)
    names = {phrase.span.text, *(known.country.names if known else ())}
    either_name = "|".join(re.escape(n) for n in names)
    return re.search(rf"\b{_TROUBLE}\s+(?:in|on|for|of)\s+(?:{either_name})\b", scene.text) is not None


def _apart(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase stands for itself, not for another that follows ("regime allies X")."""
    return not phrase.possessive and _WORD_NEXT.match(scene.text, phrase.span.end) is None


def _have_sponsored(scene: Scene, sentence: Span) -> Iterator[Backing]:
    match = pattern("process", "have_sponsored").search(scene.text, sentence.start, sentence.end)
    if match is not None and _TALKS.match(scene.text, match.end(), sentence.end):
        before = _phrases_between(scene, sentence.start, match.start())
        yield _backing(scene, "sponsor", (p for p in before if not p.person), match.end())


def _led(scene: Scene, sentence: Span) -> Iterator[Backing]:
    """ "A-led talks", "A-sponsored peace talks": only what leads talks, not an "A-backed militia".

    What stands before the hyphen is the last word or words of a phrase: "officials in Kestria-led talks" is about
    Kestria, so of the phrases and the names that end there the shortest counts.
    """
    for match in _LED.finditer(scene.text, sentence.start, sentence.end):
        talks = _TALKS.match(scene.text, match.end(), sentence.end)
        phrase = _ending(scene, sentence, match.start())
        if talks is None or phrase is None or _PLACED.search(phrase.span.text) or _at_war(scene, phrase):
            continue
        named = Span.of(scene.text, phrase.span.start, talks.end())
        yield _backing(scene, "sponsor", (phrase,), match.start(), named)


def _ending(scene: Scene, sentence: Span, end: int) -> Phrase | None:
    """The shortest phrase, or name known to the cast, that ends at `end`."""
    ending = [p for p in scene.phrases_in(sentence) if p.span.end == end]
    shortest = min(ending, key=lambda p: len(p.span.text), default=None)
    names = [n.span for n in scene.reading.names if n.span.end == end and n.span.start >= sentence.start]
    name = min(names, key=lambda n: len(n.text), default=None)
    if name is None or (shortest is not None and len(name.text) >= len(shortest.span.text)):
        return shortest
    party = scene.cast.party_of(name) or _by_name(scene).get(name.text.casefold())
    return Phrase(name, party.id) if party is not None else None


def _by_name(scene: Scene) -> dict[str, Party]:
    """The parties by their names, in small letters."""
    return scene.memo("parties by name", lambda s: {n.casefold(): p for p in s.parties for n in (*p.aliases, p.name)})


def _guaranteed_by(scene: Scene, sentence: Span) -> Iterator[Backing]:
    """ "The truce guaranteed by A and B", "talks jointly chaired by A and B"."""
    for match in pattern("process", "guaranteed").finditer(scene.text, sentence.start, sentence.end):
        inside = list(_phrases_between(scene, match.end(), sentence.end))
        if inside and inside[0].span.start - match.end() < 6:
            yield _backing(scene, "guarantor", (p for p in coordinated(scene, inside) if not p.person), match.start())


def _guarantors(scene: Scene, sentence: Span) -> Iterator[Backing]:
    """ "A and B, the guarantors of the truce", "the guarantors, A and B", "guarantor states A and B"."""
    for match in pattern("process", "guarantors").finditer(scene.text, sentence.start, sentence.end):
        after = list(_phrases_between(scene, match.end(), sentence.end))
        gap = scene.text[match.end() : after[0].span.start] if after else "?"
        found: tuple[Phrase, ...] = ()
        if _TO_NAMED.fullmatch(gap):
            found = coordinated(scene, after)
        else:
            before = list(_phrases_between(scene, sentence.start, match.start()))
            if before and _FROM_NAMED.match(scene.text, before[-1].span.end, match.start()):
                found = _listed_to(scene, before)
        yield _backing(scene, "guarantor", (p for p in found if not p.person), match.start())


def _listed_to(scene: Scene, before: list[Phrase]) -> tuple[Phrase, ...]:
    """The phrases of the list that the last of them ends."""
    for start in range(len(before)):
        found = coordinated(scene, before[start:])
        if found and found[-1].span == before[-1].span:
            return found
    return ()
