"""One article: its text as it was read, what is not of the story, and every record that was read from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.lineage import Direction, Relation
from aidememoire.model.spans import Span
from aidememoire.queries.desk.article_entries import KINDS, SHOWN, Draft, Stretch, drafts, groups
from aidememoire.queries.desk.related import ArticleRef, Spliced, lineages, ref, spliced, stories, story_of
from aidememoire.queries.desk.shapes import Cited, Who, cited_span
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of the article: its `number` in the order of the text, and the stretches that it was read from.

    `group` is the id of what joins it with other articles' records: a claim, an encounter, an issue, figures.
    """

    number: int
    id: str
    kind: str
    label: str
    who: tuple[Who, ...]
    text: str
    detail: str
    stretches: tuple[Stretch, ...]
    group: str | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class Apart:
    """A stretch that is no record: "cut" (not of the story, `note` says why), "credit", "title", "subhead"."""

    start: int
    end: int
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of record: how many the article has, whether they are shown, and the `kind` to ask for to turn that."""

    value: str
    count: int
    shown: bool
    turned: str


@dataclass(frozen=True, slots=True)
class Relative:
    """An article that shares prose with this one: `mine` is the share (0 to 1) of this body that both have."""

    article: ArticleRef
    relation: Relation
    mine: float
    theirs: float
    direction: Direction
    first: bool
    agency: str | None
    why: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article. `here` is the place that was asked for, None where none was or it is not in the text (`missed`)."""

    id: str
    source_id: str
    outlet: str
    title: str | None
    published: str | None
    published_how: str | None
    dateline: str | None
    agencies: tuple[str, ...]
    bylines: tuple[str, ...]
    language: str | None
    url: str | None
    composite: bool
    text: str
    apart: tuple[Apart, ...]
    rows: tuple[Entry, ...]
    kinds: tuple[KindChoice, ...]
    here: Stretch | None
    missed: bool
    story: str | None
    story_title: str | None
    relatives: tuple[Relative, ...]
    spliced: tuple[Spliced, ...]


def article_page(shelf: Shelf, article_id: str, at: tuple[int, int] | None, kinds: str) -> ArticlePage | None:
    """One article with its records of these `kinds` ("statement,figure"; "" for all but names and coded events).

    None where the record has no such article.
    """
    a = shelf.articles.get(article_id)
    if a is None:
        return None
    found = drafts(shelf, a.id)
    count = Counter(draft.kind for draft in found)
    shown = tuple(kind for kind in KINDS if kind in kinds.split(",")) or SHOWN
    here = Stretch(*at) if at is not None and 0 <= at[0] < at[1] <= len(a.text) else None
    story = shelf.kept(stories).get(shelf.kept(story_of).get(a.id, ""))
    return ArticlePage(
        id=a.id,
        source_id=a.source_id,
        outlet=shelf.answers.outlet(a.id),
        title=a.title,
        published=a.published,
        published_how=a.published_how,
        dateline=a.dateline,
        agencies=a.agencies,
        bylines=a.bylines,
        language=a.language,
        url=a.url,
        composite=a.composite,
        text=a.text,
        apart=_apart(a),
        rows=_entries(shelf, a, [draft for draft in found if draft.kind in shown]),
        kinds=tuple(KindChoice(k, count[k], k in shown, _turned(k, shown)) for k in KINDS if count[k]),
        here=here,
        missed=at is not None and here is None,
        story=story.id if story else None,
        story_title=story.title if story else None,
        relatives=_relatives(shelf, a.id),
        spliced=spliced(shelf, (a.id,)),
    )


def _entries(shelf: Shelf, article: Article, found: list[Draft]) -> tuple[Entry, ...]:
    ordered = sorted(found, key=lambda d: (d.stretches[0].start, -d.stretches[-1].end, KINDS.index(d.kind), d.id))
    joined = shelf.kept(groups)
    return tuple(
        Entry(
            number,
            d.id,
            d.kind,
            d.label,
            d.who,
            d.text,
            d.detail,
            d.stretches,
            joined.get(d.id),
            _cited(shelf, article, d),
        )
        for number, d in enumerate(ordered, 1)
    )


def _cited(shelf: Shelf, article: Article, draft: Draft) -> Cited:
    first = draft.stretches[0]
    return cited_span(shelf, article.id, Span.of(article.text, first.start, first.end))


def _turned(kind: str, shown: tuple[str, ...]) -> str:
    """What to ask for to see this kind alone, or, where a choice was made, with or without it."""
    if shown == SHOWN:
        return ",".join((*SHOWN, kind)) if kind not in SHOWN else kind
    return ",".join(k for k in KINDS if (k in shown) != (k == kind))


def _apart(a: Article) -> tuple[Apart, ...]:
    found = [Apart(cut.start, cut.end, "cut", cut.reason) for cut in a.boilerplate]
    found += [Apart(s.start, s.end, "credit", "credit") for s in a.credits]
    found += [Apart(p.start, p.end, p.kind, "") for p in a.paragraphs if p.kind != "body"]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def _relatives(shelf: Shelf, article: str) -> tuple[Relative, ...]:
    found = []
    for link in shelf.kept(lineages).get(article, ()):
        first = link.a == article
        mine, theirs = (link.share_a, link.share_b) if first else (link.share_b, link.share_a)
        other = ref(shelf, link.b if first else link.a)
        found.append(Relative(other, link.relation, mine, theirs, link.direction, first, link.agency, link.why))
    return tuple(sorted(found, key=lambda r: (-r.mine, r.article.id)))
