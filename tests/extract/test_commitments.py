from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aidememoire.extract.commitments import commitments
from aidememoire.model.facts import Commitment

Build = Callable[..., Any]
UHC, MVF = "United Highland Council", "Marn Valley Front"


def found(told: Build, text: str, **more: Any) -> list[Commitment]:
    given = told(text, persons=["Ilse Verhane"], bodies=[UHC, MVF], **more)
    return list(commitments(given.scene))


@pytest.mark.parametrize(
    ("text", "status", "what"),
    [
        (f"The {MVF} pledged to open the road.", "made", "to open the road"),
        (f"The {MVF} agreed to release forty captives.", "made", "release forty captives"),
        (f"The {MVF} honoured the truce.", "fulfilled", "truce"),
        (f"The {MVF} denied violating the truce.", "denied broken", "truce"),
    ],
)
def test_promises_and_what_became_of_them(told: Build, text: str, status: str, what: str) -> None:
    assert [(c.by, c.status, c.what, c.alleged_by) for c in found(told, text)] == [(MVF, status, what, ())]


def test_a_breach_is_alleged_by_who_says_so(told: Build) -> None:
    text = f"Ilse Verhane said the {MVF} never honoured the truce deal."
    said = [("Ilse Verhane", f"the {MVF} never honoured the truce deal", "accuse")]
    (only,) = found(told, text, said=said)
    assert (only.by, only.status, only.what, only.alleged_by) == (
        MVF,
        "alleged broken",
        "truce deal",
        ("Ilse Verhane",),
    )


def test_the_accused_is_who_broke_it(told: Build) -> None:
    (only,) = found(told, f"The {UHC} accused the {MVF} of violating the truce.")
    assert (only.by, only.status, only.alleged_by) == (MVF, "alleged broken", (UHC,))


def test_broken_promises_need_somebody_who_says_so(told: Build) -> None:
    text = f"Ilse Verhane spoke of the {MVF}'s broken pledges."
    assert found(told, text) == []
    said = [("Ilse Verhane", f"the {MVF}'s broken pledges", "accuse")]
    assert [(c.by, c.status) for c in found(told, text, said=said)] == [(MVF, "alleged broken")]


@pytest.mark.parametrize(
    "text",
    [
        f"The {MVF} violated the truce.",
        f"The {MVF} could honour the truce.",
        f"The {MVF} made a pledge that went unread.",
        f"Ilse Verhane asked if the {MVF} honoured the truce.",
    ],
)
def test_without_an_accuser_or_a_fact_there_is_none(told: Build, text: str) -> None:
    assert [c.status for c in found(told, text) if c.status != "fulfilled"] == []


def test_nobody_alleges_a_breach_of_its_own(told: Build) -> None:
    said = [(MVF, f"the {MVF} broke the truce", "assert")]
    assert found(told, f"The {MVF} said the {MVF} broke the truce.", said=said) == []


def test_a_deed_in_breach_of_a_truce_is_alleged_by_the_accuser(told: Build) -> None:
    (only,) = found(told, f"The {UHC} accused the {MVF} of mining the pass in breach of the truce.")
    assert (only.by, only.status, only.what, only.alleged_by) == (MVF, "alleged broken", "truce", (UHC,))


def test_what_broke_a_promise_leads_to_who_gave_it(told: Build) -> None:
    text = f"Ilse Verhane said the raid broke a promise given on Monday by the {MVF}."
    said = [("Ilse Verhane", f"the raid broke a promise given on Monday by the {MVF}", "accuse")]
    (only,) = found(told, text, said=said)
    assert (only.by, only.status, only.alleged_by) == (MVF, "alleged broken", ("Ilse Verhane",))


@pytest.mark.parametrize(
    "text", [f"The {MVF}'s promise still holds.", f"The {MVF} said on Monday that its promise of silence stood."]
)
def test_a_promise_that_holds_was_made(told: Build, text: str) -> None:
    assert [(c.by, c.status) for c in found(told, text)] == [(MVF, "made")]
