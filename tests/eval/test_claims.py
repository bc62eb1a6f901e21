"""The floors of the joining of statements into claims: a change may only raise them."""

import tomllib
from pathlib import Path

import pytest

from eval.claims import measure
from eval.record import Tally

FLOORS = tomllib.loads((Path(__file__).parents[2] / "eval" / "floors.toml").read_text(encoding="utf-8"))["claims"]


@pytest.fixture(scope="module")
def measured() -> dict[str, Tally]:
    return measure()


@pytest.mark.parametrize("half", ["a", "b"])
def test_no_measure_falls_below_its_floor(measured: dict[str, Tally], half: str) -> None:
    shares = measured[half].shares()
    low = {name: shares.get(name, 0.0) for name, floor in FLOORS[half].items() if shares.get(name, 0.0) < floor}
    assert low == {}, "\n".join(measured[half].misses)
