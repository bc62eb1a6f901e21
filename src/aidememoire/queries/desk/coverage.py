"""Coverage: which happenings were reported on which days, by whom, and on how many origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aidememoire.model.lineage import Story
from aidememoire.model.spans import Span
from aidememoire.queries.desk.choices import Choice, words_to_choose
from aidememoire.queries.desk.related import (
    ArticleRef,
    Pair,
    Spliced,
    inside,
    pair,
    ref,
    spliced,
    stories,
    story_of,
)
from aidememoire.queries.desk.shapes import Listed, OriginsView, listed, origins
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Asked:
    """Which coverage: with these words in a title, of this outlet, of articles published on this ISO day."""

    words: str = ""
    outlet: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A happening: a story by its id, or one article that no other tells the like of (`story` is None).

    `first` and `last` are ISO days. `follows` is the story that it goes on from.
    """

    story: str | None
    title: str | None
    first: str | None
    last: str | None
    articles: tuple[ArticleRef, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    origins: OriginsView
    follows: str | None
    follows_title: str | None


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """The coverage that was asked for, the latest first; `days` are those of all articles of the record."""

    asked: Asked
    rows: tuple[CoverageRow, ...]
    listed: Listed
    outlets: tuple[Choice, ...]
    days: tuple[Choice, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story: its articles in their order, how each two are related, and parts of composite pages."""

    story: CoverageRow
    rows: tuple[ArticleRef, ...]
    pairs: tuple[Pair, ...]
    spliced: tuple[Spliced, ...]
    followed_by: tuple[CoverageRow, ...]


def coverage_page(shelf: Shelf, asked: Asked, page: int, size: int) -> CoveragePage:
    """The page of happenings that `asked` leaves."""
    wanted = [row for row in shelf.kept(_rows) if _meant(row, asked)]
    rows = tuple(wanted[(page - 1) * size : page * size])
    total = listed(len(wanted), page, size)
    return CoveragePage(asked, rows, total, shelf.kept(_outlets), shelf.kept(_days), len(shelf.articles))


def story_page(shelf: Shelf, story_id: str) -> StoryPage | None:
    """One story, None where the record has none of that id."""
    story = shelf.kept(stories).get(story_id)
    if story is None:
        return None
    row = _story(shelf, story)
    after = tuple(r for r in shelf.kept(_rows) if r.follows == story_id)
    pairs = tuple(pair(shelf, link) for link in inside(shelf, story.articles))
    return StoryPage(row, row.articles, pairs, spliced(shelf, story.articles), after)


def _meant(row: CoverageRow, asked: Asked) -> bool:
    words = asked.words.casefold().split()
    titles = " ".join(each.title or "" for each in row.articles).casefold() if words else ""
    return (
        (not asked.outlet or asked.outlet in row.outlets)
        and (not asked.day or any((each.published or "").startswith(asked.day) for each in row.articles))
        and all(word in titles for word in words)
    )


def _rows(shelf: Shelf) -> tuple[CoverageRow, ...]:
    of = shelf.kept(story_of)
    lone = [_row(shelf, None, (a,), shelf.articles[a].title, None) for a in shelf.articles if a not in of]
    found = [*(_story(shelf, story) for story in shelf.kept(stories).values()), *lone]
    ordered = sorted(found, key=lambda r: (-len(r.articles), r.title or "", r.articles[0].id))
    return tuple(sorted(ordered, key=lambda r: r.first or "", reverse=True))


def _story(shelf: Shelf, story: Story) -> CoverageRow:
    return _row(shelf, story.id, story.articles, story.title, story.thread)


def _row(
    shelf: Shelf, story: str | None, articles: Iterable[str], title: str | None, thread: str | None
) -> CoverageRow:
    refs = sorted((ref(shelf, a) for a in articles), key=lambda r: (r.published or "9999", r.outlet, r.id))
    days = [each.published[:10] for each in refs if each.published]
    # An article stands here with all that it says: what joins two of them is shared by their whole texts.
    whole = [(r.id, Span(0, len(text), text)) for r in refs if (text := shelf.articles[r.id].text)]
    before = shelf.kept(stories).get(thread or "")
    return CoverageRow(
        story,
        title,
        days[0] if days else None,
        days[-1] if days else None,
        tuple(refs),
        tuple(dict.fromkeys(each.outlet for each in refs)),
        tuple(dict.fromkeys(name for each in refs for name in each.agencies)),
        origins(shelf, shelf.sheet.origins_of(whole)),
        before.id if before else None,
        before.title if before else None,
    )


def _outlets(shelf: Shelf) -> tuple[Choice, ...]:
    return words_to_choose(map(shelf.answers.outlet, shelf.articles))


def _days(shelf: Shelf) -> tuple[Choice, ...]:
    count = Counter(a.published[:10] for a in shelf.articles.values() if a.published)
    return tuple(Choice(day, day, count[day]) for day in sorted(count))
