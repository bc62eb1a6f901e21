from __future__ import annotations

import pytest

from aidememoire.extract.ceasefires import CeasefireClass, ceasefire_class
from aidememoire.extract.pax import pax_issues


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("the release of all prisoners held in Brenmark", ("prisoner release",)),
        ("a power-sharing cabinet and early elections", ("power-sharing", "elections")),
        ("opening humanitarian corridors to Halvet", ("humanitarian access",)),
        ("a new constitution and an amnesty", ("constitution", "amnesty")),
        ("the price of sheep", ()),
    ],
)
def test_names_the_issues_of_a_text(text: str, issues: tuple[str, ...]) -> None:
    assert pax_issues(text) == issues


@pytest.mark.parametrize(
    ("text", "parties", "expected"),
    [
        ("a truce", 0, CeasefireClass("cessation of hostilities", None, None, None, None)),
        (
            "The Front declared a unilateral truce in the town of Halvet for the holiday",
            1,
            CeasefireClass("cessation of hostilities", "unilateral", "holiday", "local", "declared"),
        ),
        (
            "The two sides signed a nationwide ceasefire, and fighters will disarm under monitors",
            2,
            CeasefireClass("cessation with disarmament", "bilateral", None, "national", "written"),
        ),
        (
            "A humanitarian pause that observers will watch",
            3,
            CeasefireClass("cessation with compliance mechanisms", "multilateral", "humanitarian", None, None),
        ),
    ],
)
def test_tells_the_class_of_a_ceasefire(text: str, parties: int, expected: CeasefireClass) -> None:
    assert ceasefire_class(text, parties) == expected
