"""Pages that were made, kept for whoever asks for the same: a page of one edition never changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from starlette.responses import Response

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of pages held at once: at 20 to 60 KB a page, those of a thousand to three thousand."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was answered."""

    body: bytes
    media_type: str | None
    headers: Mapping[str, str]

    def response(self) -> Response:
        """The same answer once more."""
        return Response(self.body, 200, self.headers, self.media_type)


class Kept:
    """The answers asked for last, by what was asked of which edition."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Made | None:
        """The answer, None where it isn't held."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def put(self, key: Hashable, made: Made) -> None:
        """Hold an answer; those asked for longest ago make room."""
        with self._lock:
            if key not in self._made:
                self._made[key] = made
                self._bytes += len(made.body)
            while self._bytes > self._most:
                self._bytes -= len(self._made.popitem(last=False)[1].body)
