"""Who sent those that a phrase tells of, and where they are: "representatives of the council", "leaders in Halvet"."""

from __future__ import annotations

import re
from dataclasses import replace

from aidememoire.extract.encounters.sightings import Sighting
from aidememoire.extract.phrases import Phrase
from aidememoire.extract.scene import Scene
from aidememoire.lexicon.countries import country_of
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_SENT = re.compile(
    r"(?:(?:the|both|senior|top|foreign|defen[cs]e|high-level)\s+)*"
    r"(?:representatives|delegations|delegates|negotiators|envoys|ministers|leaders|presidents|officials|diplomats|teams)"
    r"\s+(?:of|from|for|representing)\s+(?P<who>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_PARTS = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_THE = re.compile(r"^(?:the|both|its|their)\s+", re.IGNORECASE)
_WHERE = re.compile(
    r"(?P<who>.*\b(?:leaders|ministers|officials|delegates|representatives|negotiators|envoys|diplomats|commanders))"
    r"\s+(?:in|at)\s+(?:the\s+)?(?P<where>[A-Z][\w’'. -]*)\Z",
    re.DOTALL,
)


def senders(scene: Scene, phrase: Phrase) -> tuple[Phrase, ...]:
    """Who sent those that a phrase tells of ("delegates of the council and the front"), () where it is unknown."""
    sent = _SENT.match(phrase.span.text)
    if sent is None:
        return ()
    found: list[Phrase] = []
    start = sent.start("who")
    for match in re.finditer(
        r".+?(?=,\s+(?:and\s+)?|\s+and\s+|\Z)(?:,\s+(?:and\s+)?|\s+and\s+|\Z)", sent["who"], re.DOTALL
    ):
        words = _PARTS.sub("", match.group()) if _PARTS.search(match.group()) else match.group()
        at = phrase.span.start + start + match.start()
        span = Span.of(scene.text, at, at + len(words))
        party = party_named(scene, words) or scene.cast.party_of(span)
        if party is not None and party.kind == "unnamed" and len(party.name) > len(words):
            party = None
        if party is None:
            return ()
        found.append(Phrase(span, party.id, state=party.kind == "state"))
    return tuple(found)


def party_named(scene: Scene, words: str) -> Party | None:
    """The party, no person, that goes by these words in the article."""
    names = scene.memo("bodies by bare name", _bodies)
    return names.get(_THE.sub("", " ".join(words.split())).casefold())


def _bodies(scene: Scene) -> dict[str, Party]:
    found: dict[str, Party] = {}
    for party in scene.parties:
        if party.kind not in {"person", "media", "place"}:
            for name in (party.name, *party.aliases, *(m.text for m in party.mentions)):
                found.setdefault(_THE.sub("", name).casefold(), party)
    return found


def placed_apart(scene: Scene, seen: Sighting) -> Sighting:
    """A sighting whose participants hold no place: of "leaders in Halvet" it is where they met."""
    found: list[Phrase] = []
    place = seen.place
    for phrase in seen.participants:
        match = _WHERE.match(phrase.span.text)
        where = None
        if match is not None:
            span = Span.of(scene.text, phrase.span.start + match.start("where"), phrase.span.end)
            where = span if any(n.kind == "place" and n.span == span for n in scene.reading.names) else None
            where = where or (span if country_of(span.text) is not None else None)
        if match is None or where is None:
            found.append(phrase)
            continue
        found.append(replace(phrase, span=Span.of(scene.text, phrase.span.start, phrase.span.start + match.end("who"))))
        place = place or where
    return replace(seen, participants=tuple(found), place=place)
