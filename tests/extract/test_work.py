"""Twice the text takes about twice the work, counted in calls of functions."""

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from aidememoire.extract.facts import facts_of
from aidememoire.extract.parties import mentions as party_mentions
from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.spans import Span
from aidememoire.reading.read import reading

STORY = (
    "Envoy Henrike Aldous met officials of the Marn Valley Front in Dravik on Monday. She said the talks went well.",
    "“We will go on,” Ilse Verhane told reporters. “Nobody leaves.” The spokeswoman said 40 people were killed in May.",
    "Petar Solvane said he would not talk until the siege was lifted, and accused the rebels of violating the truce.",
    "“The third round begins on Friday,” he said. The group said it had kept its promise. They called for a truce.",
)
ONE_LINE = (
    "he said “yes” and ",
    "Aa, ",
    "Verhane said, ",
)


def _calls(work: Callable[[], object]) -> int:
    count = 0

    def count_calls(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(count_calls)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def _read(lines: tuple[str, ...]) -> object:
    text, paragraphs, at = "\n".join(lines), [], 0
    for line in lines:
        paragraphs.append(Paragraph(at, at + len(line), line, "body"))
        at += len(line) + 1
    article = Article(
        "a", "a", text, "", None, None, (), (), None, None, None, "en", None, False, (), (), tuple(paragraphs)
    )  # fmt: skip
    return facts_of(article, reading(article))


def test_twice_the_story_takes_twice_the_work() -> None:
    _read(STORY * 50)
    once, twice = _calls(lambda: _read(STORY * 25)), _calls(lambda: _read(STORY * 50))
    assert twice < 2.2 * once


@pytest.mark.parametrize("words", ONE_LINE)
def test_twice_a_line_without_a_stop_takes_twice_the_work(words: str) -> None:
    size = 12_000 // len(words)
    _read((words * size,))
    once, twice = _calls(lambda: _read((words * size,))), _calls(lambda: _read((words * 2 * size,)))
    assert twice < 2.3 * once


def test_a_name_is_compared_once_however_often_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def compare(a: str, b: str) -> bool:
        compared.append((a, b))
        return a == b

    monkeypatch.setattr(party_mentions, "same_person", compare)
    text = "Ilse Verhane met Ada Verhane and Petar Solvane. " * 20
    spans = [Span.of(text, m.start(), m.end()) for m in re.finditer(r"[A-Z]\w+ [VS]\w+", text)]
    clusters = party_mentions._full_names(spans)
    assert sorted((c[0].text, len(c)) for c in clusters) == [
        ("Ada Verhane", 20), ("Ilse Verhane", 20), ("Petar Solvane", 20),
    ]  # fmt: skip
    assert compared == [("Ada Verhane", "Ilse Verhane")]
