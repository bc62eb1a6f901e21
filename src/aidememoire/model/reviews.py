"""What a person said of one fact of an article. It is kept beside what was read, word for word, and nothing drops it.

Ids change where a text or the program does, so a review names what it means by what stays as well: the article's
`source_id` and the SHA-256 of its text, the words, and the names of the parties.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aidememoire.model.facts import ActorKind
from aidememoire.model.spans import Span

Word = Literal["accept", "correct", "reject", "add", "undo"]
LONGEST_NAME = 80
"""Characters of a reviewer's name."""
LONGEST_NOTE = 2000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party that a version of a fact speaks of: its id there, and who that is."""

    id: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on a fact: it is right ("accept"), stands corrected, is none ("reject"), or was missed ("add").

    `number` counts the words of a record; `made` is the time in UTC, ISO 8601 to the second. `fact` and `kind` name
    the fact, `span` the words that it was read from. `before` is the JSON of the fact as the machine had it, None where
    it had none; `after` that of the fact as the reviewer wants it, None where there is to be none. `parties` names the
    parties of both. An "undo" takes back the word numbered `undoes`.
    """

    id: str
    number: int
    made: str
    reviewer: str
    what: Word
    kind: str
    fact: str
    source_id: str
    text_sha256: str
    span: Span
    before: str | None
    after: str | None
    parties: tuple[Named, ...] = ()
    note: str = ""
    undoes: int | None = None
