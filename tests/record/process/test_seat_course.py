from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.mentions import SeatMention
from aidememoire.model.spans import Span
from aidememoire.record.process.seat_course import course, standing

ACTOR = {"kestria": "KESTRIA", "ostmere": "OSTMERE"}


def told(day: int, how: Any, **more: Any) -> SeatMention:
    given: dict[str, Any] = {"side": None, "track": None, "source": None, "evidence": Span(0, 4, "here")}
    mark = f"{day} {how} {sorted(more.items())}"
    return SeatMention(mark, f"a{day}", "front", "the front", standing=how, **(given | more))


DAYS = {f"a{day}": f"2031-03-{day:02}" for day in range(1, 30)}


def turns(*mentions: SeatMention) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(t.status, t.day, t.sources) for t in course(mentions, ACTOR, DAYS)]


def test_a_seat_turns_when_its_standing_changes_and_not_when_it_is_told_again() -> None:
    found = turns(told(1, "conditional"), told(2, "conditional"), told(5, "in", source="kestria"))
    assert found == [("conditional", "2031-03-01", ()), ("in", "2031-03-05", ("KESTRIA",))]


def test_a_walkout_told_as_background_makes_no_turn() -> None:
    found = turns(told(1, "withdrawn"), told(5, "in"), told(9, "withdrawn", past=True))
    assert [status for status, _, _ in found] == ["withdrawn", "in"]


def test_a_new_walkout_makes_one() -> None:
    found = turns(told(1, "withdrawn"), told(5, "in"), told(9, "withdrawn"))
    assert [status for status, _, _ in found] == ["withdrawn", "in", "withdrawn"]


def test_a_wish_is_a_turn_of_its_own_once_and_leaves_the_standing() -> None:
    mentions = (
        told(1, "left out"),
        told(3, "wanted", side="for", source="ostmere"),
        told(4, "wanted", side="for", source="ostmere"),
        told(6, "refused", side="against", source="kestria"),
    )
    assert turns(*mentions) == [
        ("left out", "2031-03-01", ()),
        ("wanted", "2031-03-03", ("OSTMERE",)),
        ("refused", "2031-03-06", ("KESTRIA",)),
    ]
    assert standing(course(mentions, ACTOR, DAYS)) == "left out"


def test_only_wished_for_is_only_wanted() -> None:
    assert standing(course([told(3, "wanted", side="for", source="ostmere")], ACTOR, DAYS)) == "wanted"


HOWS = ["in", "left out", "withdrawn", "conditional", "invited", "unconfirmed"]


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(HOWS), st.booleans()), min_size=1, unique=True))
def test_every_mention_is_in_one_turn_and_the_days_do_not_go_back(given: list[tuple[int, str, bool]]) -> None:
    mentions = [told(day, how, past=past) for day, how, past in given]
    found = course(mentions, ACTOR, DAYS)
    assert sorted(fact for t in found for fact in t.facts) == sorted(m.id for m in mentions)
    assert [t.day for t in found] == sorted(t.day or "" for t in found)
