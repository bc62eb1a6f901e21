"""Sentences: each paragraph of an article is cut where one sentence ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidememoire.model.articles import Article
from aidememoire.model.reading import Sentence
from aidememoire.model.spans import Span
from aidememoire.reading.wordlists import words

_CLOSERS = "\"”’'»)\\]"
# A stop with its closing marks, before white space; or a stop at a closing mark, or after a word, with the space lost.
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<close>[{_CLOSERS}]*)(?=\s)"
    rf"|(?P<lost>[”»][.!?…]+|[.!?…]+[”»])(?=[A-Z“«])"
    r"|(?<=[a-z]{3})(?P<glued>[.?!])(?=[A-Z][a-z]+\s|[“«])"
)
_BLANK_LINE = re.compile(r"\s*\n[ \t]*\n\s*")
# No sentence is longer, in characters: of 43,000 in 860 news stories the longest has 2,373. What is longer is no prose
# (a list without stops, one word of a whole file), and is cut at white space, so that no rule meets it whole.
LONGEST = 3_000
# What is looked at before and after a stop: an abbreviation, or four words and a verb of saying.
_NEAR = 200
_SPACE = re.compile(r"\s*")
_OPENERS = "\"“‘'«„(["
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)+$|[\w-]+\.$")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
_ASKED = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|added|told|wrote|shouted|cried|replied)\b")


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's paragraphs, in the order of the text.

    Together they hold every character of the paragraphs that is not white space.
    """
    return tuple(
        Sentence(Span.of(article.text, start, end), index)
        for index, paragraph in enumerate(article.paragraphs)
        for start, end in _pieces(article.text, paragraph.start, paragraph.end)
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`, without the white space around them."""
    at = start
    for cut in [*_cuts(text[start:end]), end - start]:
        piece = text[at : start + cut]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield at + lead, at + len(piece.rstrip())
        at = start + cut


def _cuts(paragraph: str) -> list[int]:
    """The places in a paragraph at which a sentence has ended."""
    cuts = {match.end() for match in _STOP.finditer(paragraph) if _ends(paragraph, match)}
    cuts |= {match.start() for match in _BLANK_LINE.finditer(paragraph)}
    return list(_no_longer(paragraph, sorted(cuts)))


def _no_longer(paragraph: str, cuts: list[int]) -> Iterator[int]:
    """The cuts, with further ones where more than `LONGEST` characters would lie between two."""
    at = 0
    for cut in [*cuts, len(paragraph)]:
        while cut - at > LONGEST:
            space = max(paragraph.rfind(mark, at + LONGEST // 2, at + LONGEST) for mark in " \n\t\xa0")
            at = space if space > 0 else at + LONGEST
            yield at
        at = cut
        if cut < len(paragraph):
            yield cut


def _ends(paragraph: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends with this stop, by what stands before and after it."""
    if not match.group("stop"):
        return True
    after = _SPACE.match(paragraph, match.end())
    rest = paragraph[after.end() : after.end() + _NEAR] if after else ""
    first = rest.lstrip(_OPENERS)[:1]
    if not rest or first.islower() or first in "–—-,;:)":
        return not rest
    if match.group("close") and match.group("stop")[-1] in "!?" and _ASKED.match(rest):
        return False
    if match.group("stop") != "." or match.group("close"):
        return True
    return not _abbreviated(paragraph[max(0, match.end() - _NEAR) : match.end()], rest)


def _abbreviated(before: str, rest: str) -> bool:
    """Whether the full stop at the end of `before` only marks an abbreviation, given what follows."""
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found.group()[:-1]
    if word in words("abbreviation_before_name") or (len(word) == 1 and word.isupper() and word != "I"):
        return True
    if word in words("abbreviation_before_number"):
        return rest[:1].isdigit()
    if word in words("abbreviation_seldom_last") or _INITIALS.search(before):
        return rest.lstrip(_OPENERS).split(maxsplit=1)[0].strip(",.’'") not in words("sentence_starter")
    return False
