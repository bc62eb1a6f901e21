"""What a name names: every occurrence of a name in an article gives a hint, and the article's hints are added up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aidememoire.lexicon.agencies import agency_of
from aidememoire.lexicon.countries import NameOf, country_of, organization_of
from aidememoire.model.reading import NameKind
from aidememoire.reading.runs import Run
from aidememoire.reading.wordlists import words

_COUNTRY_KIND: Mapping[NameOf, NameKind] = {
    "name": "place",
    "capital": "place",
    "adjective": "nationality",
    "people": "nationality",
    "metonym": "government",
}
_AT_A_PLACE = frozenset(["in", "near", "outside", "inside", "around", "across", "throughout"])
_PLACE_OF = frozenset(
    [
        "city",
        "town",
        "village",
        "villages",
        "province",
        "district",
        "region",
        "suburb",
        "valley",
        "port",
        "island",
        "capital",
    ]
)
_BEFORE_NO_SUBJECT = frozenset(["in", "at", "near", "of", "from", "to", "into", "outside", "around"])
_ADJECTIVE = re.compile(r"^[A-Z]\w{2,}(?:ian|ean|an|ese|ish|i)s?$")
_ENDINGS = ("n", "an", "ian", "ese", "i", "ish")
_ACRONYM = re.compile(r"^(?:[A-Z][A-Z&-]{1,7}s?|(?:[A-Z]\.){2,})$")


@dataclass(frozen=True, slots=True)
class Hint:
    """A kind that an occurrence speaks for, and how strongly."""

    kind: NameKind
    weight: int


def kinds(runs: list[Run], context: Callable[[Run], str]) -> dict[str, NameKind]:
    """The kind of each name among the runs of one article; `context` gives the words around a run."""
    votes: dict[str, Counter[NameKind]] = {}
    for run in runs:
        for hint in _hints(run, context(run)):
            votes.setdefault(run.text, Counter())[hint.kind] += hint.weight
    found = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}
    return _with_short_names({run.text: found.get(run.text, "organization") for run in runs}, found)


def _with_short_names(kinds_found: dict[str, NameKind], sure: Mapping[str, NameKind]) -> dict[str, NameKind]:
    """The same with a surname (or first name) alone given the kind of the person's full name."""
    persons = [name.split() for name, kind in kinds_found.items() if kind == "person" and " " in name]
    parts = {part for name in persons for part in (name[0], name[-1], name[-1].partition("-")[2])}
    adjectives = {name for name, kind in kinds_found.items() if kind == "nationality"}
    for name in kinds_found:
        if kinds_found[name] == "organization" and any(name + ending in adjectives for ending in _ENDINGS):
            kinds_found[name] = "place"
        if name in parts and not _known(name):
            kinds_found[name] = "person"
    return kinds_found


def _hints(run: Run, context: str) -> list[Hint]:
    """What one occurrence says of its kind: a known name or a telling last word settles it."""
    known = _known(run.text)
    if known:
        return [Hint(known, 100)]
    if head := _by_head(run, context):
        return [Hint(head, 20)]
    return [hint for hint in (_person(run), _place(run), _nationality(run), _body(run)) if hint]


def _known(name: str) -> NameKind | None:
    country = country_of(name) or (country_of(name.title()) if name.isupper() and len(name) > 4 else None)
    if country:
        return _COUNTRY_KIND[country.kind]
    if agency_of(name):
        return "media"
    return "organization" if organization_of(name) else None


def _by_head(run: Run, context: str) -> NameKind | None:
    """The kind that the first or last word tells ("... Council", "Lake ...")."""
    last = next((word for word in reversed(run.words) if word[0].isupper()), "")
    head = _main_words(run)
    if len(run.words) < 2:
        return None
    if head & words("armed_head"):
        return _armed(run, context)
    for kind, key in _HEADS:
        if last in words(key) or head & words(key):
            return kind
    return "place" if run.words[0] in words("place_start") else None


_HEADS: tuple[tuple[NameKind, str], ...] = (
    ("government", "government_head"),
    ("media", "media_head"),
    ("organization", "organization_head"),
    ("place", "place_head"),
)


def _main_words(run: Run) -> frozenset[str]:
    """The word that heads the name: the last before "of" or "for", or the last of all."""
    for joint in ("of", "for"):
        if joint in run.words:
            return frozenset(run.words[: run.words.index(joint)][-1:])
    return frozenset(run.words[-1:])


def _armed(run: Run, context: str) -> NameKind:
    """An "Army" of a nation is the government's; a "Front" or "Movement" is armed where its surroundings say so."""
    if _ADJECTIVE.match(run.words[0]) and len(run.words) <= 3 and run.words[-1] in ("Army", "Guard", "Corps", "Navy"):
        return "government"
    if run.words[-1] in ("Front", "Movement", "Command", "Liberation", "Force", "Division"):
        around = set(re.findall(r"[a-z]+", context.lower()))
        return "armed group" if around & words("armed_context") else "organization"
    return "armed group"


def _person(run: Run) -> Hint | None:
    if run.titled:
        return Hint("person", 10)
    if run.before[1] in _BEFORE_NO_SUBJECT:
        return None if len(run.words) == 1 else Hint("person", 2)
    if len(run.words) > 1 and run.before[1] != "the" and not any(word.isupper() for word in run.words if len(word) > 1):
        return Hint("person", 3)
    return Hint("person", 1) if run.after in words("saying") and not _ACRONYM.match(run.text) else None


def _place(run: Run) -> Hint | None:
    if run.initial and run.text.isupper() and run.after in ("—", "–", "-", "(", ","):
        return Hint("place", 10)
    if run.before[1] == "of" and run.before[0] in _PLACE_OF:
        return Hint("place", 10)
    if run.before[1] in _AT_A_PLACE:
        return Hint("place", 6)
    if run.after in ("province", "city", "district", "valley", "region", "airport", "governorate", "talks"):
        return Hint("place", 4)
    return Hint("place", 1) if run.before[1] in ("from", "at", "to", "for", "of") and len(run.words) == 1 else None


def _nationality(run: Run) -> Hint | None:
    if len(run.words) > 1 or not _ADJECTIVE.match(run.text) or run.titled:
        return None
    described = run.after in words("described_head") | words("described_modifier") | words("government_body")
    return Hint("nationality", 8 if described else 1) if run.after.islower() else None


def _body(run: Run) -> Hint | None:
    if _ACRONYM.match(run.text):
        return Hint("organization", 3)
    return Hint("organization", 2) if run.before[1] == "the" else None
