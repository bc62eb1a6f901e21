"""The views of the process over a small record made by hand: two weeks of the Varenian talks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aidememoire.model.facts import Agreement, Commitment, Encounter, EncounterStatus, Fact, Term
from aidememoire.model.joined import Actor, CommitmentGroup, Origin, Origins, Turn
from aidememoire.model.links import Link
from aidememoire.model.mentions import SeatMention
from aidememoire.model.process import AgreementGroup, Basket, Delegation, EncounterGroup, Round, Seat, Track
from aidememoire.model.spans import Located
from aidememoire.model.when import When
from aidememoire.queries.desk.process import process_page
from aidememoire.queries.desk.process_agreements import AgreementsAsked, agreements_page
from aidememoire.queries.desk.process_commitments import CommitmentsAsked, commitments_page
from aidememoire.queries.desk.process_encounters import EncountersAsked, encounter_page, encounters_page
from aidememoire.queries.desk.process_planned import planned_page
from aidememoire.queries.desk.process_seats import SeatsAsked, seats_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Held
from tests.support import article, span

PLAN = "Solvane is to meet Verhane in Lugarno on Tuesday. The fifth round of the Lugarno talks is to open on 14 April."
MET = "Solvane met Verhane. The front shelled Halvet. Kestria wants the front in, Ostmere refuses it."
DEAL = "The truce covers Halvet until 20 March. Solvane promised to free the sick; Verhane says that he has not."
ONE = article("one", PLAN, outlet="Meridian Press", published="2031-03-03")
TWO = article("two", MET, outlet="The Calder Courier", published="2031-03-04")
THREE = article("three", DEAL, outlet="Highland Voice", published="2031-03-10")
HEARD = Origins(1, 1, (Origin((TWO.id,), None, "stands in one article"),))


def place(of: str, words: str) -> Located:
    source = {"one": ONE, "two": TWO, "three": THREE}[of]
    where = span(source.text, words)
    return Located(source.id, where.start, where.end, where.text)


def actor(name: str) -> Actor:
    return Actor(f"actor-{name}", name, "person", (), (), None, (), ())


def turn(status: str, day: str, fact: str, article: str, *by: str, when: When | None = None) -> Turn:
    return Turn(status, day, when, (fact,), (article,), by)


def group(mark: str, status: EncounterStatus, who: tuple[str, ...], *course: Turn, **more: object) -> EncounterGroup:
    members = tuple(fact for t in course for fact in t.facts)
    made = EncounterGroup(
        mark, "meeting", status, who, (), None, None, None, None, None, None, False, members, course, HEARD
    )
    return replace(made, **more)  # type: ignore[arg-type]


def facts() -> tuple[tuple[Fact, ...], ...]:
    def met(mark: str, of: str, status: EncounterStatus, words: str) -> Encounter:
        where = place(of, words)
        evidence = span({"one": PLAN, "two": MET}[of], words)
        return Encounter(mark, where.article, "meeting", status, (), (), None, None, None, None, None, evidence)

    seat = span(MET, "Kestria wants the front in, Ostmere refuses it.")
    promise = span(DEAL, "Solvane promised to free the sick")
    term = Term("until", "20 March", When("20 March", "2031-03-20"), span(DEAL, "until 20 March"))
    truce = span(DEAL, "The truce covers Halvet")
    return (
        (met("e1", "one", "planned", "Solvane is to meet Verhane in Lugarno on Tuesday."),),
        (
            met("e2", "two", "held", "Solvane met Verhane."),
            met("e3", "two", "held", "The front shelled Halvet."),
            SeatMention("s1", TWO.id, None, "the front", "wanted", "for", None, None, seat),
            SeatMention("s2", TWO.id, None, "the front", "refused", "against", None, None, seat),
        ),
        (
            Commitment("c1", THREE.id, None, "Solvane", None, "to free the sick", "made", (), None, promise),
            Agreement("a1", THREE.id, (), None, "truce", "ceasefire", None, truce, False, (term,)),
        ),
    )


def links() -> list[Link]:
    term = Term("until", "20 March", When("20 March", "2031-03-20"), span(DEAL, "until 20 March"))
    planned = turn("planned", "2031-03-03", "e1", ONE.id, when=When("Tuesday", "2031-03-04"))
    held = turn("held", "2031-03-04", "e2", TWO.id)
    both = ("actor-Solvane", "actor-Verhane")
    return [
        *map(actor, ("Solvane", "Verhane", "Aldous", "Kestria", "Ostmere")),
        Track("track-1", "Lugarno", "actor-Aldous", ("actor-Kestria",), (place("one", "Lugarno talks"),)),
        Round("round-5", 5, "Lugarno", None, (place("one", "fifth round"),), opened=When("14 April", "2031-04-14")),
        Basket("basket-1", "disarmament", "Lugarno", (place("one", "Lugarno talks"),)),
        group("g-met", "held", both, planned, held, earliest="2031-03-04", latest="2031-03-04", track="Lugarno"),
        group("g-shelled", "held", (), turn("held", "2031-03-04", "e3", TWO.id), kind="attack", earliest="2031-03-04"),
        group("g-past", "planned", both[:1], replace(planned), earliest="2031-03-05", latest="2031-03-05"),
        group("g-ahead", "planned", both[1:], replace(planned), earliest="2031-03-30", latest="2031-03-30"),
        group("g-open", "planned", (), replace(planned), when=When("soon", "")),
        Seat("seat-1", None, "the front", "Lugarno", "wanted", (), ("actor-Kestria",), ("actor-Ostmere",),
             (place("two", "the front in"),),
             (turn("wanted", "2031-03-04", "s1", TWO.id, "actor-Kestria"),
              turn("refused", "2031-03-04", "s2", TWO.id))),
        Seat("seat-2", "actor-Verhane", "Verhane", None, "in", (), (), (), (place("two", "Verhane"),)),
        Delegation("delegation-1", None, "the council", "actor-Verhane", (), None, (place("two", "Verhane"),)),
        AgreementGroup("agreement-1", "ceasefire", "truce", (), None, True, ("a1",), HEARD, (term,)),
        CommitmentGroup("promise-1", "actor-Solvane", "Solvane", "to free the sick", ("c1",), ("actor-Verhane",), HEARD,
                        status="alleged broken", course=(turn("made", "2031-03-10", "c1", THREE.id),)),
        CommitmentGroup("promise-2", None, "the front", "to leave", (), (), HEARD, status="made"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(Held([ONE, TWO, THREE], facts(), links()))


def test_a_track_has_its_people_and_rounds(shelf: Shelf) -> None:
    (track,) = process_page(shelf, False, 1, 50).rows
    assert (track.name, str(track.mediator), [str(s) for s in track.sponsors]) == ("Lugarno", "Aldous", ["Kestria"])
    assert (track.rounds, track.guarantors, track.venue) == ((5,), (), None)


def test_the_timeline_tells_planned_from_held_and_leaves_attacks_out(shelf: Shelf) -> None:
    page = process_page(shelf, False, 1, 50).timeline
    standing = {m.label: m.standing for m in page.drawn}
    assert standing["Round 5 of Lugarno"] == "planned"
    assert standing["meeting: Solvane, Verhane"] == "held"
    assert (page.undated, page.outside, "attack" in page.lanes) == (1, 0, False)
    assert page.window == ("2031-02-17", "2031-04-24")
    assert "attack" in process_page(shelf, True, 1, 50).timeline.lanes


def test_the_matrix_counts_who_met_whom(shelf: Shelf) -> None:
    page = encounters_page(shelf, EncountersAsked(), 1, 50)
    assert [(str(r.party), r.counts) for r in page.matrix] == [("Solvane", (1, 1)), ("Verhane", (1, 1))]
    assert page.listed.total == 4


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (EncountersAsked(party="actor-Solvane"), ["g-past", "g-met"]),
        (EncountersAsked(party="actor-Solvane", other="actor-Verhane"), ["g-met"]),
        (EncountersAsked(kind="attack"), ["g-shelled"]),
        (EncountersAsked(status="planned"), ["g-ahead", "g-past", "g-open"]),
        (EncountersAsked(track="Lugarno"), ["g-met"]),
        (EncountersAsked(first="2031-03-05", last="2031-03-05"), ["g-past"]),
        (EncountersAsked(last="2031-03-04", attacks=True), ["g-met", "g-shelled"]),
    ],
)
def test_encounters_are_those_asked_for(shelf: Shelf, asked: EncountersAsked, found: list[str]) -> None:
    assert [row.id for row in encounters_page(shelf, asked, 1, 50).rows] == found


def test_an_encounter_has_its_course_and_all_tellings(shelf: Shelf) -> None:
    page = encounter_page(shelf, "g-met")
    assert page is not None
    assert [(t.status, str(t.time or ""), t.cited[0].outlet) for t in page.course] == [
        ("planned", "2031-03-04", "Meridian Press"),
        ("held", "", "The Calder Courier"),
    ]
    assert [t.cited.text for t in page.rows][1] == "Solvane met Verhane."
    assert encounter_page(shelf, "nothing") is None


def test_what_became_of_plans(shelf: Shelf) -> None:
    page = planned_page(shelf, None, 1, 50)
    assert {r.encounter.id: r.outcome for r in page.rows} == {
        "g-met": "held", "g-past": "no word since", "g-ahead": "still to come", "g-open": "no day told",
    }  # fmt: skip
    assert [r.encounter.id for r in planned_page(shelf, "no word since", 1, 50).rows] == ["g-past"]


def test_seats_in_dispute_stand_first(shelf: Shelf) -> None:
    page = seats_page(shelf, SeatsAsked(), 1, 50)
    assert [(str(r.party), r.disputed) for r in page.rows] == [("the front", True), ("Verhane", False)]
    assert [str(w) for w in (*page.rows[0].wanted_by, *page.rows[0].refused_by)] == ["Kestria", "Ostmere"]
    assert [r.id for r in seats_page(shelf, SeatsAsked(standing="in"), 1, 50).rows] == ["seat-2"]
    assert [(str(d.of), str(d.head)) for d in page.delegations] == [("the council", "Verhane")]


def test_the_term_of_an_agreement_leads_to_its_words(shelf: Shelf) -> None:
    (row,) = agreements_page(shelf, AgreementsAsked(basis=True), 1, 50).rows
    (term,) = row.terms
    assert (str(term), str(term.time), term.cited and term.cited.text) == (
        "until 20 March",
        "2031-03-20",
        "until 20 March",
    )
    assert agreements_page(shelf, AgreementsAsked(only="other"), 1, 50).rows == ()


def test_a_breach_is_alleged_by_somebody(shelf: Shelf) -> None:
    (row,) = commitments_page(shelf, CommitmentsAsked(breached=True), 1, 50).rows
    assert (row.what, [str(w) for w in row.alleged_by]) == ("to free the sick", ["Verhane"])
    assert [r.id for r in commitments_page(shelf, CommitmentsAsked(), 1, 50).rows] == ["promise-1", "promise-2"]
