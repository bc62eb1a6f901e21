from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.extract.lists import items
from aidememoire.extract.process import process
from aidememoire.extract.tracks import round_number
from aidememoire.model.facts import BasketMention, RoundMention, TrackMention

Build = Callable[..., Any]
PLACES = ["Lugarno", "Dravik", "Kenya", "Calder"]


def found(told: Build, text: str) -> tuple[Any, ...]:
    return process(told(text, persons=["Henrike Aldous"], bodies=["Kestria", "Ostmere"], places=PLACES).scene)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Lugarno talks opened.", "Lugarno"),
        ("The Dravik process stalled.", "Dravik"),
        ("Peace talks that opened in Lugarno a month ago go on.", "Lugarno"),
        ("A fifth round of negotiations in Dravik goes on.", "Dravik"),
        ("Peace talks in the Kestrian capital, Dravik, went on.", "Dravik"),
        ("Negotiations in Dravik opened. More negotiations in Dravik are to follow.", "Dravik"),
    ],
)
def test_a_venue_names_a_track(told: Build, text: str, name: str) -> None:
    assert {m.name for m in found(told, text) if isinstance(m, TrackMention)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenya peace talks opened.",
        "A bomb fell in Calder.",
        "They left Lugarno.",
        "Henrike Aldous held talks in Calder on her way home.",
        "The war in Calder goes on. The Calder peace talks go on, and the talks in Calder may last.",
    ],
)
def test_a_country_at_war_or_a_mere_place_names_none(told: Build, text: str) -> None:
    assert [m for m in found(told, text) if isinstance(m, TrackMention)] == []


def test_that_track_takes_up_the_last_with_its_sponsors(told: Build) -> None:
    text = "The Dravik talks went on. Brokered by Kestria and Ostmere, that process led to a pact."
    last = [m for m in found(told, text) if isinstance(m, TrackMention)][-1]
    assert (last.name, last.sponsors) == ("Dravik", ("Kestria", "Ostmere"))


def test_the_mediator_stands_in_the_sentence(told: Build) -> None:
    (only,) = found(told, "Henrike Aldous, the envoy, opened the Lugarno talks.")
    assert only.mediator == "Henrike Aldous"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ninth round of CN-hosted talks closed.", 9),
        ("Round 3 of the talks opened.", 3),
        ("The 12th round of talks closed.", 12),
        ("A new round of talks opened.", None),
        ("Three earlier rounds of talks failed.", None),
        ("He won the first round of the election.", None),
    ],
)
def test_a_round_has_the_number_that_is_said(told: Build, text: str, number: int | None) -> None:
    numbers = [m.number for m in found(told, text) if isinstance(m, RoundMention)]
    assert numbers == ([] if number is None else [number])


def test_each_item_after_the_colon_is_a_basket(told: Build) -> None:
    text = "The agenda has four points: land rights, the river dams, amnesty and local rule."
    names = [m.name for m in found(told, text) if isinstance(m, BasketMention)]
    assert names == ["land rights", "the river dams", "amnesty", "local rule"]


def test_a_list_of_parties_is_no_agenda(told: Build) -> None:
    text = "The main issues: Kestria, Ostmere and Calder."
    assert [m for m in found(told, text) if isinstance(m, BasketMention)] == []


def test_mediator_and_sponsors_may_stand_in_another_sentence(told: Build) -> None:
    text = (
        "A third round of peace talks opened in Lugarno. Henrike Aldous, the envoy, smiled. "
        "The Ostmere-led talks are the first since May. A Kestria-backed militia stayed away."
    )
    (track,) = {(m.name, m.mediator, m.sponsors) for m in found(told, text) if isinstance(m, TrackMention)}
    assert track == ("Lugarno", "Henrike Aldous", ("Ostmere",))


def test_who_brokered_a_truce_does_not_sponsor_the_talks(told: Build) -> None:
    text = "The Lugarno talks go on in spite of the truce brokered by Kestria."
    assert {m.sponsors for m in found(told, text) if isinstance(m, TrackMention)} == {()}


def test_a_sentence_after_a_colon_is_no_agenda(told: Build) -> None:
    text = "Two issues: the council wanted a truce, and the front was against it."
    assert [m for m in found(told, text) if isinstance(m, BasketMention)] == []


def test_round_number_of_a_text_without_one() -> None:
    assert round_number("talks resumed") is None


@given(
    st.lists(
        st.from_regex(r"[b-z]{3,8}", fullmatch=True).filter(lambda w: w not in {"and", "or"}), min_size=2, max_size=6
    )
)
def test_a_list_gives_back_its_items(words: list[str]) -> None:
    text = f"{', '.join(words[:-1])} and {words[-1]}."
    assert [i.text for i in items(text, 0, len(text))] == words


@given(st.text(max_size=80))
def test_items_are_slices_of_the_text(text: str) -> None:
    assert all(text[i.start : i.end] == i.text for i in items(text, 0, len(text)))
