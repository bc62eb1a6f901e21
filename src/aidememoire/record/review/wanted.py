"""A fact as a person wants it, put in terms of the article as it is now: its characters, its parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact, Party
from aidememoire.model.ids import content_id
from aidememoire.model.reviews import Named, Review
from aidememoire.model.spans import Span
from aidememoire.record.naming.words import fold
from aidememoire.record.review.versions import (
    Fields,
    anchor_of,
    fields_of,
    is_span,
    made_of,
    mapped,
    parties_of,
    read_back,
)


class Roster:
    """The parties of an article, those among them that only people named; these are `added`."""

    def __init__(self, article: Article, facts: Iterable[Fact]) -> None:
        self._article = article
        self._known = parties_of(facts)
        self._by_name: dict[str, str] = {}
        for party in self._known.values():
            self._by_name.setdefault(fold(party.name), party.id)
        self.added: dict[str, Party] = {}

    def id_of(self, named: Named) -> str:
        """The id that a party has in the article now: a new one where the machine knows nobody of that name."""
        if named.id in self._known:
            return named.id
        held = self._by_name.get(fold(named.name))
        if held is None:
            party = party_named(self._article, named)
            self.added[party.id] = party
            held = self._by_name[fold(named.name)] = party.id
        return held


def party_named(article: Article, named: Named) -> Party:
    """A party that a person names, with the places where the article names it so."""
    found = re.finditer(rf"(?<!\w){re.escape(named.name)}(?!\w)", article.text)
    mentions = tuple(Span.of(article.text, *each.span()) for each in found)
    mark = content_id("party", article.id, "said by a person", named.name)
    return Party(mark, article.id, named.name, named.kind, (), (), mentions)


def wanted(word: Review, machine: Fact | None, article: Article, roster: Roster) -> Fact | None:
    """What the word makes of a fact that the machine reads now (None: that it does not read).

    None where the article no longer has the characters that it was said of. `word` must want a fact.
    """
    if word.after is None:
        raise ValueError(f"review {word.number} wants no fact")
    after = fields_of(read_back(word.kind, word.after))
    if word.text_sha256 != article.text_sha256:
        shift = anchor_of(machine).start - word.span.start if machine else 0
        after = _moved(after, article.text, shift)
        if machine is not None and word.before is not None:
            before = _moved(fields_of(read_back(word.kind, word.before)), article.text, shift)
            after = fields_of(machine) | {name: value for name, value in after.items() if value != before.get(name)}
    ids = {named.id: named for named in word.parties}
    placed = _with_parties(after, ids, roster) | {"id": machine.id if machine else word.fact, "article": article.id}
    return None if _lost(placed) else made_of(word.kind, placed)


def _with_parties(plain: Fields, said: Mapping[str, Named], roster: Roster) -> Fields:
    def known(value: Any) -> Any:
        return roster.id_of(said[value]) if isinstance(value, str) and value in said else value

    changed: Fields = mapped(plain, known)
    return changed


def _moved(plain: Fields, text: str, shift: int) -> Fields:
    """The fields with each span where its words stand in another text, None where they don't."""

    def moved(value: Any) -> Any:
        return _place(value, text, shift) if is_span(value) else value

    changed: Fields = mapped(plain, moved)
    return changed


def _place(span: Fields, text: str, shift: int) -> Fields | None:
    words, at = span["text"], span["start"] + shift
    starts = [found.start() for found in re.finditer(re.escape(words), text)]
    start = min(starts, key=lambda s: abs(s - at), default=None)
    return None if start is None else {"start": start, "end": start + len(words), "text": words}


def _lost(plain: Fields) -> bool:
    """Whether the words themselves are gone, or a part of them."""
    gone = any(name in plain and plain[name] is None for name in ("content", "evidence"))
    return gone or None in plain.get("content_parts", ()) or None in [t["evidence"] for t in plain.get("terms", ())]
