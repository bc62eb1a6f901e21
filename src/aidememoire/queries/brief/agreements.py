"""The lines on agreements that the days' articles tell of for the first time."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.model.facts import Agreement
from aidememoire.model.process import AgreementGroup
from aidememoire.queries.brief.sheet import Days, Sheet, Weighed, line
from aidememoire.queries.brief.wording import listed, quoted

_NAMES = {"communiqué": "communiqué", "resolution": "resolution", "exchange": "exchange", "zones": "zones"}


def on_agreements(sheet: Sheet, days: Days) -> Iterator[Weighed]:
    """A line for each agreement that no earlier article told of; one with an earlier month of its own is background."""
    for group in sheet.links(AgreementGroup):
        told = sheet.facts(Agreement, group.members)
        first = min((day for a in told if (day := sheet.day(a.article))), default=None)
        if days.hold(first) and not _old(group, days):
            yield _line(sheet, days, group, [a for a in told if days.hold(sheet.day(a.article))])


def _old(group: AgreementGroup, days: Days) -> bool:
    value = group.when.value[:7] if group.when else ""
    return group.basis or (value[:4].isdigit() and value[:7] < days.since[: len(value)])


def _line(sheet: Sheet, days: Days, group: AgreementGroup, told: list[Agreement]) -> Weighed:
    parties = sheet.names(group.parties)
    words = f"{_name(group)}{f' of {listed(parties)}' if parties else ''}: {quoted(group.what)}"
    made = line(sheet, days, "happened", words, group.id, told)
    return Weighed(made, (1.0, float(len({a.article for a in told})), 0.5 + sheet.prominence(group.parties)))


def _name(group: AgreementGroup) -> str:
    name = {"ceasefire": "cease-fire", "other": "agreement"} | _NAMES
    return name[group.kind][0].upper() + name[group.kind][1:]
