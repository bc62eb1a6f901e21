"""The floors of the reading model on our own marked text: a new model may only raise them."""

import tomllib
from pathlib import Path

from aidememoire.reading.model import shipped
from eval.reading import on_marked

FLOORS = tomllib.loads((Path(__file__).parents[2] / "eval" / "floors.toml").read_text(encoding="utf-8"))["reading"]


def test_no_figure_of_the_reading_model_falls_below_its_floor() -> None:
    found = dict(on_marked(shipped()))
    low = {
        f"{name}: {kind}": found[name][kind]
        for name, floors in FLOORS.items()
        for kind, floor in floors.items()
        if found[name][kind] < floor
    }
    assert low == {}
