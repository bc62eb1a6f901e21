"""Encounters as tellings: all that is needed to hold two of them against each other, worked out once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from aidememoire.lexicon.countries import country_of
from aidememoire.model.articles import Article
from aidememoire.model.facts import Encounter, EncounterKind
from aidememoire.model.lineage import Lineage, Story
from aidememoire.model.spans import Span
from aidememoire.record.days import Days, days, iso_day
from aidememoire.record.encounters.guests import Guest, GuestBook, in_camp, known_camps
from aidememoire.record.encounters.sittings import Sitting, most_named, of_peace, sitting_of
from aidememoire.record.naming.names import fold

# What one article calls a meeting another calls talks, and who was exchanged was released. A visit is neither: it may
# have a meeting in it.
FAMILIES: Mapping[EncounterKind, str] = {
    "meeting": "gathering",
    "talks": "gathering",
    "exchange": "release",
    "release": "release",
}
# With what an attack was made. Two attacks of one place and day by different weapons are two.
_WEAPONS = {
    "air": r"air\s?(?:strikes?|raids?|attacks?)|warplanes?|jets?|helicopters?|drones?|aircraft|bombardments?",
    "guns": r"shell(?:s|ed|ing|fire)?|mortars?|rockets?|artillery|missiles?|bombardments?",
    "bombs": r"suicide|(?:car|truck|roadside|twin)\s+bomb\w*|bombers?|explosions?|blasts?",
}
_WEAPON = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WEAPONS.items()}
# Two clauses are in one place of a shared stretch where what both have of it is this share of what either has.
_ONE_PLACE = 0.6


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an encounter.

    `reported` is the day of its article and `days` those of its time, None where they are not known; `place`, `track`
    and the `datelines` are folded. `state` is the state that the place is or is the capital of. `around` are the words
    about it, for comparing.
    """

    encounter: Encounter
    family: str
    guests: tuple[Guest, ...]
    reported: date | None
    days: Days | None
    place: str
    city: bool
    state: str | None
    track: str
    datelines: frozenset[str]
    stories: frozenset[str]
    weapons: frozenset[str]
    around: str
    sitting: Sitting | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value of its time, "" where there is none."""
        return self.encounter.when.value if self.encounter.when else ""

    @property
    def known_guests(self) -> tuple[Guest, ...]:
        """The participants of whom something is known."""
        return tuple(g for g in self.guests if not g.vague)

    @property
    def many(self) -> bool:
        """Whether many are told to take part: a conference."""
        return any(g.many for g in self.guests)


def tellings(
    encounters: Iterable[Encounter], articles: Mapping[str, Article], stories: Iterable[Story], book: GuestBook
) -> tuple[Telling, ...]:
    """The tellings of encounters, by the day of their articles (the undated last), article and place in it."""
    of: dict[str, set[str]] = defaultdict(set)
    for story in stories:
        for article in story.articles:
            of[article].add(story.id)
    encounters = list(encounters)
    about = {a: most_named(book.bodies(articles[a].text)) for a in {e.article for e in encounters}}
    told = [_telling(e, articles[e.article], frozenset(of[e.article]), book) for e in encounters]
    told = [replace(t, sitting=_sitting(t, articles[t.encounter.article].text, about)) for t in told]
    camps = known_camps(g for t in told for g in t.guests)
    told = [replace(t, guests=tuple(in_camp(g, camps) for g in t.guests)) for t in told]
    return tuple(sorted(told, key=_in_order))


def _sitting(t: Telling, text: str, about: Mapping[str, frozenset[str]]) -> Sitting | None:
    if not of_peace(t.encounter, t.guests, text):
        return None
    return sitting_of(t.encounter, t.days, t.reported, about[t.encounter.article])


def _in_order(told: Telling) -> tuple[date, str, int, int, str]:
    e = told.encounter
    return told.reported or date.max, e.article, e.evidence.start, e.evidence.end, e.id


def _telling(e: Encounter, article: Article, stories: frozenset[str], book: GuestBook) -> Telling:
    place = fold(e.place or "")
    state = book.state(e.place) if e.place else None
    capital = country_of(e.place) if e.place else None
    if capital is not None and capital.kind == "capital":
        state = capital.country.name
    return Telling(
        encounter=e,
        family=FAMILIES.get(e.kind, e.kind),
        guests=book.guests(e),
        reported=iso_day(article.published),
        days=days(e.when.value) if e.when else None,
        place=place,
        city=bool(place) and (state is None or (capital is not None and capital.kind == "capital")),
        state=state,
        track=fold(e.track or ""),
        datelines=frozenset(fold(d.strip()) for d in (article.dateline or "").split("/") if d.strip()),
        stories=stories,
        weapons=frozenset(n for n, found in _WEAPON.items() if found.search(e.evidence.text)),
        around=around(e.evidence, article),
    )


def around(evidence: Span, article: Article) -> str:
    """The paragraph that a clause stands in, or the clause alone where it stands in none."""
    at = article.paragraph_at(evidence.start)
    return article.paragraphs[at].text if at >= 0 else evidence.text


class Shared:
    """Which tellings stand in one place of a stretch that two articles share, looked up by pair."""

    def __init__(self, lineages: Iterable[Lineage]) -> None:
        self._of = {(x.a, x.b): x for x in lineages if x.relation != "none"}

    def pairs(self) -> Iterable[tuple[str, str]]:
        """The pairs of articles that share anything."""
        return self._of.keys()

    def one_place(self, x: Telling, y: Telling) -> bool:
        """Whether both clauses stand in one place of a passage, or of what was made of it."""
        a, b = x.encounter, y.encounter
        link = self._of.get((a.article, b.article))
        if link is None:
            a, b = b, a
            link = self._of.get((a.article, b.article))
        if link is None:
            return False
        return any(_common(a.evidence, one, b.evidence, other) >= _ONE_PLACE for one, other in _places(link))


def _places(link: Lineage) -> Sequence[tuple[Span, Span]]:
    edited = [(e.a, e.b) for e in link.edits if e.a and e.b and e.kind in {"wording", "quotation", "naming"}]
    return [*((p.a, p.b) for p in link.passages), *edited]


def _common(mine: Span, one: Span, theirs: Span, other: Span) -> float:
    """How far two clauses, each as a share of its stretch, are one stretch of it (0 to 1)."""
    (start, end), (other_start, other_end) = _within(mine, one), _within(theirs, other)
    whole = max(end, other_end) - min(start, other_start)
    return max(0.0, min(end, other_end) - max(start, other_start)) / whole if whole else 0.0


def _within(clause: Span, stretch: Span) -> tuple[float, float]:
    length = max(1, stretch.end - stretch.start)
    return (clause.start - stretch.start) / length, (clause.end - stretch.start) / length
