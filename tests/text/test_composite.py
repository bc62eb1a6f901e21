from __future__ import annotations

from aidememoire.text.composite import breaks, unintroduced

OPENING = "The government accused the rebels on Monday of shelling the market in Brenmark, its ministry said."
SPLICE = "ORLUNE/CALDER The lorries turned back at the bridge on Monday, and drivers said the road was mined."


def test_a_dateline_inside_and_a_stranger_make_a_composite() -> None:
    assert breaks([OPENING, OPENING, SPLICE, "“The ford is ours”, Okrelo said."]) == (2, 3)


def test_a_dateline_inside_and_an_orphan_quotation_make_a_composite() -> None:
    assert breaks([OPENING, "“Nobody asked the herders”.", SPLICE]) == (1, 2)


def test_a_round_up_is_none() -> None:
    assert breaks([OPENING, OPENING, SPLICE]) == ()


def test_a_stranger_alone_makes_none() -> None:
    assert breaks([OPENING, OPENING, "“The ford is ours”, Okrelo said."]) == ()


def test_speakers_who_were_introduced_are_no_strangers() -> None:
    body = ["Commander Tomas Okrelo said so.", "Okrelo said more.", "But Verhane said less, said Aldous."]
    assert unintroduced(body) == ("Aldous",)
