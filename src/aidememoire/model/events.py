"""What one article tells as a coded event: who did what to whom, in the classes of the PLOVER ontology."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.spans import Span
from aidememoire.model.when import When

EventKind = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
EventStatus = Literal["asserted", "denied"]


@dataclass(frozen=True, slots=True)
class Event:
    """One event of an article. `sources` did it, `targets` it was done to (parties); the `..._texts` are their words.

    Where two sides did it together ("A and B signed"), both are sources and there is no target. `reporter` is the
    party that says so, None where the article itself does. `context` are subjects such as "military" or "refugees".
    `facts` are the ids of the facts that it was made from, none where it was read from the text alone.
    """

    id: str
    article: str
    kind: EventKind
    mode: str | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_texts: tuple[str, ...]
    target_texts: tuple[str, ...]
    status: EventStatus
    reporter: str | None
    when: When | None
    place: str | None
    context: tuple[str, ...]
    evidence: Span
    facts: tuple[str, ...] = ()
