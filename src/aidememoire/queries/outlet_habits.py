"""What each outlet does to copy, over a collection: how much of it it keeps, and what it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from aidememoire.model.articles import Article
from aidememoire.model.lineage import Edit, EditKind, Lineage

# A change of names is a habit where it was made twice; once may be chance.
TWICE = 2
# Words that say nothing of a name: "government of Dastan" and "Dastan government" differ in order alone.
_JOINTS = frozenset("of the a an in and by 's".split())


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that was given up for another, "" for none, and how often."""

    before: str
    after: str
    times: int


@dataclass(frozen=True, slots=True)
class Refigured:
    """A figure as the other version has it and as the outlet's article has it, "" where one has none."""

    article: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What the versions of one outlet hold against others: `kept` is the mean share of those that they have (0 to 1).

    `edits` counts each kind, `per_1000` the same for 1,000 words of the outlet's own bodies. `against` are the outlets
    of the other versions; of one whose outlet is not known its `source_id` and "(no outlet)".
    """

    articles: int
    words: int
    kept: float | None
    against: tuple[str, ...]
    edits: Mapping[EditKind, int]
    per_1000: Mapping[EditKind, float]
    namings: tuple[Naming, ...]
    figures: tuple[Refigured, ...]
    attributions_dropped: int
    attributions_added: int
    quotations_cut: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What one outlet does to copy. `outlet` is None for the articles whose outlet is not known, taken together.

    `wire` counts the articles that rework or reprint a wire, each under its agency in `agencies`; `unnamed` those whose
    agency is not known. `made` are the changes of this outlet, where the way of the text is known; `differs` is held
    against a version that may as well have changed things itself. Each article is compared with one other version.
    """

    outlet: str | None
    articles: int
    wire: int
    agencies: Mapping[str, int]
    unnamed: int
    source: int
    made: Changes
    differs: Changes


@dataclass(frozen=True, slots=True)
class Version:
    """An article of an outlet beside another version: the edits from that to this, and the share of that it has."""

    article: Article
    other: Article
    kept: float
    own: float
    edits: tuple[Edit, ...]
    known: bool


def habits(articles: Iterable[Article], wires: Sequence[Lineage]) -> tuple[Habits, ...]:
    """What each outlet does to copy, the one with most wire copy first, the unknown ones last.

    `wires` are the lineages of relation "wire". Two versions of one outlet tell nothing of what it does to copy.
    """
    by_id = {article.id: article for article in articles}
    of: dict[str, list[Lineage]] = {}
    for link in wires:
        of.setdefault(link.a, []).append(link)
        of.setdefault(link.b, []).append(link)
    outlets: dict[str | None, list[Article]] = {}
    for article in by_id.values():
        outlets.setdefault(article.outlet, []).append(article)
    found = [_habits(outlet, mine, of, by_id) for outlet, mine in outlets.items()]
    return tuple(sorted(found, key=lambda h: (h.outlet is None, -h.wire, -h.articles, h.outlet or "")))


def _habits(
    outlet: str | None, mine: Sequence[Article], of: Mapping[str, list[Lineage]], by_id: Mapping[str, Article]
) -> Habits:
    wire = [article for article in mine if article.id in of]
    agencies = [_agency(article, of[article.id]) for article in wire]
    versions = [v for article in wire if outlet and (v := _version(article, of[article.id], by_id))]
    return Habits(
        outlet=outlet,
        articles=len(mine),
        wire=len(wire),
        agencies=dict(Counter(name for name in agencies if name).most_common()),
        unnamed=agencies.count(None),
        source=sum(any(_is_source(x, _other(x, link, by_id), link) for link in of[x.id]) for x in wire),
        made=_changes([v for v in versions if v.known]),
        differs=_changes([v for v in versions if not v.known]),
    )


def _agency(article: Article, links: Iterable[Lineage]) -> str | None:
    """The agency of an article's wire: the one that it names itself, else the one that a version of it names."""
    named = [*article.agencies, *sorted(link.agency for link in links if link.agency)]
    return named[0] if named else None


def _is_source(article: Article, other: Article, link: Lineage) -> bool:
    """Whether the other article of a pair is taken from this one, as far as that is known.

    Where neither names an agency and the days differ, the later is only supposed to follow the earlier: both may have
    taken the story from a third, so that the change is nobody's for certain.
    """
    by_day = not (article.agencies or other.agencies) and article.published != other.published
    return not by_day and link.direction == ("a→b" if link.a == article.id else "b→a")


def _version(article: Article, links: Iterable[Lineage], by_id: Mapping[str, Article]) -> Version | None:
    """The article beside the version that it was taken from, or else beside the one with which it shares most.

    None where all others are of the same outlet or taken from this one.
    """
    found = [
        _beside(article, link, by_id) for link in links if not _is_source(article, _other(article, link, by_id), link)
    ]
    others = [version for version in found if version.other.outlet != article.outlet]
    return max(others, key=lambda v: (v.known, v.own, v.other.id), default=None)


def _beside(article: Article, link: Lineage, by_id: Mapping[str, Article]) -> Version:
    other = _other(article, link, by_id)
    known = _is_source(other, article, link)
    if link.b == article.id:
        return Version(article, other, link.share_a, link.share_b, link.edits, known)
    turned = tuple(Edit(edit.b, edit.a, _turned(edit.kind)) for edit in link.edits)
    return Version(article, other, link.share_b, link.share_a, turned, known)


def _other(article: Article, link: Lineage, by_id: Mapping[str, Article]) -> Article:
    return by_id[link.a if link.b == article.id else link.b]


def _turned(kind: EditKind) -> EditKind:
    """The kind of an edit as seen from the other version."""
    swapped: dict[EditKind, EditKind] = {"added": "dropped", "dropped": "added"}
    return swapped.get(kind, kind)


def _changes(versions: Sequence[Version]) -> Changes:
    """The changes of several articles as one."""
    edits = [edit for version in versions for edit in version.edits]
    kinds: Counter[EditKind] = Counter(edit.kind for edit in edits)
    words = sum(len(p.text.split()) for v in versions for p in v.article.paragraphs if p.kind == "body")
    named = [_naming(edit) for edit in edits if edit.kind == "naming"]
    return Changes(
        articles=len(versions),
        words=words,
        kept=sum(version.kept for version in versions) / len(versions) if versions else None,
        against=tuple(dict.fromkeys(v.other.outlet or f"{v.other.source_id} (no outlet)" for v in versions)),
        edits={kind: kinds[kind] for kind in get_args(EditKind)},
        per_1000={kind: round(1000 * kinds[kind] / words, 2) if words else 0.0 for kind in get_args(EditKind)},
        namings=_counted(named),
        figures=tuple(
            Refigured(v.article.source_id, _before(e), _after(e))
            for v in versions
            for e in v.edits
            if e.kind == "figure"
        ),
        attributions_dropped=sum(edit.kind == "attribution" and edit.b is None for edit in edits),
        attributions_added=sum(edit.kind == "attribution" and edit.a is None for edit in edits),
        quotations_cut=sum(edit.kind == "quotation" and edit.b is None for edit in edits),
    )


def _before(edit: Edit) -> str:
    return " ".join(edit.a.text.split()) if edit.a else ""


def _after(edit: Edit) -> str:
    return " ".join(edit.b.text.split()) if edit.b else ""


def _naming(edit: Edit) -> tuple[str, str]:
    """What was called otherwise: the words that only one side has, of both."""
    before, after = _before(edit).split(), _after(edit).split()
    mine, theirs = {word.casefold() for word in before}, {word.casefold() for word in after}
    return _told(before, theirs), _told(after, mine)


def _told(words: Sequence[str], not_these: Iterable[str]) -> str:
    left = [word for word in words if word.casefold() not in _JOINTS | frozenset(not_these)]
    return " ".join(left).strip(".,;:")


def _counted(named: Sequence[tuple[str, str]]) -> tuple[Naming, ...]:
    """The names exchanged at least twice, the most frequent first; capitals do not count."""
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    for before, after in named:
        shown.setdefault((before.casefold(), after.casefold()), (before, after))
    times = Counter((before.casefold(), after.casefold()) for before, after in named)
    often = sorted(((-n, shown[key]) for key, n in times.items() if n >= TWICE and any(key)))
    return tuple(Naming(before, after, -n) for n, (before, after) in often)
