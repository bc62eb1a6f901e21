"""The first paragraph and the last: what is glued before the lead, the dateline, a credit behind the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aidememoire.text.credits import trailing_credit
from aidememoire.text.datelines import Dateline, dateline_at
from aidememoire.text.dates import Stamp, stamp_at
from aidememoire.text.pieces import Piece

_CAPTION = re.compile(
    r"[^\n]{20,420}?\((?:[A-Z][\w.' -]+/)?(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images|"
    r"[A-Z][\w.' -]+/[A-Z][\w .]+)[^()]{0,40}\)\s+(?=\S)"
)
_CHROME = re.compile(
    r"\s*Our Standards: ?.{0,80}$"
    r"|(?<=[.!?\"'”)])\s*(?:(?:Comments?|Discuss) (?:via|on) .{0,80}|(?:Read|See) (?:Also|More)"
    r"|Last Updated?:? .{0,120})$"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The pieces with the lead's dateline taken apart, that dateline, and a stamp that stood glued before it."""

    pieces: tuple[Piece, ...]
    dateline: Dateline | None = None
    stamp: Stamp | None = None


def read_lead(pieces: Sequence[Piece], article: str) -> Lead:
    """The first paragraph taken apart: what is glued before it, its dateline, and the story's first words."""
    at = next((i for i, piece in enumerate(pieces) if piece.role is None), None)
    if at is None:
        return Lead(tuple(pieces))
    piece, before, stamp = pieces[at], [], None
    if cut := _glued(piece, article):
        first, piece, stamp = cut
        before.append(first)
    dateline = dateline_at(piece.text, article)
    if dateline is not None:
        parts = (_dateline_parts(piece, dateline), piece.part(dateline.end, len(piece.text)))
        before, inside = [*before, *parts[0]], parts[1]
        piece = inside if inside is not None else piece
    return Lead((*pieces[:at], *before, piece, *pieces[at + 1 :]), dateline, stamp)


def with_trailing_credits(pieces: Sequence[Piece], bodies: frozenset[str]) -> list[Piece]:
    """The pieces with the credits cut off that stand behind the last words of the last paragraph, and page scraps."""
    found = list(pieces)
    at = next((i for i in range(len(found) - 1, -1, -1) if found[i].role in (None, "body")), None)
    if at is None:
        return found
    tail: list[Piece] = []
    body = found[at]
    if chrome := _CHROME.search(body.text):
        body, cut = _split(body, chrome.start())
        tail = [cut.be("cut", "house notice")]
    while (start := trailing_credit(body, bodies)) is not None:
        body, credit = _split(body, start)
        tail.insert(0, credit.be("credit"))
    return [*found[:at], body, *tail, *found[at + 1 :]]


def _split(piece: Piece, at: int) -> tuple[Piece, Piece]:
    left, right = piece.part(0, at), piece.part(at, len(piece.text))
    if left is None or right is None:
        raise ValueError(f"nothing to split off at {at} of {len(piece.text)} characters")
    return left, right


def _glued(piece: Piece, article: str) -> tuple[Piece, Piece, Stamp | None] | None:
    """A stamp or a caption that stands before the lead on its own line, and the lead."""
    stamp = stamp_at(piece.plain)
    if stamp and stamp.end < len(piece.text) and re.match(r"[\"'A-ZÀ-Þ\d]", piece.plain[stamp.end :]):
        first, rest = _split(piece, stamp.end)
        return first.be("cut", "date line"), rest, stamp
    caption = _CAPTION.match(piece.text)
    if caption and dateline_at(piece.text[caption.end() :], article):
        first, rest = _split(piece, caption.end())
        return first.be("cut", "caption"), rest, None
    return None


def _dateline_parts(piece: Piece, dateline: Dateline) -> list[Piece]:
    """The dateline as pieces: its agency a credit, the rest of it neither story nor rubbish."""
    if dateline.agency is None:
        return _existing([piece.be("dateline").part(0, dateline.end)])
    return _existing(
        [
            piece.be("dateline").part(0, dateline.agency_start),
            piece.be("credit").part(dateline.agency_start, dateline.agency_end),
            piece.be("dateline").part(dateline.agency_end, dateline.end),
        ]
    )


def _existing(pieces: Sequence[Piece | None]) -> list[Piece]:
    return [piece for piece in pieces if piece is not None]
