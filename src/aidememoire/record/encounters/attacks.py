"""Which tellings are of one attack. Attacks are many, and so the day must be one, and the place or the words too."""

from __future__ import annotations

import re

from aidememoire.record.days import agree
from aidememoire.record.encounters.tellings import Telling
from aidememoire.record.naming.names import fold

# Two attacks are one where their clauses are this alike in wording, or their places are one.
WORDING = 0.3
# In one story of one place and news less is enough.
STORY_WORDING = 0.15
_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|similar|other|further|earlier|previous|elsewhere|meanwhile)\b", re.IGNORECASE
)


def one_attack(x: Telling, y: Telling, wording: float, close: bool) -> bool:
    """Whether two tellings may be of one attack; `close`: the reports are of the same news."""
    one, agreed = one_place(x, y), agree(x.value, y.value)
    if agreed == "same":
        return one or wording >= WORDING
    if not one or _lasting(x) or _lasting(y):
        return False
    if agreed == "within" and not close:
        return wording >= STORY_WORDING
    return close and wording >= (STORY_WORDING if x.stories & y.stories else WORDING)


def _lasting(told: Telling) -> bool:
    """Whether it tells of attacks over a time: "since Wednesday", "in six days"."""
    when = told.encounter.when
    return when is not None and (not when.value or when.value.startswith("P"))


def one_place(x: Telling, y: Telling) -> bool:
    """Whether both are in one city, or in a part of a city that one of the clauses names beside it."""
    return x.city and y.city and (x.place == y.place or _part(x, y) or _part(y, x))


def _part(x: Telling, y: Telling) -> bool:
    """Whether the clause of one names the place of the other too."""
    return re.search(rf"\b{re.escape(y.place)}\b", fold(x.encounter.evidence.text)) is not None


def one_news(x: Telling, y: Telling) -> bool:
    """Whether one article, or one story, tells both, and neither as one more."""
    if not (x.encounter.article == y.encounter.article or x.stories & y.stories):
        return False
    return not any(_ANOTHER.search(t.encounter.evidence.text) for t in (x, y))
