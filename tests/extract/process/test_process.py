from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.extract.lists import items
from aidememoire.extract.process.process import process
from aidememoire.extract.process.tracks import round_number
from aidememoire.model.mentions import BasketMention, RoundMention, TrackMention

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


def of_kind(kind: type[Any], mentions: tuple[Any, ...]) -> list[Any]:
    return [m for m in mentions if isinstance(m, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Ministers of five states held a conference in Calder. The Calder talks ended at dawn.",
        "Donors came to the Calder conference.",
        "After a long meeting at a Calder hotel the Calder talks broke up.",
    ],
)
def test_the_place_of_one_gathering_names_no_track(told: Build, text: str) -> None:
    assert of_kind(TrackMention, found(told, text)) == []


def test_talks_in_an_article_that_counts_their_rounds_are_a_track(told: Build) -> None:
    text = "Talks open in Lugarno. It is the fourth round of talks on the valley."
    assert {m.name for m in of_kind(TrackMention, found(told, text))} == {"Lugarno"}


def test_a_track_without_a_venue_is_called_by_its_sponsor(told: Build) -> None:
    (only,) = of_kind(TrackMention, found(told, "The Kestria-led talks go on. Nobody expects much of them."))
    assert (only.name, only.venue, only.sponsors) == ("Kestria-led talks", None, ("Kestria",))


@pytest.mark.parametrize(
    "text",
    [
        "The Lugarno talks go on. Kestria and Ostmere, the guarantors of the truce, sent letters.",
        "The Lugarno talks go on under a truce guaranteed by Kestria and Ostmere.",
        "The Lugarno talks are jointly chaired by Kestria and Ostmere.",
        "The guarantor states Kestria and Ostmere praised the Lugarno talks.",
        "Kestria and Ostmere act as guarantors of the Lugarno process.",
    ],
)
def test_guarantors_are_those_who_stand_for_the_truce_or_chair_the_talks(told: Build, text: str) -> None:
    assert {m.guarantors for m in of_kind(TrackMention, found(told, text))} == {("Kestria", "Ostmere")}


def test_a_sponsor_is_that_of_the_track_named_nearest(told: Build) -> None:
    text = "Kestria has sponsored parallel talks in Dravik to speed the Lugarno process."
    by_name = {m.name: m.sponsors for m in of_kind(TrackMention, found(told, text))}
    assert by_name == {"Dravik": ("Kestria",), "Lugarno": ()}


TIMES = {
    "Monday": "2031-03-03",
    "Tuesday": "2031-03-04",
    "March 21": "2031-03-21",
    "April 14": "2031-04-14",
}


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("The fourth round of talks opened on Tuesday.", [(4, "2031-03-04", None)]),
        ("The fourth round of talks was to open on Monday.", [(4, "2031-03-03", None)]),
        ("On Monday, the fourth round of talks began.", [(4, "2031-03-03", None)]),
        ("She spoke on Monday as she opened the first of five rounds of talks.", [(1, "2031-03-03", None)]),
        ("The talks are dull. The fourth round of the talks ended on March 21.", [(4, None, "2031-03-21")]),
        (
            "The third round of talks will end on March 21, followed by a rest, then a fourth round of talks.",
            [(3, None, "2031-03-21"), (4, None, None)],
        ),
        (
            "A fourth round of talks opened on Tuesday. The talks are due to run until March 21.",
            [(4, "2031-03-04", None), (4, None, "2031-03-21")],
        ),
        ("The fourth round of talks goes badly, he said on Tuesday.", [(4, None, None)]),
        (
            "Two earlier rounds of talks failed. A new round of talks got under way on Monday.",
            [(3, "2031-03-03", None)],
        ),
        (
            "The fifth round of talks was short. The latest round of talks closed on Monday.",
            [(5, None, None), (5, None, "2031-03-03")],
        ),
    ],
)
def test_a_round_opens_and_closes_when_it_is_said_to(told: Build, text: str, told_of: list[Any]) -> None:
    mentions = of_kind(RoundMention, process(told(text, times=TIMES).scene))
    shown = [(m.number, m.opened and m.opened.value, m.closed and m.closed.value) for m in mentions]
    assert shown == told_of


def test_a_round_is_of_the_one_track_of_the_article(told: Build) -> None:
    text = "The Lugarno process is slow. A third round of talks is to follow."
    assert [m.track for m in of_kind(RoundMention, found(told, text))] == ["Lugarno"]


def test_a_round_is_of_no_track_where_the_article_has_two(told: Build) -> None:
    text = "The Lugarno process and the Dravik process are slow. A third round of talks is to follow."
    assert [m.track for m in of_kind(RoundMention, found(told, text))] == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The talks will focus on land rights, the dams and amnesty.", ["land rights", "the dams", "amnesty"]),
        ("The next round is to concentrate on land rights, Kestria said.", ["land rights"]),
        ("The agenda includes amnesty and local rule.", ["amnesty", "local rule"]),
        ("The sides are to discuss amnesty and the dams at the talks.", ["amnesty", "the dams"]),
        ("Amnesty and the dams are on the agenda.", ["Amnesty", "the dams"]),
        ("There are two baskets. They are amnesty and local rule.", ["amnesty", "local rule"]),
        ("Kestria wanted the talks to focus on amnesty.", []),
        ("The talks will focus on Kestria and Ostmere.", []),
        ("The report will focus on amnesty and the dams.", []),
    ],
)
def test_what_talks_are_about_is_their_agenda(told: Build, text: str, names: list[str]) -> None:
    assert [m.name for m in of_kind(BasketMention, found(told, text))] == names
