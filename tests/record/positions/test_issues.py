"""Positions are grouped by what they are about, whatever their words."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.record.positions.issues import issues
from tests.record.positions.conftest import World

WORDINGS = (
    "release of detainees",
    "freeing of prisoners",
    "a prisoner swap",
    "lifting the siege of Brenmark",
    "Brenmark's blockade must end",
    "lift the blockade of Halvet",
    "Dastan must go",
    "an immediate cease-fire",
    "a halt to the air strikes",
    "leave the bridge",
    "leave the port of Port Sennic",
    "publish the recordings of the hearing",
    "the idea",
    "this",
    "speak out",
    "",
)


def grouped(world: World, *wordings: str) -> dict[str, list[str]]:
    for wording in wordings:
        world.add("United Highland Council", "demand", wording)
    return world.wordings(issues(world.positions, world.cast))


def test_wordings_of_one_topic_are_one_issue(world: World) -> None:
    prisoners = ["a prisoner swap", "all sick detainees freed", "freeing captives", "release of prisoners"]
    fire = ["a halt to the air strikes", "an immediate cease-fire", "hold their fire", "the shelling must stop"]
    assert grouped(world, *prisoners, *fire) == {"prisoners": prisoners, "ceasefire": fire}


def test_the_departure_of_a_leader_is_an_issue_about_that_person(world: World) -> None:
    told = ["Dashtan’s ouster", "President Aurel Dastan to step down", "the fate of Dastan"]
    assert grouped(world, *told, "General Osk Ruvane must resign") == {
        "departure of the leader: Aurel Dastan": sorted(told),
        "departure of the leader: General Osk Ruvane": ["General Osk Ruvane must resign"],
    }


def test_he_is_the_leader_named_in_the_same_article(world: World) -> None:
    world.add("United Highland Council", "demand", "Dastan out of power", paper="courier")
    world.add("Ostmere", "demand", "he leave office", paper="courier")
    world.add("Ostmere", "demand", "he leave power", paper="herald")
    assert world.wordings(issues(world.positions, world.cast)) == {
        "departure of the leader: Aurel Dastan": ["Dastan out of power", "he leave office"],
        "departure of the leader": ["he leave power"],
    }


def test_the_president_is_the_one_whom_the_party_names_elsewhere(world: World) -> None:
    told = (
        "Dastan’s departure must come first",
        "the president’s ouster must come first",
    )
    assert grouped(world, *told) == {"departure of the leader: Aurel Dastan": list(told)}


def test_a_report_that_is_released_is_no_prisoner(world: World) -> None:
    assert grouped(world, "the report be released", "no terrorist freed") == {
        "the report be released": ["the report be released"],
        "prisoners": ["no terrorist freed"],
    }


def test_sieges_of_two_towns_are_two_issues_and_aid_to_a_besieged_town_is_of_its_siege(world: World) -> None:
    told = (
        "lift the siege of Brenmark",
        "let a doctor into Brenmark",
        "the blockade of Halvet is lifted",
        "lift sieges",
    )
    assert grouped(world, *told) == {
        "humanitarian access and sieges: Brenmark": ["let a doctor into Brenmark", "lift the siege of Brenmark"],
        "humanitarian access and sieges: Halvet": ["the blockade of Halvet is lifted"],
        "humanitarian access and sieges": ["lift sieges"],
    }


def test_what_is_to_be_left_tells_withdrawals_apart(world: World) -> None:
    assert sorted(
        grouped(world, "leave the bridge", "its men quit the bridge", "withdraw from the airport").values()
    ) == [
        ["its men quit the bridge", "leave the bridge"],
        ["withdraw from the airport"],
    ]


def test_talking_about_a_topic_is_of_that_topic(world: World) -> None:
    told = ["discuss a transitional government", "the talks to concentrate on power-sharing"]
    assert grouped(world, *told, "attend the talks") == {
        "transition and power-sharing": told,
        "talks": ["attend the talks"],
    }


def test_without_a_topic_the_same_words_are_one_issue(world: World) -> None:
    told = ("speak out", "speaks out", "Ms Wend publish her recordings", "the recordings be published by Ms Wend")
    assert sorted(grouped(world, *told).values()) == [
        ["Ms Wend publish her recordings", "the recordings be published by Ms Wend"],
        ["speak out", "speaks out"],
    ]


def test_words_that_point_to_other_words_are_an_issue_of_their_article(world: World) -> None:
    world.add("Ostmere", "reject", "the idea", paper="courier")
    world.add("Ostmere", "reject", "the idea", paper="herald")
    assert len(issues(world.positions, world.cast)) == 2


def test_what_an_issue_is_worth_waiting_for_is_not_its_topic(world: World) -> None:
    told = "a guarantee of safe passage for the wounded before any talks about prisoners"
    assert "prisoners" not in grouped(world, told)


def test_an_issue_keeps_its_id_when_articles_are_added(world: World) -> None:
    world.add("Ostmere", "demand", "lift the siege of Brenmark")
    before = issues(world.positions, world.cast)
    world.add("Kestria", "reject", "lifting the siege of Brenmark")
    assert [i.id for i in issues(world.positions, world.cast)] == [i.id for i in before]


@given(st.lists(st.sampled_from(WORDINGS), max_size=12), st.randoms(use_true_random=False))
def test_every_position_is_in_one_issue_in_whatever_order(wordings: list[str], chance: random.Random) -> None:
    world = World()
    for n, wording in enumerate(wordings):
        world.add("Ostmere", "demand", wording, paper=f"paper{n % 3}")
    found = issues(world.positions, world.cast)
    assert sorted(p for issue in found for p in issue.positions) == sorted(p.id for p in world.positions)
    mixed = list(world.positions)
    chance.shuffle(mixed)
    assert issues(mixed, world.cast) == found
    assert len({issue.id for issue in found}) == len(found)
