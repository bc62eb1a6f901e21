from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.mentions import DelegationMention, SeatMention
from aidememoire.model.spans import Span
from aidememoire.record.process.seating import delegations, seats

HERE = Span(0, 4, "here")
ACTOR = {
    "front": "FRONT",
    "front-2": "FRONT",
    "kestria": "KESTRIA",
    "ostmere": "OSTMERE",
    "council": "COUNCIL",
    "regime": "REGIME",
    "solvane": "SOLVANE",
    "verhane": "VERHANE",
}


def seat(number: int, standing: Any, **more: Any) -> SeatMention:
    given: dict[str, Any] = {"article": f"a{number}", "party": "front", "party_text": "the front", "side": None}
    given |= {"track": None, "source": None, "evidence": HERE}
    return SeatMention(id=str(number), standing=standing, **(given | more))


def sent(number: int, **more: Any) -> DelegationMention:
    given: dict[str, Any] = {"article": f"a{number}", "of": "council", "of_text": "the council", "head": None}
    given |= {"members": (), "track": None, "evidence": HERE}
    return DelegationMention(id=str(number), **(given | more))


def test_a_seat_that_one_wants_filled_and_another_empty_is_disputed() -> None:
    told = [
        seat(1, "left out"),
        seat(2, "in", party="front-2", side="for", source="ostmere"),
        seat(3, "left out", side="against", source="kestria"),
    ]
    (only,) = seats(told, ACTOR)
    assert (only.party, only.standing) == ("FRONT", "left out")
    assert (only.wanted_by, only.refused_by, only.disputed) == (("OSTMERE",), ("KESTRIA",), True)


def test_a_seat_stands_as_it_was_last_told() -> None:
    told = [seat(1, "in"), seat(2, "withdrawn"), seat(3, "in", side="for", source="kestria")]
    days = {"a1": "2031-03-01", "a2": "2031-03-09", "a3": "2031-03-12"}
    (only,) = seats(told, ACTOR, published=days)
    assert (only.standing, only.disputed) == ("withdrawn", False)


def test_a_seat_is_of_its_track() -> None:
    told = [seat(1, "in", track="Lugarno"), seat(2, "left out", track="Dravik"), seat(3, "in", track="Lugarno")]
    assert {(s.track, s.standing, len(s.evidence)) for s in seats(told, ACTOR)} == {
        ("Lugarno", "in", 2),
        ("Dravik", "left out", 1),
    }


def test_a_seat_told_without_a_track_is_of_the_one_track_where_the_party_has_one() -> None:
    told = [seat(1, "in", track="Lugarno"), seat(2, "in")]
    assert [(s.track, len(s.evidence)) for s in seats(told, ACTOR)] == [("Lugarno", 2)]


def test_words_that_name_one_actor_alone_mean_it_and_pronouns_mean_nobody() -> None:
    told = [seat(1, "in"), seat(2, "in", party=None), seat(3, "in", party=None, party_text="they")]
    assert sorted((s.party or "", len(s.evidence)) for s in seats(told, ACTOR)) == [("", 1), ("FRONT", 2)]


def test_a_delegation_has_the_head_that_most_name_and_all_members() -> None:
    told = [sent(1, head="solvane"), sent(2, head="solvane"), sent(3, head="verhane"), sent(4, members=("front",))]
    (only,) = delegations(told, ACTOR)
    assert (only.of, only.head, only.members) == ("COUNCIL", "SOLVANE", ("FRONT", "VERHANE"))


def test_one_head_heads_one_delegation_however_its_sender_is_called() -> None:
    told = [
        sent(1, head="solvane", track="Lugarno"),
        sent(2, head="solvane"),
        sent(3, of="regime", of_text="the regime", head="solvane"),
    ]
    (only,) = delegations(told, ACTOR)
    assert (only.of, only.of_text, only.track, len(only.evidence)) == ("COUNCIL", "the council", "Lugarno", 3)


def test_two_tracks_have_two_delegations() -> None:
    told = [sent(1, head="solvane", track="Lugarno"), sent(2, head="solvane", track="Dravik")]
    assert [d.track for d in sorted(delegations(told, ACTOR), key=lambda d: d.track or "")] == ["Dravik", "Lugarno"]


@pytest.mark.parametrize("track", [None, "Lugarno"])
def test_a_sender_that_is_no_actor_is_known_by_its_words(track: str | None) -> None:
    (only,) = delegations([sent(1, of=None, of_text="government", head="solvane", track=track)], ACTOR)
    assert (only.of, only.of_text, only.track) == (None, "government", track)


@given(st.permutations(range(6)))
def test_the_order_of_what_is_told_changes_nothing(order: list[int]) -> None:
    told = [
        sent(1, head="solvane", track="Lugarno"),
        sent(2, of="regime", head="solvane"),
        sent(3, of="regime", head="verhane"),
        sent(4, members=("front",)),
        sent(5, of=None, of_text="Council", head="verhane", track="Dravik"),
        sent(6, of="front", members=("verhane",)),
    ]
    assert delegations([told[i] for i in order], ACTOR) == delegations(told, ACTOR)
