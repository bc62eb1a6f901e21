from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.lineage.retelling.anchors import NOTHING, anchors, retelling, units_of
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import LEAD, MEETING, QUOTE, ROAD, TOLL, made

TELLING = (
    "Fishermen at Halvet pulled eleven rifles and a sewing machine from the Marn.",
    "A retired ferryman had reported strange knots in his nets to the harbour police.",
    "The rifles were wrapped in oilcloth and stamped with the mark of an armoury at Dravik.",
)
RETOLD = (
    "Out of the Marn at Halvet, fishermen drew a machine for sewing and 11 rifles.",
    "Odd knots had turned up in the nets of a ferryman, now retired, who told the police of the harbour.",
    "In oilcloth, the rifles bore the stamp of a Dravik armoury.",
)


def test_words_of_content_are_stems_and_figures() -> None:
    assert units_of(("the", "eleven", "rifles", "said", "monday", "3800")) == ("11", "rifl", "3800")


def test_the_same_details_in_the_same_order_are_a_retelling() -> None:
    found = retelling(anchors(body_words(made("a", *TELLING))), anchors(body_words(made("b", *RETOLD))), least=0.2)
    assert (found.sentences, found.reworded, found.sentence_share) == (3, 3, 1.0)
    assert found.share > 0.6


def test_another_order_is_told_for_less() -> None:
    there = anchors(body_words(made("a", *TELLING)))
    back = anchors(body_words(made("b", *reversed(RETOLD))))
    assert retelling(there, back, least=0.2).sentences == 1


def test_sentences_printed_word_for_word_are_not_reworded() -> None:
    one = anchors(body_words(made("a", LEAD, MEETING, ROAD)))
    other = anchors(body_words(made("b", LEAD, MEETING, ROAD)))
    found = retelling(one, other, least=0.2)
    assert (found.sentences, found.reworded) == (3, 0)


def test_quoted_words_are_no_details() -> None:
    one = anchors(body_words(made("a", "“We will sign nothing while our villages burn,” she said.")))
    assert (len(one.keys), len(one.every)) == (0, 0)


def test_too_little_in_common_is_nothing() -> None:
    assert retelling(anchors(body_words(made("a", *TELLING))), anchors(body_words(made("b", TOLL))), 0.5) == NOTHING


texts = st.lists(st.sampled_from((LEAD, MEETING, TOLL, ROAD, QUOTE, *TELLING, *RETOLD)), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_a_retelling_is_the_same_from_either_side(one: list[str], other: list[str]) -> None:
    a, b = anchors(body_words(made("a", *one))), anchors(body_words(made("b", *other)))
    there, back = retelling(a, b, 0.0), retelling(b, a, 0.0)
    assert (there.details, there.share) == (back.details, back.share)
    assert 0.0 <= there.share <= 1.0
    assert 0.0 <= there.sentence_share <= 1.0
