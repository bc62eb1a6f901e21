"""What may be looked for in a record, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal["statement", "claim", "encounter", "position", "commitment", "agreement", "figure", "article"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_RANKED = 20_000
"""Hits that are put in order of how well they fit: more are shown newest first."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: `words` as a person typed them, and what else must hold.

    `parties` are ids of parties, any of whom a fact must speak of; None asks for nobody in particular. `outlet` is
    that of the article, `first` and `last` are the ISO days between which it was published, `act` that of a statement.
    """

    words: str = ""
    kind: Kind | None = None
    parties: tuple[str, ...] | None = None
    outlet: str | None = None
    first: str | None = None
    last: str | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `id` is that of a fact or an article; a claim has that of a statement which makes it.

    `text` is what was searched, the title of it apart.
    """

    kind: Kind
    id: str
    article: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one page, best first; `counts` are those of every kind, whichever was asked for.

    `ranked` is false where there were too many to be put in order of how well they fit, or no words to fit.
    """

    hits: tuple[Hit, ...]
    counts: dict[Kind, int]
    total: int
    ranked: bool


_TESTS = {"outlet": "s.outlet = :outlet", "first": "s.day >= :first", "last": "s.day <= :last", "act": "s.act = :act"}


def tests_of(asked: Search) -> tuple[str, dict[str, Any]]:
    """What must hold beside the words, as SQL of a row `s` of the table `search`, and the values that it names."""
    given: dict[str, Any] = {name: value for name in _TESTS if (value := getattr(asked, name)) is not None}
    return "".join(f" AND {_TESTS[name]}" for name in given), given
