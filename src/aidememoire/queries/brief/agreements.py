"""The lines on agreements that the days' articles tell of for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from aidememoire.model.facts import Agreement
from aidememoire.model.process import AgreementGroup
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.wording import listed, quoted, terms
from aidememoire.record.days import days as spell

# In days: what was agreed longer ago is background.
_FRESH = 3
_NAMES = {"communiqué": "communiqué", "resolution": "resolution", "exchange": "exchange", "zones": "zones"}


def on_agreements(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each agreement of these days that no earlier article told of and that names who made it.

    Without a party and a day it may be one that is only hoped for, or has failed: of seven such lines read against
    their stories five announced a truce that there was not.
    """
    for group in sheet.links(AgreementGroup):
        told = sheet.facts(Agreement, group.members)
        first = min((day for a in told if (day := sheet.day(a.article))), default=None)
        if days.hold(first) and group.parties and not group.basis and _fresh(group, days):
            yield _line(sheet, days, group, [a for a in told if days.hold(sheet.day(a.article))])


def _fresh(group: AgreementGroup, days: Days) -> bool:
    known = spell(group.when.value) if group.when else None
    earliest = date.fromisoformat(days.since) - timedelta(_FRESH)
    return known is not None and known.narrow and earliest <= known.last <= date.fromisoformat(days.day)


def _line(sheet: Sheet, days: Days, group: AgreementGroup, told: list[Agreement]) -> Weighed:
    parties = sheet.names(group.parties)
    words = f"{_name(group)}{f' of {listed(parties)}' if parties else ''}: {quoted(group.what)}{terms(group)}"
    made = line(sheet, days, "happened", words, group.id, told)
    return Weighed(made, (1.0, float(len({a.article for a in told})), 0.5 + sheet.prominence(group.parties)))


def _name(group: AgreementGroup) -> str:
    name = {"ceasefire": "cease-fire", "other": "agreement"} | _NAMES
    return name[group.kind][0].upper() + name[group.kind][1:]
