from __future__ import annotations

from aidememoire.lineage.direction import agencies_differ, agency, direction
from tests.lineage.conftest import LEAD, Make


def test_the_agency_itself_comes_before_those_who_credit_it(make: Make) -> None:
    a, b = make("a", LEAD, outlet="Meridian Press"), make("b", LEAD, agencies=("Meridian press",))
    assert (direction(a, b, 1.0, 1.0), direction(b, a, 1.0, 1.0)) == ("a→b", "b→a")


def test_two_credits_of_one_agency_are_a_common_source(make: Make) -> None:
    a, b = make("a", LEAD, agencies=("VNA",)), make("b", LEAD, agencies=("VNA",), published="2031-05-06")
    assert (direction(a, b, 1.0, 1.0), agency(a, b)) == ("common source", "VNA")


def test_an_update_comes_after_what_it_updates(make: Make) -> None:
    update = make("a", LEAD, title="UPDATE 2-Talks open", outlet="Meridian Press")
    assert direction(update, make("b", LEAD, outlet="Meridian Press"), 0.9, 0.9) == "b→a"
    assert direction(update, make("b", LEAD, outlet="Highland Voice"), 0.9, 0.9) == "unknown"


def test_an_agencys_own_comes_before_who_credits_nobody(make: Make) -> None:
    own = make("a", LEAD, outlet="Meridian Press", agencies=("Meridian Press",), title="UPDATE 2-Talks open")
    other = make("b", LEAD, outlet="Dravik Herald")
    assert (direction(own, other, 0.7, 0.9), direction(other, own, 0.9, 0.7)) == ("a→b", "b→a")


def test_a_text_that_breaks_off_was_cut_from_the_whole_one(make: Make) -> None:
    assert direction(make("a", LEAD[:60]), make("b", LEAD), 1.0, 0.6) == "b→a"


def test_dates_tell_where_no_agency_is_named(make: Make) -> None:
    a, b = make("a", LEAD, published="2031-05-05"), make("b", LEAD, published="2031-05-06")
    assert (direction(a, b, 1.0, 1.0), direction(b, a, 1.0, 1.0)) == ("a→b", "b→a")


def test_without_a_sign_the_way_is_unknown(make: Make) -> None:
    assert direction(make("a", LEAD), make("b", LEAD), 1.0, 1.0) == "unknown"


def test_different_agencies_differ_only_where_both_name_one(make: Make) -> None:
    one, other, none = make("a", agencies=("VNA",)), make("b", agencies=("Meridian Press",)), make("c")
    assert (agencies_differ(one, other), agencies_differ(one, none), agency(one, none)) == (True, False, "VNA")
    assert agency(one, other) is None
