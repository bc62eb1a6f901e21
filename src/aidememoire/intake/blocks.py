"""The visible text of a web page, block by block, as a browser without its style sheets would show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table "
    "tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "applet area audio base canvas datalist embed frame frameset head iframe link map math meta noembed noframes "
    "noscript object option param rp rt script select source style svg template textarea title track video".split()
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# What HTML calls white space: a no-break space is none of it, and stays.
_SPACES = re.compile(r"[ \t\n\r\f]+")
_RETURNS = re.compile(r"\r\n?|\n")

Step = Literal["enter", "leave", "tail"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page's text: where it stands, its text, the element it is in, and the share of it that is links."""

    start: int
    end: int
    text: str
    element: HtmlElement
    linked: float


@dataclass(frozen=True, slots=True)
class PageText:
    """The visible text of a page: its blocks with a blank line between each two."""

    text: str
    blocks: tuple[Block, ...]


def page_text(root: HtmlElement) -> PageText:
    """The visible text below an element.

    Block elements become lines with a blank line between them, `<br>` a newline, inline elements are joined, white
    space is collapsed. Scripts, styles, vector images, forms' choices and hidden elements are left out.
    """
    return _Writer(root).write()


@dataclass(slots=True)
class _Line:
    """A line that is being written: its pieces, and whether each stands in a link."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)

    def text(self) -> str:
        return _SPACES.sub(" ", "".join(piece for piece, _ in self.pieces)).strip(" ")

    def linked(self) -> int:
        return sum(ink(piece) for piece, linked in self.pieces if linked)


class _Writer:
    """Walks a page in its order and gathers the blocks."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._blocks: list[Block] = []
        self._length = 0
        self._lines: list[_Line] = [_Line()]
        self._within = [root]
        self._links = 0

    def write(self) -> PageText:
        """The text of the page."""
        for step, node in _steps(self._root):
            if step == "enter":
                self._enter(node)
            elif step == "leave":
                self._leave(node)
            elif node is not self._root:
                self._add(node.tail)
        self._close(self._root)
        return PageText("\n\n".join(block.text for block in self._blocks), tuple(self._blocks))

    def _enter(self, node: HtmlElement) -> None:
        if node.tag in _BLOCKS:
            self._close(self._within[-1])
            self._within.append(node)
        elif node.tag == "br":
            self._lines.append(_Line())
        self._links += node.tag == "a"
        self._add(node.text)

    def _leave(self, node: HtmlElement) -> None:
        self._links -= node.tag == "a"
        if node.tag in _BLOCKS:
            self._close(self._within.pop())

    def _add(self, text: str | None) -> None:
        """Writes on. In preformatted text (as some agencies' pages have) each line stays a line."""
        if not text:
            return
        linked = self._links > 0
        first, *others = _RETURNS.split(text) if self._within[-1].tag == "pre" else [text]
        self._lines[-1].pieces.append((first, linked))
        self._lines.extend(_Line([(other, linked)]) for other in others)

    def _close(self, element: HtmlElement) -> None:
        """Ends the block that is being written. Blank lines within it (two `<br>`) make several of it."""
        lines, self._lines = self._lines, [_Line()]
        part: list[_Line] = []
        for line in (*lines, _Line()):
            if line.text().strip():
                part.append(line)
            elif part:
                self._append(part, element)
                part = []

    def _append(self, lines: list[_Line], element: HtmlElement) -> None:
        text = "\n".join(line.text() for line in lines)
        start = self._length + 2 if self._blocks else 0
        self._length = start + len(text)
        linked = sum(line.linked() for line in lines) / ink(text)
        self._blocks.append(Block(start, self._length, text, element, linked))


def _steps(root: HtmlElement) -> Iterator[tuple[Step, HtmlElement]]:
    """The walk over what is visible: each element is entered, left, and followed by its tail; of the unseen, the tail.

    Without recursion: broken pages nest elements two thousand deep.
    """
    todo: list[tuple[Step, HtmlElement]] = [("enter", root)]
    while todo:
        step, node = todo.pop()
        if step == "enter" and node is not root and _unseen(node):
            step = "tail"
        yield step, node
        if step == "enter":
            todo.extend((("tail", node), ("leave", node)))
            todo.extend(("enter", child) for child in node.iterchildren(reversed=True))


def _unseen(node: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element (or comment)."""
    if not isinstance(node.tag, str) or node.tag in _UNSEEN:
        return True
    return node.get("hidden") is not None or _HIDDEN_STYLE.search(node.get("style") or "") is not None


def ink(text: str) -> int:
    """How many characters of a text are no white space."""
    return sum(map(len, text.split()))
