"""Figures of one subject held against each other: the same, compatible, growing, or in conflict.

The toll of a whole war is one subject everywhere ("killed in the war"). Any other count is of one happening, which has
one day. In two articles of one story two such figures are compared where the words around them say so. In
one article they are where they are the same, or where two speakers give them; else an article that tells of five
attacks would contradict itself. Such two never come together through a third article either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from aidememoire.model.articles import Article
from aidememoire.model.facts import Figure
from aidememoire.model.ids import content_id
from aidememoire.model.joined import FigureGroup, FigureMember, FigureStatus
from aidememoire.model.lineage import Lineage, Story
from aidememoire.record.camps import Camps
from aidememoire.record.scope import Scope, scope
from aidememoire.record.similarity import Similarity, content_words

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

# The scope that makes a toll one subject everywhere.
WAR = " in the war"
# The scope of what has not happened: no figure of what has can contradict it.
EXPECTED = ", expected"
# How far around a figure its happening is told, in characters: two sentences or so.
WINDOW = 300
# The similarity of the surroundings of two figures of one happening. In the demo coverage the tolls of one shelling,
# told by different reporters, have 0.20 to 0.41, the nearest two of different happenings 0.18.
ONE_HAPPENING = 0.2
# An article with more different figures of one subject tells of several happenings: which is which is not known.
# Of the figures in conflict in 792 reports of one war this bound, 4 and more, and one story took 105 groups to 54.
MOST_COUNTS = 3


def interval(figure: Figure) -> tuple[float, float] | None:
    """The least and the most that a figure may mean; None where only a size without numbers is given."""
    if figure.value is not None:
        below, above = REACH[figure.bound]
        return figure.value * below, figure.value * above
    if figure.low is not None and figure.high is not None:
        return figure.low, figure.high
    return None


def figure_groups(
    figures: Iterable[Figure], articles: Mapping[str, Article], lineages: Iterable[Lineage], stories: Iterable[Story]
) -> tuple[FigureGroup, ...]:
    """The groups of two figures or more of one subject and happening."""
    wire = {frozenset((x.a, x.b)) for x in lineages if x.relation == "wire"}
    story_of = {article: story.id for story in stories for article in story.articles}
    known = sorted((f for f in figures if interval(f) and not f.subject.endswith(EXPECTED)), key=lambda f: f.id)
    counted = _Counted(
        known,
        [scope(f, articles[f.article].published) for f in known],
        Similarity([around(f, articles[f.article]) for f in known]),
        articles,
        story_of,
        _counts(known),
    )
    groups = [[known[i] for i in g] for g in _grouped(known, counted) if len(g) > 1]
    return tuple(sorted((_group(g, articles, wire) for g in groups), key=lambda g: g.id))


def _grouped(known: Sequence[Figure], counted: _Counted) -> list[list[int]]:
    """The figures of one subject and happening, by place; what one article tells apart stays apart everywhere."""
    same = Camps(range(len(known)))
    apart: list[tuple[int, int]] = []
    elsewhere: list[tuple[int, int, float]] = []
    for i, j in _of_one_subject(known):
        if known[i].subject.endswith(WAR) or known[i].article == known[j].article:
            told_twice = counted.told_twice(i, j)
            if told_twice:
                same.join(i, j)
            elif not known[i].subject.endswith(WAR):
                apart.append((i, j))
        elif (alike := counted.alike(i, j)) is not None:
            elsewhere.append((i, j, alike))
    for i, j in apart:
        same.part(i, j)
    for i, j in _nearest(known, elsewhere):
        same.join(i, j)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(known)):
        groups[same.camp(i)].append(i)
    return list(groups.values())


def _counts(known: Iterable[Figure]) -> dict[tuple[str, frozenset[str]], int]:
    """How many different figures of a subject an article has."""
    found: dict[tuple[str, frozenset[str]], set[tuple[float, float] | None]] = defaultdict(set)
    for figure in known:
        found[figure.article, content_words(figure.subject)].add(interval(figure))
    return {key: len(values) for key, values in found.items()}


def _of_one_subject(known: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    by_subject: dict[frozenset[str], list[int]] = defaultdict(list)
    for i, figure in enumerate(known):
        by_subject[content_words(figure.subject)].append(i)
    for indices in by_subject.values():
        yield from combinations(indices, 2)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The figures, by place, with what each counts and how alike the words around any two are."""

    known: Sequence[Figure]
    scopes: Sequence[Scope]
    like: Similarity
    articles: Mapping[str, Article]
    story_of: Mapping[str, str]
    counts: Mapping[tuple[str, frozenset[str]], int]

    def told_twice(self, i: int, j: int) -> bool:
        """Whether both are tolls of the war, or one article's figure given twice, or by two speakers of one day."""
        x, y, one, other = self.known[i], self.known[j], self.scopes[i], self.scopes[j]
        if x.subject.endswith(WAR):
            return one.whom == other.whom
        if x.value is not None and x.value == y.value:
            return True
        two_speakers = bool(x.speaker and y.speaker) and x.speaker != y.speaker
        return two_speakers and not self.sums_up(i) and one.fits(other) and one.day == other.day

    def alike(self, i: int, j: int) -> float | None:
        """How alike two figures of two articles are (0 to 1); None where they are not of one happening."""
        if not self.scopes[i].fits(self.scopes[j]):
            return None
        one, other = self.known[i].article, self.known[j].article
        one_story = self.story_of.get(one) == self.story_of.get(other) is not None
        if not one_story:
            return None
        equal = self.known[i].value is not None and self.known[i].value == self.known[j].value
        if not equal and (self.sums_up(i) or self.sums_up(j)):
            return None
        alike = self.like.between(i, j)
        return alike if alike >= ONE_HAPPENING else None

    def sums_up(self, i: int) -> bool:
        """Whether a figure stands in an article that has many of its subject, and so tells of several happenings."""
        return self.counts[self.known[i].article, content_words(self.known[i].subject)] > MOST_COUNTS


def around(figure: Figure, article: Article) -> str:
    """The words around a figure, up to WINDOW characters on either side, within its paragraph."""
    start, end = figure.evidence.start - WINDOW, figure.evidence.end + WINDOW
    for p in article.paragraphs:
        if p.start <= figure.evidence.start < p.end:
            start, end = max(start, p.start), min(end, p.end)
    return article.text[max(0, start) : end]


def _nearest(known: Sequence[Figure], pairs: Sequence[tuple[int, int, float]]) -> Iterator[tuple[int, int]]:
    """The pairs that are each other's nearest in their two articles, or give one number, the most alike first.

    An article tells of several attacks, and each of its figures is a little like each of another's.
    """
    best: dict[tuple[int, str], float] = defaultdict(float)
    for i, j, alike in pairs:
        for one, other in ((i, j), (j, i)):
            key = one, known[other].article
            best[key] = max(best[key], alike)
    for i, j, alike in sorted(pairs, key=lambda pair: (-pair[2], pair[:2])):
        nearest = alike == best[i, known[j].article] == best[j, known[i].article]
        if nearest or (known[i].value is not None and known[i].value == known[j].value):
            yield i, j


def _group(members: Sequence[Figure], articles: Mapping[str, Article], wire: set[frozenset[str]]) -> FigureGroup:
    ordered = sorted(members, key=lambda f: (articles[f.article].published or "", f.article, f.evidence.start))
    return FigureGroup(
        id=content_id("figure_group", *sorted(f.id for f in members)),
        subject=ordered[0].subject,
        members=tuple(FigureMember(f.id, f.article, f.evidence.text) for f in ordered),
        status=_status(ordered, articles, wire),
    )


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
