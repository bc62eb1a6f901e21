"""Figures of one subject: the range, who is a copy of whom, what contradicts what, and what was edited."""

from __future__ import annotations

from dataclasses import replace

from aidememoire.model.lineage import Lineage
from aidememoire.queries.desk.figures import Asked, figure_page, figures_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from tests.support import sample


def shelf(*, related: bool = True) -> Shelf:
    made = sample()
    links = [link for link in made.links if related or not isinstance(link, Lineage)]
    readings = [(replace(a, agencies=a.agencies if related else ()), facts) for a, facts in made.readings]
    return Shelf(Held([a for a, _ in readings], [facts for _, facts in readings], links))


def test_a_group_has_its_range_its_days_and_its_origins() -> None:
    page = figures_page(shelf(), Asked(), 1, 10)
    (row,) = page.rows
    assert (row.subject, row.status, row.disputed, row.unit) == ("people killed in Halvet", "conflict", True, "people")
    assert (row.low, row.high, row.tellings, row.articles) == (14, 19, 2, 2)
    assert row.days == ("2031-05-03", "2031-05-04")
    assert (str(row.origins), row.origins.of[0].agency) == ("1", "Meridian Press")


def test_groups_are_found_by_words_status_and_unit() -> None:
    held = shelf()

    def found(**asked: str) -> int:
        return figures_page(held, Asked(**asked), 1, 10).listed.total

    assert [found(words="halvet 19"), found(words="brenmark")] == [1, 0]
    assert [found(status="disputed"), found(status="conflict"), found(status="growth")] == [1, 1, 0]
    assert [found(unit="people"), found(unit="tents")] == [1, 0]


def test_a_later_version_of_one_wire_is_a_copy_that_changed_the_figure() -> None:
    held = shelf()
    page = figure_page(held, figures_page(held, Asked(), 1, 10).rows[0].id)
    assert page is not None
    assert [(t.words, t.value, t.origin, t.copy) for t in page.rows] == [
        ("14 people were killed", 14, 1, False),
        ("19 people were killed", 19, 1, True),
    ]
    assert [(c.first, c.second, c.grown) for c in page.apart] == [(1, 2, False)]
    (edit,) = page.edits
    assert (edit.in_a and edit.in_a.text, edit.in_b and edit.in_b.text) == ("14", "19")
    assert (edit.a.outlet, edit.b.outlet, edit.direction) == ("Meridian Press", "Dravik Herald", "a→b")


def test_between_strangers_a_later_and_higher_toll_may_have_grown() -> None:
    held = shelf(related=False)
    page = figure_page(held, figures_page(held, Asked(), 1, 10).rows[0].id)
    assert page is not None
    assert [c.grown for c in page.apart] == [True]
    assert page.edits == ()
    assert [t.copy for t in page.rows] == [False, False]


def test_a_group_that_is_not_there_is_none() -> None:
    assert figure_page(shelf(), "figure_group-none") is None
