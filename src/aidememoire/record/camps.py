"""Things in camps, some of which may never become one: a union-find with enemies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Camps(Generic[T]):
    """Camps of things. Two camps that hold things kept apart are never joined, however they have grown."""

    def __init__(self, things: Iterable[T]) -> None:
        self._parent = {t: t for t in things}
        self._enemies: dict[T, set[T]] = defaultdict(set)

    def camp(self, thing: T) -> T:
        """The thing that stands for the camp of `thing`."""
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def may_join(self, a: T, b: T) -> bool:
        """Whether the camps of both are one, or may become it."""
        mine, theirs = self.camp(a), self.camp(b)
        return mine == theirs or theirs not in self._enemies.get(mine, ())

    def join(self, a: T, b: T) -> bool:
        """Makes one camp of the camps of both; False where they are kept apart, and stay so."""
        mine, theirs = self.camp(a), self.camp(b)
        if mine == theirs:
            return True
        if theirs in self._enemies.get(mine, ()):
            return False
        if len(self._enemies.get(mine, ())) < len(self._enemies.get(theirs, ())):
            mine, theirs = theirs, mine
        self._parent[theirs] = mine
        for enemy in self._enemies.pop(theirs, ()):
            self._enemies[enemy].discard(theirs)
            self._enemies[enemy].add(mine)
            self._enemies[mine].add(enemy)
        return True

    def part(self, a: T, b: T) -> bool:
        """Keeps the camps of both apart from now on; False where they are one, and stay so."""
        mine, theirs = self.camp(a), self.camp(b)
        if mine == theirs:
            return False
        self._enemies[mine].add(theirs)
        self._enemies[theirs].add(mine)
        return True
