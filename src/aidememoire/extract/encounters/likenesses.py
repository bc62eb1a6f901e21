"""Participants by name: a description or a counterpart as the party that the article names for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from aidememoire.extract.encounters.senders import party_named, senders
from aidememoire.extract.holders import is_group
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_COUNTERPART = re.compile(
    r"(?:\b(?:his|her)\s+)?\b(?P<of>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+(?:counterpart|opposite\s+number)\Z"
)
_POST = re.compile(
    r"\b(?P<post>envoy|mediator|foreign\s+minister|foreign\s+secretary|prime\s+minister|president|king|chancellor)\b",
    re.IGNORECASE,
)
# Offices that face each other: whoever holds one has a counterpart in the same row.
_OFFICES = (
    re.compile(r"\b(?:foreign\s+(?:minister|secretary)|secretary\s+of\s+state|top\s+diplomat)\b", re.IGNORECASE),
    re.compile(r"\bdefen[cs]e\s+(?:minister|secretary)\b", re.IGNORECASE),
    re.compile(r"\b(?<!vice\s)(?:president|prime\s+minister|premier|chancellor|king)\b", re.IGNORECASE),
)
# Behind these a capital is a government ("between Orlune and the rebels").
_TALKS_TO = re.compile(r"\b(?:between|among|with|by|and|both)\s+\Z", re.IGNORECASE)
_OFFICE_SAID = re.compile(
    r"(?P<whose>[A-Z][\w.’' -]*?)['’]s\s+(?:office|spokes(?:man|woman|person)|team|aides?)\s+(?:\w+\s+){0,2}?"
    r"(?:said|says|announced|confirmed)\s+(?:on\s+\w+\s+)?(?:that\s+)?\Z"
)


def with_likenesses(scene: Scene, participants: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The participants, each by the party that the article has named for it where there is exactly one such."""
    found: list[Phrase] = []
    for phrase, follower in zip_longest(participants, participants[1:]):
        parts = senders(scene, phrase)
        # "The leaders of Kestria, Ostmere and Varenia": the first of several states.
        several = len(parts) > 1 or (follower is not None and follower.state and len(parts) == 1)
        each = parts if several else (_named(scene, phrase, participants),)
        # Who is told again by a description that meant somebody else to the cast is one with the name before.
        found += [p for p in each if p.party == phrase.party or p.party not in {f.party for f in found} - {None}]
    return tuple(found)


def known_as(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase that would be no party, as the person of that surname, or for a capital as the state that it stands for.

    For phrases that grammar makes somebody who talks ("between Orlune and the rebels").
    """
    named = _of_surname(scene, phrase)
    if named.party != phrase.party or not phrase.weak or phrase.state:
        return named
    known = country_of(phrase.span.text)
    beside = _TALKS_TO.search(scene.text[max(0, phrase.span.start - 20) : phrase.span.start])
    if known is None or known.kind != "capital" or beside is None:
        return phrase
    names = {name.casefold() for name in known.country.names}
    state = next((p for p in scene.parties if p.kind == "state" and p.name.casefold() in names), None)
    return replace(phrase, party=state.id if state is not None else phrase.party, state=True)


def _named(scene: Scene, phrase: Phrase, beside: tuple[Phrase, ...]) -> Phrase:
    counterpart = _COUNTERPART.search(phrase.span.text)
    party = scene.party(phrase.party)
    if party is not None and party.kind == "person" and is_group(phrase.span.text):
        # "The opposition" is nobody's name: it is the body of that name, if the article has one.
        body = party_named(scene, phrase.span.text)
        return replace(phrase, party=body.id if body is not None else None, person=False)
    if phrase.span.text.lower() in {"he", "she"}:
        person = _of_office(scene, phrase) or (_only_person(scene, phrase, beside) if phrase.party is None else None)
    elif counterpart is not None:
        person = _counterpart(scene, counterpart["of"], [p for p in beside if p is not phrase])
    else:
        person = _described(scene, phrase)
    if person is not None:
        return replace(phrase, party=person.id, person=True)
    return _of_surname(scene, phrase)


def _of_office(scene: Scene, pronoun: Phrase) -> Party | None:
    """Whose office or spokesman says what "he" did ("Solvane's office said he had met ...")."""
    said = _OFFICE_SAID.search(scene.text[max(0, pronoun.span.start - 120) : pronoun.span.start])
    if said is None:
        return None
    owners = [p for p in _persons(scene) if said["whose"].endswith((p.name, *p.aliases, p.name.split()[-1]))]
    return owners[0] if len(owners) == 1 else None


def _only_person(scene: Scene, pronoun: Phrase, beside: tuple[Phrase, ...]) -> Party | None:
    """The only person that the sentence has named before a pronoun that the cast knows nobody by."""
    sentence = scene.sentence_over(pronoun.span)
    if sentence is None:
        return None
    before = Span(sentence.start, pronoun.span.start, scene.text[sentence.start : pronoun.span.start])
    named = {p.party for p in scene.phrases_in(before) if p.person and p.party is not None}
    person = scene.party(named.pop()) if len(named) == 1 else None
    taken = {p.party for p in beside}
    return person if person is not None and person.kind == "person" and person.id not in taken else None


def _of_surname(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase that no party is known by, as the one person of that surname."""
    party = scene.party(phrase.party)
    if party is not None and party.kind != "place":
        return phrase
    words = phrase.span.text.casefold()
    same = [p for p in _persons(scene) if p.name.casefold().endswith(f" {words}")]
    return replace(phrase, party=same[0].id, person=True, weak=False, media=False) if len(same) == 1 else phrase


def _persons(scene: Scene) -> Iterator[Party]:
    return (p for p in scene.parties if p.kind == "person")


def _counterpart(scene: Scene, of: str, beside: list[Phrase]) -> Party | None:
    """The one person of a country who holds the office that faces the other participant's."""
    other = next((p for p in (scene.party(b.party) for b in beside) if p is not None and p.kind == "person"), None)
    if other is None:
        return None
    rows = [office for office in _OFFICES if any(office.search(title) for title, _ in _titles(other))]
    facing = [p for p in _persons(scene) if p.id != other.id and _holds(p, rows, of)]
    return facing[0] if len(facing) == 1 else None


def _titles(person: Party) -> Iterator[tuple[str, str]]:
    """Each title of a person with the body that it is of, "" where the text names none."""
    return ((role.title, role.of or "") for role in person.roles)


def _holds(person: Party, rows: list[re.Pattern[str]], country: str) -> bool:
    return any(row.search(title) and _is_of(of or title, country) for row in rows for title, of in _titles(person))


def _is_of(words: str, country: str) -> bool:
    """Whether words name or describe the country that an adjective is of."""
    first = re.sub(r"['’]s\Z", "", words.split()[0])
    known, wanted = country_of(re.sub(r"['’]s\Z", "", words)) or country_of(first), country_of(country)
    if known is None or wanted is None:
        return first == country
    return known.country == wanted.country


def _described(scene: Scene, phrase: Phrase) -> Party | None:
    """The one person of the post that a description names, where the two are of one body ("the Concord's envoy")."""
    party = scene.party(phrase.party)
    words = party.name if party is not None and party.kind == "unnamed" else phrase.span.text
    if party is not None and party.kind != "unnamed":
        return None
    post = _POST.search(words)
    if post is None or words[post.end() :].strip()[:2] not in {"", "to", "fo", "of"} or re.search(r"s\Z", post["post"]):
        return None
    held = [p for p in _persons(scene) if any(_same_post(words, post["post"], t, of) for t, of in _titles(p))]
    return held[0] if len(held) == 1 else None


def _same_post(words: str, post: str, title: str, of: str) -> bool:
    if " ".join(post.casefold().split()) not in title.casefold():
        return False
    mine, its = _sender(words), _sender(of or title)
    return mine is not None and (mine == its or (not of and its is None))


def _sender(words: str) -> str | None:
    """The country or organization that words name first."""
    for word in re.findall(r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)?", words):
        for name in (word, word.split()[0]):
            name = re.sub(r"['’]s\Z", "", name)
            known, body = country_of(name), organization_of(name)
            if known is not None or body is not None:
                return known.country.name if known is not None else body.name if body is not None else None
    return None
