"""A party's stands: a turn for each stance, and a move only where something changed."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.facts import Stance
from aidememoire.model.process import Stand
from aidememoire.record.positions.issues import issues
from aidememoire.record.positions.stands import STANCES, stands
from tests.record.positions.conftest import World, actor_id

COUNCIL = "United Highland Council"


def taken(world: World) -> tuple[Stand, ...]:
    return stands(world.positions, issues(world.positions, world.cast), world.cast, world.by_id)


def course(stand: Stand) -> list[tuple[str, str | None]]:
    return [(turn.status, turn.day) for turn in stand.course]


def test_another_stance_on_a_later_day_is_a_move(world: World) -> None:
    world.add(COUNCIL, "reject", "the truce", day="2031-03-04")
    moved = world.add(COUNCIL, "accept", "a cease-fire of two weeks", day="2031-03-09")
    (stand,) = taken(world)
    assert course(stand) == [("reject", "2031-03-04"), ("accept", "2031-03-09")]
    assert (stand.party, stand.moved_by, stand.stance) == (actor_id(COUNCIL), (moved.id,), "accept")


def test_repetition_in_other_words_and_another_outlet_is_no_move(world: World) -> None:
    first = world.add(COUNCIL, "demand", "release of prisoners", day="2031-03-04", paper="herald")
    again = world.add(COUNCIL, "demand", "the detainees be freed", day="2031-03-05", paper="courier")
    (stand,) = taken(world)
    assert [turn.facts for turn in stand.course] == [(first.id, again.id)]
    assert stand.moved_by == ()


def test_a_demand_told_after_a_precondition_is_no_move_but_a_precondition_after_a_demand_is(world: World) -> None:
    world.add(COUNCIL, "precondition", "prisoners freed", "attend", day="2031-03-04")
    world.add(COUNCIL, "demand", "freeing of prisoners", day="2031-03-05")
    world.add("Marn Valley Front", "demand", "freeing of prisoners", day="2031-03-04")
    firmer = world.add("Marn Valley Front", "precondition", "prisoners freed", "attend", day="2031-03-05")
    assert {s.party_text: s.moved_by for s in taken(world)} == {COUNCIL: (), "Marn Valley Front": (firmer.id,)}


def test_asking_for_another_amount_is_a_move(world: World) -> None:
    world.add(COUNCIL, "precondition", "all sick prisoners are freed", "talk", day="2031-03-04")
    less = world.add(COUNCIL, "precondition", "the last 41 prisoners on its list are home", "talk", day="2031-03-23")
    (stand,) = taken(world)
    assert stand.moved_by == (less.id,)


def test_a_word_that_one_report_leaves_out_is_no_move(world: World) -> None:
    world.add(COUNCIL, "demand", "an immediate cease-fire", day="2031-03-04")
    world.add(COUNCIL, "demand", "a cease-fire on all fronts", day="2031-03-06")
    (stand,) = taken(world)
    assert stand.moved_by == ()


def test_of_two_stances_on_one_day_neither_moved_the_other(world: World) -> None:
    world.add(COUNCIL, "reject", "the truce", day="2031-03-04", paper="herald")
    world.add(COUNCIL, "accept", "the truce", day="2031-03-04", paper="courier")
    (stand,) = taken(world)
    assert len(stand.course) == 2
    assert stand.moved_by == ()


def test_what_had_been_refused_comes_before_what_is_new_in_the_same_article(world: World) -> None:
    new = world.add(COUNCIL, "accept", "attend the talks", day="2031-03-04", words="UHC agreed to attend the talks")
    world.add(COUNCIL, "reject", "attend", day="2031-03-04", words="the UHC had refused to attend")
    (stand,) = taken(world)
    assert course(stand) == [("reject", "2031-03-04"), ("accept", "2031-03-04")]
    assert stand.moved_by == (new.id,)


def test_what_was_said_a_week_before_its_report_moves_nothing_back(world: World) -> None:
    world.add(COUNCIL, "reject", "the truce", day="2031-03-04")
    moved = world.add(COUNCIL, "accept", "the truce", day="2031-03-09")
    world.add(COUNCIL, "reject", "the truce", day="2031-03-15", said="2031-03-03")
    (stand,) = taken(world)
    assert course(stand) == [("reject", "2031-03-04"), ("accept", "2031-03-09")]
    assert stand.moved_by == (moved.id,)


def test_a_report_of_no_known_day_joins_the_turn_it_repeats_and_moves_nothing(world: World) -> None:
    world.add(COUNCIL, "reject", "the truce", day="2031-03-04")
    world.add(COUNCIL, "accept", "the truce", day="2031-03-09")
    world.add(COUNCIL, "reject", "the truce", paper="undated")
    world.add(COUNCIL, "red line", "the truce", paper="undated")
    (stand,) = taken(world)
    assert course(stand) == [("red line", None), ("reject", "2031-03-04"), ("accept", "2031-03-09")]
    assert [len(turn.facts) for turn in stand.course] == [1, 2, 1]
    assert len(stand.moved_by) == 1


def test_each_party_has_a_stand_of_its_own_and_unknown_parties_one_in_each_article(world: World) -> None:
    world.add(COUNCIL, "demand", "a truce", day="2031-03-04", paper="herald")
    world.add(None, "reject", "a truce", day="2031-03-05", paper="herald")
    world.add(None, "accept", "a truce", day="2031-03-06", paper="herald")
    assert sorted((s.party_text, s.stance, len(s.moved_by)) for s in taken(world)) == [
        (COUNCIL, "demand", 0),
        ("it", "accept", 0),
        ("it", "reject", 0),
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(STANCES)),
            st.sampled_from(["the truce", "all prisoners freed", "41 prisoners freed"]),
            st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-03-06"]),
        ),
        min_size=1,
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_stands_do_not_depend_on_order_and_hold_every_position_once(
    told: list[tuple[Stance, str, str | None]], chance: random.Random
) -> None:
    world = World()
    for stance, issue, day in told:
        world.add(COUNCIL, stance, issue, day=day)
    found = taken(world)
    assert sorted(f for s in found for turn in s.course for f in turn.facts) == sorted(p.id for p in world.positions)
    days = [[turn.day or "" for turn in s.course] for s in found]
    assert days == [sorted(d) for d in days]
    made = list(world.positions)
    chance.shuffle(world.positions)
    assert taken(world) == found
    world.positions = made
