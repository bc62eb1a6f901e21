"""Runs of capitalised words: the raw material of names, cut where a title ends or a particle leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.model.articles import Article
from aidememoire.model.reading import Sentence
from aidememoire.reading.tokens import Token, tokens
from aidememoire.reading.wordlists import words

_MARKS_BEFORE_A_START = frozenset("“”\"„«‘'([:;—–-…")
# Words that begin a sentence whose stop was lost, or a title ("The Calder Courier"): no part of a name.
_NEVER_INSIDE = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "But",
        "And",
        "He",
        "She",
        "It",
        "They",
        "We",
        "I",
        "This",
        "That",
        "His",
        "Her",
    ]
)
_LONGEST_TITLE = 5


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of capitalised words, with what stands around it.

    `before` are the two words before it in lower case, `after` the word after it as it stands ("" where none is).
    `titled` holds where a title stands right before it, `initial` where it begins its sentence.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    before: tuple[str, str]
    after: str
    titled: bool
    initial: bool


def runs(article: Article, sentence: Sentence) -> Iterator[Run]:
    """The runs of a sentence, in order; ordinary words that begin it are already off."""
    words_here = list(tokens(article.text, sentence.span.start, sentence.span.end))
    at = 0
    while at < len(words_here):
        end = _run_end(article.text, words_here, at)
        if end > at:
            yield from _pieces(article.text, words_here, at, end)
        at = max(end, at + 1)


def _run_end(text: str, here: list[Token], at: int) -> int:
    """Where the run that begins at token `at` ends; `at` itself where none begins there."""
    if (
        not _is_name_word(here[at])
        or here[at].text in _NEVER_INSIDE
        or (_starts(here, at) and here[at].text in words("sentence_starter"))
    ):
        return at
    end = at + 1
    while end < len(here) and _adjacent(text, here[end - 1], here[end]):
        if _is_name_word(here[end]) and here[end].text not in _NEVER_INSIDE:
            end += 1
        elif step := _joined(text, here, at, end):
            end += step
        else:
            break
    return end


def _joined(text: str, here: list[Token], at: int, end: int) -> int:
    """How many tokens that are no name words still belong to the run, because a name word follows them."""
    following = [token.text for token in here[end : end + 3]]
    if following[0] == "." and _abbreviates(here[end - 1]) and _touches(here[end - 1], here[end]):
        return 1
    if len(following) < 2:
        return 0
    if following[0] in words("particle") and _name_at(text, here, end + 1):
        return 1
    step = 2 if following[1] == "the" else 1
    if not _name_at(text, here, end + step):
        return 0
    if following[0] in ("of", "for"):
        joins = words("joins_with_of" if following[0] == "of" else "joins_with_for")
        return step if any(token.text in joins for token in here[at:end]) else 0
    return 1 if following[0] == "&" else 0


def _name_at(text: str, here: list[Token], index: int) -> bool:
    return index < len(here) and _is_name_word(here[index]) and _adjacent(text, here[index - 1], here[index])


def _is_name_word(token: Token) -> bool:
    return token.is_capital and token.text not in words("no_name") and token.text != "I"


def _abbreviates(token: Token) -> bool:
    return len(token.text) == 1 or token.text.lower() + "." in words("title")


def _touches(a: Token, b: Token) -> bool:
    return a.end == b.start


def _adjacent(text: str, a: Token, b: Token) -> bool:
    """Whether nothing but a space stands between two tokens."""
    return text[a.end : b.start] in ("", " ", "\u00a0", "  ") and not (_touches(a, b) and b.text[0] in "’'")


def _starts(here: list[Token], at: int) -> bool:
    """Whether a token begins its sentence, or a quotation or clause in it that may begin with a capital letter."""
    return at == 0 or here[at - 1].text in _MARKS_BEFORE_A_START


def _pieces(text: str, here: list[Token], at: int, end: int) -> Iterator[Run]:
    """The run as it is, or what stands before and after the titles in it."""
    title = None if _is_whole(text, here, at, end) else _first_title(here, at, end)
    if title is None:
        yield from _run(text, here, at, end, titled=False)
        return
    first, last = title
    yield from _run(text, here, at, first, titled=False)
    if last < end:
        for piece in _pieces(text, here, last, end):
            yield piece if piece.titled or piece.start != here[last].start else _with_title(piece)


def _with_title(run: Run) -> Run:
    return Run(run.start, run.end, run.text, run.words, run.before, run.after, True, run.initial)


def _is_whole(text: str, here: list[Token], at: int, end: int) -> bool:
    """Whether the words are one known name, or end in the head of a body ("General Assembly")."""
    whole = text[here[at].start : here[end - 1].end]
    heads = words("organization_head") | words("government_head") | words("armed_head")
    return bool(country_of(whole) or organization_of(whole)) or here[end - 1].text in heads


def _first_title(here: list[Token], at: int, end: int) -> tuple[int, int] | None:
    """The first title in the run, as token places, the longest that begins there."""
    for first in range(at, end):
        for last in range(min(end, first + _LONGEST_TITLE), first, -1):
            phrase = " ".join(token.text for token in here[first:last]).replace(" .", ".").lower()
            if phrase in words("title"):
                return first, last
    return None


def _run(text: str, here: list[Token], at: int, end: int, titled: bool) -> Iterator[Run]:
    """The run of these tokens, if it holds a name word at all."""
    while at < end and not here[at].is_capital:
        at += 1
    while (
        end > at and not here[end - 1].is_capital and not (here[end - 1].text == "." and len(here[end - 2].text) == 1)
    ):
        end -= 1
    if at >= end:
        return
    before = ["", "", *(token.text.lower() for token in here[max(0, at - 2) : at])]
    yield Run(
        here[at].start,
        here[end - 1].end,
        text[here[at].start : here[end - 1].end],
        tuple(token.text for token in here[at:end]),
        (before[-2], before[-1]),
        here[end].text if end < len(here) else "",
        titled or _title_before(before),
        _starts(here, at),
    )


def _title_before(before: list[str]) -> bool:
    return before[-1] in words("title") or " ".join(before[-2:]) in words("title")
