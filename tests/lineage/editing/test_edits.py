from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.lineage.alignment import aligned
from aidememoire.lineage.editing.edits import edits
from aidememoire.lineage.words import body_words
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Edit
from tests.lineage.conftest import LEAD, MEETING, QUOTE, REGIME, ROAD, STOCK, TOLL, made

Told = tuple[str | None, str | None, str]


def between(a: Article, b: Article) -> tuple[Edit, ...]:
    mine, theirs = body_words(a), body_words(b)
    return edits(mine, theirs, aligned(mine, theirs))


def told(mine: tuple[str, ...], theirs: tuple[str, ...]) -> list[Told]:
    """The edits of two bodies that begin and end alike."""
    found = between(made("a", LEAD, *mine, ROAD), made("b", LEAD, *theirs, ROAD))
    return [(e.a.text if e.a else None, e.b.text if e.b else None, e.kind) for e in found]


@pytest.mark.parametrize(
    ("mine", "theirs", "wanted"),
    [
        pytest.param(
            "Floods below the dam have cut off more than 900 farms since the truce ended in March.",
            "Floods below the dam have cut off nearly a thousand farms since the truce ended in March.",
            [("more than 900", "nearly a thousand", "figure")],
            id="a figure changed",
        ),
        pytest.param(
            "Floods below the dam have cut off 900 farms since the truce ended in March.",
            "Floods below the dam have cut off at least 900 farms since the truce ended in March.",
            [("900", "at least 900", "figure")],
            id="a bound put before a figure",
        ),
        pytest.param(
            "Floods below the dam have cut off fifteen farms since the truce ended in March.",
            "Floods below the dam have cut off 15 farms since the truce ended in March.",
            [],
            id="a figure in words",
        ),
        pytest.param(
            "The patrol met 30 deserters in the woods and let them pass to the river.",
            "The patrol met 13 mutineers in the woods and let them pass to the river.",
            [("30", "13", "figure"), ("deserters", "mutineers", "wording")],
            id="a figure and the word that it counts",
        ),
        pytest.param(
            "Lawyers of the Dastan regime asked for a recess when the map of the valley was shown.",
            "Lawyers of the Dastan government asked for a recess when the map of the valley was shown.",
            [("regime", "government", "naming")],
            id="a party renamed",
        ),
        pytest.param(
            "Okrelo swore an oath on the flag of his regiment and left the hall with his brothers.",
            "Okrello swore an oath on the flag of his regiment and left the hall with his brothers.",
            [("Okrelo", "Okrello", "naming")],
            id="a name respelt at the head of a sentence",
        ),
        pytest.param(
            "Talks on the list of prisoners went on until the lamps of the hotel were put out.",
            "Talking on the list of prisoners went on until the lamps of the hotel were put out.",
            [("Talks", "Talking", "wording")],
            id="an ordinary word at the head of a sentence",
        ),
        pytest.param(
            "The self-styled Marn Valley Front has printed stamps and opened a school for gunners.",
            "The Marn Valley Front has printed stamps and opened a school for gunners.",
            [("self-styled", None, "naming")],
            id="a label cut",
        ),
        pytest.param(
            "The market of Halvet was hit twice before noon, witnesses said.",
            "The market of Halvet was hit twice before noon.",
            [("witnesses said", None, "attribution")],
            id="an attribution cut",
        ),
        pytest.param(
            "Villagers said the guns had been moved to the orchard behind the church on Friday.",
            "Officials said the guns had been moved to the orchard behind the church on Friday.",
            [("Villagers", "Officials", "attribution")],
            id="other unnamed sources",
        ),
        pytest.param(
            "Solvane called the map “a child's drawing of the war” when he was shown it in Lugarno.",
            "Solvane called the map “useless and quite insulting” when he was shown it in Lugarno.",
            [("a child's drawing of the war", "useless and quite insulting", "quotation")],
            id="a quotation replaced",
        ),
        pytest.param(
            "“Our friend Okrelo sleeps in the woods and eats what the foxes leave,” said his aunt.",
            "“Our friend Okrello sleeps in the woods and eats what the foxes leave,” said his aunt.",
            [("Okrelo", "Okrello", "naming")],
            id="a name respelt in a quotation",
        ),
        pytest.param(
            "The mill was burned in 2031 by deserters and has stood without a roof since then.",
            "The mill was burned by deserters and has stood without a roof since then.",
            [("in 2031", None, "wording")],
            id="a year cut",
        ),
        pytest.param(
            "The guests were taken over the frontier on Monday in three buses without plates.",
            "The guests were taken over the frontier on Wednesday in three buses without plates.",
            [("Monday", "Wednesday", "wording")],
            id="a day is no name",
        ),
        pytest.param(
            "The state opera stayed open through the siege and played to soldiers on leave.",
            "The opera stayed open through the siege and played to soldiers on leave.",
            [("state", None, "wording")],
            id="state is no verb here",
        ),
    ],
)
def test_a_change_inside_a_sentence(mine: str, theirs: str, wanted: list[Told]) -> None:
    assert told((mine,), (theirs,)) == wanted


def test_a_paragraph_left_out_is_dropped_and_from_the_other_side_added() -> None:
    assert told((MEETING, STOCK), (MEETING,)) == [(STOCK, None, "dropped")]
    assert told((MEETING,), (MEETING, STOCK)) == [(None, STOCK, "added")]


def test_a_quotation_left_out_is_quotation() -> None:
    assert told((MEETING, QUOTE), (MEETING,)) == [(QUOTE, None, "quotation")]


def test_words_that_lose_their_marks_are_quotation() -> None:
    mine = "The minister called the envoy's list “an insult” and sent it back by the same messenger."
    assert told((mine, QUOTE), (mine.replace("“", "").replace("”", ""), QUOTE)) == [
        ("an insult", "an insult", "quotation")
    ]


def test_a_version_that_lost_all_its_marks_changed_nothing() -> None:
    mine = "The minister called the envoy's list “an insult” and sent it back by the same messenger."
    assert told((mine,), (mine.replace("“", "").replace("”", ""),)) == []


def test_a_sentence_made_two_is_no_edit() -> None:
    one = "The ferry left Port Sennic before dawn, and the guards on the pier were told to look away."
    two = "The ferry left Port Sennic before dawn. The guards on the pier were told to look away."
    assert told((one,), (two,)) == []
    assert told((two,), (one,)) == []


def test_a_clause_of_several_words_is_dropped() -> None:
    mine = "Petar Solvane, who had slept two hours in a chair at the station, read the list aloud to the press."
    theirs = "Petar Solvane read the list aloud to the press."
    assert told((mine,), (theirs,)) == [("who had slept two hours in a chair at the station", None, "dropped")]


WORDS = st.sampled_from(
    "the regime government said officials more than 900 nearly a thousand two “we go” Verhane Verhan. Halvet, in of "
    "and “no so-called rebels air strikes airstrikes. Later half".split(" ")
)
SENTENCES = st.one_of(st.sampled_from((LEAD, MEETING, TOLL, REGIME, QUOTE, ROAD, STOCK)), st.lists(WORDS).map(" ".join))
BODIES = st.lists(SENTENCES, max_size=5)


@settings(max_examples=150, deadline=None)
@given(BODIES, BODIES)
def test_spans_are_slices_of_both_bodies_and_never_of_neither(mine: list[str], theirs: list[str]) -> None:
    a, b = made("a", LEAD, *mine), made("b", LEAD, *theirs)
    for edit in between(a, b):
        assert edit.a or edit.b
        for article, span in ((a, edit.a), (b, edit.b)):
            if span is not None:
                assert span.start < span.end
                assert article.text[span.start : span.end] == span.text
                assert article.paragraphs[0].start <= span.start
                assert span.end <= article.paragraphs[-1].end


@settings(max_examples=100, deadline=None)
@given(BODIES)
def test_identical_texts_have_no_edits(text: list[str]) -> None:
    a = made("a", *text)
    assert between(a, replace(a, id="b")) == ()


@settings(max_examples=100, deadline=None)
@given(BODIES, BODIES)
def test_edits_never_overlap_on_either_side(mine: list[str], theirs: list[str]) -> None:
    found = between(made("a", LEAD, *mine), made("b", LEAD, *theirs))
    for side in ([e.a for e in found], [e.b for e in found]):
        spans = sorted((s.start, s.end) for s in side if s is not None)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
