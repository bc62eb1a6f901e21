"""What a figure counts: whom, on which day or since when, and whether it says that it is of another happening."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aidememoire.model.facts import Figure

# "Another three", "two more", "a further five": of another happening than the one before.
FURTHER = re.compile(
    r"\b(?:another|additional|further)\b|(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))\s+more\b", re.I
)
# Who is counted apart from all others. One word of a class is as good as another: outlets call the same dead otherwise.
CLASSES = {
    "children": "child children boys girls pupils schoolchildren minors infants babies",
    "women": "woman women",
    "fighters": "fighter fighters militant militants rebel rebels insurgent insurgents gunman gunmen jihadist "
    "jihadists terrorist terrorists extremist extremists",
    "soldiers": "soldier soldiers troops serviceman servicemen conscript conscripts officer officers guards",
    "police": "police policeman policemen",
    "journalists": "journalist journalists reporter reporters",
    "medics": "doctor doctors nurse nurses medic medics",
}
CLASS_OF = {word: name for name, words in CLASSES.items() for word in words.split()}
# What follows is a part of the number: "6 people including two children".
PARTS = re.compile(r"\b(?:including|among|mostly|most of)\b", re.IGNORECASE)
_NO_NAME = frozenset("a an the of in at near city town village province".split())
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SPAN = re.compile(r"\d{4}(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure counts: `whom` (a class, "" for people), `day`, `since` (a month or year long gone), and where.

    `place` holds the small words of the place, none where it is not told.
    """

    whom: str
    day: str
    since: str
    further: bool
    place: frozenset[str] = frozenset()

    def fits(self, other: Scope) -> bool:
        """Whether two figures may be of one happening."""
        if self.further or other.further:
            return False
        if self.day and other.day and self.day != other.day:
            return False
        if self.place and other.place and not self.place & other.place:
            return False
        return self.whom == other.whom and self.since == other.since


def scope(figure: Figure, published: str | None) -> Scope:
    """The scope of a figure in an article of that day (an ISO date or None)."""
    value = figure.when.value if figure.when else ""
    day = DAY.match(value)
    long_gone = bool(SPAN.fullmatch(value)) and not (published or "").startswith(value)
    words = re.findall(r"\w+", PARTS.split(figure.evidence.text)[0].casefold())
    return Scope(
        whom=next((CLASS_OF[w] for w in words if w in CLASS_OF), ""),
        day=day.group() if day else "",
        since=value if long_gone else "",
        further=bool(FURTHER.search(figure.evidence.text)),
        place=frozenset(re.findall(r"\w+", (figure.place or "").casefold())) - _NO_NAME,
    )
