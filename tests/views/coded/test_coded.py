from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest

from aidememoire.model.events import Event, EventKind
from aidememoire.model.facts import Agreement, Encounter, EncounterKind, Fact, Figure, Party, Position
from aidememoire.model.ids import content_id
from aidememoire.model.joined import Actor, Origin, Origins
from aidememoire.model.links import Link
from aidememoire.model.process import AgreementGroup, EncounterGroup
from aidememoire.model.when import When
from aidememoire.store import Held
from aidememoire.views.coded.acled import acled
from aidememoire.views.coded.instruments import ceasefires, pax
from aidememoire.views.coded.plover import plover
from tests.support import article, party, span, statement

STORY = article(
    "wire-1",
    "Shells fall on Halvet\n"
    "French warplanes bombed the rebels near Halvet on Monday, killing six fighters.\n"
    "The French government accused the Marn Valley Front of breaking the Lune truce.\n"
    "The Front and the government signed a nationwide truce on Tuesday, watched over by observers.\n"
    "The Front demanded the release of prisoners.\n",
    outlet="Meridian Press",
    published="2031-05-06",
)
FRENCH = party(STORY, "The French government", "government")
FRONT = party(STORY, "Marn Valley Front", "armed group")
MONDAY, TUESDAY = When("Monday", "2031-05-05"), When("Tuesday", "2031-05-06")
ONE = Origins(1, 1, (Origin((STORY.id,), None, "own byline"),))


def event(
    kind: EventKind, words: str, who: tuple[Party | str, ...], whom: tuple[Party | str, ...], **more: Any
) -> Event:
    def texts(them: tuple[Party | str, ...]) -> tuple[str, ...]:
        return tuple(p if isinstance(p, str) else p.name for p in them)

    fields: dict[str, Any] = {
        "id": content_id("event", kind, words),
        "article": STORY.id,
        "kind": kind,
        "mode": None,
        "sources": tuple(p.id for p in who if isinstance(p, Party)),
        "targets": tuple(p.id for p in whom if isinstance(p, Party)),
        "source_texts": texts(who),
        "target_texts": texts(whom),
        "status": "asserted",
        "reporter": None,
        "when": None,
        "place": None,
        "context": (),
        "evidence": span(STORY.text, words),
    }
    return Event(**(fields | more))


def attack(status: str = "held", source: Party | None = None) -> Encounter:
    kind: EncounterKind = "attack"
    words = "French warplanes bombed the rebels near Halvet on Monday"
    return Encounter(
        "encounter-1", STORY.id, kind, status, (FRENCH.id,), ("French warplanes",), "Halvet", MONDAY,  # type: ignore[arg-type]
        source.id if source else None, None, None, span(STORY.text, words),
    )  # fmt: skip


TRUCE = Agreement(
    "agreement-1", STORY.id, (FRONT.id, FRENCH.id), None, "a nationwide truce", "ceasefire", TUESDAY,
    span(STORY.text, "The Front and the government signed a nationwide truce on Tuesday, watched over by observers."),
)  # fmt: skip
DEMAND = Position(
    "position-1", STORY.id, FRONT.id, "The Front", "demand", "the release of prisoners", None,
    span(STORY.text, "The Front demanded the release of prisoners."),
)  # fmt: skip
BOMBED = event(
    "ASSAULT", "French warplanes bombed the rebels near Halvet on Monday", ("French warplanes",), ("the rebels",),
    mode="aerial", when=MONDAY, place="Halvet",
)  # fmt: skip
KILLED = Figure(
    "figure-1", STORY.id, "fighters killed", "fighters", 6.0, None, None, "exactly", None, None,
    span(STORY.text, "bombed the rebels near Halvet on Monday, killing six fighters"),
)  # fmt: skip


def actor(of: Party) -> Actor:
    return Actor(content_id("actor", of.name), of.name, of.kind, (), (), None, (of.id,), ())


def moment(*facts: Any, links: tuple[Link, ...] = ()) -> Held:
    told: tuple[Fact, ...] = (FRENCH, FRONT, *facts)
    return Held([STORY], [told], [actor(FRENCH), actor(FRONT), *links])


def records(*facts: Any) -> list[dict[str, Any]]:
    out = StringIO()
    plover(moment(*facts), out)
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    return found


def table(view: Any, *facts: Any, links: tuple[Link, ...] = ()) -> list[dict[str, str]]:
    out = StringIO()
    view(moment(*facts, links=links), out)
    return list(csv.DictReader(StringIO(out.getvalue())))


def group(status: str = "held", members: tuple[str, ...] = ("encounter-1",)) -> EncounterGroup:
    return EncounterGroup(
        "encounter_group-1", "attack", status, (content_id("actor", FRENCH.name),), ("French warplanes",), "Halvet",  # type: ignore[arg-type]
        MONDAY, "2031-05-05", "2031-05-05", None, None, False, members, (), ONE,
    )  # fmt: skip


def test_a_record_holds_the_event_with_codes_and_sectors() -> None:
    (row,) = records(BOMBED)
    assert row["event"] == "ASSAULT"
    assert row["mode"] == "aerial"
    assert row["date"] == "2031-05-05"
    assert row["geo"] == "Halvet"
    assert row["source"] == [
        {"actorText": "French warplanes", "name": "French warplanes", "code": "FRA", "sector": "MIL", "actor": None}
    ]
    assert row["target"] == [
        {"actorText": "the rebels", "name": "the rebels", "code": None, "sector": "REB", "actor": None}
    ]
    assert row["text"] == "French warplanes bombed the rebels near Halvet on Monday, killing six fighters."
    assert (row["publication"], row["language"], row["status"]) == ("Meridian Press", "en", "asserted")


def test_an_empty_record_gives_an_empty_list() -> None:
    assert records() == []


def test_a_day_that_the_text_does_not_give_stays_unknown() -> None:
    (row,) = records(event("SANCTION", "The French government", (FRENCH,), (FRONT,), when=When("Monday", "XXXX-WXX-1")))
    assert row["date"] is None
    assert row["dateRange"] == {"first": None, "last": None, "text": "Monday"}


def test_a_thing_told_as_statement_and_as_event_is_one_record() -> None:
    words = "The French government accused the Marn Valley Front of breaking the Lune truce"
    accused = statement(STORY, "breaking the Lune truce", FRENCH, "accuse", target=FRONT.id, target_text="the Front")
    (row,) = records(event("ACCUSE", words, (FRENCH,), (FRONT,), mode="allege"), accused)
    assert row["event"] == "ACCUSE"
    assert row["facts"] == [content_id("event", "ACCUSE", words), accused.id]
    assert (row["target"][0]["code"], row["target"][0]["sector"]) == (None, "REB")


def test_a_denied_event_is_kept_as_denied() -> None:
    (row,) = records(attack("denied", FRENCH))
    assert (row["event"], row["status"], row["reporter"]) == ("ASSAULT", "denied", None)


@pytest.mark.parametrize(
    ("kind", "status", "coded"),
    [
        ("meeting", "held", [("CONSULT", None)]),
        ("meeting", "planned", [("AGREE", None)]),
        ("meeting", "postponed", []),
        ("call", "held", [("CONSULT", "phone")]),
        ("release", "held", [("RETREAT", "release")]),
        ("exchange", "alleged", [("COOPERATE", "exchange")]),
        ("attack", "planned", []),
    ],
)
def test_what_an_encounter_is_in_plover(kind: EncounterKind, status: str, coded: list[tuple[str, str | None]]) -> None:
    met = Encounter(
        "encounter-2", STORY.id, kind, status, (FRENCH.id, FRONT.id), ("government", "Front"), None, None, None,  # type: ignore[arg-type]
        None, None, span(STORY.text, "The Front and the government"),
    )  # fmt: skip
    assert [(row["event"], row["mode"]) for row in records(met)] == coded


def test_a_signed_agreement_is_support_and_one_without_a_time_is_no_event() -> None:
    (row,) = records(TRUCE)
    assert (row["event"], [who["name"] for who in row["source"]]) == (
        "SUPPORT",
        ["Marn Valley Front", "The French government"],
    )
    undated = Agreement(TRUCE.id, STORY.id, TRUCE.parties, None, TRUCE.what, "ceasefire", None, TRUCE.evidence)
    assert records(undated) == []


def test_acled_row_of_an_attack() -> None:
    (row,) = table(acled, BOMBED, attack(), KILLED, links=(group(),))
    assert row["event_id_cnty"] == "encounter_group-1"
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2031-05-05", "2031", "1")
    assert row["disorder_type"] == "Political violence"
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (row["inter1"], row["inter2"], row["interaction"]) == (
        "State forces",
        "Rebel group",
        "State forces-Rebel group",
    )
    assert (row["actor2"], row["location"], row["fatalities"]) == ("the rebels", "Halvet", "6")
    assert (row["source"], row["source_scale"], row["alleged_by"]) == ("Meridian Press", "", "")
    assert (row["origins_low"], row["origins_high"]) == ("1", "1")


def test_acled_marks_what_is_only_alleged() -> None:
    (row,) = table(acled, attack("alleged", FRONT), links=(group("alleged"),))
    assert row["alleged_by"] == "Marn Valley Front"
    assert row["notes"].startswith("Alleged by Marn Valley Front. French warplanes bombed")


def test_acled_has_no_row_for_an_event_without_a_day() -> None:
    assert table(acled, event("PROTEST", "The French government", ("students",), (FRENCH,))) == []


def test_pax_tells_the_issues_of_agreements_and_positions() -> None:
    made = AgreementGroup(
        "agreement_group-1", "ceasefire", "a nationwide truce", (content_id("actor", FRONT.name),), TUESDAY, False,
        ("agreement-1",), ONE,
    )  # fmt: skip
    rows = table(pax, TRUCE, DEMAND, links=(made,))
    assert [(row["record"], row["issues"]) for row in rows] == [
        ("agreement", "cessation of hostilities; enforcement and monitoring"),
        ("position", "prisoner release"),
    ]
    assert (rows[1]["parties"], rows[1]["stance"]) == ("Marn Valley Front", "demand")


def test_ceasefires_have_their_class() -> None:
    parties = (content_id("actor", FRONT.name), content_id("actor", FRENCH.name))
    made = AgreementGroup(
        "agreement_group-1", "ceasefire", "a nationwide truce", parties, TUESDAY, False, ("agreement-1",), ONE
    )
    (row,) = table(ceasefires, TRUCE, links=(made,))
    assert row["class"] == "cessation with compliance mechanisms"
    assert (row["sides"], row["scope"], row["form"], row["purpose"]) == ("bilateral", "national", "written", "")
    assert (row["date_first"], row["first_reported"], row["articles"]) == ("2031-05-06", "2031-05-06", "wire-1")
