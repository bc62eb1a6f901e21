"""What an answer looks like: names in place of ids, and where each line was read."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.joined import Origins
from aidememoire.model.lineage import Lineage
from aidememoire.model.spans import Located


@dataclass(frozen=True, slots=True)
class TrackView:
    """A track with the names of its mediator and sponsors, and the numbers of its rounds."""

    id: str
    name: str
    mediator: str | None
    sponsors: tuple[str, ...]
    rounds: tuple[int, ...]
    articles: int
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class EncounterView:
    """Who met whom, as one article tells it; `when` is the words, or the day where it is known."""

    id: str
    kind: str
    status: str
    who: tuple[str, ...]
    when: str | None
    place: str | None
    source: str | None
    evidence: Located


@dataclass(frozen=True, slots=True)
class StatementView:
    """Who said what, through whom, to whom; `speaker` is None where nobody in reach said it.

    `joint` are the names of those who said it together with the speaker.
    """

    id: str
    speaker: str | None
    act: str
    form: str
    text: str
    addressee: str | None
    via: tuple[str, ...]
    target: str | None
    evidence: Located
    joint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnattributedView:
    """A statement by nobody in reach: its paragraph `before` and `after` it, its cue, and `why`, as far as known."""

    id: str
    cue: str | None
    why: str
    before: str
    text: str
    after: str
    evidence: Located


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with the names of both sides."""

    id: str
    text: str
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    origins: Origins
    mentions: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """Figures of one subject and how they stand to each other."""

    id: str
    subject: str
    status: str
    disputed: bool
    members: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class BreachView:
    """A promise that somebody says was broken."""

    id: str
    by: str
    what: str
    alleged_by: tuple[str, ...]
    origins: Origins
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Articles on one happening, how each two that are no strangers are related, and the title it goes on from."""

    id: str
    title: str | None
    articles: tuple[Article, ...]
    lineage: tuple[Lineage, ...]
    follows: str | None


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn with the names of who says so: the ISO `day` of the report, and the time it was then told to have."""

    status: str
    day: str | None
    when: str | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GatheringView:
    """An encounter as all articles tell it."""

    id: str
    kind: str
    status: str
    who: tuple[str, ...]
    when: str | None
    place: str | None
    proximity: bool
    course: tuple[TurnView, ...]
    origins: Origins
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class StandView:
    """How a party stood on an issue: for each turn its stance, the day, and the words that it was read from."""

    id: str
    party: str
    issue: str
    course: tuple[tuple[str, str | None, str], ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class WaitView:
    """A condition in names: who withholds what until who does what."""

    id: str
    who: str
    withheld: str
    of: str | None
    awaited: str
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class DeadlockView:
    """A circle of conditions in its order, and the smallest sets of steps (numbers in the circle) that break it."""

    id: str
    circle: tuple[WaitView, ...]
    breaks: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class DelegationView:
    """Who sits for a party."""

    id: str
    of: str
    head: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatView:
    """A party's seat at the talks, who wants it in or out, and how it came to stand as it does."""

    id: str
    party: str
    standing: str
    track: str | None
    wanted_by: tuple[str, ...]
    refused_by: tuple[str, ...]
    disputed: bool
    course: tuple[TurnView, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An instrument as all articles tell of it."""

    id: str
    kind: str
    what: str
    parties: tuple[str, ...]
    when: str | None
    basis: bool
    tellings: int
    origins: Origins
    evidence: tuple[Located, ...]
