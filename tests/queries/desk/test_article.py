"""One article: every record at its place, what is no part of the story, and those that share its prose."""

from __future__ import annotations

from aidememoire.queries.desk.article import ArticlePage, article_page
from aidememoire.queries.desk.article_entries import SHOWN
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from tests.support import sample

MADE = sample()
WIRE, HERALD, COURIER = (a for a, _ in MADE.readings)
SHELF = Shelf(Held([a for a, _ in MADE.readings], [facts for _, facts in MADE.readings], MADE.links))


def page(article: str, at: tuple[int, int] | None = None, kinds: str = "") -> ArticlePage:
    found = article_page(SHELF, article, at, kinds)
    assert found is not None
    return found


def test_records_stand_in_the_order_of_the_text_with_who_is_behind_them() -> None:
    shown = page(HERALD.id)
    assert [(e.number, e.kind, e.label, [str(w) for w in e.who]) for e in shown.rows] == [
        (1, "statement", "deny", ["Highland Council"]),
        (2, "statement", "assert", ["Petar Solvane"]),
        (3, "figure", "people killed in Halvet, exactly", ["Petar Solvane"]),
        (4, "statement", "reject", ["Petar Solvane"]),
        (5, "position", "precondition", ["Varenian government"]),
    ]
    for row in shown.rows:
        for each in row.stretches:
            assert 0 <= each.start < each.end <= len(shown.text)
        assert row.cited.text == shown.text[row.cited.start : row.cited.end]
    assert shown.rows[0].group is not None
    assert shown.rows[0].group.startswith("claim-")


def test_a_breach_names_who_alleges_it() -> None:
    (breach,) = page(WIRE.id, kinds="commitment").rows
    assert (breach.label, breach.detail) == ("alleged broken", "alleged by Varenian government")


def test_what_is_not_of_the_story_is_told_apart_with_its_reason() -> None:
    assert [(a.kind, a.note) for a in page(HERALD.id).apart] == [
        ("title", ""), ("cut", "share count"), ("credit", "credit")
    ]  # fmt: skip


def test_kinds_are_turned_one_by_one() -> None:
    usual = {k.value: k for k in page(HERALD.id).kinds}
    assert (usual["figure"].turned, usual["figure"].shown) == ("figure", True)
    assert (usual["name"].turned, usual["name"].shown) == (",".join((*SHOWN, "name")), False)
    chosen = {k.value: k.turned for k in page(HERALD.id, kinds="figure,position").kinds}
    assert chosen["figure"] == "position"
    assert chosen["statement"] == "statement,position,figure"
    assert {row.kind for row in page(HERALD.id, kinds="name").rows} == {"name"}
    assert page(HERALD.id, kinds="nothing") == page(HERALD.id)


def test_a_place_outside_the_text_is_missed() -> None:
    here = page(HERALD.id, (3, 9)).here
    assert here is not None
    assert (here.start, here.end) == (3, 9)
    for at in ((9, 3), (0, len(HERALD.text) + 1), (5, 5)):
        shown = page(HERALD.id, at)
        assert (shown.here, shown.missed) == (None, True)


def test_relatives_are_told_with_the_share_of_each() -> None:
    shown = page(HERALD.id)
    (other,) = shown.relatives
    assert (other.article.id, other.mine, other.theirs, other.first) == (WIRE.id, 0.5, 0.4, False)
    assert shown.story_title == "Shelling of Halvet"
    assert page(COURIER.id).relatives == ()
    assert article_page(SHELF, "article-none", None, "") is None
