"""Forms of English verbs."""

import pytest

from aidememoire.lexicon.inflection import forms


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", {"say", "says", "said", "saying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("beg", {"beg", "begs", "begged", "begging"}),
        ("write", {"write", "writes", "wrote", "written", "writing"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
    ],
)
def test_forms(lemma: str, expected: set[str]) -> None:
    assert set(forms(lemma)) == expected


def test_each_form_has_its_shape() -> None:
    assert {word: form.shape for word, form in forms("write").items()} == {
        "write": "base",
        "writes": "third",
        "wrote": "past",
        "written": "participle",
        "writing": "gerund",
    }
