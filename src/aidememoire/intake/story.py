"""Which blocks of a page are its story: what trafilatura keeps, and the paragraphs that stand among those."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import trafilatura
from lxml.html import HtmlElement

from aidememoire.intake.blocks import Block

# Its complaints about empty pages are no news to our users, who get a `Skipped` or a page without a story.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_SPACES = re.compile(r"\s+")
# Below this many characters a block counts as kept only where it equals a whole line of what was kept: short lines
# ("Politics", "Read more") also occur within sentences.
_LEAST_WITHIN = 40
# A paragraph of prose has links in it; a menu or a list of headlines is nothing else.
_MOST_LINKED = 0.5
# What was kept may have more of them, but is not the story where it has nothing else: old pages put their menu beside
# the story in one table, and extractors take both.
_NOTHING_BUT_LINKS = 0.9
# One paragraph of that many characters makes a story: the shortest news in brief has some 80.
_LEAST_PROSE = 60


class Kept:
    """What trafilatura keeps of a page, compared without regard to white space."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = {_bare(line) for line in lines}
        self._all = "\n".join(self._lines)

    def holds(self, text: str) -> bool:
        """Whether a block's text was kept, whole or as part of a longer line."""
        bare = _bare(text)
        return bare in self._lines or (len(bare) >= _LEAST_WITHIN and bare in self._all)


def kept_of(source: str) -> Kept:
    """What trafilatura keeps of a page's source; nothing where it finds no story."""
    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True)
    except Exception:
        # It runs three extractors over whatever the web holds. A page on which one of them fails is a page without a
        # story, not the end of the run.
        text = None
    return Kept((text or "").splitlines())


def story_of(blocks: Sequence[Block], kept: Kept, rubbish: Collection[int]) -> frozenset[int]:
    """The indices of the blocks that are the story, none where no paragraph of prose is among them.

    Besides what was kept these are the paragraphs that have kept siblings, and prose between the first and the last of
    the kept below one parent: extractors lose short paragraphs. `rubbish` are blocks whose markup says that they are
    something else.
    """
    sure = [
        i
        for i, block in enumerate(blocks)
        if i not in rubbish and block.linked <= _NOTHING_BUT_LINKS and kept.holds(block.text)
    ]
    if not any(_is_prose(blocks[i]) for i in sure):
        return frozenset()
    parents = _story_parents(blocks, sure)
    among = (
        i
        for i, block in enumerate(blocks)
        if i not in rubbish and block.linked <= _MOST_LINKED and _stands_among(i, block, parents)
    )
    return frozenset((*sure, *among))


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _LEAST_PROSE and block.linked <= _MOST_LINKED


def _story_parents(blocks: Sequence[Block], sure: Sequence[int]) -> dict[HtmlElement, tuple[int, int]]:
    """The elements that hold two kept paragraphs or more, with the first and the last kept block below them."""
    prose = Counter(blocks[i].element.getparent() for i in sure if blocks[i].element.tag == "p")
    holders = {parent for parent, number in prose.items() if parent is not None and number > 1}
    spans: dict[HtmlElement, tuple[int, int]] = {}
    for i in sure:
        for above in _upwards(blocks[i].element):
            if above in holders:
                first, _ = spans.get(above, (i, i))
                spans[above] = (first, i)
    return spans


def _stands_among(index: int, block: Block, parents: dict[HtmlElement, tuple[int, int]]) -> bool:
    """Whether a block is a paragraph beside kept ones, or lies between kept ones."""
    if block.element.tag == "p" and block.element.getparent() in parents:
        return True
    return any(parents[above][0] < index < parents[above][1] for above in _upwards(block.element) if above in parents)


def _upwards(element: HtmlElement) -> Iterable[HtmlElement]:
    """An element and those that it lies in, nearest first."""
    yield element
    yield from element.iterancestors()


def _bare(text: str) -> str:
    return _SPACES.sub("", text)
