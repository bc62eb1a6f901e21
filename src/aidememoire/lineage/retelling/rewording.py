"""Wires that overlap alone does not show: dispatches told anew, alerts, stretches of a dispatch amid another story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aidememoire.lineage.alignment import Aligned
from aidememoire.lineage.likeness import Profile
from aidememoire.lineage.relation import is_near
from aidememoire.lineage.retelling.pairs import alike_pairs
from aidememoire.lineage.retelling.retold import Retellings, Told
from aidememoire.lineage.retelling.spliced import spliced
from aidememoire.lineage.words import Flags, Words


def retold(
    bodies: Sequence[Words], known: Sequence[Profile], wires: Iterable[tuple[int, int]], fresh: Flags
) -> list[Told]:
    """The pairs with a `fresh` body told anew from one dispatch, those of `wires` (places, the lesser first) left out.

    Whoever retells a dispatch retells its other takes as well, and is of one origin with those who retell it too: one
    step through a third article is taken, where the two still tell enough in one order themselves.
    """
    retellings, given = Retellings(bodies), set(wires)
    alike = (pair for pair in alike_pairs(bodies, known) if pair not in given)
    pairs = (pair for pair in alike if fresh[pair[0]] or fresh[pair[1]])
    direct = [told for pair in pairs if (told := retellings.told(*pair)) is not None]
    through = _through(retellings, direct, given)
    return [*direct, *(told for told in through if fresh[told.first] or fresh[told.second])]


def _through(retellings: Retellings, direct: Sequence[Told], wires: set[tuple[int, int]]) -> Iterator[Told]:
    """The pairs that a third article ties to one dispatch, each once."""
    anew = [(told.first, told.second) for told in direct if not told.alert]
    done = {*wires, *((told.first, told.second) for told in direct)}
    kin: dict[int, set[int]] = {}
    for one, other in (*wires, *anew):
        kin.setdefault(one, set()).add(other)
        kin.setdefault(other, set()).add(one)
    for teller, third in sorted({*anew, *((second, first) for first, second in anew)}):
        for other in sorted(kin[third] - {teller}):
            first, second = sorted((teller, other))
            found = None if (first, second) in done else retellings.told_through(first, second, third)
            if found is not None:
                done.add((first, second))
                yield found


def splice(a: Words, b: Words, passages: tuple[Aligned, ...]) -> str | None:
    """Why either of two bodies of near days holds a stretch of the other's dispatch amid another story, None if not."""
    if not is_near(a, b):
        return None
    for words, side in ((a, "a"), (b, "b")):
        stretch = spliced(words, passages, side)
        if stretch is not None:
            return (
                f"{stretch.sentences} sentences that follow each other stand amid a story with which they have "
                f"{round(100 * stretch.familiar)} % of their words of content in common"
            )
    return None
