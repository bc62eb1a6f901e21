"""Short lines inside a story: its own subheads, and headlines of other stories left among its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from aidememoire.lexicon.english import ARTICLES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from aidememoire.text.pieces import Piece, ends_sentence, plain

_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?|GMT|UTC|hrs)?(?: ?\(?[A-Z]{2,4}\)?)?|(?:update|updated)\W*", re.IGNORECASE
)
_PLACE_COLON = re.compile(r"[A-ZÀ-Þ][\w.'’ -]{1,30}: \S")
# A reported sentence that lost its full stop is still the story's: it has one of these, headlines do without.
_NARRATED = re.compile(
    r"\b(?:said|told|was|were|had|has|have|but|there|which|who|the|a|an|his|her|their|he|she|it|they|we|i)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:said|told|was|were|had|he|she)\b", re.IGNORECASE)
# Lists, tables, posts and numbered parts are no headlines, nor is a line with a whole sentence in it.
_NO_HEADLINE = re.compile(
    r"https?:|pic\.|[@#|;%]|//|\bpercent\b|\s[–—-]+\s|\w{3,}\. [A-Z]|^(?:update|day|part|step|"
    r"phase|policy|chapter|no\.?|question)\b"
    r"|^[A-Z][\w'-]+ [A-Z][\w'-]+, [a-z]",
    re.IGNORECASE,
)
_FUNCTION = ARTICLES | DETERMINERS | PREPOSITIONS | CONJUNCTIONS
# Subheads measured: up to 6 words and 43 characters; stray headlines: 8 to 20 words, up to 118 characters.
_SUBHEAD_WORDS, _SUBHEAD = 10, 90
_HEADLINE_WORDS, _HEADLINE = (6, 20), 140
_TOPIC = 3  # a word said this often in the story is its topic, and its return tells nothing
_CHANCE = 0.2  # of its other words may return without its being taken up: one name of eight
_TAKEN_UP = 3  # paragraphs after a line in which its own words must return
_STANDFIRST = 320
_STANDFIRST_SHARE = (
    0.6  # of its words return in the two paragraphs after it; of a lead's 21 % (median), 56 % (99th percentile)
)
_STANDFIRST_WORDS = 8  # content words below which such a share says nothing


def with_short_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with subheads told from body, and headlines of other stories cut. What is in doubt stays body."""
    counts = Counter(word for piece in pieces if piece.role is None for word in set(_words(piece.text)))
    found: list[Piece] = []
    above: Piece | None = None
    for piece, (below, after) in zip(pieces, _what_follows(pieces), strict=True):
        if piece.role is None and _CLOCK.fullmatch(piece.plain):
            piece = piece.be("subhead")
        elif piece.role is None and not ends_sentence(piece.text):
            piece = _short_line(piece, _interrupts(above, below), after, counts)
        found.append(piece)
        above = piece if piece.role in (None, "body", "subhead") else above
    return found


def _what_follows(pieces: Sequence[Piece]) -> list[tuple[Piece | None, Sequence[Piece]]]:
    """For each piece the next that is undecided, and the next few undecided that end as sentences do.

    In one walk from the end: a text of 100,000 short lines is read in seconds, not hours.
    """
    found: list[tuple[Piece | None, Sequence[Piece]]] = []
    below: Piece | None = None
    after: tuple[Piece, ...] = ()
    for piece in reversed(pieces):
        found.append((below, after))
        if piece.role is None:
            below = piece
            after = (piece, *after[: _TAKEN_UP - 1]) if ends_sentence(piece.text) else after
    return found[::-1]


def _interrupts(above: Piece | None, below: Piece | None) -> bool:
    """Whether a line stands between two paragraphs of prose, and not in a list."""
    return above is not None and ends_sentence(above.text) and below is not None and ends_sentence(below.text)


def is_standfirst(piece: Piece, after: Sequence[Piece], divided: bool, titled: bool) -> bool:
    """Whether the line below a title sums up the story rather than begins it.

    It does where a byline or a dateline comes between it and the story (`divided`), where it ends in no full stop, or
    where it stands below a title in the text (`titled`) and most of what it says is said again in the two paragraphs
    `after` it.
    """
    if len(piece.text) > _STANDFIRST or not after or piece.plain.startswith('"'):
        return False
    if divided or not ends_sentence(piece.text):
        return True
    if not titled:
        return False
    mine = set(_words(piece.text))
    again = {word for paragraph in after[:2] for word in _words(paragraph.text)}
    return len(mine) >= _STANDFIRST_WORDS and len(mine & again) >= _STANDFIRST_SHARE * len(mine)


def _short_line(piece: Piece, before: bool, after: Sequence[Piece], counts: Counter[str]) -> Piece:
    if before and _is_stray(piece, after, counts):
        return piece.be("cut", "headline of another story")
    words = piece.text.split()
    if (
        after
        and len(words) <= _SUBHEAD_WORDS
        and len(piece.text) <= _SUBHEAD
        and not piece.text.endswith((",", ";", "-"))
    ):
        return piece.be("subhead")
    return piece


def _is_stray(piece: Piece, after: Sequence[Piece], counts: Counter[str]) -> bool:
    """Whether a line without a full stop is another story's headline: written as one, and not taken up below it."""
    text = piece.plain
    low, high = _HEADLINE_WORDS
    if (
        piece.text.isupper()
        or not low <= len(text.split()) <= high
        or len(text) > _HEADLINE
        or text.endswith((":", ",", ";"))
    ):
        return False
    if not text[0].isupper() or text.startswith(("@", "#")) or text.count('"') % 2:
        return False
    if _NO_HEADLINE.search(text) or _taken_up(piece, after, counts):
        return False
    if _PLACE_COLON.match(text):
        return not _REPORTED.search(text) and _has_verb(text)
    return not _NARRATED.search(text) and _has_verb(text)


def _taken_up(piece: Piece, after: Sequence[Piece], counts: Counter[str]) -> bool:
    own = {word for word in _words(piece.text) if counts[word] <= _TOPIC}
    again = own & {word for paragraph in after for word in _words(paragraph.text)}
    return len(again) > _CHANCE * len(own)


_VERB = re.compile(r"\b(?:is|are|will|to|won't|can|may|[a-z]{3,}(?:s|es)|[a-z]{2,}ed)\b")


def _has_verb(text: str) -> bool:
    """Whether a line has what may be a headline's verb: a third person ("seeks"), a past form, "to" and a verb."""
    tail = text.split(" ", 1)[1] if " " in text else ""
    return bool(_VERB.search(tail.lower()))


def _words(text: str) -> list[str]:
    """The content words of a line, in lower case, without a plural's or a third person's ending."""
    found = re.findall(r"[^\W\d_][\w'-]*|\d[\d,.]*\d", plain(text).lower())
    return [re.sub(r"(?:'s|es|s|')$", "", word) for word in found if len(word) > 2 and word not in _FUNCTION]
