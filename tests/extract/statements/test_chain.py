"""Whom words were told to, and who passed them on."""

import pytest

from aidememoire.extract.parties.cast import cast
from aidememoire.extract.statements.statements import statements
from aidememoire.model.facts import Statement
from aidememoire.reading.read import reading
from tests.extract.conftest import plain


def told(text: str) -> tuple[Statement, ...]:
    article = plain(text)
    found = reading(article)
    return statements(article, found, cast(article, found))


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“The road is open,” Ilse Verhane told Reuters.", "Reuters"),
        ("Ilse Verhane told reporters in Halvet that the road was open.", "reporters"),
        ("Ilse Verhane, speaking to Reuters before the session, said the road was open.", "Reuters"),
        ("Ilse Verhane said in an interview with Reuters that the road was open.", "Reuters"),
        ("“The road is open,” Ilse Verhane told a news conference.", "a news conference"),
        ("Ilse Verhane said the road was open.", None),
        ("Ilse Verhane said the council had told Reuters nothing.", None),
    ],
)
def test_whom_it_was_told_to(text: str, addressee: str | None) -> None:
    assert [s.addressee_text for s in told(text)] == [addressee]


def test_who_goes_on_in_the_next_paragraph_still_speaks_to_the_same() -> None:
    found = told("Ilse Verhane told Reuters the road was open.\n“Nobody will close it again,” she said.")
    assert [s.addressee_text for s in found] == ["Reuters", "Reuters"]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Reuters quoted Ilse Verhane as saying the road was open.", ["Reuters"]),
        ("Ilse Verhane was quoted by Reuters as saying the road was open.", ["Reuters"]),
        ("Ilse Verhane said in a statement carried by Reuters that the road was open.", ["Reuters"]),
        ("Ilse Verhane said the road was open, Reuters reported.", ["Reuters"]),
        ("Ilse Verhane said the road was open.", []),
    ],
)
def test_who_passed_it_on(text: str, via: list[str]) -> None:
    (statement,) = told(text)
    assert statement.speaker_span is not None
    assert (statement.speaker_span.text, [v.text for v in statement.via]) == ("Ilse Verhane", via)
