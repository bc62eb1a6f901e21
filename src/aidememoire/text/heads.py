"""The top of a page, above the first paragraph: navigation, title, standfirst, bylines, dates, a lead's label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aidememoire.text.boilerplate import edge_reason
from aidememoire.text.credits import is_byline, is_credit, is_signature
from aidememoire.text.datelines import dateline_at
from aidememoire.text.dates import Stamp, stamp_at
from aidememoire.text.headlines import is_standfirst
from aidememoire.text.pieces import Piece, ends_sentence
from aidememoire.text.titles import looks_like_title, masthead_of, same_title

_LABEL = re.compile(r"(?P<name>(?:[A-Z][\w&.'-]*)(?: (?:[A-Z][\w&.'-]*|of|the|and)){0,4}) ?:")
# Lines that may stand above a title that was given: breadcrumbs, kickers, dates.
_DEEPEST_TITLE = 8
_NAMES = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:,? (?:[A-ZÀ-Þ][\w.'’-]*|and|of|in|by|the|&|\||-)){0,7}")


@dataclass(frozen=True, slots=True)
class Head:
    """The pieces with the top of the page decided: its title (a piece), its stamp, the label before its lead, and the
    name of its masthead."""

    pieces: tuple[Piece, ...]
    title: Piece | None = None
    stamp: Stamp | None = None
    label: str | None = None
    masthead: str | None = None


def read_head(pieces: Sequence[Piece], titles: Sequence[str], article: str) -> Head:
    """The top of a page decided. `titles` are the forms of the title given beside the text, none where none was."""
    at = _given_at(pieces, titles)
    head = Head(_cut_above(pieces, at) if at else tuple(pieces))
    for index, piece in enumerate(head.pieces):
        if piece.role == "title" or index == at:
            head = _put(head, index, piece.be("title"), title=head.title or piece.be("title"))
        elif piece.role in ("credit", "cut"):
            head = _noted(head, piece)
        elif piece.role is None:
            after = _step(head, index, piece, bool(titles), article)
            if after is None:
                break
            head = after
    return head


def _step(head: Head, index: int, piece: Piece, given: bool, article: str) -> Head | None:
    """The head with one more line decided, None where the story begins with it."""
    if (reason := edge_reason(piece)) and not (index == 0 and len(head.pieces) == 1):
        return _put(head, index, piece.be("cut", reason))
    if is_byline(piece.text) or is_credit(piece.text):
        return _put(head, index, piece.be("credit"), stamp=head.stamp or _byline_stamp(piece))
    if (stamp := stamp_at(piece.plain)) and _stands_alone(piece, stamp):
        return _put(head, index, piece.be("cut", "date line"), stamp=head.stamp or stamp)
    if (label := _LABEL.fullmatch(piece.plain)) and index + 1 < len(head.pieces):
        return _put(head, index, piece.be("cut", "label"), label=label["name"])
    if dateline_at(piece.text, article) or len(head.pieces) == 1:
        return None
    if head.title is None and (name := masthead_of(piece.text)) and _title_below(head.pieces[index + 1 :]):
        return replace(_put(head, index, piece.be("cut", "masthead")), masthead=head.masthead or name)
    if piece.outside:
        return head
    if head.title is None and not given and looks_like_title(piece.text) and _has_story(head.pieces[index + 1 :]):
        return _put(head, index, piece.be("title"), title=piece.be("title"))
    if (given or head.title) and is_signature(piece.text):
        return _put(head, index, piece.be("credit"))
    return _standfirst(head, index, piece, given, article)


def _standfirst(head: Head, index: int, piece: Piece, given: bool, article: str) -> Head | None:
    rest = [p for p in head.pieces[index + 1 :] if p.role is None]
    if (head.title is None and not given) or any(p.role == "standfirst" for p in head.pieces) or piece.text.isupper():
        return None
    after = next((p for p in head.pieces[index + 1 :] if p.role != "cut"), None)
    divided = after is not None and (after.role == "credit" or is_byline(after.text) or _filed(after, article))
    if not is_standfirst(piece, rest, divided, head.title is not None):
        return None
    return _put(head, index, piece.be("standfirst"))


def _noted(head: Head, piece: Piece) -> Head:
    """The head with what a line tells that is already decided: the date of a byline or date line, the masthead."""
    if piece.role == "credit":
        return replace(head, stamp=head.stamp or _byline_stamp(piece))
    stamp = stamp_at(piece.plain)
    alone = stamp if stamp and _stands_alone(piece, stamp) else None
    first = head.masthead is None and piece.start == head.pieces[0].start
    return replace(head, stamp=head.stamp or alone, masthead=masthead_of(piece.text) if first else head.masthead)


def _title_below(rest: Sequence[Piece]) -> bool:
    """Whether a line that may be a title stands between here and the first line that ends as a sentence does."""
    for piece in rest:
        if piece.role is None and ends_sentence(piece.text):
            return False
        if piece.role is None and edge_reason(piece) is None and looks_like_title(piece.text):
            return not is_byline(piece.text) and stamp_at(piece.plain) is None
    return False


def _filed(piece: Piece, article: str) -> bool:
    """Whether a paragraph begins with a dateline, or a line is a date alone."""
    stamp = stamp_at(piece.plain)
    return dateline_at(piece.text, article) is not None or (stamp is not None and _stands_alone(piece, stamp))


def _given_at(pieces: Sequence[Piece], titles: Sequence[str]) -> int | None:
    """Where near the top the given title stands in the text."""
    for index, piece in enumerate(pieces[:_DEEPEST_TITLE]):
        if piece.role in (None, "title") and any(same_title(piece.text, title) for title in titles):
            return index
    return None


def _cut_above(pieces: Sequence[Piece], at: int) -> tuple[Piece, ...]:
    """Cuts the short lines above a title that was given; credits and whole sentences stay."""
    return tuple(
        piece.be("cut", "navigation")
        if index < at
        and piece.role is None
        and not ends_sentence(piece.text)
        and len(piece.text.split()) <= 8
        and not is_byline(piece.text)
        and stamp_at(piece.plain) is None
        else piece
        for index, piece in enumerate(pieces)
    )


def _stands_alone(piece: Piece, stamp: Stamp) -> bool:
    """Whether a line holds a date and no more than a few names beside it ("Orlune | 4 March 2031")."""
    rest = piece.plain[stamp.end :].strip(" -|,·•")
    if stamp.labelled and len(rest) < 80 and not ends_sentence(rest):
        return True
    return not rest or (len(rest) < 60 and not ends_sentence(rest) and bool(_NAMES.fullmatch(rest)))


def _byline_stamp(piece: Piece) -> Stamp | None:
    """The date in a byline: behind the names, after a dash, a bar, a comma or "on"."""
    for match in re.finditer(r"(?:[-–—|,·•(]|\bon\b|\bat\b)\s*", piece.plain):
        stamp = stamp_at(piece.plain[match.end() :])
        if stamp is not None:
            return stamp
    return None


def _has_story(rest: Sequence[Piece]) -> bool:
    return any(piece.role is None and ends_sentence(piece.text) for piece in rest)


def _put(
    head: Head,
    index: int,
    piece: Piece,
    *,
    title: Piece | None = None,
    stamp: Stamp | None = None,
    label: str | None = None,
) -> Head:
    pieces = (*head.pieces[:index], piece, *head.pieces[index + 1 :])
    return Head(pieces, title or head.title, stamp or head.stamp, label or head.label, head.masthead)
