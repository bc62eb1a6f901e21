from __future__ import annotations

import pytest

from aidememoire.lineage.editing.figures import figure_phrases
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import made


def phrases(text: str) -> list[tuple[str, str]]:
    words = body_words(made("a", text))
    return [(words.span(f.start, f.end).text, f.key) for f in figure_phrases(words, 0, len(words))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("more than 900 farms", [("more than 900", "more than 900")]),
        ("over nine hundred farms", [("over nine hundred", "more than 900")]),
        ("nearly a thousand farms", [("nearly a thousand", "nearly 1000")]),
        ("half a million people", [("half a million", "# 500000")]),
        ("two hundred and six goats", [("two hundred and six", "# 206")]),
        ("1.5 million litres", [("1.5 million", "# 1500000.0")]),
        ("12,500 litres", [("12,500", "# 12500")]),
        ("hundreds of thousands fled", [("hundreds of thousands", "# hundreds of thousands")]),
        ("two of 14 bridges", [("two", "# 2"), ("14", "# 14")]),
        ("they walked to 14 bridges", [("14", "# 14")]),
        ("nobody came", []),
    ],
)
def test_numbers_with_bound_and_value(text: str, wanted: list[tuple[str, str]]) -> None:
    assert phrases(text) == wanted


def test_a_place_in_a_row_and_a_number_unsaid_are_weak() -> None:
    words = body_words(made("a", "the third of several rounds in 2031 with 14 guests"))
    assert [f.weak for f in figure_phrases(words, 0, len(words))] == [True, True, True, False]
