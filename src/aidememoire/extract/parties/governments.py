"""Governments, armies and ministries among an article's names: whose they are, and which are one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aidememoire.extract.parties.mention import Mention
from aidememoire.extract.parties.names import key
from aidememoire.extract.parties.roles import role_words
from aidememoire.lexicon.agencies import agency_of
from aidememoire.lexicon.countries import country_of
from aidememoire.model.reading import Name
from aidememoire.model.spans import Span


def is_country(name: Name) -> bool:
    """Whether a name is a country's, or its capital's or people's."""
    return country_of(stripped(name.span.text)) is not None


def stripped(name: str) -> str:
    """The name without a possessive ending."""
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", name)


def governments_of_persons(text: str, names: Sequence[Name]) -> Iterator[Mention]:
    """Governments by who heads them: "Aurel Dastan's government"."""
    nouns = "|".join(w for words in role_words()["states"].values() for w in words)
    for name in names:
        owned = re.compile(rf"['’]s?\s(?:{nouns})\b").match(text, len(stripped(name.span.text)) + name.span.start)
        if name.kind == "person" and owned is not None and not is_country(name):
            span = Span.of(text, name.span.start, owned.end())
            yield Mention(span, "government", "government:" + key(span.text))


def governments(text: str, names: Sequence[Name]) -> Iterator[Mention]:
    """Bodies of states, by country and body; one without a country joins the only one of its kind.

    Where a state agency quotes "the foreign ministry", that is its own country's.
    """
    bodies = [n for n in names if n.kind == "government" and not is_country(n)]
    owned = [(n, *_body_of(n.span.text)) for n in bodies]
    owners: dict[str, set[str]] = {}
    for _, owner, body in owned:
        if owner:
            owners.setdefault(body, set()).add(owner)
    ended = sorted(names, key=lambda n: n.span.end)
    states = [n.span for n in names if n.kind in ("place", "government")]
    for name, owner, body in owned:
        state = None if owner else _state_beside(text, name, states)
        if state is not None:
            known = country_of(stripped(state.text))
            owner = known.country.name if known else key(state.text)
            start, end = min(name.span.start, state.start), max(name.span.end, state.end)
            name = Name(Span.of(text, start, end), name.kind)
        owner = owner or _by_agency(text, name, ended)
        possible = [owner] if owner else sorted(owners.get(body, ()))
        if len(possible) == 1:
            yield Mention(name.span, "government", f"government:{possible[0]}:{body}", quiet=not owner)
        elif not possible:
            yield Mention(name.span, "government", f"government::{body}")


def _state_beside(text: str, body: Name, states: Sequence[Span]) -> Span | None:
    """The state whose body it is by what stands beside it: "the government of Varenia", "Varenia's army"."""
    of = re.compile(r"\s+of\s+(?:the\s+)?").match(text, body.span.end)
    owning = re.search(r"(?:['’]s?)?\s$", text[max(0, body.span.start - 3) : body.span.start])
    place = body.span.start - len(owning.group()) if owning and owning.group() != " " else None
    return next((s for s in states if (of and s.start == of.end()) or s.end == place), None)


def _by_agency(text: str, body: Name, ended: Sequence[Name]) -> str | None:
    """The country of the agency that quotes a body of state: "VNA quoted the foreign ministry".

    `ended` are the article's names by where they end.
    """
    after = bisect_left(ended, body.span.start, key=lambda n: n.span.end)
    nearest = ended[bisect_left(ended, ended[after - 1].span.end, key=lambda n: n.span.end)] if after else None
    agency = agency_of(stripped(nearest.span.text)) if nearest else None
    if nearest is None or agency is None or not agency.state:
        return None
    between = text[nearest.span.end : body.span.start]
    return (
        agency.country
        if re.fullmatch(r"\s+(?:\w+\s+)?(?:quoted|cited|quotes|cites|quoting|citing)\s+", between)
        else None
    )


def _body_of(text: str) -> tuple[str | None, str]:
    """The country that a body of state is said to be of (None where none is named), and the body's class."""
    parts = re.sub(r"['’]s?(?=\s|$)", "", text).split()
    for size in (3, 2, 1):
        for start in range(len(parts) - size, -1, -1):
            found = country_of(" ".join(parts[start : start + size]))
            if found is not None:
                return found.country.name, _body_class(" ".join(parts[start + size :]) or "government")
    return None, _body_class(" ".join(parts))


def _body_class(body: str) -> str:
    plain = key(body)
    for name, words in role_words()["states"].items():
        if any(plain == key(w) or plain.endswith(" " + key(w)) for w in words):
            return str(name)
    return plain
