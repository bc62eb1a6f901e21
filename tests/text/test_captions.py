from __future__ import annotations

import pytest

from aidememoire.text.captions import without_captions
from aidememoire.text.pieces import pieces


@pytest.mark.parametrize(
    "line",
    [
        "Villagers queue for bread at Halvet in February (Highland Voice photo)",
        "FILE PHOTO: The envoy at the customs house",
        "A general view shows the bridge at Tessaly Ford",
        "Freed prisoners board a bus [Irena Falk/Meridian]",
        "The ferry at Port Sennic, March 4, 2031. REUTERS/Irena Falk",
        "Petar Solvane, second from left, speaks with Henrike Aldous before a meeting in Lugarno.",
        "In this photo released by the army, soldiers stand on the bridge.",
        "Henrike Aldous on her way to the press yesterday. Picture: B. Osk",
        "Photo",
    ],
)
def test_captions_are_cut(line: str) -> None:
    assert [piece.reason for piece in without_captions(pieces(line))] == ["caption"]


@pytest.mark.parametrize(
    "line",
    [
        "Gov. Petar Lund (R) met the envoy, who sits in Lugarno.",
        "“Nobody saw what was done at the bridge that night,” he said (see the army's photo)",
        "The front and its allies (MVF/UHC) left.",
        "The army denied it. (Reuters)",
    ],
)
def test_sentences_are_not(line: str) -> None:
    assert [piece.role for piece in without_captions(pieces(line))] == [None]


def test_what_stands_between_the_labels_is_the_caption() -> None:
    text = "Photo\nHerders above Halvet.\nCredit\nIrena Falk/Reuters\nThe talks opened on Tuesday."
    assert [piece.role for piece in without_captions(pieces(text))] == ["cut", "cut", "cut", "cut", None]
