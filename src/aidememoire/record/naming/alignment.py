"""Which words of two names stand for each other, and which are left over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import eq
from typing import Literal

from rapidfuzz.distance import OSA

Words = tuple[str, ...]
# Whether two words may be spellings of one.
Same = Callable[[str, str], bool]
How = Literal["equal", "spelt otherwise", "initial"]


@dataclass(frozen=True, slots=True)
class Pair:
    """The word in place `mine` of one name stands for the word in place `theirs` of the other."""

    mine: int
    theirs: int
    how: How


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, in the order of the first name, and the words of either name that nothing in the other answers."""

    pairs: tuple[Pair, ...]
    mine: Words
    theirs: Words

    @property
    def in_order(self) -> bool:
        """Whether the words stand in one order in both names."""
        return all(p.theirs < q.theirs for p, q in zip(self.pairs, self.pairs[1:], strict=False))

    @property
    def initials(self) -> bool:
        """Whether a word is only given by its first letter."""
        return any(p.how == "initial" for p in self.pairs)

    @property
    def complete(self) -> bool:
        """Whether nothing is left over on either side."""
        return not self.mine and not self.theirs


def align(mine: Words, theirs: Words, same: Same, initials: bool) -> Alignment:
    """Equal words are paired first, then spellings of one, then `initials`; each word once, the nearest place first."""
    left, right = list(range(len(mine))), list(range(len(theirs)))
    pairs: list[Pair] = []
    tests: list[tuple[How, Same]] = [("equal", eq), ("spelt otherwise", same)]
    if initials and 1 in map(len, mine + theirs):
        tests.append(("initial", _initial))
    for how, test in tests:
        for i in tuple(left):
            word = mine[i]
            found = [j for j in right if test(word, theirs[j])]
            if found:
                _, j = min((abs(i - j), j) for j in found)
                pairs.append(Pair(i, j, how))
                left.remove(i)
                right.remove(j)
    pairs.sort(key=lambda p: p.mine)
    return Alignment(tuple(pairs), tuple(mine[i] for i in left), tuple(theirs[j] for j in right))


def _initial(mine: str, theirs: str) -> bool:
    """Whether one word is the first letter of the other."""
    return min(len(mine), len(theirs)) == 1 and mine[0] == theirs[0]


def fused(mine: Words, theirs: Words, same: Same) -> tuple[Words, Words]:
    """Both names with neighbouring words written as one where the other name writes them as one (Jong Un, Jongun)."""
    return _fuse(mine, theirs, same), _fuse(theirs, mine, same)


def _fuse(name: Words, other: Words, same: Same) -> Words:
    wholes = [w for w in other if w not in name]
    for length in (2, 3) if wholes else ():
        for i in range(len(name) - length + 1):
            whole = "".join(name[i : i + length])
            if any(w[0] == whole[0] and same(w, whole) for w in wholes) and name[i] not in other:
                return (*name[:i], whole, *name[i + length :])
    return name


def resemblance(mine: Words, theirs: Words, alignment: Alignment) -> float:
    """How alike two names are letter by letter, 0 to 1: one less the share of the shorter name's letters that change.

    Each word stands beside its own in the other name, what is left over beside what the other has left over; words that
    only one side has left over count a quarter of their letters.
    """
    changed = float(sum(OSA.distance(mine[p.mine], theirs[p.theirs]) for p in alignment.pairs if p.how != "initial"))
    if alignment.mine and alignment.theirs:
        changed += OSA.distance(" ".join(alignment.mine), " ".join(alignment.theirs))
    else:
        changed += sum(map(len, alignment.mine + alignment.theirs)) / 4
    return max(0.0, 1 - changed / min(sum(map(len, mine)), sum(map(len, theirs))))
