"""The reading model: one ONNX file that gives scores for every word; the decoders make annotations of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from aidememoire.reading.notes import notes_of
from aidememoire.reading.numeric import Array
from aidememoire.reading.windows import OTHER, Window, breaks_of, shape_of, windows

KEY = "aidememoire"
UNKNOWN_PIECE = 100
# Windows read at a time: more are no faster on two cores, and take more memory.
BATCH = 8


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of the words of one window: an array of words (× labels) by the name of each output."""

    window: Window
    of: Mapping[str, Array]


class Model:
    """The loaded model. Made by `load`."""

    def __init__(self, data: bytes, tokenizer: str) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 0
        self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._outputs = [o.name for o in self._session.get_outputs()]
        self.notes = notes_of(self._session.get_modelmeta().custom_metadata_map[KEY])

    def scores(self, words: Sequence[str], paragraphs: Collection[int]) -> list[Scores]:
        """The scores of all words of an article, window by window; `paragraphs` are the words that begin one."""
        encoded = self._tokenizer.encode_batch(list(words), add_special_tokens=False) if words else []
        pieces = [e.ids or [UNKNOWN_PIECE] for e in encoded]
        found = list(windows(pieces, [shape_of(w) for w in words], paragraphs, self.notes.size, breaks_of(words)))
        order = sorted(range(len(found)), key=lambda i: len(found[i].pieces))
        scored: dict[int, Scores] = {}
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            scored.update(zip(chosen, self._run([found[i] for i in chosen]), strict=True))
        return [scored[i] for i in range(len(found))]

    def _run(self, chosen: list[Window]) -> list[Scores]:
        feeds = {
            "pieces": _padded([w.pieces for w in chosen], 0),
            "mask": _padded([[1] * len(w.pieces) for w in chosen], 0),
            "shapes": _padded([w.shapes for w in chosen], OTHER),
            "firsts": _padded([w.firsts for w in chosen], 0),
        }
        out = dict(zip(self._outputs, self._session.run(None, feeds), strict=True))
        return [Scores(w, {k: v[i, : len(w.firsts)] for k, v in out.items()}) for i, w in enumerate(chosen)]


def _padded(rows: Sequence[Sequence[int]], value: int) -> npt.NDArray[np.int64]:
    width = max(len(r) for r in rows)
    return np.array([[*r, *[value] * (width - len(r))] for r in rows], dtype=np.int64)


def load(folder: Path) -> Model:
    """The model in a folder, as `training.export` writes it. Raises OSError where its files are not there."""
    return Model((folder / "reader.onnx").read_bytes(), (folder / "tokenizer.json").read_text("utf-8"))
