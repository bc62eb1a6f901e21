"""What a web page's markup says of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aidememoire.model.articles import Mark
from aidememoire.text.pieces import Piece, Role, ends_sentence

_ROLES: dict[str, Role] = {
    "title": "title",
    "standfirst": "standfirst",
    "description": "standfirst",
    "subhead": "subhead",
    "heading": "subhead",
    "byline": "credit",
    "author": "credit",
    "credit": "credit",
}
_REASONS = {
    "navigation": "navigation",
    "nav": "navigation",
    "breadcrumb": "navigation",
    "menu": "navigation",
    "header": "navigation",
    "footer": "page footer",
    "caption": "caption",
    "figure": "caption",
    "related": "link to another story",
    "link": "link to another story",
    "aside": "box beside the story",
    "comment": "reader comments",
    "comments": "reader comments",
    "share": "share links",
    "advert": "advert label",
    "advertisement": "advert label",
    "newsletter": "newsletter box",
    "form": "form",
    "cookie": "cookie notice",
    "date": "date line",
    "time": "date line",
}
# A mark decides a line where it covers this much of it: markup inside a paragraph (a link) decides nothing.
_COVERED = 0.8
# From here on a sentence is taken for the story's: losing one is worse than keeping a notice.
_PROSE_WORDS = 25


def with_marks(pieces: Sequence[Piece], marks: Sequence[Mark]) -> list[Piece]:
    """The pieces with the roles that the page's markup gives their lines. Roles that are not known decide nothing.

    A mark of body text decides nothing either: pages mark comment rules as paragraphs too. A line marked as outside the
    story may still be its byline or its date, so that is noted and decided later (`without_outside`).
    """
    return [_marked(piece, marks) for piece in pieces]


def without_outside(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with every line cut that the markup puts outside the story and nothing else has decided.

    A long line of prose stays: what finds the story on a page has missed paragraphs.
    """
    return [
        piece.be("cut", "beside the story") if piece.role is None and piece.outside and not _is_prose(piece) else piece
        for piece in pieces
    ]


def _is_prose(piece: Piece) -> bool:
    return ends_sentence(piece.text) and len(piece.text.split()) >= _PROSE_WORDS


def _marked(piece: Piece, marks: Sequence[Mark]) -> Piece:
    for mark in marks:
        covered = min(piece.end, mark.end) - max(piece.start, mark.start)
        if covered >= _COVERED * (piece.end - piece.start):
            if mark.role == "outside":
                return replace(piece, outside=True)
            if role := _ROLES.get(mark.role):
                return piece.be(role)
            if mark.role in _REASONS:
                return piece.be("cut", _REASONS[mark.role])
    return piece
