from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from aidememoire.extract.commitments.commitments import commitments
from aidememoire.model.facts import Commitment
from aidememoire.model.reading import Word

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


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"The {MVF} agreed on Friday to open the road.", "open the road"),
        (f"The {MVF} agreed not to mine the pass.", "not to mine the pass"),
        (f"The {MVF} remains committed to the truce.", "truce"),
        (f"The {MVF} reaffirmed its commitment to the truce.", "truce"),
        (f'The {MVF} agreed to seek a "pause in fire" within a week.', 'seek a "pause in fire" within a week'),
    ],
)
def test_ways_to_promise(told: Build, text: str, what: str) -> None:
    assert [(c.by, c.status, c.what) for c in found(told, text, times={"Friday": "2031-05-02"})] == [
        (MVF, "made", what)
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"The {MVF} agreed to the idea of a truce.",
        f"The {MVF} agreed to meet again.",
        f"The {MVF} pledged allegiance to its new commander.",
        f"The {MVF} vowed to continue its campaign in the valley.",
    ],
)
def test_what_binds_nobody_is_no_promise(told: Build, text: str) -> None:
    assert found(told, text) == []


def test_one_promise_of_two_parties_is_one_for_each(told: Build) -> None:
    assert [c.by for c in found(told, f"The {UHC} and the {MVF} agreed to free forty captives.")] == [UHC, MVF]


def test_a_party_that_will_keep_a_truce_promises_it(told: Build) -> None:
    text = f"The {MVF} said it would abide by the truce."
    assert found(told, text) == []
    (only,) = found(
        told,
        f"The {MVF} said the {MVF} would abide by the truce.",
        said=[(MVF, f"the {MVF} would abide by the truce", "assert")],
    )
    assert (only.by, only.status, only.what, only.agreement, only.source) == (
        MVF,
        "made",
        "abide by the truce",
        "truce",
        MVF,
    )


def test_guarantees_that_were_received_have_a_receiver(told: Build) -> None:
    (only,) = found(told, f"The {UHC} received guarantees that the road would stay open.")
    assert (only.by, only.to, only.status, only.what) == (None, UHC, "made", "road would stay open")


def test_two_that_accuse_each_other_are_each_alleged_by_the_other(told: Build) -> None:
    text = f"The truce began on Friday. The {UHC} and the {MVF} accused each other of violations."
    assert [(c.by, c.alleged_by, c.what) for c in found(told, text)] == [(UHC, (MVF,), "truce"), (MVF, (UHC,), "truce")]


def test_violations_without_an_instrument_are_of_none(told: Build) -> None:
    assert found(told, f"The {UHC} accused the {MVF} of violations.") == []
    assert found(told, f"The truce held. The {UHC} accused the {MVF} of violations of human rights.") == []


def test_violations_that_somebody_registered_are_alleged_by_nobody_else(told: Build) -> None:
    (only,) = found(told, f"The {UHC} registered nine violations of the truce.")
    assert (only.by, only.by_text, only.status, only.alleged_by) == (None, "", "alleged broken", (UHC,))


def test_violations_by_several_are_each_alleged(told: Build) -> None:
    said = [("Ilse Verhane", f"there were violations of the truce by the {MVF} and the {UHC}", "accuse")]
    text = f"Ilse Verhane said there were violations of the truce by the {MVF} and the {UHC}."
    assert [(c.by, c.alleged_by) for c in found(told, text, said=said)] == [
        (MVF, ("Ilse Verhane",)),
        (UHC, ("Ilse Verhane",)),
    ]


def test_a_breach_told_in_the_passive(told: Build) -> None:
    said = [("Ilse Verhane", f"the truce was broken by the {MVF}", "accuse")]
    (only,) = found(told, f"Ilse Verhane said the truce was broken by the {MVF}.", said=said)
    assert (only.by, only.what, only.alleged_by) == (MVF, "truce", ("Ilse Verhane",))


def test_a_breach_alleged_by_nobody_is_none(told: Build) -> None:
    assert found(told, f"Reports accused the {MVF} of violating the truce.") == []


@pytest.mark.parametrize(
    "text",
    [f"The {MVF} rejected accusations that it had broken the truce.", f"The {MVF} denied any violations of the truce."],
)
def test_who_denies_is_who_was_accused(told: Build, text: str) -> None:
    assert [(c.by, c.status, c.source) for c in found(told, text)] == [(MVF, "denied broken", MVF)]


@pytest.mark.parametrize(
    ("text", "by", "what"),
    [
        (f"The {MVF} freed ten captives as agreed.", MVF, "freed ten captives"),
        (f"The {MVF} withdrew from the bridge in line with the truce.", MVF, "withdrew from the bridge"),
        ("Aid trucks entered Halvet under the deal.", None, "entered Halvet"),
    ],
)
def test_deeds_that_a_promise_asked_for(told: Build, text: str, by: str | None, what: str) -> None:
    assert [(c.by, c.status, c.what) for c in found(told, text)] == [(by, "fulfilled", what)]


def test_what_was_not_done_fulfils_nothing(told: Build) -> None:
    assert found(told, f"The {MVF} has not freed the captives under the deal.") == []


def test_the_party_behind_a_noun_is_told_by_the_tree(told: Build) -> None:
    text = f"Ilse Verhane said {MVF} attacks were violating the truce."
    given = told(
        text,
        persons=["Ilse Verhane"],
        bodies=[MVF],
        said=[("Ilse Verhane", f"{MVF} attacks were violating the truce", "accuse")],
    )
    heads = [("Ilse", 1, "flat"), ("Verhane", 2, "nsubj"), ("said", -1, "root"), ("Marn", 5, "compound")]
    heads += [("Valley", 5, "compound"), ("Front", 6, "compound"), ("attacks", 8, "nsubj"), ("were", 8, "aux")]
    heads += [("violating", 2, "ccomp"), ("the", 10, "det"), ("truce", 8, "obj"), (".", 2, "punct")]
    tags = ["PROPN", "PROPN", "VERB", "PROPN", "PROPN", "PROPN", "NOUN", "AUX", "VERB", "DET", "NOUN", "PUNCT"]
    words, at = [], 0
    for (form, head, label), tag in zip(heads, tags, strict=True):
        at = text.index(form, at)
        words.append(Word(at, at + len(form), tag, form.lower(), head, label))
        at += len(form)
    scene = replace(given, reading=replace(given.reading, words=tuple(words))).scene
    (only,) = commitments(scene)
    assert (only.by, only.status, only.alleged_by) == (MVF, "alleged broken", ("Ilse Verhane",))


def test_who_was_promised_something_is_the_receiver(told: Build) -> None:
    (only,) = found(told, f"The {UHC} was promised a safe road by the {MVF}.")
    assert (only.by, only.to, only.what) == (MVF, UHC, "safe road")


@pytest.mark.parametrize(
    "text",
    [
        f"The {MVF} has not yet agreed to open the road.",
        f"The {MVF} hasn't honoured the truce.",
        f"The {MVF} has been promising since its first day.",
    ],
)
def test_what_was_not_promised_or_kept(told: Build, text: str) -> None:
    assert found(told, text) == []
