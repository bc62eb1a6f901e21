from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aidememoire.extract.process.seats import seats

Build = Callable[..., Any]
BODIES = ["United Highland Council", "Marn Valley Front", "Kestria", "Ostmere", "Brenmark League"]


def found(told: Build, text: str, **more: Any) -> list[tuple[Any, ...]]:
    scene = told(text, persons=["Henrike Aldous"], bodies=BODIES, places=["Lugarno"], **more).scene
    return [(m.party, m.standing, m.side, m.source) for m in seats(scene)]


COUNCIL, FRONT = "United Highland Council", "Marn Valley Front"


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("The Marn Valley Front was not invited to the talks.", (FRONT, "left out", None, None)),
        ("The Marn Valley Front has been invited to the talks.", (FRONT, "invited", None, None)),
        ("The Marn Valley Front has so far been excluded from the Lugarno talks.", (FRONT, "left out", None, None)),
        ("The Marn Valley Front must be represented at the talks.", (FRONT, "wanted", "for", None)),
        ("The Marn Valley Front should be barred from the talks.", (FRONT, "refused", "against", None)),
        ("The United Highland Council will attend the talks.", (COUNCIL, "in", None, None)),
        ("The United Highland Council agreed to take part in the talks.", (COUNCIL, "in", None, None)),
        ("The United Highland Council will not attend the talks.", (COUNCIL, "withdrawn", None, None)),
        ("The United Highland Council refused to attend the talks.", (COUNCIL, "withdrawn", None, None)),
        ("The United Highland Council boycotted the talks.", (COUNCIL, "withdrawn", None, None)),
        ("The talks broke up after the United Highland Council walked out.", (COUNCIL, "withdrawn", None, None)),
        (
            "The United Highland Council will not attend the talks unless it is heard.",
            (COUNCIL, "conditional", None, None),
        ),
        ("The United Highland Council threatened to boycott the talks.", (COUNCIL, "conditional", None, None)),
        (
            "The United Highland Council would attend the talks only if it is heard.",
            (COUNCIL, "conditional", None, None),
        ),
        ("Kestria wants the Marn Valley Front barred from the talks.", (FRONT, "refused", "against", "Kestria")),
        ("Kestria wants to include the Marn Valley Front in the talks.", (FRONT, "wanted", "for", "Kestria")),
        ("Kestria does not want the Marn Valley Front at the talks.", (FRONT, "refused", "against", "Kestria")),
        ("Kestria urged the Marn Valley Front to attend the talks.", (FRONT, "wanted", "for", "Kestria")),
        ("Kestria insists that the Marn Valley Front take part in the talks.", (FRONT, "wanted", "for", "Kestria")),
        (
            "Kestria rejects the presence of the Marn Valley Front at the talks.",
            (FRONT, "refused", "against", "Kestria"),
        ),
        (
            "Kestria insists on the participation of the Marn Valley Front in the talks.",
            (FRONT, "wanted", "for", "Kestria"),
        ),
        ("Henrike Aldous invited the Marn Valley Front to the talks.", (FRONT, "invited", "for", "Henrike Aldous")),
    ],
)
def test_a_seat_stands_as_the_words_say(told: Build, text: str, seat: tuple[Any, ...]) -> None:
    assert found(told, text) == [seat]


def test_who_says_so_is_the_source(told: Build) -> None:
    content = "the Marn Valley Front must be represented at the talks"
    said = [("Ostmere", content, "demand")]
    assert found(told, f"Ostmere said {content}.", said=said) == [(FRONT, "wanted", "for", "Ostmere")]


def test_them_takes_up_those_of_the_sentence_before(told: Build) -> None:
    text = "The Marn Valley Front was not invited to the talks. Kestria does not want them in Lugarno."
    assert found(told, text) == [(FRONT, "left out", None, None), (FRONT, "refused", "against", "Kestria")]


def test_each_who_urges_is_a_source(told: Build) -> None:
    text = "Kestria and Ostmere urged the Marn Valley Front to attend the talks."
    assert found(told, text) == [(FRONT, "wanted", "for", "Kestria"), (FRONT, "wanted", "for", "Ostmere")]


@pytest.mark.parametrize(
    "text",
    [
        "The Marn Valley Front was excluded from the truce while the talks go on.",
        "The Marn Valley Front has yet to say if it will attend the talks.",
        "Kestria expects the Marn Valley Front to attend the talks.",
        "The Marn Valley Front may boycott the talks.",
        "The Marn Valley Front attended a wedding.",
        "Both sides will attend the talks.",
        "The talks of the Marn Valley Front go on.",
    ],
)
def test_what_is_open_or_of_something_else_tells_of_no_seat(told: Build, text: str) -> None:
    assert found(told, text) == []


def test_some_of_a_party_are_not_the_party(told: Build) -> None:
    text = "Ostmere wants United Highland Council figures it calls spies barred from the talks."
    assert found(told, text) == [(None, "refused", "against", "Ostmere")]


def test_an_armed_wing_beside_a_name_is_told_too(told: Build) -> None:
    text = "The United Highland Council and its armed wing, the Marn Valley Front, were excluded from the talks."
    assert found(told, text) == [(COUNCIL, "left out", None, None), (FRONT, "left out", None, None)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(st.sampled_from([*BODIES, "talks", "not", "invited", "was", "will", "attend", "the", "wants", "barred"]))
)
def test_evidence_and_words_are_slices_of_the_text(told: Build, words: list[str]) -> None:
    text = " ".join(["The", *words]) + "."
    scene = told(text, bodies=BODIES).scene
    for m in seats(scene):
        assert text[m.evidence.start : m.evidence.end] == m.evidence.text
        assert m.party_text in text
