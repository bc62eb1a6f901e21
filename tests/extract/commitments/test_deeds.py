from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.commitments.commitments import commitments
from aidememoire.model.facts import Commitment

Build = Callable[..., Any]
UHC, MVF = "United Highland Council", "Marn Valley Front"


def found(told: Build, text: str, said: str = "", act: str = "assert") -> list[Commitment]:
    statements = [("Ilse Verhane", said, act)] if said else []
    return list(commitments(told(text, persons=["Ilse Verhane"], bodies=[UHC, MVF], said=statements).scene))


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (f"the {MVF} shelled Halvet despite the truce", f"the {MVF} shelled Halvet despite the truce"),
        (
            f"{MVF} shelling of Halvet went on in spite of a truce",
            f"{MVF} shelling of Halvet went on in spite of a truce",
        ),
        (
            f"Halvet came under attack by the {MVF} hours after the truce",
            f"Halvet came under attack by the {MVF} hours after the truce",
        ),
        (f"despite the truce the {MVF} bombed Halvet", f"despite the truce the {MVF} bombed Halvet"),
    ],
)
def test_an_attack_despite_a_truce_is_a_breach_that_the_speaker_alleges(told: Build, said: str, what: str) -> None:
    (only,) = found(told, f"Ilse Verhane said {said}.", said)
    assert (only.by, only.status, only.what, only.alleged_by, only.agreement) == (
        MVF,
        "alleged broken",
        what,
        ("Ilse Verhane",),
        "truce",
    )


def test_who_called_an_attack_a_violation_alleges_it(told: Build) -> None:
    (only,) = found(told, f"The {UHC} denounced the {MVF} attack on Halvet as a violation of the truce.")
    assert (only.by, only.what, only.alleged_by) == (MVF, f"the {MVF} attack on Halvet", (UHC,))


def test_who_announced_the_truce_is_not_who_attacked(told: Build) -> None:
    said = f"the {MVF} shelling went on despite a truce announced by the {UHC}"
    assert [c.by for c in found(told, f"Ilse Verhane said {said}.", said)] == [MVF]


@pytest.mark.parametrize(
    ("text", "said", "act"),
    [
        (f"The {MVF} shelled Halvet despite the truce.", "", "assert"),
        (
            f"Ilse Verhane denied the {MVF} shelled Halvet despite the truce.",
            f"the {MVF} shelled Halvet despite the truce",
            "deny",
        ),
        (
            f"Ilse Verhane said the {MVF} would never attack Halvet during the truce.",
            f"the {MVF} would never attack Halvet during the truce",
            "assert",
        ),
        (
            "Ilse Verhane said Ilse Verhane attacked despite the truce.",
            "Ilse Verhane attacked despite the truce",
            "assert",
        ),
    ],
)
def test_what_nobody_alleges_is_no_breach(told: Build, text: str, said: str, act: str) -> None:
    assert [c for c in found(told, text, said, act) if c.status == "alleged broken"] == []


def test_rebels_not_observing_a_truce_break_it_as_somebody_says(told: Build) -> None:
    said = f"the {MVF} is not observing the truce"
    (only,) = found(told, f"Ilse Verhane said {said}.", said)
    assert (only.by, only.status, only.alleged_by) == (MVF, "alleged broken", ("Ilse Verhane",))
