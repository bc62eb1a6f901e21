"""What the model's file says of itself, as JSON in its metadata: its labels, and the small matrices of decoding."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from aidememoire.model.reading import Act
from aidememoire.reading.numeric import Array, Dense
from aidememoire.reading.tagging import Crf


@dataclass(frozen=True, slots=True)
class Notes:
    """The labels of each output in its order; `size` is the most pieces that a window may hold."""

    size: int
    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    acts: tuple[Act, ...]
    taggers: Mapping[str, Crf]
    label_out: Dense
    label_root: Array
    act_out: Dense
    act_none: Array
    link_none: Array
    same_none: float
    same_far: Array


def notes_of(text: str) -> Notes:
    """Reads them. Raises ValueError or KeyError where the file is of another make."""
    found = json.loads(text)
    return Notes(
        found["size"],
        tuple(found["upos"]),
        tuple(found["lemmas"]),
        tuple(found["labels"]),
        tuple(found["acts"]),
        {name: Crf(tuple(t["tags"]), _array(t["first"]), _array(t["step"])) for name, t in found["taggers"].items()},
        _dense(found["label_out"]),
        _array(found["label_root"]),
        _dense(found["act_out"]),
        _array(found["act_none"]),
        _array(found["link_none"]),
        found["same_none"][0],
        _array(found["same_far"]),
    )


def _array(rows: Any) -> Array:
    return np.array(rows, dtype=np.float32)


def _dense(layer: Mapping[str, Any]) -> Dense:
    return Dense(_array(layer["weight"]), _array(layer["bias"]))
