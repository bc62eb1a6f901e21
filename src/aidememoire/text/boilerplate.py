"""Lines that are not of the story, told by what they say. The patterns lie beside this module in boilerplate.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from aidememoire.text.captions import without_captions
from aidememoire.text.pieces import Piece, ends_sentence

Where = Literal["any", "edge", "tail"]
Opens = Literal["", "list", "rest"]
# The longest line that a rule cut in 1,651 articles has 213 characters; notices of rights and cookies run longer.
_LONGEST = 700
_LINK = "link to another story"
# Reader comments are cut only below the story: where at least this share of the page's letters stand above them.
_STORY_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for whole lines, the reason to cut them, where it holds, and whether it opens a list or a section."""

    reason: str
    pattern: re.Pattern[str]
    where: Where
    opens: Opens


def without_boilerplate(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with every line cut that a rule for any place fits, the lists that such lines open, and captions."""
    ruled = [_ruled(piece) for piece in pieces]
    # "Explainer: ..." above everything else is a title, not a link.
    top = next((i for i, p in enumerate(ruled) if p.role is None or p.reason == _LINK), None)
    if top is not None and ruled[top].reason == _LINK:
        ruled[top] = pieces[top]
    return _without_comments(_without_lists(without_captions(ruled)))


def without_edges(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with single words of navigation cut below the last paragraph of the story ("PDF", "up")."""
    found = list(pieces)
    for index in range(len(found) - 1, -1, -1):
        if found[index].role is None:
            reason = edge_reason(found[index], "edge", "tail")
            if reason is None:
                break
            found[index] = found[index].be("cut", reason)
    return found


def edge_reason(piece: Piece, *places: Where) -> str | None:
    """Why this line, standing above the story (or at one of the `places`), is not of it; None where no rule says so."""
    found = (_rule(piece, place) for place in places or ("edge",))
    return next((rule.reason for rule in found if rule), None)


def _ruled(piece: Piece) -> Piece:
    if piece.role is not None:
        return piece
    if not any(map(str.isalnum, piece.text)):
        return piece.be("cut", "ornament")
    rule = _rule(piece, "any")
    return piece.be("cut", rule.reason) if rule else piece


def _rule(piece: Piece, where: Where) -> Rule | None:
    if len(piece.text) > _LONGEST:
        return None
    text = " ".join(piece.plain.split())
    return next((rule for rule in rules() if rule.where == where and rule.pattern.fullmatch(text)), None)


def _without_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Cuts the headlines below a line such as "Related stories", up to the next line that ends as a sentence does."""
    found: list[Piece] = []
    open_list = False
    for piece in pieces:
        if piece.role == "cut":
            open_list = open_list or _opens(piece) == "list"
        elif piece.role is not None or ends_sentence(piece.text) or piece.text.isupper():
            open_list = False
        elif open_list:
            piece = piece.be("cut", "headline of another story")
        found.append(piece)
    return found


def _without_comments(pieces: Sequence[Piece]) -> list[Piece]:
    """Cuts everything below a heading such as "3 comments" that stands below the story."""
    letters = sum(len(piece.text) for piece in pieces)
    above = 0
    found: list[Piece] = []
    comments = False
    for piece in pieces:
        comments = comments or (piece.role == "cut" and _opens(piece) == "rest" and above > _STORY_SHARE * letters)
        found.append(piece.be("cut", "reader comments") if comments and piece.role is None else piece)
        above += len(piece.text)
    return found


def _opens(piece: Piece) -> Opens:
    rule = _rule(piece, "any")
    return rule.opens if rule else ""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file."""
    data = tomllib.loads(files("aidememoire.text").joinpath("boilerplate.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(rule["reason"], re.compile(pattern, re.IGNORECASE), rule.get("where", "any"), rule.get("opens", ""))
        for rule in data["rule"]
        for pattern in rule["patterns"]
    )
