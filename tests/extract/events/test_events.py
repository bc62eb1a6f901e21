from __future__ import annotations

import pytest

from aidememoire.extract.events.events import events
from aidememoire.extract.parties.cast import cast
from aidememoire.extract.scene import Scene
from aidememoire.extract.statements.statements import statements
from aidememoire.model.articles import Article
from aidememoire.model.events import Event
from aidememoire.reading.read import reading
from tests.support import article


def scene_of(whole: Article) -> Scene:
    read = reading(whole)
    parties = cast(whole, read)
    return Scene.of(whole, read, parties, statements(whole, read, parties))


def coded(sentence: str) -> tuple[Event, ...]:
    return events(scene_of(article("a", f"Varenia and the Marn\n{sentence}")))


def brief(event: Event) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return event.kind, event.source_texts, event.target_texts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Kestrian troops shelled Varenian rebels on Monday.",
            ("ASSAULT", ("Kestrian troops",), ("Varenian rebels",)),
        ),
        (
            "Varenian rebels were shelled by Kestrian troops on Monday.",
            ("ASSAULT", ("Kestrian troops",), ("Varenian rebels",)),
        ),
        (
            "The Kestrian government accused Ostmere of arming the rebels.",
            ("ACCUSE", ("The Kestrian government",), ("Ostmere",)),
        ),
        (
            "Kestria and Ostmere agreed to reopen their border.",
            ("AGREE", ("Kestria", "Ostmere"), ()),
        ),
        (
            "Kestria threatened to expel Ostmere's ambassador.",
            ("THREATEN", ("Kestria",), ("Ostmere's ambassador",)),
        ),
        (
            "Kestria refused to meet the rebels.",
            ("REJECT", ("Kestria",), ("the rebels",)),
        ),
        (
            "Kestria demanded that the rebels leave Brenmark.",
            ("REQUEST", ("Kestria",), ("the rebels",)),
        ),
        (
            "The minister said Kestria will send food to the refugees.",
            ("AGREE", ("Kestria",), ("the refugees",)),
        ),
        (
            "Kestria imposed sanctions on Ostmere.",
            ("SANCTION", ("Kestria",), ("Ostmere",)),
        ),
        (
            "Thousands of students marched in Orlune against the government.",
            ("PROTEST", ("Thousands of students",), ("the government",)),
        ),
        (
            "Police arrested twelve protesters in Brenmark.",
            ("COERCE", ("Police",), ("twelve protesters",)),
        ),
        (
            "The army withdrew its troops from Halvet.",
            ("RETREAT", ("The army",), ("Halvet",)),
        ),
    ],
)
def test_tells_the_kind_and_who_did_it_to_whom(
    sentence: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert [brief(event) for event in coded(sentence)] == [expected]


def test_what_is_denied_is_kept_as_denied() -> None:
    found = coded("The army did not shell the rebels on Monday.")
    assert [(e.kind, e.status, e.target_texts) for e in found] == [("ASSAULT", "denied", ("the rebels",))]


def test_what_somebody_alleges_names_who_does() -> None:
    found = coded("Rebels said the army shelled Brenmark on Monday.")
    (event,) = found
    whole = scene_of(article("a", "Varenia and the Marn\nRebels said the army shelled Brenmark on Monday."))
    assert whole.party(event.reporter).name == "Rebels"  # type: ignore[union-attr]
    assert event.source_texts == ("the army",)


def test_what_may_be_is_no_event() -> None:
    assert coded("Kestria may impose sanctions on Ostmere.") == ()


def test_the_means_tell_the_mode_of_an_assault() -> None:
    (event,) = coded("Kestrian warplanes killed six rebels near Halvet on Monday.")
    assert (event.kind, event.mode, event.place) == ("ASSAULT", "aerial", "Halvet")
    assert event.when is not None
    assert event.when.text == "Monday"


def test_evidence_is_an_exact_slice_that_holds_the_clause() -> None:
    text = "Varenia and the Marn\nKestria imposed sanctions on Ostmere, and rebels shelled Brenmark."
    found = events(scene_of(article("a", text)))
    assert [e.kind for e in found] == ["SANCTION", "ASSAULT"]
    for event in found:
        assert text[event.evidence.start : event.evidence.end] == event.evidence.text
    assert "sanctions" in found[0].evidence.text


def test_ids_come_from_content() -> None:
    sentence = "Kestria imposed sanctions on Ostmere."
    assert [e.id for e in coded(sentence)] == [e.id for e in coded(sentence)]
