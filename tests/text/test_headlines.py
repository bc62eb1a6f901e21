from __future__ import annotations

import pytest

from aidememoire.text.headlines import with_short_lines
from aidememoire.text.pieces import pieces

ABOVE = "The talks opened in Lugarno on Tuesday, a day later than planned, and both sides came."
BELOW = "The rebels want their sick prisoners freed before they talk about anything else, Verhane said."


@pytest.mark.parametrize(
    "line",
    [
        "‘Not one gram’",
        "BRIDGE HELD",
        "Spring session",
        "Lorry blocks bridge",
        "A road for Halvet",
        "Sick prisoners first",
    ],
)
def test_subheads_are_kept(line: str) -> None:
    assert [p.role for p in with_short_lines(pieces(f"{ABOVE}\n\n{line}\n\n{BELOW}"))] == [None, "subhead", None]


@pytest.mark.parametrize(
    "line",
    ["Kestria: Ministers use spring fair to hide tax rise", "Rail strike enters second week as drivers reject offer"],
)
def test_a_headline_of_another_story_is_cut(line: str) -> None:
    found = with_short_lines(pieces(f"{ABOVE}\n\n{line}\n\n{BELOW}"))
    assert (found[1].role, found[1].reason) == ("cut", "headline of another story")


@pytest.mark.parametrize(
    "line",
    [
        "Rebels want sick prisoners freed before talking about anything",
        "He said that the lorries had passed the bridge at the ford,",
        "Envoy walks between two rooms. She carries notes of each side",
        "Day 18: Preventing violence against herders in the valley",
    ],
)
def test_what_is_taken_up_or_broken_off_is_not(line: str) -> None:
    found = with_short_lines(pieces(f"{ABOVE}\n\n{line}\n\n{BELOW}"))
    assert found[1].role in (None, "subhead")


def test_a_run_of_short_lines_is_a_list_and_stays() -> None:
    lines = ["Ministers use spring fair to hide tax rise", "Drivers reject offer as strike enters second week"]
    found = with_short_lines(pieces("\n\n".join([ABOVE, *lines, BELOW])))
    assert "cut" not in [piece.role for piece in found]
