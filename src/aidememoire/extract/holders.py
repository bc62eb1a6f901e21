"""Who holds a position or makes a promise: the party behind a phrase, a statement or a person's post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.extract.grammar import is_party, subjects
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Party, Statement
from aidememoire.model.spans import Span

_SPEAKS_FOR = re.compile(
    r"spokes|negotiator|minister|secretary|delegate|ambassador|official|representative|diplomat", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A party's id (None where the cast has none) and the words for it."""

    party: str | None
    text: str


def of_phrase(scene: Scene, phrase: Phrase) -> Holder:
    """The holder that a phrase names: for a person with a body's post, that body."""
    return Holder(represented(scene, phrase.party), phrase.span.text)


def of_subject(scene: Scene, sentence: Span, verb: int) -> Holder | None:
    """The holder that is the subject of the verb which starts at `verb`."""
    found = [p for p in subjects(scene, sentence, verb) if is_party(p)]
    return of_phrase(scene, found[-1]) if found else None


def of_statement(scene: Scene, statement: Statement | None) -> Holder | None:
    """The holder that speaks a statement, None where nobody does."""
    if statement is None or statement.speaker is None:
        return None
    span = statement.speaker_span
    party = _party(scene, statement.speaker)
    words = party.name if party else span.text if span else None
    return Holder(represented(scene, statement.speaker), words) if words else None


def represented(scene: Scene, party: str | None) -> str | None:
    """The body that a spokesman, negotiator or minister speaks for, where the article says which; else the party."""
    person = _party(scene, party)
    if person is None or person.kind != "person":
        return party
    wanted = [
        w for r in person.roles if r.of is not None and _SPEAKS_FOR.search(r.title) for w in _bodies(r.of, r.title)
    ]
    bodies = scene.memo("bodies by name", _by_name) if wanted else {}
    return next((bodies[w] for w in wanted if w in bodies), party)


def _by_name(scene: Scene) -> dict[str, str]:
    """The ids of the parties that are no persons, by each of their names; of two with one name the first."""
    found: dict[str, str] = {}
    for party in scene.parties:
        if party.kind != "person":
            for name in _names(party):
                found.setdefault(name, party.id)
    return found


def _bodies(of: str, title: str) -> tuple[str, ...]:
    """The names that a body may go by: "Varenian" with "government negotiator" is the Varenian government."""
    known = country_of(of)
    adjective = known is not None and known.kind == "adjective"
    government = (f"{of} government",) if "government" in title or adjective else ()
    country = (known.country.name,) if known is not None and adjective and "government" not in title else ()
    return tuple(name.casefold() for name in (*government, *country, of))


def _names(party: Party) -> set[str]:
    return {re.sub(r"^the\s+", "", name.casefold()) for name in (party.id, party.name, *party.aliases)}


def _party(scene: Scene, party: str | None) -> Party | None:
    return scene.party(party) if party else None
