"""The reading model: one ONNX file that gives scores for every word; the decoders make annotations of them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from aidememoire.reading.notes import notes_of
from aidememoire.reading.numeric import Array
from aidememoire.reading.windows import Window, breaks_of, shape_of, windows

KEY = "aidememoire"
UNKNOWN_PIECE = 100
# Windows that are decoded together, while as many are read.
GROUP = 8
_threads = os.cpu_count() or 1


def use_threads(count: int) -> None:
    """Have models that are loaded from now on read so many windows side by side; else it is one for each core."""
    global _threads
    _threads = count


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
        # A window keeps one core busy, and as many are read side by side as there are cores: one window on two cores
        # took a fifth longer.
        options.intra_op_num_threads = 1
        self._pool = ThreadPoolExecutor(_threads)
        self._session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._outputs = [o.name for o in self._session.get_outputs()]
        self.notes = notes_of(self._session.get_modelmeta().custom_metadata_map[KEY])

    def scores(self, words: Sequence[str], paragraphs: Collection[int]) -> Iterator[list[Scores]]:
        """The scores of all words of an article in order, some windows at a time: a word takes 8 kB of them.

        `paragraphs` are the words that begin one.
        """
        encoded = self._tokenizer.encode_batch(list(words), add_special_tokens=False) if words else []
        pieces = [e.ids or [UNKNOWN_PIECE] for e in encoded]
        shapes = [shape_of(w) for w in words]
        ahead: deque[list[Future[Scores]]] = deque()
        for group in _grouped(windows(pieces, shapes, paragraphs, self.notes.size, breaks_of(words))):
            ahead.append([self._pool.submit(self._run, window) for window in group])
            if len(ahead) > 1:
                yield [scores.result() for scores in ahead.popleft()]
        for last in ahead:
            yield [scores.result() for scores in last]

    def _run(self, window: Window) -> Scores:
        """The scores of one window: with no other beside it, nothing is filled up and nothing but itself counts."""
        rows = {"pieces": window.pieces, "shapes": window.shapes, "firsts": window.firsts}
        out = self._session.run(None, {name: np.array([row], dtype=np.int64) for name, row in rows.items()})
        return Scores(window, {name: values[0] for name, values in zip(self._outputs, out, strict=True)})


def _grouped(found: Iterable[Window]) -> Iterator[list[Window]]:
    """The windows, GROUP at a time."""
    rest = iter(found)
    while group := list(islice(rest, GROUP)):
        yield group


def load(folder: Path) -> Model:
    """The model in a folder, as `training.export` writes it. Raises OSError where its files are not there."""
    return Model((folder / "reader.onnx").read_bytes(), (folder / "tokenizer.json").read_text("utf-8"))


@cache
def shipped() -> Model:
    """The model that comes with the program, loaded once. Raises OSError where the installation lacks its files."""
    return load(Path(str(files("aidememoire.reading") / "weights")))
