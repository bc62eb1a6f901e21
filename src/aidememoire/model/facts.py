"""What one article says: facts, each with the span it was read from.

Inside an article a party is known by the id of its `Party`; the record stage joins the parties of many articles into
actors. Beside such an id, `..._text` holds the words as they stood.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.events import Event
from aidememoire.model.mentions import BasketMention, DelegationMention, RoundMention, SeatMention, TrackMention
from aidememoire.model.reading import Act, Bound
from aidememoire.model.spans import Span
from aidememoire.model.when import When

ActorKind = Literal["person", "state", "government", "organization", "armed group", "media", "place", "unnamed"]
Form = Literal["direct", "indirect", "mixed"]
EncounterKind = Literal["meeting", "talks", "attack", "release", "exchange", "evacuation", "visit", "call"]
EncounterStatus = Literal["planned", "held", "postponed", "cancelled", "suspended", "alleged", "denied"]
Stance = Literal["demand", "precondition", "red line", "offer", "accept", "reject"]
CommitmentStatus = Literal["made", "fulfilled", "alleged broken", "denied broken"]
AgreementKind = Literal["ceasefire", "zones", "communiqué", "resolution", "exchange", "other"]
TermKind = Literal["starts", "lasts", "until", "covers", "excludes", "accept by", "extends", "monitored by"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role as stated: `title` "spokesman", `of` a body (None where the text names none), and the words for it."""

    title: str
    of: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Party:
    """One party of one article: its fullest name there, its other names there, and where it is named."""

    id: str
    article: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: tuple[Span, ...]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression of the story."""

    id: str
    article: str
    start: int
    end: int
    text: str
    value: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Via:
    """A link of the chain that words came through: the party, and the words that name it."""

    actor: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words or thoughts. `speaker` is None where nobody in reach said it. `via` is nearest first.

    `joint` are those who said it together with the speaker; `when` is the time at which it is told to have been said.
    """

    id: str
    article: str
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    content: Span
    content_parts: tuple[Span, ...]
    form: Form
    act: Act
    addressee: str | None = None
    addressee_text: str | None = None
    via: tuple[Via, ...] = ()
    target: str | None = None
    target_text: str | None = None
    joint: tuple[str, ...] = ()
    when: When | None = None

    @property
    def words(self) -> str:
        """The content without the cue where that breaks it up."""
        return " ".join(part.text for part in self.content_parts) or self.content.text


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting, talks, an attack, a release: planned, held, put off. `source` is the party who says so.

    `proximity` holds where the sides are told to have talked apart, through a mediator (proximity talks).
    """

    id: str
    article: str
    kind: EncounterKind
    status: EncounterStatus
    participants: tuple[str, ...]
    participant_texts: tuple[str, ...]
    place: str | None
    when: When | None
    source: str | None
    track: str | None
    round: int | None
    evidence: Span
    proximity: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """What a party wants or refuses, what it makes that a condition for, and `of` whom it is wanted.

    `when` is the time at which it is told to have said so.
    """

    id: str
    article: str
    party: str | None
    party_text: str
    stance: Stance
    issue: str
    condition_for: str | None
    evidence: Span
    of: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, and what has become of it. A breach is alleged, by somebody: `alleged_by` then names them.

    `source` is the party who says so, None where the article does.
    """

    id: str
    article: str
    by: str | None
    by_text: str
    to: str | None
    what: str
    status: CommitmentStatus
    alleged_by: tuple[str, ...]
    agreement: str | None
    evidence: Span
    when: When | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of an instrument: `text` says when it starts or ends, how long it lasts, or whom or what it covers or
    excludes; `when` is that time, or that length of time. `evidence` is the stretch that tells of it.
    """

    kind: TermKind
    text: str
    when: When | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument: a cease-fire, a resolution, an exchange. `basis` where it is named as the basis of talks."""

    id: str
    article: str
    parties: tuple[str, ...]
    track: str | None
    what: str
    kind: AgreementKind
    when: When | None
    evidence: Span
    basis: bool = False
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that may be disputed. `value` is None where only a size is said ("hundreds": then `low`, `high`).

    `place` is where it was counted, in the words of the text.
    """

    id: str
    article: str
    subject: str
    unit: str | None
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    when: When | None
    speaker: str | None
    evidence: Span
    place: str | None = None


Fact = (
    Party
    | Time
    | Statement
    | Encounter
    | Position
    | Commitment
    | Agreement
    | Figure
    | TrackMention
    | RoundMention
    | BasketMention
    | DelegationMention
    | SeatMention
    | Event
)
