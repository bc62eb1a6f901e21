"""Whom a phrase that speaks names beside its head: an apposition, whoever issued a document, what "who" follows."""

from __future__ import annotations

import re

from aidememoire.extract.context import Known, Named
from aidememoire.extract.parties.heads import is_role
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_APPOSED = re.compile(r",\s+")
# What may stand between the comma and the name: a courtesy title, or a rank or a role.
_COURTESY = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Brig)\.?\s)*")
# An apposition is closed off; in "the envoy, Okrelo and others" there is none.
_CLOSED = re.compile(r"[,.;:)–—]|\s(?:[–—]|of\s|from\s)|$")
# The longest role between the comma and the name, in characters.
_ROLE = 60
_DOCUMENT = re.compile(
    r"(?<=\s)(?:statement|report|letter|communiqu[eé]|draft|document|press\srelease|memorandum|memo|note)s?"
    r"(?:$|\s(?:by|from|of)\s)"
)


def beside(text: str, named: Named, span: Span, head: Span) -> Party | None:
    """The person whom an apposition names after a role or a description: "the group's chief, Tomas Okrelo".

    `span` is the whole phrase, `head` what it is about; the apposition may stand right after the phrase.
    """
    inside = _APPOSED.search(text, head.end, span.end)
    after = inside or _APPOSED.match(text, span.end)
    if after is None or not (inside or is_role(head.text)):
        return None
    people = [k for k in named.at.starting(after.end(), after.end() + _ROLE) if k.party.kind == "person"]
    first = next((k for k in people if _leads(text, after.end(), k.span.start)), None)
    closed = first is not None and (first.span.end == span.end or _CLOSED.match(text, first.span.end))
    return first.party if first is not None and closed else None


def _leads(text: str, start: int, name: int) -> bool:
    """Whether nothing but a title stands before a name: "former Prime Minister", "Gen."."""
    lead = text[start:name].strip()
    return _COURTESY.fullmatch(text, start, name) is not None or ("," not in lead and is_role(lead))


def issuer(named: Named, span: Span) -> Party | None:
    """The party whose document speaks: "a statement by the foreign ministry", "the council's report"."""
    if _DOCUMENT.search(span.text) is None:
        return None
    inside = named.at.inside(span)
    owners = {k.party.id: k.party for k in inside if k.party.kind not in ("place", "unnamed")}
    return owners.popitem()[1] if len(owners) == 1 else None


def just_before(text: str, named: Named, relative: Span) -> Party | None:
    """The party whose name a relative clause follows: "Kestria, which fears ..."."""
    here = re.search(r"[\w’'](?=,?\s*$)", text[max(0, relative.start - 3) : relative.start])
    if here is None:
        return None
    end = max(0, relative.start - 3) + here.end()
    near: list[Known] = [k for k in named.at.touching(Span(end - 1, end, "")) if k.span.end == end]
    return max(near, key=lambda k: len(k.span.text)).party if near else None
