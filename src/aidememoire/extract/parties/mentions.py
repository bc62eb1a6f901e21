"""The mentions of one article put together: which names name one party. Names that may be two parties' are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from aidememoire.extract.parties.descriptions import unnamed
from aidememoire.extract.parties.governments import governments, governments_of_persons, is_country, stripped
from aidememoire.extract.parties.mention import Mention
from aidememoire.extract.parties.names import (
    alike,
    bare,
    given_names,
    head_word,
    initials,
    is_acronym,
    key,
    same_person,
    surname,
)
from aidememoire.lexicon.agencies import agency_of
from aidememoire.lexicon.countries import country_of, organization_of
from aidememoire.lexicon.outlets import outlet_name
from aidememoire.model.facts import ActorKind
from aidememoire.model.reading import Name
from aidememoire.model.spans import Span


def mentions(text: str, names: Sequence[Name], acting: Sequence[Span]) -> tuple[Mention, ...]:
    """The mentions among an article's names, in the order of the text.

    `acting` are the spans that speak: a capital among them stands for its state.
    """
    names = [*_of_one_kind(names)]
    found = [
        *_persons(names),
        *_countries(text, names, acting),
        *governments(text, names),
        *governments_of_persons(text, names),
        *_bodies(text, names),
        *unnamed(text, names),
    ]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _of_one_kind(names: Sequence[Name]) -> Iterator[Name]:
    """The names; one of a single word that is read as a person's here and as a state's or place's there is the latter.

    Unless somebody's full name ends with it: then it is that person's, even where it is read as a government's.
    """
    elsewhere = {key(n.span.text): n.kind for n in names if n.kind in ("place", "government")}
    surnames = {surname(n.span.text) for n in names if n.kind == "person" and given_names(n.span.text)}
    for name in names:
        borne = _may_be_surname(name) and surname(name.span.text) in surnames
        if borne and name.kind in ("government", "armed group"):
            yield Name(name.span, "person")
        elif not borne and name.kind == "person" and key(name.span.text) in elsewhere:
            yield Name(name.span, elsewhere[key(name.span.text)])
        else:
            yield name


# Persons


def _persons(names: Sequence[Name]) -> Iterator[Mention]:
    """Persons by full name; a surname alone joins the one person who may bear it."""
    people = [n for n in names if n.kind == "person" and not is_country(n) and agency_of(stripped(n.span.text)) is None]
    clusters = _full_names([n.span for n in people if given_names(n.span.text)])
    for cluster in clusters:
        yield from (Mention(span, "person", "person:" + key(cluster[0].text)) for span in cluster)
    bearers: dict[str, list[list[Span]]] = {}
    for name in names:
        if name.kind in ("person", "organization", "place") and _may_be_surname(name):
            last = surname(name.span.text)
            if last not in bearers:
                bearers[last] = _bearers(last, clusters)
            yield from _short(name, bearers[last])


def _may_be_surname(name: Name) -> bool:
    single = not given_names(name.span.text) and " of " not in name.span.text
    known = is_country(name) or agency_of(stripped(name.span.text)) or organization_of(stripped(name.span.text))
    return single and not known and not is_acronym(name.span.text)


def _full_names(spans: Iterable[Span]) -> list[list[Span]]:
    """Full names put together where both surname and first name agree; the longest name comes first.

    Each spelling is compared once, however often it stands, and only with those whose surname has the same first letter
    (`alike` allows no other).
    """
    spelt: dict[str, list[Span]] = {}
    for span in sorted(spans, key=lambda s: (-len(s.text), s.start)):
        spelt.setdefault(span.text, []).append(span)
    by_letter: dict[str, list[list[str]]] = {}
    clusters: list[list[str]] = []
    for name in spelt:
        likely = by_letter.setdefault(surname(name)[:1], [])
        home = [c for c in likely if all(same_person(name, other) for other in c)]
        if len(home) == 1:
            home[0].append(name)
        elif not home:
            likely.append([name])
            clusters.append(likely[-1])
    return [[span for name in cluster for span in spelt[name]] for cluster in clusters]


def _bearers(last: str, clusters: Sequence[list[Span]]) -> list[list[Span]]:
    """The persons who may bear a surname: those with that very name, else those with a like one."""
    spelt = [(c, {surname(s.text) for s in c}) for c in clusters]
    return [c for c, known in spelt if last in known] or [c for c, k in spelt if any(alike(other, last) for other in k)]


def _short(name: Name, near: Sequence[Sequence[Span]]) -> Iterator[Mention]:
    if len(near) == 1:
        yield Mention(name.span, "person", "person:" + key(near[0][0].text))
    elif not near and name.kind == "person":
        yield Mention(name.span, "person", "person:" + surname(name.span.text))


# States and those who govern them


def _countries(text: str, names: Sequence[Name], acting: Sequence[Span]) -> Iterator[Mention]:
    shortest: dict[int, int] = {}
    for span in acting:
        shortest[span.start] = min(span.end, shortest.get(span.start, span.end))
    for name in names:
        found = country_of(stripped(name.span.text))
        if found is None:
            continue
        speaks = shortest.get(name.span.start, name.span.end + 3) <= name.span.end + 2
        if found.kind == "capital" and not speaks and not _acts(text, name.span):
            yield Mention(name.span, "place", "place:" + key(name.span.text))
        else:
            yield Mention(name.span, "state", "state:" + found.country.name, quiet=found.kind == "adjective")


_ACTING = re.compile(
    r"\s+(?:(?:also|still|never|now|\w+ly)\s+)?(?:has|had|is|was|will|would|wants?|wanted|did|does|says?|said|denie[sd]|accuse[sd]|agreed)\b"
)
_PLACED = re.compile(
    r"(?:\b(?:in|at|near|from|to|of|outside|around|toward|towards|for|into|across|over|inside|and)|,)\s*$", re.I
)


def _acts(text: str, span: Span) -> bool:
    """Whether a capital is the subject of a verb, so that it stands for its state ("that Orlune had agreed")."""
    subject = _ACTING.match(text, span.end) is not None
    return subject and _PLACED.search(text[max(0, span.start - 12) : span.start]) is None


# Organizations, armed groups, media, places


def _bodies(text: str, names: Sequence[Name]) -> Iterator[Mention]:
    taken = [n for n in names if n.kind in ("organization", "armed group", "media", "place") and not is_country(n)]
    surnames = {surname(n.span.text) for n in names if n.kind == "person" and given_names(n.span.text)}
    kept = [n for n in taken if not (_may_be_surname(n) and surname(n.span.text) in surnames)]
    long_of = _short_forms(kept) | _acronyms(text, kept)
    kind_of = _kinds(kept, long_of)
    for at, name in enumerate(kept):
        its_key = _body_key(_titled(name, kept[at + 1 :]), long_of)
        span = _with_description(text, name.span) if kind_of[its_key] == "media" else name.span
        yield Mention(span, kind_of[its_key], its_key)


_DESCRIPTION = re.compile(r"(?:[A-Z]\w+(?:['’]s)?\s)?(?:state|official)(?:-\w+)?\s(?:news\s)?agency\s$")


def _with_description(text: str, outlet: Span) -> Span:
    """An agency's name with what tells whose it is before it: "the Norwegian state news agency" NTB."""
    before = _DESCRIPTION.search(text, max(0, outlet.start - 80), outlet.start)
    return Span.of(text, before.start(), outlet.end) if before else outlet


def _titled(name: Name, following: Sequence[Name]) -> Name:
    """The outlet that a description stands before ("the state news agency VNA"), else the name itself."""
    after = following[0] if following else None
    beside = after is not None and name.kind == "media" and 0 < after.span.start - name.span.end <= 2
    return after if beside and after is not None else name


def _body_key(name: Name, long_of: dict[str, str]) -> str:
    plain = stripped(name.span.text)
    return body_key((outlet_name(plain) if name.kind == "media" else None) or plain, long_of)


def body_key(name: str, long_of: Mapping[str, str] = MappingProxyType({})) -> str:
    """The key of the body of that name; `long_of` tells for an acronym or a short form the key of its full name."""
    agency, known = agency_of(name), organization_of(name)
    if agency is not None:
        return "media:" + agency.name
    if known is not None:
        return "body:" + known.name
    return "body:" + long_of.get(key(name), key(name))


def _kinds(names: Sequence[Name], long_of: dict[str, str]) -> dict[str, ActorKind]:
    """The kind of each body: what most of its mentions are read as; an agency is media whatever they are read as."""
    votes: dict[str, Counter[ActorKind]] = {}
    for name in names:
        its_key = _body_key(name, long_of)
        kind: ActorKind = "media" if its_key.startswith("media:") else name.kind  # type: ignore[assignment]
        votes.setdefault(its_key, Counter())[kind] += 1
    return {its_key: counts.most_common(1)[0][0] for its_key, counts in votes.items()}


def _short_forms(names: Sequence[Name]) -> dict[str, str]:
    """For each name of one word the key of the only name that it is the head of: "Council", "the Concord Council"."""
    full: dict[str, set[str]] = {}
    for name in names:
        if " " in bare(name.span.text) and name.kind != "place":
            full.setdefault(key(head_word(name.span.text)), set()).add(key(stripped(name.span.text)))
    short = {key(stripped(n.span.text)) for n in names if " " not in bare(n.span.text) and n.kind != "place"}
    return {name: next(iter(full[name])) for name in short if len(full.get(name, ())) == 1}


def _acronyms(text: str, names: Sequence[Name]) -> dict[str, str]:
    """For each acronym the key of its full name: in brackets after it, or the only name with these initials."""
    full = [n for n in names if " " in n.span.text and n.kind != "place"]
    ends = {n.span.end: at for at, n in enumerate(full)}
    by_initials: dict[str, set[str]] = {}
    for name in full:
        by_initials.setdefault(initials(name.span.text), set()).add(key(name.span.text))
    found: dict[str, str] = {}
    for name in names:
        plain = stripped(name.span.text)
        if not is_acronym(plain):
            continue
        bracket = re.search(r"\(\s*$", text[max(0, name.span.start - 3) : name.span.start])
        before = [ends[e] for e in range(name.span.start - 3, name.span.start + 1) if bracket and e in ends]
        same = by_initials.get(plain.replace(".", ""), set())
        if before:
            found[key(plain)] = key(full[max(before)].span.text)
        elif len(same) == 1:
            found.setdefault(key(plain), next(iter(same)))
    return found
