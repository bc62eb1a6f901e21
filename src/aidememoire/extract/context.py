"""What is known at a place of an article: its layout, where parties are named, who has spoken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from aidememoire.extract.parties.names import head_word
from aidememoire.extract.parties.roles import Gender, same_post
from aidememoire.model.facts import Party
from aidememoire.model.ordered import Ordered
from aidememoire.model.spans import Span


@dataclass(frozen=True, slots=True)
class Known:
    """A party at a place of the text: where it is named or speaks."""

    span: Span
    party: Party


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a reference: the article's layout, where parties are named, and who has spoken, in order.

    `genders` holds the persons of whom the text tells he or she.
    """

    layout: Layout
    mentions: Named
    speakers: Sequence[Known]
    genders: Mapping[str, Gender]


@dataclass(frozen=True, slots=True)
class Layout:
    """The sentences of an article and its quotations.

    `told` counts, at each sentence, those up to it that stand in no quotation. `begins` are the places over which no
    reference reaches back, in order: in a page put together from several stories each paragraph may be another one's.
    """

    sentences: tuple[Span, ...]
    quoted: Ordered[Span]
    told: tuple[int, ...]
    begins: tuple[int, ...] = ()

    @classmethod
    def of(cls, sentences: Iterable[Span], quoted: Iterable[Span], begins: Iterable[int] = ()) -> Layout:
        """The layout of an article, by its sentences in their order."""
        kept, marks = tuple(sentences), Ordered.by(quoted, lambda q: q)
        told = accumulate(not any(True for _ in marks.over(s)) for s in kept)
        return cls(kept, marks, tuple(told), tuple(begins))

    def since(self, place: int) -> int:
        """Where the stretch of text begins that a reference at `place` may reach back over."""
        before = bisect_right(self.begins, place) - 1
        return self.begins[before] if before >= 0 else 0

    def sentence_at(self, place: int) -> int:
        """The index of the sentence in which `place` lies, or of the last before it."""
        return max(bisect_right(self.sentences, place, key=lambda s: s.start) - 1, 0)

    def is_quoted(self, span: Span) -> bool:
        """Whether `span` lies in a quotation."""
        return any(True for _ in self.quoted.over(span))

    def reach(self, place: int, sentences: int) -> int:
        """Where the text begins that is at most so many `sentences` before `place`, those in quotations not counted."""
        if not self.sentences:
            return 0
        first = bisect_left(self.told, self.told[self.sentence_at(place)] - sentences)
        return max(self.sentences[first].start if first > 0 else 0, self.since(place))


@dataclass(frozen=True, slots=True)
class Named:
    """Where parties are named, in the order of the text, and the parties by what a description may know them by.

    `ending` holds them by the last words of their names, and `in_post` those that have a role; both with the place
    where they are first named, in the order of these.
    """

    at: Ordered[Known]
    ending: Mapping[str, tuple[Known, ...]]
    in_post: tuple[Known, ...]
    _holders: dict[str, tuple[Known, ...]] = field(default_factory=dict, repr=False, compare=False)

    def holders(self, description: str) -> tuple[Known, ...]:
        """The parties whose post `description` may be; worked out once for each description."""
        if description not in self._holders:
            held = (k for k in self.in_post if any(same_post(description, r.title) for r in k.party.roles))
            self._holders[description] = tuple(held)
        return self._holders[description]

    @classmethod
    def of(cls, known: Iterable[Known]) -> Named:
        """The index of these."""
        at = Ordered.by(known, lambda k: k.span)
        firsts: dict[str, Known] = {}
        for each in at.items:
            before = firsts.get(each.party.id)
            if before is None or each.span.end < before.span.end:
                firsts[each.party.id] = each
        ending: dict[str, list[Known]] = {}
        for first in firsts.values():
            for word in {head_word(name).lower() for name in (first.party.name, *first.party.aliases)}:
                ending.setdefault(word, []).append(first)
        posts = tuple(k for k in firsts.values() if k.party.roles)
        return cls(at, {word: tuple(group) for word, group in ending.items()}, posts)
