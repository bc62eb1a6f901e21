"""The marked texts of pages hold exactly the text that was read, and each record can be reached from its mark."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from aidememoire.model.lineage import Lineage
from aidememoire.queries.desk.article import article_page
from aidememoire.queries.desk.article_entries import KINDS
from aidememoire.queries.desk.compare import compare_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from aidememoire.views.web.desk import Desk
from aidememoire.views.web.marking import marked_article, marked_side
from tests.support import article, party, statement


class Read(HTMLParser):
    """The text of a piece of HTML, the ids in it, and its links with their labels."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.ids, self.links = "", list[str](), dict[str, str]()
        self.tags: set[str] = set()
        self.feed(str(markup))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        if "id" in held:
            self.ids.append(held["id"])
        if tag == "a":
            assert held["href"] not in self.links
            self.links[held["href"]] = held["aria-label"]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_article_is_shown_exactly_as_it_was_read_with_a_way_to_each_record(desk: Desk) -> None:
    shelf = desk.now()
    for each in shelf.articles.values():
        view = article_page(shelf, each.id, (0, 1), ",".join(KINDS))
        assert view is not None
        read = Read(marked_article(view))
        assert read.text == each.text
        assert len(read.ids) == len(set(read.ids))
        assert {f"e{row.number}" for row in view.rows} | {"here"} == set(read.ids)
        assert {f"#l{row.number}" for row in view.rows} == set(read.links)


def test_a_mark_says_what_it_is_and_whose() -> None:
    text = "A title\nThe pilot said the <b>ferry</b> & \x00 the port were closed.\n"
    one = article("a", text)
    pilot = party(one, "The pilot", "person")
    said = statement(one, "the <b>ferry</b> & \x00 the port were closed", pilot, "deny")
    view = article_page(Shelf(Held([one], [(pilot, said)], [])), one.id, None, "statement")
    assert view is not None
    read = Read(marked_article(view))
    assert read.links == {"#l1": "1: statement, deny; The pilot"}
    assert read.text == text.replace("\x00", "\ufffd")
    assert read.tags == {"span", "mark", "a"}


def test_the_marks_of_two_articles_lead_to_each_other(desk: Desk) -> None:
    shelf = desk.now()
    links = [x for x in shelf.moment.links(Lineage) if x.edits and x.passages]
    assert links != []
    for link in links:
        view = compare_page(shelf, link.a, link.b)
        assert view is not None
        left, right = Read(marked_side(view, False)), Read(marked_side(view, True))
        assert (left.text, right.text) == (view.left.text, view.right.text)
        edits = {f"edit{each.number}" for each in view.rows}
        assert {href[1:] for href in left.links} <= set(right.ids) | edits
        assert {href[1:] for href in right.links} <= set(left.ids) | edits
        assert len(view.passages) == len([i for i in left.ids if i.startswith("ap")])


@pytest.mark.parametrize("at", ["5-", "-", "x", "1-2-3", "9999999999-1"])
def test_a_place_that_is_none_is_refused(client: TestClient, desk: Desk, at: str) -> None:
    one = next(iter(desk.now().articles))
    assert client.get(f"/articles/{one}.json?at={at}").status_code == 422
