"""Things joined by pairs, as groups: a union-find."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Components(Generic[T]):
    """Groups of things; `join` merges the groups of two."""

    def __init__(self, things: Iterable[T]) -> None:
        self._parent = {t: t for t in things}

    def root(self, thing: T) -> T:
        """The representative of the thing's group."""
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def join(self, a: T, b: T) -> None:
        """Makes one group of the groups of `a` and `b`."""
        self._parent[self.root(a)] = self.root(b)

    def groups(self) -> list[list[T]]:
        """The groups, their members and themselves in the order in which the things were given."""
        out: dict[T, list[T]] = {}
        for thing in self._parent:
            out.setdefault(self.root(thing), []).append(thing)
        return list(out.values())
