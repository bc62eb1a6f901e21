"""Putting a person's word on a fact in lasting terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from aidememoire.errors import ReviewError
from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.ids import content_id
from aidememoire.model.kinds import kind_of
from aidememoire.model.reviews import LONGEST_NAME, LONGEST_NOTE, Named, Review, Word
from aidememoire.model.spans import Span
from aidememoire.record.review.correcting import Changes, added, corrected
from aidememoire.record.review.standing import Weighed, weigh
from aidememoire.record.review.versions import REVIEWED, anchor_of, named_in, parties_of, read_back, written

_MEND = "open the fact again and say it anew"


@dataclass(frozen=True, slots=True)
class Saying:
    """What a person says: of the `fact` of an `article` (ids), or, to add one, of its words from `start` to `end`.

    `changes` are the fields as they are to be. An "undo" names the number that it `undoes`. Whoever says the `same` as
    an earlier word names its number.
    """

    reviewer: str
    what: Word
    article: str
    fact: str | None = None
    kind: str | None = None
    changes: Changes = field(default_factory=Changes)
    start: int = 0
    end: int = 0
    note: str = ""
    undoes: int | None = None
    same: int | None = None


def word(
    saying: Saying, number: int, made: str, article: Article, read: Sequence[Fact], said: Sequence[Review]
) -> Review:
    """The review that a saying is, on an article with the facts `read` by the machine and the reviews `said` of it.

    Raises ReviewError where it is on nothing that the article has, or says nothing.
    """
    who = " ".join(saying.reviewer.split())
    if not 0 < len(who) <= LONGEST_NAME:
        raise ReviewError(f"a reviewer's name has 1 to {LONGEST_NAME} characters", "say who you are")
    if len(saying.note) > LONGEST_NOTE:
        raise ReviewError(f"a note has at most {LONGEST_NOTE} characters", "shorten it")
    if saying.what == "undo":
        said_then = _undone(saying, who, said)
        return _review(number, made, who, "undo", said_then, saying.note, undoes=said_then.number)
    speaking = _Speaking(article, read, said)
    part = speaking.addition(saying, number) if saying.what == "add" else speaking.word_on(saying)
    return _review(number, made, who, part.what, part, saying.note)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a review says, without who says it and when."""

    what: Word
    kind: str
    fact: str
    source_id: str
    text_sha256: str
    span: Span
    before: str | None
    after: str | None
    parties: tuple[Named, ...]


def _review(
    number: int, made: str, who: str, what: Word, part: _Part | Review, note: str, undoes: int | None = None
) -> Review:
    mark = content_id("review", number, made, who, what, part.fact, part.after, undoes)
    before, after = (None, None) if what == "undo" else (part.before, part.after)
    return Review(
        mark, number, made, who, what, part.kind, part.fact, part.source_id, part.text_sha256, part.span, before,
        after, part.parties, note.strip(), undoes,
    )  # fmt: skip


def _undone(saying: Saying, who: str, said: Sequence[Review]) -> Review:
    for each in said:
        if each.number == saying.undoes:
            if each.reviewer != who:
                raise ReviewError(f"number {each.number} is {each.reviewer}'s word", "say otherwise, in your own name")
            if any(u.undoes == each.number for u in said):
                raise ReviewError(f"number {each.number} was taken back already", _MEND)
            return each
    raise ReviewError(f"there is no word {saying.undoes} on this article", "see the trail of reviews")


class _Speaking:
    """The facts of an article as somebody speaks of them."""

    def __init__(self, article: Article, read: Sequence[Fact], said: Sequence[Review]) -> None:
        self._article, self._said = article, said
        self._read = {fact.id: fact for fact in read}
        self._weighed: Weighed = weigh(article, read, said)
        said_of = {named.id: named for review in said for named in review.parties}
        new = parties_of(f for f in self._weighed.changes.values() if f is not None)
        self._parties: dict[str, Named] = said_of | parties_of(read) | new

    def _resolved(self, changes: Changes) -> Changes:
        """The changes with an id for each party; those that only these name are known from then on."""
        found = changes.resolved(self._article, self._parties)
        self._parties |= {named.id: named for each in found.parties.values() for named in each}
        return found

    def word_on(self, saying: Saying) -> _Part:
        """A word on a fact that the machine read, or that somebody added."""
        case = next((c for c in self._weighed.cases if saying.fact in (c.fact, *c.ids)), None)
        machine = case.machine if case else self._read.get(saying.fact or "")
        stands = case.stands if case else machine
        base = stands or machine or (self._last(case.fact, *case.ids) if case else None)
        if base is None or kind_of(type(base)) not in REVIEWED:
            raise ReviewError(f"{saying.fact}: no fact of this article that is reviewed", _MEND)
        after = self._after(saying, machine or base, base)
        what: Word = "reject" if after is None else "accept" if after == (machine or base) else "correct"
        return self._part(what, machine, after, base, machine.id if machine else case.fact if case else base.id)

    def _after(self, saying: Saying, machine: Fact, base: Fact) -> Fact | None:
        if saying.same is not None:
            return self._same_as(saying.same, machine)
        if saying.what == "reject":
            return None
        if saying.what == "accept":
            return machine
        try:
            return corrected(base, self._resolved(saying.changes), self._article)
        except (msgspec.ValidationError, ValueError) as error:
            raise ReviewError(
                f"that is no {kind_of(type(base))}: {error}", "mend the field, and send it again"
            ) from error

    def _same_as(self, number: int, machine: Fact) -> Fact | None:
        for case in self._weighed.cases:
            for each in case.all_words:
                if each.number == number:
                    if each.after is None:
                        return None
                    return case.stands if each is case.words[-1] and case.stands else read_back(each.kind, each.after)
        raise ReviewError(f"the word {number} does not hold any more", _MEND)

    def _last(self, *ids: str) -> Fact | None:
        told = [r for r in self._said if r.fact in ids and (r.after or r.before)]
        return read_back(told[-1].kind, told[-1].after or told[-1].before or "") if told else None

    def addition(self, saying: Saying, number: int) -> _Part:
        """A fact that the machine missed."""
        if saying.kind not in REVIEWED:
            raise ReviewError(f"{saying.kind}: no kind of fact that can be added", "choose one of the list")
        try:
            span = Span.trimmed(self._article.text, saying.start, saying.end)
            mark = content_id(saying.kind, self._article.id, "added", number)
            fact = added(saying.kind, mark, span, self._resolved(saying.changes), self._article)
        except (msgspec.ValidationError, ValueError) as error:
            raise ReviewError(f"that is no {saying.kind}: {error}", "mend the field, and send it again") from error
        return self._part("add", None, fact, fact, fact.id)

    def _part(self, what: Word, machine: Fact | None, after: Fact | None, base: Fact, fact: str) -> _Part:
        told = [f for f in (machine, after) if f is not None]
        parties = tuple({n.id: n for f in told for n in named_in(f, self._parties)}.values())
        span = anchor_of(machine or after or base)
        before, later = (None if f is None else written(f) for f in (machine, after))
        article = self._article
        return _Part(
            what, kind_of(type(base)), fact, article.source_id, article.text_sha256, span, before, later, parties
        )
