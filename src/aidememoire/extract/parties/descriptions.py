"""Parties without a name: "a senior diplomat", "the rebels"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aidememoire.extract.parties.mention import Mention
from aidememoire.extract.parties.names import bare
from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Name
from aidememoire.model.spans import Span

# Crowds that are only counted ("13,000 prisoners", "thousands of people") are no party; who speaks is one all the same.
_COUNTED = re.compile(
    r"(?:(?:the|some|more than|fewer than|less than|at least|at most|nearly|almost|about|around|over|up to)\s+)*"
    r"(?:\d|half\b|(?:dozens|scores|hundreds|thousands|millions)\b)",
    re.IGNORECASE,
)


def unnamed(text: str, names: Sequence[Name]) -> Iterator[Mention]:
    """Described parties: one for each description, apart from the roles of persons who are named beside them."""
    people = Ordered.by((n.span for n in names if n.kind == "person"), lambda span: span)
    for name in names:
        if name.kind == "unnamed" and not _COUNTED.match(name.span.text):
            around = people.touching(Span(name.span.start - 3, name.span.end + 2, ""))
            if not any(_is_apposition(text, name.span, person) for person in around):
                yield described(name.span)


def described(span: Span) -> Mention:
    """The mention of a party that is only described ("a senior diplomat")."""
    return Mention(span, "unnamed", "unnamed:" + bare(span.text).lower())


def _is_apposition(text: str, span: Span, person: Span) -> bool:
    """Whether a description stands beside a person's name and so only tells that person's role."""
    after = person.end <= span.start and text[person.end : span.start] in (", ", " ")
    return after or 0 <= person.start - span.end <= 1 or person.overlaps(span)
