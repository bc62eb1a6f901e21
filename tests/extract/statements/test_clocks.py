"""When something was said, by the time beside the verb of saying."""

from __future__ import annotations

import pytest

from aidememoire.model.articles import Document, Skipped
from aidememoire.model.facts import Statement
from aidememoire.pipeline import read


def when(text: str) -> list[tuple[str, str] | None]:
    story = f"Army to leave Halvet\n\nORLUNE (Meridian Press) - {text}\n"
    done = read(Document("a", story, "a.txt", published="2031-03-07"))
    assert not isinstance(done, Skipped)
    said = [f for f in done[1] if isinstance(f, Statement)]
    return [(s.when.text, s.when.value) if s.when else None for s in said]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Petar Solvane said on Tuesday that the army would leave Halvet.", ("Tuesday", "2031-03-04")),
        ("On Tuesday, Petar Solvane said that the army would leave Halvet.", ("Tuesday", "2031-03-04")),
        ("“The army will leave Halvet,” Petar Solvane told reporters on March 5.", ("March 5", "2031-03-05")),
        ("Petar Solvane said that the army would leave Halvet on Tuesday.", None),
        ("Petar Solvane, who met the envoy on Tuesday, said that the army would leave Halvet.", None),
        ("Petar Solvane said that the army would leave Halvet.", None),
    ],
)
def test_a_time_beside_the_verb_is_when_it_was_said_and_one_of_what_was_said_is_not(
    text: str, time: tuple[str, str] | None
) -> None:
    assert when(text) == [time]
