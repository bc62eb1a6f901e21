"""What agreements and positions are about, in PA-X's issues, and the classes of ceasefires, each as CSV.

Each column is told in `docs/codebook.md`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

from aidememoire.extract.ceasefires import ceasefire_class
from aidememoire.extract.pax import pax_issues
from aidememoire.model.facts import Agreement, Position
from aidememoire.model.process import AgreementGroup
from aidememoire.store import Moment
from aidememoire.views.coded.plover import happened
from aidememoire.views.coded.who import Roster
from aidememoire.views.index import Index, index_of

PAX = (
    "id", "record", "kind", "parties", "stance", "wanted_of", "what", "issues", "date_first", "date_last", "reported",
    "articles", "evidence",
)  # fmt: skip
CEASEFIRES = (
    "id", "name", "parties", "sides", "class", "purpose", "scope", "form", "date_first", "date_last", "first_reported",
    "last_reported", "origins_low", "origins_high", "articles", "evidence",
)  # fmt: skip

Line = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Instrument:
    """An agreement as all articles tell it, with its mentions in them."""

    group: AgreementGroup
    mentions: tuple[Agreement, ...]

    @property
    def text(self) -> str:
        """Its name and every clause that tells of it."""
        return ". ".join([self.group.what, *(m.what for m in self.mentions), *(m.evidence.text for m in self.mentions)])


def pax(moment: Moment, out: TextIO) -> None:
    """Write the agreements and then the positions of what `moment` sees, with the issues that each names."""
    index = index_of(moment)
    roster = Roster.of(moment, index)
    rows = [*(_agreement(each, roster, index) for each in _instruments(moment)), *_positions(moment, roster, index)]
    _write(out, PAX, rows)


def ceasefires(moment: Moment, out: TextIO) -> None:
    """Write the ceasefires of what `moment` sees, with their classes."""
    index = index_of(moment)
    roster = Roster.of(moment, index)
    found = (each for each in _instruments(moment) if each.group.kind == "ceasefire")
    _write(out, CEASEFIRES, [_ceasefire(each, roster, index) for each in found])


def _write(out: TextIO, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> None:
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _instruments(moment: Moment) -> Iterator[_Instrument]:
    mentions = {made.id: made for made in moment.facts(Agreement)}
    for group in moment.links(AgreementGroup):
        yield _Instrument(group, tuple(mentions[m] for m in group.members if m in mentions))


def _agreement(it: _Instrument, roster: Roster, index: Index) -> Line:
    first, last = happened(it.group.when)
    return {
        "id": it.group.id,
        "record": "agreement",
        "kind": it.group.kind,
        "parties": _names(it.group.parties, roster),
        "stance": "",
        "wanted_of": "",
        "what": it.group.what,
        "issues": "; ".join(pax_issues(it.text)),
        "date_first": first or "",
        "date_last": last or "",
        "reported": _reported(it, index)[0],
        "articles": _articles(it, index),
        "evidence": _evidence(it),
    }


def _positions(moment: Moment, roster: Roster, index: Index) -> Iterator[Line]:
    for held in moment.facts(Position):
        first, last = happened(held.when)
        yield {
            "id": held.id,
            "record": "position",
            "kind": "",
            "parties": roster.name(held.party) or held.party_text,
            "stance": held.stance,
            "wanted_of": roster.name(held.of) or "",
            "what": held.issue,
            "issues": "; ".join(pax_issues(" ".join(filter(None, (held.issue, held.condition_for))))),
            "date_first": first or "",
            "date_last": last or "",
            "reported": index.published.get(held.article) or "",
            "articles": index.source_ids.get(held.article, ""),
            "evidence": _flat(held.evidence.text),
        }


def _ceasefire(it: _Instrument, roster: Roster, index: Index) -> Line:
    first, last = happened(it.group.when)
    kind = ceasefire_class(it.text, len(it.group.parties))
    reported = _reported(it, index)
    told: dict[str, Any] = {
        "id": it.group.id,
        "name": it.group.what,
        "parties": _names(it.group.parties, roster),
        "sides": kind.sides,
        "class": kind.name,
        "purpose": kind.purpose,
        "scope": kind.scope,
        "form": kind.form,
        "date_first": first,
        "date_last": last,
        "first_reported": reported[0],
        "last_reported": reported[1],
        "origins_low": it.group.origins.low,
        "origins_high": it.group.origins.high,
        "articles": _articles(it, index),
        "evidence": _evidence(it),
    }
    return {column: "" if value is None else str(value) for column, value in told.items()}


def _names(actors: Iterable[str], roster: Roster) -> str:
    return "; ".join(roster.actors[actor].name for actor in actors if actor in roster.actors)


def _reported(it: _Instrument, index: Index) -> tuple[str, str]:
    """The first and the last day on which an article told of it, "" where no article has a day."""
    told = sorted(day for m in it.mentions if (day := index.published.get(m.article)) is not None)
    return (told[0], told[-1]) if told else ("", "")


def _articles(it: _Instrument, index: Index) -> str:
    return "; ".join(dict.fromkeys(index.source_ids.get(m.article, "") for m in it.mentions))


def _evidence(it: _Instrument) -> str:
    return _flat(it.mentions[0].evidence.text) if it.mentions else ""


def _flat(text: str) -> str:
    return " ".join(text.split())
