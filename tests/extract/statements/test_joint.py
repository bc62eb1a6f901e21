"""Several who speak together."""

import pytest

from aidememoire.extract.statements.joint import conjuncts
from aidememoire.model.spans import Span


def parts(text: str) -> list[str]:
    return [p.text for p in conjuncts(text, Span(0, len(text), text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestria and Ostmere", ["Kestria", "Ostmere"]),
        ("Kestria, Ostmere and the Concord of Nations", ["Kestria", "Ostmere", "the Concord of Nations"]),
        ("both Dastan and Okrelo", ["Dastan", "Okrelo"]),
        ("the rebels as well as Ostmere", ["the rebels", "Ostmere"]),
        ("a monitoring group and the Concord of Nations", ["a monitoring group", "the Concord of Nations"]),
        ("Okrelo and the envoy, who met on Monday", ["Okrelo", "the envoy"]),
    ],
)
def test_each_of_those_who_speak_together_has_a_phrase(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Germany and French officials",
        "rebel and government commanders",
        "Western and Kestrian governments",
        "Petar Solvane, a lawyer and former judge",
        "Defence Minister and Deputy Prime Minister Petar Solvane",
        "the envoy, Henrike Aldous",
        "the ministry of trade",
    ],
)
def test_words_that_share_a_noun_or_a_name_are_one(text: str) -> None:
    assert parts(text) == [text]
