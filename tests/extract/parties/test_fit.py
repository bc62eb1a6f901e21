"""What a pronoun or a description can stand for."""

import pytest

from aidememoire.extract.parties.fit import fits
from aidememoire.model.facts import ActorKind, Party, Role
from aidememoire.model.spans import Span


def party(name: str, kind: ActorKind, *roles: tuple[str, str | None]) -> Party:
    evidence = Span(0, len(name), name)
    return Party("p", "a", name, kind, (), tuple(Role(title, of, evidence) for title, of in roles), (evidence,))


VERHANE = party("Ilse Verhane", "person", ("spokeswoman", "UHC"))
MINISTER = party("Petar Solvane", "person", ("foreign minister", "French"))
REBELS = party("the rebels", "unnamed")
COMMANDER = party("a rebel commander", "unnamed")
COUNCIL = party("United Highland Council", "organization")


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("he", MINISTER), ("she", COMMANDER), ("they", REBELS), ("They", COUNCIL), ("it", COUNCIL),
        ("the source", COMMANDER), ("the French foreign minister", MINISTER), ("the minister", MINISTER),
        ("the spokeswoman", VERHANE), ("the commander", COMMANDER), ("the council", COUNCIL),
    ],
)  # fmt: skip
def test_it_can_stand_for_what_agrees_with_it(words: str, whom: Party) -> None:
    assert fits(words, whom)


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("he", REBELS), ("he", COUNCIL), ("they", VERHANE), ("they", COMMANDER), ("it", VERHANE),
        ("the source", VERHANE), ("the second source close to the talks", MINISTER),
        ("the Chilean foreign minister", MINISTER), ("the president", COUNCIL), ("the president", REBELS),
        ("the opponents", VERHANE), ("the council", VERHANE), ("the government", MINISTER),
    ],
)  # fmt: skip
def test_it_cannot_stand_for_what_does_not(words: str, whom: Party) -> None:
    assert not fits(words, whom)
