"""Where two sentences that correspond differ: stretches of words, a number with its bound taken as one word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from aidememoire.lineage.editing.figures import figure_phrases
from aidememoire.lineage.pairing import Sentence
from aidememoire.lineage.vocabulary import word_list
from aidememoire.lineage.words import Words

# Changes with so few equal words between them are one change of a phrase: "1,000 roofs and burned two mills" against
# "2,000 roofs and burned three mills", or a word moved from before a name to after it.
PHRASE = 3
# Sentences with less than a third of their words in common are told anew, and given as a whole.
ANEW = 1 / 3
# Words that lost or got quotation marks are told where they are a few: whole sentences mostly lost a mark on the way.
SCARE = 12


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one version (ends excluded) that stand where the other has other words, or none."""

    a: int
    a_end: int
    b: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a number of several: what it is compared by, and its words (end excluded)."""

    key: str
    start: int
    end: int
    figure: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """Two sentences as tokens."""

    a: Words
    b: Words
    mine: list[Token]
    yours: list[Token]

    def change(self, start: int, end: int, other: int, other_end: int) -> Change:
        """The words of the tokens from `start` to `end` of `a` and from `other` to `other_end` of `b`."""
        return Change(*_stretch(self.mine, start, end), *_stretch(self.yours, other, other_end))


def changes(a: Words, b: Words, here: Sentence, there: Sentence) -> list[Change]:
    """The changes that matter between two sentences in the order of `a`, the whole of them where little is the same."""
    versions = Versions(a, b, _tokens(a, here), _tokens(b, there))
    mine, yours = [token.key for token in versions.mine], [token.key for token in versions.yours]
    blocks = Indel.opcodes(mine, yours)
    equal = [(k.src_start, k.src_end, k.dest_start) for k in blocks if k.tag == "equal"]
    if sum(end - start for start, end, _ in equal) < ANEW * min(len(mine), len(yours)):
        return [Change(here.start, here.end, there.start, there.end)]
    raw = [(k.src_start, k.src_end, k.dest_start, k.dest_end) for k in blocks if k.tag != "equal"]
    found = [part for one in _phrases(versions, raw) for part in _parted(versions, one)]
    kept = [change for change in (versions.change(*one) for one in found) if matters(a, b, change)]
    return sorted([*kept, *_unmarked(versions, equal)], key=lambda change: (change.a, change.b))


def matters(a: Words, b: Words, change: Change) -> bool:
    """Whether more was changed than words of grammar, or a space or hyphen inside a word."""
    mine, yours = a.forms[change.a : change.a_end], b.forms[change.b : change.b_end]
    if "".join(mine) == "".join(yours):
        return False
    figures = figure_phrases(a, change.a, change.a_end), figure_phrases(b, change.b, change.b_end)
    same = [each.key for each in figures[0]] == [each.key for each in figures[1]]
    return not same or not (set(mine) ^ set(yours)) <= word_list("function_words")


def _tokens(words: Words, sentence: Sentence) -> list[Token]:
    found: list[Token] = []
    at = sentence.start
    for figure in figure_phrases(words, sentence.start, sentence.end):
        found.extend(Token(words.forms[i], i, i + 1, False) for i in range(at, figure.start))
        found.append(Token(figure.key, figure.start, figure.end, True))
        at = figure.end
    return [*found, *(Token(words.forms[i], i, i + 1, False) for i in range(at, sentence.end))]


def _stretch(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """The words of some tokens, and of none: the place between two."""
    if start < end:
        return tokens[start].start, tokens[end - 1].end
    place = tokens[start].start if start < len(tokens) else tokens[-1].end
    return place, place


Raw = tuple[int, int, int, int]


def _phrases(versions: Versions, raw: list[Raw]) -> list[Raw]:
    """Neighbouring changes joined where they are one phrase."""
    joined = raw[:1]
    for first, second in pairwise(raw):
        if _one_phrase(versions, first, second):
            joined[-1] = (joined[-1][0], second[1], joined[-1][2], second[3])
        else:
            joined.append(second)
    return joined


def _one_phrase(versions: Versions, first: Raw, second: Raw) -> bool:
    """Whether two changes belong together by how near they are and what they are."""
    gap = second[0] - first[1]
    if gap <= 1:
        return True
    crossed = (first[0] == first[1] and second[2] == second[3]) or (first[2] == first[3] and second[0] == second[1])
    return gap <= PHRASE and (crossed or (_figure(versions, first) and _figure(versions, second)))


def _figure(versions: Versions, raw: Raw) -> bool:
    """Whether a number stands in either side of a change."""
    return any(t.figure for t in (*versions.mine[raw[0] : raw[1]], *versions.yours[raw[2] : raw[3]]))


def _parted(versions: Versions, raw: Raw) -> list[Raw]:
    """A change of one number and of words around it as several; as it is where the words around it are of grammar."""
    here = [i for i in range(raw[0], raw[1]) if versions.mine[i].figure]
    there = [i for i in range(raw[2], raw[3]) if versions.yours[i].figure]
    if len(here) != 1 or len(there) != 1:
        return [raw]
    (i,), (j,) = here, there
    around = [(raw[0], i, raw[2], j), (i + 1, raw[1], j + 1, raw[3])]
    telling = [part for part in around if matters(versions.a, versions.b, versions.change(*part))]
    return sorted([*telling, (i, i + 1, j, j + 1)]) if telling else [raw]


def _unmarked(versions: Versions, equal: list[Raw] | list[tuple[int, int, int]]) -> Iterator[Change]:
    """A few equal words that stand in quotation marks of their own in one version and in none in the other.

    A version without any mark at all has lost them on its way, which tells nothing.
    """
    a, b = versions.a, versions.b
    if not a.quoted.any() or not b.quoted.any():
        return
    for block in equal:
        places = [(versions.mine[i], versions.yours[block[2] + i - block[0]]) for i in range(block[0], block[1])]
        for group in _runs([bool(a.quoted[m.start]) != bool(b.quoted[y.start]) for m, y in places]):
            change = Change(
                places[group.start][0].start,
                places[group.stop - 1][0].end,
                places[group.start][1].start,
                places[group.stop - 1][1].end,
            )
            if _own_marks(a, change.a, change.a_end) or _own_marks(b, change.b, change.b_end):
                yield change


def _runs(flags: list[bool]) -> Iterator[range]:
    """The stretches of True."""
    edges = [i for i in range(len(flags) + 1) if (i < len(flags) and flags[i]) != (i > 0 and flags[i - 1])]
    return (range(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))


def _own_marks(words: Words, start: int, end: int) -> bool:
    """Whether a few words are just what stands in quotation marks."""
    outside = (start == 0 or not words.quoted[start - 1]) and (end == len(words) or not words.quoted[end])
    return end - start <= SCARE and outside and bool(words.quoted[start:end].all())
