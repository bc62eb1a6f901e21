"""Agreements of many articles become groups: one instrument, whatever each article calls it.

An instrument is told by its date, its number or its name; "the truce" of a story is the last one that had been made by
then in the same conflict. What contradicts stays apart: another day, another number, another place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Term
from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Lineage
from aidememoire.model.process import AgreementGroup
from aidememoire.model.when import When
from aidememoire.record.commitments.agreement_tellings import Marks, Telling, tellings
from aidememoire.record.days import days
from aidememoire.record.naming.names import fold
from aidememoire.record.origins import PASSAGE, Kinship, Told, origins
from aidememoire.record.similarity import Similarity

# How alike the names around two tellings of one instrument are at least (0 to 1), where a date is given for both, for
# one, for neither. Read on 84 stories of one half-year: below these, truces of two countries came together.
BOTH, ONE, NEITHER = 0.05, 0.2, 0.25
# And where the one without a date is told as new ("a truce").
NEW = 0.3
# "The truce" means one made up to so long before; and two undated truces so near are one.
MEMORY, NEAR = timedelta(days=180), timedelta(days=10)


def agreement_groups(
    agreements: Sequence[Agreement],
    actor: Mapping[str, str],
    articles: Mapping[str, Article],
    lineages: Sequence[Lineage],
) -> tuple[AgreementGroup, ...]:
    """Every agreement in exactly one group, in the order of the groups' ids, whatever the order of what is given.

    `actor` gives the actor of each party, `articles` each article by its id.
    """
    told = tellings(agreements, articles)
    kinship = Kinship(lineages)
    groups = _grouped(told, list(_printed_twice(told, articles, lineages, kinship)))
    return tuple(sorted((_group(g, actor, articles, kinship) for g in groups), key=lambda g: g.id))


def _printed_twice(
    told: Sequence[Telling], articles: Mapping[str, Article], lineages: Sequence[Lineage], kinship: Kinship
) -> Iterator[tuple[int, int]]:
    """The pairs that stand in one passage which two articles share."""
    inside: dict[str, list[int]] = defaultdict(list)
    for i, telling in enumerate(told):
        inside[telling.article].append(i)
    for link in lineages:
        for i in inside.get(link.a, ()):
            for j in inside.get(link.b, ()):
                pairs = ((_told(x, articles), _told(y, articles)) for x in told[i].members for y in told[j].members)
                if told[i].kind == told[j].kind and any(kinship.why(x, y) == PASSAGE for x, y in pairs):
                    yield i, j


def _grouped(told: Sequence[Telling], twice: Sequence[tuple[int, int]]) -> list[list[Telling]]:
    like = Similarity([t.context for t in told])
    circle = _Circle(told)
    for i, j in twice:
        circle.join(i, j)
    for _, _, i, j in sorted(_dated_pairs(told, like)):
        circle.join(i, j)
    for i in sorted(range(len(told)), key=lambda i: (told[i].day is None, told[i].day, i)):
        if circle.marks(i).days is None:
            meant = _meant(i, told, like, circle)
            if meant is not None:
                circle.join(i, meant)
    for _, _, i, j in sorted(_undated_pairs(told, like, circle)):
        circle.join(i, j)
    return circle.groups()


class _Circle:
    """Tellings in groups that agree in all that is told of any of their members."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self._told = told
        self._root = list(range(len(told)))
        self._marks: list[Marks] = [t.marks for t in told]

    def root(self, i: int) -> int:
        while self._root[i] != i:
            self._root[i] = self._root[self._root[i]]
            i = self._root[i]
        return i

    def marks(self, i: int) -> Marks:
        """What is told of the instrument of telling `i` by its whole group."""
        return self._marks[self.root(i)]

    def fit(self, i: int, j: int) -> bool:
        mine, theirs, kind = self.marks(i), self.marks(j), self._told[i].kind
        if kind != self._told[j].kind or not mine.fits(theirs):
            return False
        # Any two bodies have a "deal": one with a name is not one without.
        return kind != "other" or bool(mine.name) == bool(theirs.name)

    def join(self, i: int, j: int) -> None:
        """Makes one group of two, unless they contradict each other."""
        mine, theirs = sorted((self.root(i), self.root(j)))
        if mine != theirs and self.fit(mine, theirs):
            self._root[theirs] = mine
            self._marks[mine] = self._marks[mine].with_(self._marks[theirs])

    def groups(self) -> list[list[Telling]]:
        found: dict[int, list[Telling]] = defaultdict(list)
        for i, telling in enumerate(self._told):
            found[self.root(i)].append(telling)
        return list(found.values())


def _pairs(told: Sequence[Telling], like: Similarity) -> Iterator[tuple[int, int]]:
    for i in range(len(told)):
        for j in sorted(like.near(i)):
            if told[i].kind == told[j].kind and told[i].article != told[j].article:
                yield i, j


def _dated_pairs(told: Sequence[Telling], like: Similarity) -> Iterator[tuple[int, float, int, int]]:
    """The pairs that share a number, or days: those of one day before those of one month."""
    for i, j in _pairs(told, like):
        mine, theirs = told[i].marks, told[j].marks
        if not mine.fits(theirs):
            continue
        alike = like.between(i, j)
        both = mine.meets(theirs)
        if mine.numbers & theirs.numbers:
            yield 0, -alike, i, j
        elif both is not None and alike >= BOTH:
            spread = max(mine.days.count, theirs.days.count) if mine.days and theirs.days else 0
            yield spread, -alike, i, j


def _meant(i: int, told: Sequence[Telling], like: Similarity, circle: _Circle) -> int | None:
    """The telling of the last instrument made before telling `i`, an undated one, was printed; None where none fits."""
    printed = told[i].day if not told[i].over else None
    known: list[tuple[date, float, int]] = []
    for j in like.around(i) if printed is not None else ():
        made, alike = circle.marks(j).days, like.between(i, j)
        fits = made is not None and alike >= BOTH and circle.fit(i, j)
        if fits and made and printed and made.first <= printed <= made.last + MEMORY:
            known.append((made.first, alike, -j))
    # Some telling must be of the same conflict beyond doubt; then the last one made is meant, however it is told.
    if max((alike for _, alike, _ in known), default=0.0) < (NEW if told[i].new else ONE):
        return None
    return -max(known)[2]


def _undated_pairs(told: Sequence[Telling], like: Similarity, circle: _Circle) -> Iterator[tuple[int, float, int, int]]:
    for i, j in _pairs(told, like):
        one, other = told[i].day, told[j].day
        if circle.marks(i).days is not None or circle.marks(j).days is not None or one is None or other is None:
            continue
        if abs(one - other) <= NEAR and like.between(i, j) >= NEITHER:
            yield abs(one - other).days, -like.between(i, j), i, j


def _group(
    told: Sequence[Telling], actor: Mapping[str, str], articles: Mapping[str, Article], kinship: Kinship
) -> AgreementGroup:
    members = [a for t in told for a in t.members]
    parties = Counter(actor[p] for a in members for p in a.parties if p in actor)
    return AgreementGroup(
        id=content_id("agreement_group", *sorted(a.id for a in members)),
        kind=told[0].kind,
        what=_name(members),
        parties=tuple(sorted(parties, key=lambda p: (-parties[p], p))),
        when=_when(members),
        basis=any(a.basis for a in members),
        members=tuple(sorted(a.id for a in members)),
        origins=origins([_told(a, articles) for a in members], kinship),
        terms=_terms(members, articles),
    )


def _terms(members: Sequence[Agreement], articles: Mapping[str, Article]) -> tuple[Term, ...]:
    """What is told of an instrument, each term once, in the words of who told of it first."""
    found: dict[tuple[str, str], Term] = {}
    for a in sorted(members, key=lambda a: (articles[a.article].published or "~", a.article, a.evidence.start, a.id)):
        for term in a.terms:
            same = term.when.value if term.when is not None else fold(term.text)
            found.setdefault((term.kind, same), term)
    return tuple(found.values())


def _name(members: Sequence[Agreement]) -> str:
    """The words that most mentions have for it, no bare "deal" where it has others; of several the longest."""
    count = Counter(a.what for a in members if len(a.what.split()) > 1) or Counter(a.what for a in members)
    return min(count, key=lambda w: (-count[w], -len(w), w))


def _when(members: Sequence[Agreement]) -> When | None:
    """The most exact time that is told of it; of several the one that most tell."""
    told = [a.when for a in members if a.when is not None]
    count = Counter(w.value for w in told)

    def exactness(when: When) -> tuple[int, int, str, str]:
        known = days(when.value)
        return (known.count if known else 10**6, -count[when.value], when.value, when.text)

    return min(told, key=exactness, default=None)


def _told(agreement: Agreement, articles: Mapping[str, Article]) -> Told:
    article = articles[agreement.article]
    return Told(
        article=article.id,
        span=agreement.evidence,
        speaker=None,
        chain=frozenset(),
        agencies=frozenset(article.agencies),
        outlet=fold(article.outlet or "").removeprefix("the ").strip(),
        bylines=frozenset(fold(b) for b in article.bylines),
        day=article.published,
    )
