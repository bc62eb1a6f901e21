"""What the verb over a time tells of it, from hand-made trees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Article
from aidememoire.model.reading import Word
from aidememoire.reading.sentences import sentences
from aidememoire.reading.time_tense import View, verbs
from aidememoire.reading.times import times

MakeArticle = Callable[..., Article]
# A Wednesday.
PUBLISHED = "2031-01-29"


def _words(tree: str) -> tuple[str, tuple[Word, ...]]:
    """The text and the words of a tree written as "form/tag/lemma/head/relation" for each word."""
    words: list[Word] = []
    at = 0
    for part in tree.split():
        form, upos, lemma, head, label = part.split("/")
        words.append(Word(at, at + len(form), upos, lemma, int(head), label))
        at += len(form) + 1
    return " ".join(part.split("/")[0] for part in tree.split()), tuple(words)


def _view(tree: str, time: str) -> View | None:
    text, words = _words(tree)
    start = text.index(time)
    return verbs(text, words).view(start, start + len(time))


MET = "They/PRON/they/1/nsubj met/VERB/met/-1/root Okrelo/PROPN/Okrelo/1/obj on/ADP/on/4/case Sunday/PROPN/Sunday/1/obl"
WILL = "They/PRON/they/2/nsubj will/AUX/will/2/aux meet/VERB/meet/-1/root us/PRON/we/2/obj Sunday/PROPN/Sunday/2/obl"
LEAVES = "She/PRON/she/1/nsubj leaves/VERB/leave/-1/root Orlune/PROPN/Orlune/1/obj Sunday/PROPN/Sunday/1/obl"
AGREED = (
    "They/PRON/they/1/nsubj agreed/VERB/agree/-1/root to/PART/to/3/mark meet/VERB/meet/1/xcomp "
    "them/PRON/they/3/obj Sunday/PROPN/Sunday/3/obl"
)
BEGAN = AGREED.replace("agreed/VERB/agree", "began/VERB/begin")
IN_DECEMBER = (
    "They/PRON/they/1/nsubj agreed/VERB/agree/-1/root in/ADP/in/3/case December/PROPN/December/5/obl "
    "to/PART/to/5/mark meet/VERB/meet/1/xcomp"
)
ATTACK = (
    "It/PRON/it/2/nsubj will/AUX/will/2/aux answer/VERB/answer/-1/root Sunday/PROPN/Sunday/5/nmod:poss "
    "'s/PART/'s/3/case attack/NOUN/attack/2/obj"
)
TALKS = ATTACK.replace("attack/NOUN/attack", "talks/NOUN/talk")
PLANNED = "talks/NOUN/talk/-1/root planned/VERB/plann/0/acl for/ADP/for/3/case Sunday/PROPN/Sunday/1/obl"


@pytest.mark.parametrize(
    ("tree", "time", "view"),
    [
        (MET, "Sunday", View("past", True, False)),
        (WILL, "Sunday", View("future", True, False)),
        (LEAVES, "Sunday", View("future", True, False)),
        (AGREED, "Sunday", View("future", True, False)),
        (BEGAN, "Sunday", View("past", True, False)),
        (IN_DECEMBER, "December", View("past", True, False)),
        (ATTACK, "Sunday", View(None, False, False)),
        (TALKS, "Sunday", View("future", False, False)),
        (PLANNED, "Sunday", View("future", True, False)),
        (MET.replace("met/VERB/met", "said/VERB/say"), "Sunday", View("past", True, True)),
        (LEAVES.replace("leaves/VERB/leave", "the/DET/the"), "Sunday", None),
    ],
)
def test_where_the_verb_looks(tree: str, time: str, view: View | None) -> None:
    assert _view(tree, time) == view


@pytest.mark.parametrize(
    ("tree", "value"),
    [
        (MET, "2031-01-26"),
        (WILL, "2031-02-02"),
        (AGREED, "2031-02-02"),
        (ATTACK, "2031-01-26"),
        (TALKS, "2031-02-02"),
    ],
)
def test_a_weekday_is_the_one_that_the_verb_looks_at(make_article: MakeArticle, tree: str, value: str) -> None:
    text, words = _words(tree)
    article = make_article(text, PUBLISHED)
    assert [t.value for t in times(article, sentences(article), words)] == [value]


def test_a_month_far_back_is_meant_where_the_verb_looks_back(make_article: MakeArticle) -> None:
    text, words = _words(MET.replace("Sunday/PROPN/Sunday", "April/PROPN/April").replace("on/ADP/on", "in/ADP/in"))
    article = make_article(text, PUBLISHED)
    assert [t.value for t in times(article, sentences(article), words)] == ["2030-04"]


def test_a_day_is_counted_on_from_what_happened_not_from_when_it_was_said(make_article: MakeArticle) -> None:
    text, words = _words(
        "He/PRON/he/1/nsubj said/VERB/say/-1/root Monday/PROPN/Monday/1/obl it/PRON/it/4/nsubj "
        "fell/VERB/fall/1/ccomp there/ADV/there/4/advmod Friday/PROPN/Friday/4/obl and/CCONJ/and/8/cc "
        "rose/VERB/rise/4/conj again/ADV/again/8/advmod the/DET/the/12/det next/ADJ/next/12/amod "
        "day/NOUN/day/8/obl ,/PUNCT/,/1/punct he/PRON/he/15/nsubj added/VERB/add/1/conj here/ADV/here/15/advmod "
        "Tuesday/PROPN/Tuesday/15/obl"
    )
    article = make_article(text, PUBLISHED)
    values = [t.value for t in times(article, sentences(article), words)]
    assert values == ["2031-01-27", "2031-01-24", "2031-01-25", "2031-01-28"]
