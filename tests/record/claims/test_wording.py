import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.record.claims.wording import wording


@pytest.mark.parametrize(
    "text",
    [
        "the army did not shell the depot",
        "it hasn’t sent mortars",
        "Kestria sent no mortars",
        "We have no guns within reach",
        "Nobody burns the bread of his children",
    ],
)
def test_a_clause_in_the_negative(text: str) -> None:
    assert wording(text).negated


@pytest.mark.parametrize(
    "text", ["the army did not only shell the depot", "No doubt the army shelled it", "It was a note"]
)
def test_what_only_looks_negative(text: str) -> None:
    assert not wording(text).negated


def test_numbers_names_and_days() -> None:
    found = wording("Thirty-one lorries reached Halvet and Brenmark on Friday, two of 1,200", "Brenmark")
    assert {"31", "2"} <= found.numbers
    assert found.names == {"halv"}
    assert found.days == {"friday"}


def test_more_detail_on_one_side_is_no_difference() -> None:
    assert not wording("lorries reached Halvet").differs(wording("Forty lorries reached Halvet on Friday"))


@given(st.text(), st.text())
def test_to_differ_is_mutual_and_nothing_differs_from_itself(one: str, other: str) -> None:
    assert wording(one).differs(wording(other)) == wording(other).differs(wording(one))
    assert not wording(one).differs(wording(one))
