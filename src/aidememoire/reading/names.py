"""Names: persons, bodies, places and described parties in an article, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    kept = [run for run in found if _is_name(run, _seen_inside(found), article.text)]
    kind_of = kinds(kept, lambda run: article.text[max(0, run.start - _CONTEXT) : run.end + _CONTEXT])
    proper = [(run.start, run.end, kind_of[run.text]) for run in kept]
    for sentence in headlines:
        proper.extend(_known_in(article.text, sentence, kind_of))
    return _arranged(article.text, proper, _descriptions(article.text, plain))


def _title_case(sentence: str) -> bool:
    """Whether a sentence is a headline with capitals throughout; one with a full stop is none."""
    if sentence.endswith((".", ".”", '."')):
        return False
    longer = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 3]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > _TITLE_CASE * len(longer)


def _seen_inside(found: Iterable[Run]) -> frozenset[str]:
    """The words that some run has where no sentence begins, so that their capital is their own."""
    return frozenset(word for run in found for index, word in enumerate(run.words) if index or not run.initial)


def _is_name(run: Run, inside: frozenset[str], text: str) -> bool:
    """Whether a run is a name; one word that begins a sentence is one only where something speaks for it."""
    if run.text.lower() in words("title") or run.text.lower() in words("government_body"):
        return False
    if not run.initial or len(run.words) > 1 or run.titled:
        return True
    word = run.text
    if word in inside or word.isupper() or country_of(word) or organization_of(word):
        return True
    return run.after in words("saying") and not _ordinary(word, text)


def _ordinary(word: str, text: str) -> bool:
    """Whether a word that begins a sentence looks like any other word."""
    low = word.lower()
    listed = low in words("described_head") | words("described_modifier")
    return listed or low.endswith(("ing", "ed", "ly", "ers", "ons")) or re.search(rf"\b{low}\b", text) is not None


def _known_in(text: str, sentence: Sentence, kind_of: dict[str, NameKind]) -> Iterator[tuple[int, int, NameKind]]:
    """In a sentence that is all capitals: the names that the rest of the article knows."""
    taken = sentence.span.start
    if not kind_of:
        return
    known = "|".join(re.escape(name) for name in sorted(kind_of, key=lambda n: (-len(n), n)))
    for match in re.finditer(rf"(?<!\w)(?:{known})(?!\w)", text[: sentence.span.end]):
        if match.start() >= taken:
            yield match.start(), match.end(), kind_of[match.group()]


def _descriptions(text: str, sentences: Iterable[Sentence]) -> list[tuple[int, int, NameKind]]:
    return [found for sentence in sentences for found in described(text, sentence.span.start, sentence.span.end)]


def _arranged(
    text: str, proper: list[tuple[int, int, NameKind]], descriptions: list[tuple[int, int, NameKind]]
) -> tuple[Name, ...]:
    """Both kinds in order, the longer description first, without those that cross or say the same again."""
    kept: list[tuple[int, int, NameKind]] = list(proper)
    taken: list[tuple[int, int]] = []
    for start, end, kind in sorted(descriptions, key=lambda d: (d[0] - d[1], d[0])):
        if any(start < e and s < end for s, e in taken) or any(_clash(text, start, end, name) for name in proper):
            continue
        taken.append((start, end))
        kept.append((start, end, kind))
    kept.sort(key=lambda name: (name[0], -name[1]))
    return tuple(Name(Span.of(text, start, end), kind) for start, end, kind in kept)


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
