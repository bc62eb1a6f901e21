"""Actors: ranked, found by name and kind, with what they said and why their names were joined."""

from __future__ import annotations

from aidememoire.model.decisions import Bearer, Decision
from aidememoire.model.ids import content_id
from aidememoire.queries.desk.actors import PARTS, ActorPage, Asked, actor_page, actors_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from tests.support import sample

SOLVANE = content_id("actor", "Petar Solvane")
COUNCIL = content_id("actor", "Highland Council")
STATE = content_id("actor", "Varenian government")


def shelf(*decisions: Decision) -> Shelf:
    made = sample()
    return Shelf(Held([a for a, _ in made.readings], [facts for _, facts in made.readings], made.links, decisions))


def page(actor: str, part: str, held: Shelf | None = None) -> ActorPage:
    found = actor_page(held or shelf(), actor, part, 1, 10)
    assert found is not None
    return found


def test_those_in_most_articles_and_with_most_statements_come_first() -> None:
    rows = actors_page(shelf(), Asked(), 1, 3).rows
    assert [(r.name, r.articles, r.statements) for r in rows] == [
        ("Petar Solvane", 2, 3), ("Highland Council", 2, 2), ("Henrike Aldous", 2, 1)
    ]  # fmt: skip


def test_actors_are_found_by_name_and_kind() -> None:
    held = shelf()
    assert [r.name for r in actors_page(held, Asked("ALDOUS henrike"), 1, 9).rows] == ["Henrike Aldous"]
    assert [r.name for r in actors_page(held, Asked(kind="government"), 1, 9).rows] == ["Varenian government"]
    assert actors_page(held, Asked("solvane", "media"), 1, 9).rows == ()


def test_statements_stand_the_latest_first_with_their_chain() -> None:
    told = page(SOLVANE, "statements").statements
    assert [(s.words, [str(v) for v in s.via], s.cited.outlet) for s in told] == [
        ("19 people were killed in Halvet", [], "Dravik Herald"),
        ("The government will not talk while the ports are closed", ["VNA"], "Dravik Herald"),
        ("14 people were killed in Halvet", [], "Meridian Press"),
    ]


def test_a_role_is_told_once_with_its_first_place() -> None:
    (role,) = page(SOLVANE, "statements").roles
    assert (role.title, role.of, role.articles, role.cited.outlet) == ("Chief negotiator", None, 2, "Meridian Press")


def test_a_breach_is_told_with_who_alleges_it_on_both_sides() -> None:
    (own,) = page(COUNCIL, "commitments").commitments
    assert (own.part, own.what, [str(w) for w in own.alleged_by]) == (
        "its own", "the Lune truce", ["Varenian government"]
    )  # fmt: skip
    (alleged,) = page(STATE, "commitments").commitments
    assert (alleged.part, str(alleged.by)) == ("that it says was broken", "Highland Council")


def test_why_names_are_one_is_told_with_the_two_values() -> None:
    (join,) = page(SOLVANE, "identity").identity
    assert (join.feature, join.score, join.mine, join.theirs) == ("same name", 1.0, "Petar Solvane", "Petar Solvane")
    assert join.cited is not None
    assert join.cited.outlet == "Dravik Herald"


def test_what_people_decided_stands_with_those_it_is_about() -> None:
    who = (Bearer("Petar Solvane", "person"), Bearer("Ilse Verhane", "person"))
    held = shelf(Decision("decision-1", 1, "2031-05-06T08:00:00Z", "one", who))
    (told,) = page(SOLVANE, "identity", held).decisions
    assert told.text == "Petar Solvane and Ilse Verhane are one"
    assert page(COUNCIL, "identity", held).decisions == ()


def test_only_the_part_that_was_asked_for_is_filled_and_all_are_counted() -> None:
    shown = page(COUNCIL, "commitments")
    assert shown.rows == shown.commitments != ()
    assert shown.statements == ()
    assert [c.value for c in shown.counts] == list(PARTS)
    assert [c.count for c in shown.counts] == [2, 0, 0, 1, 1]
    assert actor_page(shelf(), "actor-none", "statements", 1, 10) is None
