"""Names: persons, bodies, places and described parties in an article, each with its kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.model.articles import Article
from aidememoire.model.reading import Name, NameKind, Sentence
from aidememoire.model.spans import Span
from aidememoire.reading.described import described
from aidememoire.reading.kinds import kinds
from aidememoire.reading.runs import Run, runs
from aidememoire.reading.wordlists import words

# Letters before and after a name that are read for a hint ("rebel group"): about a dozen words.
_CONTEXT = 70
# A headline with more than this share of capitals is in title case, and capitals there tell nothing.
_TITLE_CASE = 0.6


def names(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names and described parties of an article, in the order of the text, the longer first at one place.

    Two of them are apart or one holds the other ("a Varenian diplomat" holds "Varenian"); they never cross.
    """
    plain = [sentence for sentence in sentences if not _title_case(sentence.span.text)]
    headlines = [sentence for sentence in sentences if _title_case(sentence.span.text)]
    found = [run for sentence in plain for run in runs(article, sentence)]
    seen = _Seen(_seen_inside(found), frozenset(re.findall(r"\w+", article.text)))
    kept = [run for run in found if _is_name(run, seen)]
    kind_of = kinds(kept, lambda run: article.text[max(0, run.start - _CONTEXT) : run.end + _CONTEXT])
    proper = [(run.start, run.end, kind_of[run.text]) for run in kept]
    known = _known(kind_of)
    for sentence in headlines:
        proper.extend(_known_in(article.text, sentence, known, kind_of))
    return _arranged(article.text, proper, _descriptions(article.text, plain))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What an article has besides: words whose capital is their own, and every word as it is written."""

    inside: frozenset[str]
    words: frozenset[str]


def _title_case(sentence: str) -> bool:
    """Whether a sentence is a headline with capitals throughout; one with a full stop is none."""
    if sentence.endswith((".", ".”", '."')):
        return False
    longer = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 3]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > _TITLE_CASE * len(longer)


def _seen_inside(found: Iterable[Run]) -> frozenset[str]:
    """The words that some run has where no sentence begins, so that their capital is their own."""
    return frozenset(word for run in found for index, word in enumerate(run.words) if index or not run.initial)


def _is_name(run: Run, seen: _Seen) -> bool:
    """Whether a run is a name; one word that begins a sentence is one only where something speaks for it."""
    if run.text.lower() in words("title") or run.text.lower() in words("government_body"):
        return False
    if not run.initial or len(run.words) > 1 or run.titled:
        return True
    word = run.text
    if word in seen.inside or word.isupper() or country_of(word) or organization_of(word):
        return True
    return run.after in words("saying") and not _ordinary(word, seen)


def _ordinary(word: str, seen: _Seen) -> bool:
    """Whether a word that begins a sentence looks like any other word, or stands in the article without its capital."""
    low = word.lower()
    listed = low in words("described_head") | words("described_modifier")
    return listed or low.endswith(("ing", "ed", "ly", "ers", "ons")) or seen.words.issuperset(re.findall(r"\w+", low))


def _known(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, the longest that fits; nothing where there are none."""
    known = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)" if known else r"(?!)")


def _known_in(
    text: str, sentence: Sentence, known: re.Pattern[str], kind_of: dict[str, NameKind]
) -> Iterator[tuple[int, int, NameKind]]:
    """In a sentence that is all capitals: the names that the rest of the article knows."""
    for match in known.finditer(text, sentence.span.start, sentence.span.end):
        yield match.start(), match.end(), kind_of[match.group()]


def _descriptions(text: str, sentences: Iterable[Sentence]) -> list[tuple[int, int, NameKind]]:
    return [found for sentence in sentences for found in described(text, sentence.span.start, sentence.span.end)]


def _arranged(
    text: str, proper: list[tuple[int, int, NameKind]], descriptions: list[tuple[int, int, NameKind]]
) -> tuple[Name, ...]:
    """Both kinds in order, the longer description first, without those that cross or say the same again."""
    kept: list[tuple[int, int, NameKind]] = list(proper)
    in_order = sorted(proper)
    taken: list[tuple[int, int]] = []
    for start, end, kind in sorted(descriptions, key=lambda d: (d[0] - d[1], d[0])):
        if any(start < e and s < end for s, e in _around(taken, start, end)):
            continue
        if any(_clash(text, start, end, name) for name in _around(in_order, start, end)):
            continue
        insort(taken, (start, end))
        kept.append((start, end, kind))
    kept.sort(key=lambda name: (name[0], -name[1]))
    return tuple(Name(Span.of(text, start, end), kind) for start, end, kind in kept)


_Placed = TypeVar("_Placed", tuple[int, int], tuple[int, int, NameKind])


def _around(placed: Sequence[_Placed], start: int, end: int) -> Sequence[_Placed]:
    """Those that overlap `start` to `end` or stand right beside it; they are in order and overlap nowhere."""
    first = bisect_left(placed, start - 1, key=lambda p: p[1])
    return placed[first : bisect_right(placed, end + 1, key=lambda p: p[0])]


def _role_before(words_before: str) -> bool:
    """Whether a name follows its bearer's title ("Secretary of State"), and not "a source close to"."""
    last = words_before.split()[-1:]
    return bool(last) and last[0][0].isupper()


def _clash(text: str, start: int, end: int, name: tuple[int, int, NameKind]) -> bool:
    """Whether a description crosses a name, is no more than (part of) it, or only gives a named person's role."""
    other_start, other_end, kind = name
    if other_start <= start and end <= other_end:
        return True
    if end == other_end and text[start:other_start].lower().strip() == "the":
        return True
    if kind == "person" and (other_start - 1 == end or (end == other_end and _role_before(text[start:other_start]))):
        return True
    overlap = start < other_end and other_start < end
    return overlap and not (start <= other_start and other_end <= end)
