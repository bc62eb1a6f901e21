"""The fields of each kind of fact that people correct, and what may stand in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from aidememoire.model.events import EventKind, EventStatus
from aidememoire.model.facts import (
    ActorKind,
    AgreementKind,
    CommitmentStatus,
    EncounterKind,
    EncounterStatus,
    Form,
    Stance,
)
from aidememoire.model.mentions import SeatStanding
from aidememoire.model.reading import Act, Bound

Sort = Literal["choice", "party", "parties", "text", "number", "whole", "when", "flag"]
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, the sort of what stands in it, the `choices` of a choice, and whether it may be left empty.

    `words` names the field that holds a party's words beside its id.
    """

    name: str
    sort: Sort
    choices: tuple[str, ...] = ()
    optional: bool = True
    words: str | None = None


def _choice(name: str, choices: object, *, optional: bool = False) -> Field:
    return Field(name, "choice", get_args(choices), optional)


def _words(name: str) -> Field:
    return Field(name, "text", optional=False)


_WHEN, _PLACE, _TRACK = Field("when", "when"), Field("place", "text"), Field("track", "text")
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "statement": (
        Field("speaker", "party"),
        _choice("act", Act),
        _choice("form", Form),
        Field("addressee", "party", words="addressee_text"),
        Field("target", "party", words="target_text"),
        Field("joint", "parties"),
        _WHEN,
    ),
    "encounter": (
        _choice("kind", EncounterKind),
        _choice("status", EncounterStatus),
        Field("participants", "parties", words="participant_texts"),
        _PLACE,
        _WHEN,
        Field("source", "party"),
        _TRACK,
        Field("round", "whole"),
        Field("proximity", "flag"),
    ),
    "position": (
        Field("party", "party", words="party_text"),
        _choice("stance", Stance),
        _words("issue"),
        Field("condition_for", "text"),
        Field("of", "party"),
        _WHEN,
    ),
    "commitment": (
        Field("by", "party", words="by_text"),
        Field("to", "party"),
        _words("what"),
        _choice("status", CommitmentStatus),
        Field("alleged_by", "parties"),
        Field("agreement", "text"),
        _WHEN,
        Field("source", "party"),
    ),
    "agreement": (
        Field("parties", "parties"),
        _words("what"),
        _choice("kind", AgreementKind),
        _TRACK,
        _WHEN,
        Field("basis", "flag"),
    ),
    "figure": (
        _words("subject"),
        Field("unit", "text"),
        Field("value", "number"),
        Field("low", "number"),
        Field("high", "number"),
        _choice("bound", Bound),
        _WHEN,
        Field("speaker", "party"),
        _PLACE,
    ),
    "track_mention": (
        _words("name"),
        Field("mediator", "party"),
        Field("sponsors", "parties"),
        Field("guarantors", "parties"),
        Field("venue", "text"),
    ),
    "round_mention": (Field("number", "whole", optional=False), _TRACK, _WHEN),
    "basket_mention": (_words("name"), _TRACK),
    "delegation_mention": (
        Field("of", "party", words="of_text"),
        Field("head", "party"),
        Field("members", "parties"),
        _TRACK,
    ),
    "seat_mention": (
        Field("party", "party", words="party_text"),
        _choice("standing", SeatStanding),
        _choice("side", Literal["for", "against"], optional=True),
        _TRACK,
        Field("source", "party"),
        Field("past", "flag"),
    ),
    "event": (
        _choice("kind", EventKind),
        _choice("status", EventStatus),
        Field("sources", "parties", words="source_texts"),
        Field("targets", "parties", words="target_texts"),
        _PLACE,
        _WHEN,
        Field("reporter", "party"),
    ),
}
"""By the kind of the fact. Parties and times are none of them: see `versions.REVIEWED`."""

EMPTY: Mapping[str, Mapping[str, object]] = {
    "statement": {"speaker_span": None, "cue": None, "content_parts": [], "form": "indirect", "act": "assert"},
    "event": {"mode": None, "context": []},
}
"""What an added fact has in the fields that nobody fills in."""
