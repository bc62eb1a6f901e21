"""A text as pieces: its lines, each with the role it turns out to have. What is not decided stays None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

Role = Literal["title", "standfirst", "subhead", "body", "cut", "credit", "dateline"]

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"""[.!?…:]["'”’)\]]*$""")
# Text is wrapped by hand or by mail at 60 to 100 characters. Paragraphs on lines of their own end in a full stop,
# wrapped lines seldom do.
_WRAPPED_WIDTH = (45, 110)
_WRAPPED_SHARE = 0.6
_PLAIN = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text without white space at its ends. `gap` holds where a blank line stands before it.

    `outside` holds where a page's markup puts it beside the story, without saying what it is.
    """

    start: int
    end: int
    text: str
    gap: bool = False
    role: Role | None = None
    reason: str = ""
    outside: bool = False

    @property
    def plain(self) -> str:
        """The text with straight quotation marks and plain spaces, character for character as long."""
        return plain(self.text)

    def be(self, role: Role, reason: str = "") -> Piece:
        """The same stretch with a role."""
        return replace(self, role=role, reason=reason)

    def part(self, start: int, end: int) -> Piece | None:
        """The stretch from `start` to `end` of this piece, trimmed, None where nothing but white space is there."""
        inner = self.text[start:end]
        lead = len(inner) - len(inner.lstrip())
        body = inner.strip()
        if not body:
            return None
        first = self.start + start + lead
        return Piece(first, first + len(body), body, self.gap and start == 0, self.role, self.reason, self.outside)


def plain(text: str) -> str:
    """The text with straight quotation marks and plain spaces, character for character as long."""
    return text.translate(_PLAIN)


def pieces(text: str) -> list[Piece]:
    """The lines of a text that hold anything, in order. Lines of a hard-wrapped paragraph are one piece."""
    lines = _lines(text)
    blocks = _blocks(lines)
    if not _hard_wrapped(blocks):
        return lines
    return [Piece(block[0].start, block[-1].end, text[block[0].start : block[-1].end], gap=True) for block in blocks]


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, a closing quotation mark or bracket aside."""
    return bool(_SENTENCE_END.search(text))


def _lines(text: str) -> list[Piece]:
    found: list[Piece] = []
    last = 0
    for match in _LINE.finditer(text):
        piece = Piece(match.start(), match.end(), match.group()).part(0, len(match.group()))
        if piece is not None:
            breaks = text[last : match.start()].replace("\r\n", "\n")
            gap = not found or len(re.sub(r"[^\n\r\v\f\x85\u2028\u2029]", "", breaks)) > 1
            found.append(replace(piece, gap=gap))
            last = match.end()
    return found


def _blocks(lines: Sequence[Piece]) -> list[list[Piece]]:
    """Runs of lines without a blank one between them."""
    blocks: list[list[Piece]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _hard_wrapped(blocks: Sequence[Sequence[Piece]]) -> bool:
    inner = [line.text for block in blocks for line in block[:-1]]
    if len(inner) < 4 or len(blocks) < 2:
        return False
    unended = sum(not ends_sentence(line) for line in inner) / len(inner)
    low, high = _WRAPPED_WIDTH
    return unended >= _WRAPPED_SHARE and low <= median(map(len, inner)) <= high
