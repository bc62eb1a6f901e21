"""What a person said of who is who. It is kept beside what was read, and holds whenever articles are joined.

Ids of actors change with every article that is added, so a decision names those it means by what stays: names with
their kinds, and articles by the id that they were given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.facts import ActorKind

Says = Literal["one", "apart"]
Effect = Literal["in force", "overruled in part", "overruled", "idle"]


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever bears a name: in the one article of that `source_id`, or, where that is None, in all that are not
    `but_not`.

    `parties` are those who bore it when the word was said: they are meant even where they are read as of another kind
    since.
    """

    name: str
    kind: ActorKind
    article: str | None = None
    but_not: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word: all of `who` are "one" actor, or each of `who` is "apart" from all `others`.

    `number` counts the words of a record, and the later wins where two can't both hold. `made` is the time in UTC, ISO
    8601 to the second; `by` is who said it, None where that was not asked.
    """

    id: str
    number: int
    made: str
    says: Says
    who: tuple[Bearer, ...]
    others: tuple[Bearer, ...] = ()
    by: str | None = None
