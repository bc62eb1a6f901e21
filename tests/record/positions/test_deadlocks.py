"""Deadlocks: conditions that wait for each other, and what would undo them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aidememoire.demo import coverage_path
from aidememoire.model.facts import Position
from aidememoire.model.joined import Actor
from aidememoire.model.process import Condition, Deadlock
from aidememoire.pipeline import build
from aidememoire.record.positions.cast import Cast
from aidememoire.record.positions.conditions import conditions
from aidememoire.record.positions.deadlocks import deadlocks
from aidememoire.store import open_record
from tests.record.positions.conftest import World

COUNCIL, FRONT, STATE = "United Highland Council", "Marn Valley Front", "government of Varenia"


def found(world: World) -> tuple[tuple[Condition, ...], tuple[Deadlock, ...]]:
    made = conditions(world.positions, world.cast)
    return made, deadlocks(made, world.cast)


def withheld(deadlock: Deadlock, made: tuple[Condition, ...]) -> list[str]:
    """What the conditions of a circle withhold, from the first in the alphabet."""
    by_id = {c.id: c.withheld for c in made}
    order = [by_id[c] for c in deadlock.conditions]
    at = order.index(min(order))
    return order[at:] + order[:at]


def test_four_conditions_that_wait_for_each_other_are_one_circle(circle: Callable[[], World]) -> None:
    made, (deadlock,) = found(circle())
    assert withheld(deadlock, made) == [
        "free prisoners",
        "leave the bridge at Tessaly Ford",
        "lift its blockade of Halvet",
        "talk about disarmament",
    ]
    assert sorted(deadlock.breaks) == sorted((c,) for c in deadlock.conditions)
    assert {e.text for e in deadlock.evidence} == {c.awaited for c in made}


def test_a_missing_link_is_no_deadlock(circle: Callable[[], World]) -> None:
    world = circle()
    for n in range(4):
        kept = [p for i, p in enumerate(world.positions) if i != n]
        assert deadlocks(conditions(kept, world.cast), world.cast) == ()


def test_two_conditions_of_one_sentence_are_a_deadlock(world: World) -> None:
    world.add(COUNCIL, "precondition", "the shelling stops", "talk", of=STATE, paper="herald")
    world.add(STATE, "precondition", "the Council talks", "stop the shelling", of=COUNCIL, paper="herald")
    made, (deadlock,) = found(world)
    assert withheld(deadlock, made) == ["stop the shelling", "talk"]


def test_talking_about_disarmament_is_not_disarming(world: World) -> None:
    world.add(COUNCIL, "precondition", "prisoners are freed", "talk about disarmament", of=STATE)
    world.add(STATE, "precondition", "the rebels disarm", "free prisoners", of=COUNCIL)
    assert found(world)[1] == ()


def test_another_town_is_no_link(circle: Callable[[], World]) -> None:
    world = circle()
    world.positions.pop()
    world.add(STATE, "precondition", "the rebels discuss disarmament", "lift its blockade of Brenmark", of=COUNCIL)
    assert found(world)[1] == ()


def test_what_is_awaited_of_another_party_is_no_link(world: World) -> None:
    world.add(COUNCIL, "precondition", "Kestria frees its prisoners", "attend the talks", of="Kestria")
    world.add("Ostmere", "precondition", "the Council attends the talks", "free prisoners", of=COUNCIL)
    assert found(world)[1] == ()


def test_whom_a_thing_is_awaited_of_may_be_unknown_where_the_words_meet(world: World) -> None:
    world.add(COUNCIL, "precondition", "the ports are opened", "attend the talks")
    world.add(STATE, "precondition", "the rebels attend the talks", "open the ports", of="the rebels")
    world.add(FRONT, "precondition", "the schools are opened", "leave the bridge")
    made, (deadlock,) = found(world)
    assert withheld(deadlock, made) == ["attend the talks", "open the ports"]


def test_entangled_circles_are_undone_by_what_they_share(world: World) -> None:
    world.add(STATE, "precondition", "the rebels attend the talks", "free prisoners", of="the rebels")
    world.add(COUNCIL, "precondition", "prisoners are freed", "attend the talks", of=STATE)
    world.add(FRONT, "precondition", "prisoners are freed", "attend the talks", of=STATE)
    made, circles = found(world)
    shared = next(c.id for c in made if c.withheld == "free prisoners")
    assert [len(d.conditions) for d in circles] == [2, 2]
    assert [d.breaks for d in circles] == [((shared,),), ((shared,),)]


def test_deadlocks_apart_are_undone_apart(circle: Callable[[], World]) -> None:
    world = circle()
    world.add("Ostmere", "precondition", "Kestria lifts its sanctions", "recognise Kestria", of="Kestria")
    world.add("Kestria", "precondition", "Ostmere recognises Kestria", "lift sanctions", of="Ostmere")
    assert sorted(len(d.breaks) for d in found(world)[1]) == [2, 4]


def test_the_order_of_conditions_does_not_matter(circle: Callable[[], World]) -> None:
    made, there = found(circle())
    assert deadlocks(made[::-1], circle().cast) == there


def test_the_demo_holds_one_deadlock_of_four_conditions(tmp_path: Path) -> None:
    record = tmp_path / "demo.db"
    build([coverage_path()], record)
    with open_record(record).reader() as reader:
        cast = Cast.of(reader.links(Actor))
        made = conditions(reader.facts(Position), cast)
        papers = {a.id: a.source_id for a in reader.articles()}
    (deadlock,) = deadlocks(made, cast)
    assert len(deadlock.conditions) == len(deadlock.breaks) == 4
    assert {
        "highland-voice-delegation-late",
        "vna-constructive-approach",
        "northern-standard-okrelo-interview",
        "calder-courier-road-to-halvet",
    } <= {papers[place.article] for place in deadlock.evidence}
