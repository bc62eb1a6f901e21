from __future__ import annotations

import pytest

from eval.plover import Score, Triple, alike, matches, paired, record_of, rows


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("the rebels", "Varenian rebels in Halvet", True),
        ("Chadian", "Chad", True),
        ("the government of Chad", "Chadian officials", True),
        ("Chadian police", "Chadian students", False),
        ("", "Chad", False),
        ("", "", True),
        ("Chad's president", "president", True),
    ],
)
def test_when_two_actors_agree(one: str, other: str, agree: bool) -> None:
    assert alike(one, other) is agree
    assert alike(other, one) is agree


def test_what_two_did_together_is_told_in_any_order() -> None:
    gold = Triple("CONSULT", ("Kestria", "Ostmere"), (), mutual=True)
    assert matches(Triple("CONSULT", ("Ostmere",), ("Kestria",)), gold)
    assert not matches(Triple("CONSULT", ("Ostmere",), ()), gold)
    assert not matches(Triple("AGREE", ("Kestria", "Ostmere"), ()), gold)


def test_an_event_with_one_actor_too_many_is_not_the_records() -> None:
    gold = Triple("REQUEST", ("Kestria",), ("Ostmere",))
    assert matches(Triple("REQUEST", ("Kestria",), ("Ostmere",)), gold)
    assert not matches(Triple("REQUEST", ("Kestria",), ("Ostmere", "the rebels")), gold)
    assert not matches(Triple("REQUEST", ("Kestria",), ()), gold)


def test_each_record_counts_once() -> None:
    gold = (Triple("REJECT", ("Kestria",), ()),)
    assert paired(gold * 2, gold, matches) == Score(1, 2, 1)
    assert paired(gold * 2, gold, matches).f1 == pytest.approx(2 / 3)


def test_rows_tell_types_from_actors() -> None:
    gold = (Triple("REJECT", ("Kestria",), ("Ostmere",)),)
    scores = rows((Triple("REJECT", ("Kestria",), ("the rebels",)),), gold)
    assert (scores["type"].right, scores["triples"].right, scores["dyads"].right) == (1, 0, 0)


def test_a_record_is_read_with_its_later_type() -> None:
    row = {
        "event": "DEMAND",
        "source": [{"actorText": "Kestria"}],
        "target": "",
        "textInfo": {"markup": "(SRC: Kestria) (EVT: demanded) talks."},
    }
    assert record_of(row) == Triple("REQUEST", ("Kestria",), ())
