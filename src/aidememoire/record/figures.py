"""Figures of one subject held against each other: the same, compatible, growing, or in conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from aidememoire.model.articles import Article
from aidememoire.model.facts import Figure
from aidememoire.model.ids import content_id
from aidememoire.model.links import FigureGroup, FigureMember, FigureStatus, Lineage
from aidememoire.record.similarity import content_words

# How far a figure with its bound reaches, as factors of its value: "about 300" may be 270 or 330, "nearly 300" 270 to
# 300, "more than 300" up to 390: who knows 400 says 400.
REACH = {
    "exactly": (1.0, 1.0),
    "about": (0.9, 1.1),
    "nearly": (0.9, 1.0),
    "more than": (1.0, 1.3),
    "at least": (1.0, 1.3),
    "up to": (0.0, 1.0),
    "less than": (0.0, 1.0),
}


def interval(figure: Figure) -> tuple[float, float] | None:
    """The least and the most that a figure may mean; None where only a size without numbers is given."""
    if figure.value is not None:
        below, above = REACH[figure.bound]
        return figure.value * below, figure.value * above
    if figure.low is not None and figure.high is not None:
        return figure.low, figure.high
    return None


def figure_groups(
    figures: Iterable[Figure], articles: Mapping[str, Article], lineages: Iterable[Lineage]
) -> tuple[FigureGroup, ...]:
    """The groups of two figures or more of one subject."""
    wire = {frozenset((x.a, x.b)) for x in lineages if x.relation == "wire"}
    by_subject: dict[frozenset[str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if interval(figure):
            by_subject[content_words(figure.subject)].append(figure)
    groups = []
    for members in by_subject.values():
        if len(members) > 1:
            ordered = sorted(members, key=lambda f: (articles[f.article].published or "", f.article, f.evidence.start))
            groups.append(
                FigureGroup(
                    id=content_id("figure_group", *sorted(f.id for f in members)),
                    subject=ordered[0].subject,
                    members=tuple(FigureMember(f.id, f.article, f.evidence.text) for f in ordered),
                    status=_status(ordered, articles, wire),
                )
            )
    return tuple(sorted(groups, key=lambda g: g.id))


def _status(figures: Sequence[Figure], articles: Mapping[str, Article], wire: set[frozenset[str]]) -> FigureStatus:
    grows = conflicts = differs = False
    for x, y in combinations(figures, 2):
        (low, high), (other_low, other_high) = interval(x) or (0, 0), interval(y) or (0, 0)
        differs = differs or (x.value, x.bound) != (y.value, y.bound)
        if low <= other_high and other_low <= high:
            continue
        day, other_day = articles[x.article].published, articles[y.article].published
        one_story = frozenset((x.article, y.article)) in wire
        later_and_higher = bool(day and other_day and day < other_day and other_low > high)
        if later_and_higher and not one_story:
            grows = True
        else:
            conflicts = True
    if grows and conflicts:
        return "growth and conflict"
    return "growth" if grows else "conflict" if conflicts else "compatible" if differs else "same"
