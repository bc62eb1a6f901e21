"""Phrases that name a party in a sentence: names with the words around them, bare nouns such as "the opposition"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from aidememoire.extract.wordlists import either, pattern, wordlist
from aidememoire.lexicon.countries import country_of
from aidememoire.model.articles import Article
from aidememoire.model.facts import Party
from aidememoire.model.ordered import Ordered
from aidememoire.model.reading import Reading
from aidememoire.model.spans import Span

Label = Literal["name", "weak", "noun", "modifier"]

_GLUE = re.compile(r"(?:\s+|['’]s\s+|(?<=s)['’]\s+|-)?\Z")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")

_LEADING = re.compile(r"^(?:both\s+)?(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_STANDS = re.compile(rf"(?:['’]s)?\s+{either(wordlist('phrases')['stand_for'])}\Z", re.IGNORECASE)
_FROM = re.compile(
    r"\s+(?:of|from|for|representing)\s+(?:(?:the|a|an|its|both|all)\s+)?(?:so-called\s+)?", re.IGNORECASE
)
_GROUP = re.compile(rf"\b{either(wordlist('phrases')['sent_by'])}\Z", re.IGNORECASE)


class Cast(Protocol):
    """The parties of an article, as `extract.parties` finds them."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """Every party of the article."""

    def party_of(self, span: Span) -> Party | None:
        """The party that the words at `span` name, None where no party is known by them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a party: its id (None where the cast has none), and how they stand.

    `possessive` phrases are followed by 's. `weak` ones are bare places and peoples ("Varenia", "Varenian"), which are
    a party only where grammar makes them one; of those, `state` ones are a country's or the cast's. `post` ones end in
    one person's post ("the envoy").
    """

    span: Span
    party: str | None
    possessive: bool = False
    weak: bool = False
    post: bool = False
    person: bool = False
    media: bool = False
    state: bool = False


@dataclass(frozen=True, slots=True)
class _Atom:
    span: Span
    label: Label
    kind: str = ""


def phrases(article: Article, reading: Reading, cast: Cast) -> tuple[Phrase, ...]:
    """Every phrase of the article that names a party, in the order of the text."""
    named = Ordered.by(_named(reading, cast), lambda atom: atom.span)
    bodies = _by_name(cast)
    found: list[Phrase] = []
    for sentence in reading.sentences:
        inside = named.inside(sentence.span)
        for run in _runs(article.text, _without_overlap([*inside, *_worded(article.text, sentence.span)])):
            phrase = _phrase(article.text, run, cast, bodies)
            if phrase is None:
                continue
            if found and _sent_by(article.text, found[-1], phrase):
                phrase = _joint(article.text, found.pop(), phrase)
            found.append(phrase)
    return tuple(found)


def _sent_by(text: str, group: Phrase, body: Phrase) -> bool:
    """Whether `body` is who a group comes from: "a team from the Halvet council"."""
    gap = text[group.span.end : body.span.start]
    return (
        _FROM.fullmatch(gap) is not None
        and _GROUP.search(group.span.text) is not None
        and (not body.weak or body.state)
        and not (body.possessive or body.person or body.media)
    )


def _joint(text: str, group: Phrase, body: Phrase) -> Phrase:
    return replace(body, span=Span.of(text, group.span.start, body.span.end), weak=False, state=False)


def _named(reading: Reading, cast: Cast) -> list[_Atom]:
    weak = {"place", "nationality"}
    atoms = [_Atom(_bare(n.span), "weak" if n.kind in weak else "name", n.kind) for n in reading.names]
    known = {(a.span.start, a.span.end) for a in atoms}
    for party in cast.parties:
        label: Label = "weak" if party.kind in {"place", "state"} else "name"
        mentions = (m for m in party.mentions if (m.start, m.end) not in known and m.text[:1].isupper())
        atoms.extend(_Atom(_bare(m), label, party.kind) for m in mentions)
    return atoms


def _bare(span: Span) -> Span:
    """A name without a possessive ending."""
    words = re.sub(r"['’]s\Z", "", span.text)
    return Span(span.start, span.start + len(words), words)


def _worded(text: str, sentence: Span) -> Iterator[_Atom]:
    labels: tuple[tuple[str, Label], ...] = (("party", "noun"), ("modifier", "modifier"))
    for key, label in labels:
        for match in pattern("phrases", key).finditer(text, sentence.start, sentence.end):
            yield _Atom(Span.of(text, match.start(), match.end()), label)


def _without_overlap(atoms: Iterable[_Atom]) -> list[_Atom]:
    """The atoms in order; of two that overlap the longer stays, and a name before a word."""
    rank = {"name": 0, "weak": 1, "noun": 2, "modifier": 3}
    kept: list[_Atom] = []
    for atom in sorted(atoms, key=lambda a: (-len(a.span.text), rank[a.label], a.span.start)):
        if not any(atom.span.overlaps(k.span) for k in kept):
            kept.append(atom)
    return sorted(kept, key=lambda a: a.span.start)


def _runs(text: str, atoms: list[_Atom]) -> Iterator[list[_Atom]]:
    run: list[_Atom] = []
    for atom in atoms:
        if text[atom.span.start - 1 : atom.span.start] == "(" and text[atom.span.end : atom.span.end + 1] == ")":
            continue
        if run and not _joined(text, run[-1], atom):
            yield run
            run = []
        run.append(atom)
    if run:
        yield run


def _joined(text: str, left: _Atom, right: _Atom) -> bool:
    gap = text[left.span.end : right.span.start]
    if _GLUE.match(gap) is None:
        return False
    # Two names side by side are two parties ("the agency quoted Solvane"), unless the first owns or places the second.
    described = left.kind in {"unnamed", "government"} and not _ends_in_name(left.span)
    return described or not (left.label == "name" and right.label == "name" and not _POSSESSIVE.match(gap))


def _ends_in_name(span: Span) -> bool:
    return span.text.split()[-1][:1].isupper()


def _phrase(text: str, run: list[_Atom], cast: Cast, bodies: Mapping[str, Party]) -> Phrase | None:
    while run and run[-1].label == "modifier" and not pattern("phrases", "party").fullmatch(run[-1].span.text):
        run = run[:-1]
    if not run:
        return None
    head = run[-1]
    span = Span.of(text, run[0].span.start, head.span.end)
    party = _stood_for(span, bodies) or cast.party_of(span) or cast.party_of(head.span)
    kinds = {head.kind, party.kind if party else ""}
    return Phrase(
        span,
        party.id if party else None,
        possessive=_POSSESSIVE.match(text, span.end) is not None,
        weak=head.label == "weak",
        post=_ends_in_post(span),
        person="person" in kinds or ("unnamed" in kinds and _holds_post(span)),
        media="media" in kinds or pattern("phrases", "press").search(span.text) is not None,
        state=head.label == "weak" and (_is_country(head.span) or (party is not None and party.kind != "place")),
    )


def _is_country(span: Span) -> bool:
    known = country_of(span.text)
    return known is not None and known.kind != "capital"


def _ends_in_post(span: Span) -> bool:
    last = [m.end() for m in pattern("phrases", "post").finditer(span.text)]
    return bool(last) and last[-1] == len(span.text)


def _holds_post(span: Span) -> bool:
    return pattern("phrases", "post").search(span.text) is not None


def _stood_for(span: Span, bodies: Mapping[str, Party]) -> Party | None:
    """The party that "the Halvet council's negotiators" stands for: that of the words before, known by that name."""
    match = _STANDS.search(span.text)
    if match is None:
        return None
    words = _LEADING.sub("", span.text[: match.start()])
    return bodies.get(words.casefold()) if words else None


def _by_name(cast: Cast) -> Mapping[str, Party]:
    """The parties that are no persons, by each of their names; of two with one name the first."""
    found: dict[str, Party] = {}
    for party in cast.parties:
        if party.kind != "person":
            for name in _names(party):
                found.setdefault(name, party)
    return found


def _names(party: Party) -> set[str]:
    return {_LEADING.sub("", name).casefold() for name in (party.name, *party.aliases)}
