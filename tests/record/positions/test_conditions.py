"""Conditions: who withholds what, until who does what."""

from __future__ import annotations

from aidememoire.record.positions.conditions import conditions
from tests.record.positions.conftest import World, actor_id

COUNCIL, FRONT, STATE = "United Highland Council", "Marn Valley Front", "government of Varenia"


def test_one_condition_in_two_articles_and_wordings_is_one_edge(world: World) -> None:
    one = world.add(COUNCIL, "precondition", "all sick prisoners are freed", "talk about disarmament", of=STATE)
    two = world.add(COUNCIL, "precondition", "the release of detainees", "touch disarmament")
    (found,) = conditions(world.positions, world.cast)
    assert (found.party, found.of) == (actor_id(COUNCIL), actor_id(STATE))
    assert set(found.positions) == {one.id, two.id}
    assert {(e.article, e.text) for e in found.evidence} == {(p.article, p.evidence.text) for p in (one, two)}
    assert (found.withheld, found.awaited) == ("touch disarmament", "the release of detainees")


def test_each_thing_awaited_is_a_condition_of_its_own(world: World) -> None:
    for awaited in ("air strikes are halted", "sieges are lifted", "detainees freed"):
        world.add(COUNCIL, "precondition", awaited, "attend the talks")
    assert sorted(c.awaited for c in conditions(world.positions, world.cast)) == [
        "air strikes are halted",
        "detainees freed",
        "sieges are lifted",
    ]


def test_two_parties_with_names_have_two_conditions(world: World) -> None:
    for party in (COUNCIL, FRONT):
        world.add(party, "precondition", "prisoners freed", "attend")
    assert len(conditions(world.positions, world.cast)) == 2


def test_a_party_only_described_is_the_one_named_party_of_its_camp_with_that_condition(world: World) -> None:
    world.add(STATE, "precondition", "the rebels disarm", "lift the blockade of Halvet")
    world.add("the government", "precondition", "rebel disarmament", "lift its blockade of Halvet")
    world.add("the rebels", "precondition", "the rebels disarm", "lift the blockade of Halvet")
    assert sorted((c.party_text, len(c.positions)) for c in conditions(world.positions, world.cast)) == [
        (STATE, 2),
        ("the rebels", 1),
    ]


def test_a_party_only_described_stays_apart_where_two_may_be_meant(world: World) -> None:
    for party in (COUNCIL, FRONT, "the rebels"):
        world.add(party, "precondition", "prisoners freed", "attend")
    assert len(conditions(world.positions, world.cast)) == 3


def test_sieges_of_two_towns_are_two_things_to_wait_for(world: World) -> None:
    for town in ("Brenmark", "Halvet"):
        world.add(COUNCIL, "precondition", f"the siege of {town} is lifted", "attend")
    assert len(conditions(world.positions, world.cast)) == 2


def test_only_what_is_withheld_makes_a_condition(world: World) -> None:
    world.add(COUNCIL, "demand", "a truce")
    world.add(COUNCIL, "offer", "a truce", "prisoners")
    world.add("Ostmere", "demand", "the truce holds", "negotiations", words="can only succeed if the truce holds")
    kept = world.add(COUNCIL, "red line", "Dastan must go first", "sign the accord")
    assert [c.positions for c in conditions(world.positions, world.cast)] == [(kept.id,)]


def test_the_order_of_positions_does_not_matter(world: World) -> None:
    for n, awaited in enumerate(("prisoners freed", "detainees are released", "sieges lifted", "the ports are opened")):
        world.add((COUNCIL, "the rebels", None)[n % 3], "precondition", awaited, "attend the talks")
    found = conditions(world.positions, world.cast)
    assert conditions(world.positions[::-1], world.cast) == found
