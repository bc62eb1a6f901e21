from __future__ import annotations

import pytest

from aidememoire.queries.desk.review_agreement import alpha, wilson


def units(*observers: str) -> list[list[str]]:
    """The values of each unit, from a line for each observer; "." where he gave none."""
    return [[v for v in unit if v != "."] for unit in zip(*observers, strict=True)]


def test_alpha_is_that_of_krippendorffs_examples() -> None:
    """The binary, the nominal and the incomplete data of "Computing Krippendorff's Alpha-Reliability" (2011)."""
    assert alpha(units("0100000010", "1110010000")) == pytest.approx(0.095, abs=5e-4)
    assert alpha(units("aabbdcccedda", "babbbccceddd")) == pytest.approx(0.692, abs=5e-4)
    four = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    assert alpha(four) == pytest.approx(0.743, abs=5e-4)


def test_alpha_is_unknown_where_nothing_differs_or_nothing_is_shared() -> None:
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None
    assert alpha([["a", "a"], ["a", "a"]]) is None
    assert alpha([["a", "a"], ["b", "b"]]) == 1.0


def test_wilsons_interval_holds_at_the_ends() -> None:
    for right, of, low, high in ((0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)):
        assert list(wilson(right, of)) == pytest.approx([low, high], abs=1e-4)
