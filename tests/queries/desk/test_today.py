from __future__ import annotations

from datetime import date

from aidememoire.model.facts import Encounter
from aidememoire.model.joined import Actor, Origin, Origins, Turn
from aidememoire.model.process import EncounterGroup
from aidememoire.queries.desk.today import DayCount, Record, articles_by_day, today_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from tests.support import article, party, span

TEXT = "Petar Solvane met Ilse Verhane in Lugarno on Tuesday."
DAY = date(2031, 3, 5)


def shelf() -> Shelf:
    first = article("a", "Snow closed the pass.", outlet="Isle Broadcasting", published="2031-03-02")
    second = article("b", TEXT, outlet="The Calder Courier", published=DAY.isoformat())
    one, two = party(second, "Petar Solvane", "person"), party(second, "Ilse Verhane", "person")
    ids, names = (one.id, two.id), (one.name, two.name)
    words = span(TEXT, TEXT)
    met = Encounter("encounter-1", second.id, "meeting", "held", ids, names, "Lugarno", None, None, None, None, words)
    actors = [Actor(f"actor-{p.name}", p.name, "person", (), (), None, (p.id,), ()) for p in (one, two)]
    heard = Origins(1, 1, (Origin((second.id,), None, "stands in one article"),))
    turn = Turn("held", DAY.isoformat(), None, (met.id,), (second.id,), ())
    both = tuple(a.id for a in actors)
    group = EncounterGroup(
        "encounter_group-1", "meeting", "held", both, (), "Lugarno", None, "2031-03-04", "2031-03-04", None, None,
        False, (met.id,), (turn,), heard,
    )  # fmt: skip
    return Shelf(Held([first, second], [(), (one, two, met)], [*actors, group]))


def test_a_line_says_who_tells_it_where_and_what_it_was_composed_from() -> None:
    made = shelf()
    page = today_page(made, DAY, DAY, articles_by_day(made))
    (line,) = [r for r in page.rows if r.record == Record("/process/encounters/encounter_group-1", "encounter")]
    assert line.kind == "happened"
    assert "(1 origin)" not in line.words
    assert (line.told, str(line.origins)) == ("The Calder Courier", "1")
    assert [place.text for place in line.cited] == [TEXT]


def test_the_nearest_days_with_articles_lie_before_and_after() -> None:
    made = shelf()
    known = articles_by_day(made)
    assert known == (DayCount("2031-03-02", 1), DayCount("2031-03-05", 1))
    between = today_page(made, date(2031, 3, 3), date(2031, 3, 3), known)
    assert (between.before, between.next, between.articles, between.rows) == ("2031-03-02", "2031-03-05", 0, ())
    both = today_page(made, DAY, date(2031, 3, 2), known)
    assert (both.since, both.before, both.next, both.articles) == ("2031-03-02", None, None, 2)


def test_a_brief_is_composed_once() -> None:
    made = shelf()
    known = articles_by_day(made)
    assert today_page(made, DAY, DAY, known).sections is today_page(made, DAY, DAY, known).sections
