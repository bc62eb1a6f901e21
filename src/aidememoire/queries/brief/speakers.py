"""Who is named at the head of a line of quoted words: the speaker, with the role that the article gives."""

from __future__ import annotations

import re

from aidememoire.model.facts import Party, Statement
from aidememoire.model.spans import Span
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.brief.vocabulary import onlooker, speaks_for_somebody
from aidememoire.queries.brief.wording import generic, listed

_PRONOUN = re.compile(
    r"(?:i|we|you|he|she|it|they|who|which|that|this|both|some|others|many|most)\Z|(?:neither|no|nobody|none)\b",
    re.IGNORECASE,
)
# Heads that name nobody by themselves: "the group", "a statement".
_NOBODY = re.compile(
    r"(?:(?:the|a|an|its|his|her|their|this|that)\s+)?(?:group|body|statement|draft|report|document|letter|source|official"
    r"|man|woman|spokes\w+|pair|two|both|party|team|organi[sz]ation|leader|minister|document|text|resolution|side|sides)\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A(?:the|an?|one)\s+", re.IGNORECASE)
_KNOWN = re.compile(r"\bknown\s+as\s+(?:the\s+)?(?P<name>[A-Z][^,;]+)")
_OWNED = re.compile(r"(?:his|her|its|their|our|my)\b", re.IGNORECASE)
# "Kestrian-Ostmeran" is what a statement of two states was called by, and nobody.
_ADJECTIVE = re.compile(r"[\w.]+-[\w.]+(?:an|ese|ish|ic)\Z")
_BODIES = frozenset(("state", "government", "organization", "armed group"))


def head_of(sheet: Sheet, said: Statement, passage: Span) -> str | None:
    """The name and role of who says it, for the head of a line; None where it is nobody whom a brief reports.

    Reported are parties, mediators, states and monitors, those who hold positions or meet, and who speaks for them. A
    phrase without a name stands in its own words.
    """
    source = said.speaker_span
    party = next((p for p in sheet.told_in(Party, said.article) if p.id == said.speaker), None)
    if source is not None and not passage.start <= source.start < passage.end:
        return None
    if party is None or party.kind in {"unnamed", "place"}:
        pronoun = source is None or _PRONOUN.match(source.text) is not None
        return _phrase((party.name if party else "") if pronoun else (source.text if source else ""))
    name = sheet.name(said.speaker) or party.name
    if party.kind in _BODIES:
        names = sheet.names((said.speaker, *said.joint)) or [name]
        if _ADJECTIVE.match(name):
            return _plain(source.text) if source is not None and source.text != name else None
        return None if generic(name) or _NOBODY.match(name) else listed(names)
    if source is not None and source.text.lower() == "it":
        return None
    return _person(sheet, party, name, source, passage) if party.kind == "person" else None


def _phrase(words: str) -> str | None:
    """A phrase without a name as it stands ("Western officials"), or the name that it says it is known by."""
    words = " ".join(words.split()).strip(" ,;")
    known = _KNOWN.search(words)
    if known is not None:
        return known["name"].strip(" ,;")
    if not words or _PRONOUN.match(words) or _NOBODY.match(words) or not speaks_for_somebody(words):
        return None
    return None if _OWNED.match(words) else _plain(words)


def _plain(words: str) -> str:
    """A phrase as a head: without its article."""
    plain = _ARTICLE.sub("", " ".join(words.split()), count=1)
    return plain[:1].upper() + plain[1:]


def _person(sheet: Sheet, party: Party, name: str, source: Span | None, passage: Span) -> str | None:
    actor = sheet.actors.get(sheet.actor_of.get(party.id, ""))
    roles = [role.evidence.text for role in party.roles]
    words = " ; ".join(
        [*roles, source.text if source is not None else "", *(r.title for r in (actor.roles if actor else ()))]
    )
    if any(onlooker(role) for role in roles) or (source is not None and onlooker(source.text)):
        return None
    if not speaks_for_somebody(words) and (actor is None or actor.id not in sheet.taking_part()):
        return None
    role = " ".join(roles[0].split()) if roles else ""
    # "Head" or "chief" alone tells of what only in its own sentence.
    told = " " in role or role[:1].isupper()
    return f"{name} ({role})" if told and role not in " ".join(passage.text.split()) else name
