"""Stories by day, how their articles are related, two articles side by side, and outlets."""

from __future__ import annotations

from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Donor, Story
from aidememoire.queries.desk.compare import compare_page
from aidememoire.queries.desk.coverage import Asked, coverage_page, story_page
from aidememoire.queries.desk.outlets import outlets_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from tests.support import sample, span

MADE = sample()
WIRE, HERALD, COURIER = (a for a, _ in MADE.readings)
STORY = content_id("story", "halvet")


def shelf(*more: Story | Donor) -> Shelf:
    return Shelf(Held([a for a, _ in MADE.readings], [facts for _, facts in MADE.readings], (*MADE.links, *more)))


def test_happenings_are_stories_and_what_no_other_article_tells() -> None:
    page = coverage_page(shelf(), Asked(), 1, 10)
    assert [(r.story, r.title, r.first, r.outlets, str(r.origins)) for r in page.rows] == [
        (STORY, "Shelling of Halvet", "2031-05-03", ("Meridian Press", "Dravik Herald"), "1"),
        (None, "Envoy hopes for a third round", None, ("The Calder Courier",), "1"),
    ]
    assert [(c.value, c.count) for c in page.days] == [("2031-05-03", 1), ("2031-05-04", 1)]


def test_coverage_is_found_by_the_words_of_any_title_the_outlet_and_the_day() -> None:
    held = shelf()

    def found(**asked: str) -> int:
        return coverage_page(held, Asked(**asked), 1, 10).listed.total

    assert [found(words="toll halvet"), found(words="envoy"), found(words="ferry")] == [1, 1, 0]
    assert [found(outlet="Dravik Herald"), found(outlet="Isle Broadcasting")] == [1, 0]
    assert [found(day="2031-05-04"), found(day="2031-05-05")] == [1, 0]


def test_a_story_tells_how_its_articles_are_related_and_what_it_goes_on_from() -> None:
    later = Story(content_id("story", "later"), (COURIER.id,), "Envoy hopes", None, None, STORY)
    held = shelf(later)
    page = story_page(held, STORY)
    assert page is not None
    (pair,) = page.pairs
    assert (pair.a.outlet, pair.b.outlet, pair.relation, pair.direction) == (
        "Meridian Press", "Dravik Herald", "wire", "a→b"
    )  # fmt: skip
    assert (pair.share_a, pair.share_b, pair.passages, pair.edits) == (0.4, 0.5, 1, 3)
    assert pair.why == "both credit Meridian Press"
    assert [each.story for each in page.followed_by] == [later.id]
    after = story_page(held, later.id)
    assert after is not None
    assert (after.story.follows, after.story.follows_title) == (STORY, "Shelling of Halvet")
    assert story_page(held, "story-none") is None


def test_a_part_of_a_composite_page_stands_with_its_donor() -> None:
    part = span(HERALD.text, "Chief negotiator Petar Solvane said 19 people were killed in Halvet.")
    page = story_page(shelf(Donor("donor-1", HERALD.id, part, COURIER.id, 0.75)), STORY)
    assert page is not None
    (spliced,) = page.spliced
    assert (spliced.page.id, spliced.donor.id, spliced.share) == (HERALD.id, COURIER.id, 0.75)
    assert spliced.part.text == part.text


def test_two_articles_stand_in_the_order_of_their_lineage() -> None:
    page = compare_page(shelf(), HERALD.id, WIRE.id)
    assert page is not None
    assert (page.left.id, page.right.id, page.story) == (WIRE.id, HERALD.id, STORY)
    assert [(p.number, p.left.text == p.right.text) for p in page.passages] == [(1, True)]
    assert [(e.kind, e.left and e.left.text, e.right and e.right.text) for e in page.rows] == [
        ("figure", "14", "19"),
        ("dropped", "We have fired on no town", None),
        ("added", None, "The government will not talk while the ports are closed"),
    ]


def test_strangers_can_be_compared_too_but_no_article_with_itself() -> None:
    page = compare_page(shelf(), WIRE.id, COURIER.id)
    assert page is not None
    assert (page.pair, page.passages, page.rows) == (None, (), ())
    assert compare_page(shelf(), WIRE.id, WIRE.id) is None
    assert compare_page(shelf(), WIRE.id, "article-none") is None


def test_outlets_tell_what_they_keep_of_a_wire() -> None:
    rows = outlets_page(shelf()).rows
    assert [(r.outlet, r.articles, r.wire, r.source, r.compared, r.kept) for r in rows] == [
        ("Dravik Herald", 1, 1, 0, 1, 0.4),
        ("Meridian Press", 1, 1, 1, 0, None),
        ("The Calder Courier", 1, 0, 0, 0, None),
    ]
