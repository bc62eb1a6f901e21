"""What kind of event a row tells in ACLED's classes, and what kinds of actors meet in it; "" where unknown."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.views.coded.gather import Coded
from aidememoire.views.coded.who import Who

POLITICAL, DEMONSTRATIONS, STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
_REMOTE = {
    "aerial": "Air/drone strike",
    "heavy-weapons": "Shelling/artillery/missile attack",
    "explosives": "Remote explosive/landmine/IED",
    "suicide-attack": "Suicide bomb",
    "chemical": "Chemical weapon",
}
_ON_PERSONS = {"abduct": "Abduction/forced disappearance", "sexual": "Sexual violence"}
_COERCION = {"arrest": "Arrests", "destroy": "Looting/property destruction", "seize": "Looting/property destruction"}
# By the number that ACLED gives each: of two that meet, the lower comes first.
_INTER = {
    "MIL": "State forces",
    "COP": "State forces",
    "REB": "Rebel group",
    "CVL": "Civilians",
    "IGO": "External/Other forces",
}
_ORDER = ("State forces", "Rebel group", "Rioters", "Protesters", "Civilians", "External/Other forces")
_ARMED = frozenset(("MIL", "COP", "REB", "GOV"))


@dataclass(frozen=True, slots=True)
class Type:
    """The three classes of a row."""

    disorder: str
    event: str
    sub_event: str


def type_of(event: Coded) -> Type | None:
    """The classes of an event, None for one that ACLED has no row for."""
    match event.kind:
        case "ASSAULT":
            return _violence(event)
        case "PROTEST":
            riot = event.mode == "riot"
            return Type(DEMONSTRATIONS, "Riots" if riot else "Protests", "Violent demonstration" if riot else "")
        case "COERCE" if event.mode in _COERCION:
            return Type(STRATEGIC, STRATEGIC, _COERCION[event.mode])
        case "COOPERATE" | "RETREAT" | "CONSULT" if event.mode in {"exchange", "release", None}:
            return Type(STRATEGIC, STRATEGIC, "Other")
        case _:
            return None


def _violence(event: Coded) -> Type:
    """Violence by its means; else by whom it meets: armed sides battle, civilians are attacked; else unknown."""
    mode = event.mode or ""
    sources, targets = sectors(event.sources), sectors(event.targets)
    if mode in _REMOTE:
        return Type(POLITICAL, "Explosions/Remote violence", _REMOTE[mode])
    if mode in _ON_PERSONS:
        return Type(POLITICAL, "Violence against civilians", _ON_PERSONS[mode])
    if "CVL" in targets:
        return Type(POLITICAL, "Violence against civilians", "Attack")
    if mode == "territory" and sources and sources <= {"MIL", "GOV"}:
        return Type(POLITICAL, "Battles", "Government regains territory")
    if mode == "territory" and sources == {"REB"}:
        return Type(POLITICAL, "Battles", "Non-state actor overtakes territory")
    if sources & _ARMED and targets & _ARMED:
        return Type(POLITICAL, "Battles", "Armed clash")
    return Type(POLITICAL, "", "")


def sectors(actors: tuple[Who, ...]) -> set[str]:
    """The sectors of actors, as far as they are known."""
    return {actor.sector for actor in actors if actor.sector is not None}


def inter(actors: tuple[Who, ...], kind: Type) -> str:
    """ACLED's kind of the first of the actors, "" where it is not known."""
    if not actors:
        return ""
    if kind.event in {"Riots", "Protests"} and actors[0].sector in {None, "CVL"}:
        return "Rioters" if kind.event == "Riots" else "Protesters"
    # A government that attacks does so by its forces.
    if actors[0].sector == "GOV" and kind.disorder == POLITICAL:
        return "State forces"
    return _INTER.get(actors[0].sector or "", "")


def interaction(one: str, other: str) -> str:
    """The two kinds that meet, joined in ACLED's order; "" where one of the two is not known."""
    return "-".join(sorted((one, other), key=_ORDER.index)) if one and other else ""
