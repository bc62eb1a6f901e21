from __future__ import annotations

import pytest

from aidememoire.model.facts import Position, Stance
from aidememoire.model.joined import Actor, Turn
from aidememoire.model.links import Link
from aidememoire.model.process import Condition, Deadlock, Issue, Stand
from aidememoire.model.spans import Located
from aidememoire.queries.desk.deadlocks import deadlocks_page
from aidememoire.queries.desk.positions import PositionsAsked, issue_page, positions_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from tests.support import article, span

TEXT = "The front rejects a census. Later the front accepts a census. Kestria demands a census. It asks for a bridge."
SOURCE = article("a", TEXT, outlet="Dravik Herald", published="2031-03-04")


def position(mark: str, stance: Stance, words: str, issue: str) -> Position:
    return Position(mark, SOURCE.id, None, "the front", stance, issue, None, span(TEXT, words))


def turn(stance: str, fact: str) -> Turn:
    return Turn(stance, "2031-03-04", None, (fact,), (SOURCE.id,), ())


def where(words: str) -> tuple[Located, ...]:
    found = span(TEXT, words)
    return (Located(SOURCE.id, found.start, found.end, found.text),)


def condition(mark: str, party: str, withheld: str, awaited: str) -> Condition:
    return Condition(mark, party, party, withheld, None, awaited, ("p1",), where("a census"))


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    facts = (
        position("p1", "reject", "The front rejects a census.", "a census"),
        position("p2", "accept", "Later the front accepts a census.", "a census"),
        position("p3", "demand", "Kestria demands a census.", "a census"),
        position("p4", "demand", "It asks for a bridge.", "a bridge"),
    )
    links: list[Link] = [
        *(Actor(f"actor-{n}", n, "state", (), (), None, (), ()) for n in ("Front", "Kestria")),
        Issue("issue-1", "census", ("a census", "the counting of all"), ("p1", "p2", "p3")),
        Issue("issue-2", "bridge", ("a bridge",), ("p4",)),
        Stand("stand-1", "actor-Front", "the front", "issue-1", (turn("reject", "p1"), turn("accept", "p2")), ("p2",)),
        Stand("stand-2", "actor-Kestria", "Kestria", "issue-1", (turn("demand", "p3"),), ()),
        Stand("stand-3", None, "it", "issue-2", (turn("demand", "p4"),), ()),
        condition("c-b", "actor-Kestria", "open the pass", "the front leaves"),
        condition("c-a", "actor-Front", "leave", "the pass is open"),
        condition("c-c", "actor-Front", "talk", "prisoners are free"),
        Deadlock("deadlock-1", ("c-b", "c-a"), (("c-a",), ("c-b",)), where("a census")),
    ]
    return Shelf(Held([SOURCE], [facts], links))


def test_the_table_has_the_stance_last_taken_and_the_one_before(shelf: Shelf) -> None:
    page = positions_page(shelf, PositionsAsked(), 1, 50)
    assert [str(c) for c in page.columns] == ["Front", "Kestria"]
    census, bridge = page.issues
    (stand,) = census.cells[0].stands
    assert (stand.stance, stand.before, stand.day, stand.steps) == ("accept", "reject", "2031-03-04", 2)
    assert [(str(s.party), s.stance) for s in bridge.others] == [("it", "demand")]
    assert [row.id for row in page.rows] == ["stand-1", "stand-2", "stand-3"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (PositionsAsked(party="actor-Kestria"), ["issue-1"]),
        (PositionsAsked(party="actor-Kestria", moved=True), []),
        (PositionsAsked(moved=True), ["issue-1"]),
        (PositionsAsked(stance="demand"), ["issue-1", "issue-2"]),
        (PositionsAsked(stance="reject"), []),
        (PositionsAsked(words="Counting"), ["issue-1"]),
    ],
)
def test_issues_are_those_asked_for(shelf: Shelf, asked: PositionsAsked, found: list[str]) -> None:
    assert [issue.id for issue in positions_page(shelf, asked, 1, 50).issues] == found


def test_the_party_asked_for_has_the_first_column(shelf: Shelf) -> None:
    assert str(positions_page(shelf, PositionsAsked(party="actor-Kestria"), 1, 50).columns[0]) == "Kestria"


def test_an_issue_shows_each_step_in_its_words(shelf: Shelf) -> None:
    page = issue_page(shelf, "issue-1", 1, 20)
    assert page is not None
    front, kestria = page.parties
    assert [(s.stance, s.held[0].cited.text) for s in front.steps] == [
        ("reject", "The front rejects a census."),
        ("accept", "Later the front accepts a census."),
    ]
    assert (str(kestria.stand.party), kestria.stand.before) == ("Kestria", None)
    assert issue_page(shelf, "issue-9", 1, 20) is None


def test_conditions_of_a_circle_come_first_and_are_numbered_in_its_order(shelf: Shelf) -> None:
    page = deadlocks_page(shelf, 1, 50)
    (circle,) = page.circles
    assert [(w.number, w.id) for w in circle.waits] == [(1, "c-b"), (2, "c-a")]
    assert [[s.number for s in b.steps] for b in circle.breaks] == [[1], [2]]
    assert [(c.id, c.deadlocks) for c in page.rows] == [
        ("c-b", ("deadlock-1",)), ("c-a", ("deadlock-1",)), ("c-c", ()),
    ]  # fmt: skip
    assert [box.who for box in circle.drawing.boxes] == ["Kestria", "Front"]
