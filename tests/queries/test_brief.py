"""Briefs composed from a small record made by hand: four days of the Varenian talks."""

from __future__ import annotations

from datetime import date

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, Encounter, Fact, Party, Position
from aidememoire.model.joined import Actor, Claim, CommitmentGroup, Mention, Origin, Origins, Turn
from aidememoire.model.links import Link
from aidememoire.model.process import AgreementGroup, EncounterGroup, Issue, Stand
from aidememoire.model.when import When
from aidememoire.queries.brief.compose import brief, briefs
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.store import Held
from tests.support import article, party, span, statement

MONDAY, TUESDAY, FRIDAY = "2031-03-03", "2031-03-04", "2031-03-07"
PLAN = """Negotiators to meet
Petar Solvane is to meet Ilse Verhane in Lugarno on Tuesday.
The Marn Valley Front rejects any census.
Kestria accused Ostmere of arming the front.
"""
PUT_OFF = """Meeting put off
The meeting of Petar Solvane and Ilse Verhane was put off until Friday.
Ostmere denied arming the front.
"""
HELD_ = """They met
Petar Solvane met Ilse Verhane in Lugarno.
The Marn Valley Front accepts a census. The government promised
to free prisoners. The two agreed on a truce. The front said the government broke the truce.
"""


def actor(name: str, *parties: Party) -> Actor:
    return Actor(f"actor {name}", name, parties[0].kind, (), (), None, tuple(p.id for p in parties), ())


def origins(*articles: Article) -> Origins:
    return Origins(1, len(articles), tuple(Origin((a.id,), None, "stands in one article") for a in articles))


def turn(status: str, day: str, of: Article, fact: Fact, *sources: str, when: When | None = None) -> Turn:
    return Turn(status, day, when, (fact.id,), (of.id,), sources)


def encounter(of: Article, status: str, words: str, who: tuple[Party, ...]) -> Encounter:
    names, ids = tuple(p.name for p in who), tuple(p.id for p in who)
    evidence = span(of.text, words)
    return Encounter(f"e {status}", of.id, "meeting", status, ids, names, None, None, None, None, None, evidence)  # type: ignore[arg-type]


def position(of: Article, stance: str, words: str, issue: str, who: Party) -> Position:
    return Position(f"p {stance}", of.id, who.id, who.name, stance, issue, None, span(of.text, words))  # type: ignore[arg-type]


def week() -> Sheet:
    one = article("a", PLAN, outlet="The Calder Courier", published=MONDAY)
    two = article("b", PUT_OFF, outlet="Dravik Herald", published=TUESDAY)
    three = article("c", HELD_, outlet="Highland Voice", published=FRIDAY)
    texts = (one, two, three)
    solvane = [party(a, "Petar Solvane", "person") for a in texts]
    verhane = [party(a, "Ilse Verhane", "person") for a in texts]
    front = [party(one, "Marn Valley Front", "armed group"), party(three, "Marn Valley Front", "armed group")]
    kestria, ostmere = party(one, "Kestria", "state"), [party(a, "Ostmere", "state") for a in (one, two)]
    state = party(three, "government", "government")
    met = [
        encounter(one, "planned", "is to meet", (solvane[0], verhane[0])),
        encounter(two, "postponed", "was put off", (solvane[1], verhane[1])),
        encounter(three, "held", "met Ilse", (solvane[2], verhane[2])),
    ]
    stood = [
        position(one, "reject", "rejects any census", "any census", front[0]),
        position(three, "accept", "accepts a census", "a census", front[1]),
    ]
    accused = statement(
        one, "Ostmere of arming the front", kestria, "accuse", target=ostmere[0].id, target_text="Ostmere"
    )
    denied = statement(two, "arming the front", ostmere[1], "deny")
    promise = Commitment(
        "c made",
        three.id,
        state.id,
        "The government",
        None,
        "to free prisoners",
        "made",
        (),
        None,
        span(HELD_, "to free"),
    )
    broken = Commitment(
        "c broken", three.id, state.id, "the government", None, "the truce", "alleged broken", (front[1].id,), None,
        span(HELD_, "broke the truce"),
    )  # fmt: skip
    truce = Agreement("a truce", three.id, (), None, "a truce", "ceasefire", None, span(HELD_, "agreed on a truce"))
    cast = [
        actor("Petar Solvane", *solvane),
        actor("Ilse Verhane", *verhane),
        actor("Marn Valley Front", *front),
        actor("Kestria", kestria),
        actor("Ostmere", *ostmere),
        actor("government", state),
    ]
    group = EncounterGroup(
        "g", "meeting", "held", ("actor Petar Solvane", "actor Ilse Verhane"), (), "Lugarno", When("Friday", FRIDAY),
        FRIDAY, FRIDAY, None, None, False, tuple(e.id for e in met),
        (
            turn("planned", MONDAY, one, met[0], when=When("Tuesday", TUESDAY)),
            turn("postponed", TUESDAY, two, met[1], "actor Ilse Verhane", when=When("Friday", FRIDAY)),
            turn("held", FRIDAY, three, met[2]),
        ),
        origins(*texts),
    )  # fmt: skip
    course = (turn("reject", MONDAY, one, stood[0]), turn("accept", FRIDAY, three, stood[1]))
    links: list[Link] = [
        *cast,
        group,
        Issue("i", "census", ("any census", "a census"), ("p reject", "p accept")),
        Stand("s", "actor Marn Valley Front", "Front", "i", course, ("p accept",)),
        Claim(
            "claim", "Ostmere of arming the front",
            (Mention(accused.id, one.id, "x"), Mention(denied.id, two.id, "y")),
            ("actor Kestria",), ("actor Ostmere",), origins(one, two),
        ),
        CommitmentGroup(
            "cg", "actor government", "The government", "to free prisoners", (promise.id,), (), origins(three),
            status="made", course=(turn("made", FRIDAY, three, promise),),
        ),
        CommitmentGroup(
            "bg", "actor government", "the government", "the truce", (broken.id,), ("actor Marn Valley Front",),
            origins(three), status="alleged broken", course=(turn("alleged broken", FRIDAY, three, broken),),
        ),
        AgreementGroup(
            "ag", "ceasefire", "a truce", ("actor Marn Valley Front",), When("Friday", FRIDAY), False, (truce.id,),
            origins(three),
        ),
    ]  # fmt: skip
    facts: list[tuple[Fact, ...]] = [
        (solvane[0], verhane[0], front[0], kestria, ostmere[0], met[0], stood[0], accused),
        (solvane[1], verhane[1], ostmere[1], met[1], denied),
        (solvane[2], verhane[2], front[1], state, met[2], stood[1], promise, broken, truce),
    ]
    return Sheet(Held(texts, facts, links))


def lead(words: str, outlet: str) -> str:
    return f"In the news: “{words}” — {outlet} (1 origin)."


def told(sheet: Sheet, day: str, since: str | None = None) -> list[tuple[str, str]]:
    lines = brief(sheet, date.fromisoformat(day), date.fromisoformat(since) if since else None)
    return [(line.kind, line.text) for line in lines]


def test_on_the_first_day_a_meeting_is_planned_a_stand_taken_and_an_accusation_not_yet_denied() -> None:
    assert told(week(), MONDAY) == [
        ("happened", lead("Petar Solvane is to meet Ilse Verhane in Lugarno on Tuesday.", "The Calder Courier")),
        (
            "moved",
            "Rejection by Marn Valley Front: “The Marn Valley Front rejects any census.” — "
            "The Calder Courier (1 origin).",
        ),
        ("disputed", "Kestria: “Kestria accused Ostmere of arming the front.” — The Calder Courier (1 origin)."),
        (
            "planned",
            "Petar Solvane and Ilse Verhane are to meet in Lugarno on 4 March 2031 — The Calder Courier (1 origin).",
        ),
    ]


def test_a_denial_makes_the_dispute_news_and_a_meeting_put_off_has_moved() -> None:
    assert told(week(), TUESDAY) == [
        (
            "happened",
            lead("The meeting of Petar Solvane and Ilse Verhane was put off until Friday.", "Dravik Herald"),
        ),
        (
            "moved",
            "A meeting in Lugarno was put off, involving Petar Solvane and Ilse Verhane; "
            "before that it was planned — according to Ilse Verhane; Dravik Herald (1 origin).",
        ),
        (
            "disputed",
            "“Ostmere of arming the front”, asserted by Kestria, is denied by Ostmere — Dravik Herald "
            "and The Calder Courier (1 to 2 origins).",
        ),
    ]


def test_what_came_of_it() -> None:
    assert told(week(), FRIDAY) == [
        ("happened", lead("Petar Solvane met Ilse Verhane in Lugarno.", "Highland Voice")),
        (
            "happened",
            "Petar Solvane and Ilse Verhane met in Lugarno on 7 March 2031; before that it was put off — "
            "Highland Voice (1 origin).",
        ),
        ("happened", "Cease-fire of Marn Valley Front: “a truce” — Highland Voice (1 origin)."),
        (
            "moved",
            "Acceptance by Marn Valley Front: “The Marn Valley Front accepts a census.”; before that its stance was "
            "reject on 3 March 2031: "
            "“any census” — Highland Voice (1 origin).",
        ),
        ("moved", "Promise by government: “to free prisoners” — Highland Voice (1 origin)."),
        (
            "disputed",
            "Breach of “the truce” by government alleged by Marn Valley Front: “The front said the government broke "
            "the truce.” — Highland Voice (1 origin).",
        ),
    ]


def test_a_brief_since_a_day_covers_all_days_between_and_each_line_leads_to_its_words() -> None:
    sheet = week()
    lines = brief(sheet, date.fromisoformat(FRIDAY), date.fromisoformat(MONDAY))
    assert {line.kind for line in lines} == {"happened", "moved", "disputed"}
    for line in lines:
        assert line.evidence
        for where in line.evidence:
            assert sheet.articles[where.article].text[where.start : where.end] == where.text


def test_a_day_without_articles_has_an_empty_brief() -> None:
    assert told(week(), "2031-03-05") == []


def test_the_briefs_of_all_days_are_those_of_each() -> None:
    sheet = week()
    each = [line for day in (MONDAY, TUESDAY, FRIDAY) for line in brief(sheet, date.fromisoformat(day))]
    assert list(briefs(sheet)) == each
