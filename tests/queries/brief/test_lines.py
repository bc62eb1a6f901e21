"""Lines on figures, plans, denials, warnings and answers, from one article made by hand; sentences around words."""

from __future__ import annotations

from datetime import date

from aidememoire.model.facts import Fact, Figure, Position, Time
from aidememoire.model.joined import Actor, Claim, Mention, Origin, Origins, Turn
from aidememoire.model.links import Link
from aidememoire.model.process import Stand
from aidememoire.queries.brief.compose import brief
from aidememoire.queries.brief.disputes import _very_words
from aidememoire.queries.brief.sentences import lead_of, sentence_around
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.brief.wording import bare, generic, quoted
from aidememoire.store import Held
from tests.support import article, party, span, statement

MONDAY, FRIDAY = "2031-03-03", "2031-03-07"
TEXT = """A heavy day
All times are those of Orlune, and the day was a heavy one.
Gen. Okrelo said the raid killed 19 people in Halvet. The war has killed 40,000 people in five years of war.
A second round is due to open on Friday in Lugarno. The census talks will resume, the envoy said.
Kestria accused Ostmere of arming rebels in Halvet. Ostmere dismissed as an invention that it armed rebels in Halvet.
Petar Solvane warned that the army would answer every shell from the hills.
President Dastan, who refuses to open the Marn valley road, was silent.
"""
DAY = article("a", TEXT, outlet="The Calder Courier", published=MONDAY)


def made() -> Sheet:
    kestria, ostmere = party(DAY, "Kestria", "state"), party(DAY, "Ostmere", "state")
    solvane, dastan = party(DAY, "Petar Solvane", "person"), party(DAY, "Dastan", "person")
    okrelo = party(DAY, "Okrelo", "person")
    accused = statement(
        DAY, "Ostmere of arming rebels in Halvet", kestria, "accuse", target=ostmere.id, target_text="Ostmere"
    )
    denied = statement(DAY, "it armed rebels in Halvet", ostmere, "deny", cue=span(TEXT, "dismissed"))
    warned = statement(
        DAY, "the army would answer every shell from the hills", solvane, "threaten", cue=span(TEXT, "warned")
    )
    dead, all_dead = (
        Figure(f"f {n}", DAY.id, "killed", "people", float(n), None, None, "exactly", None, who, span(TEXT, words))
        for n, who, words in ((19, okrelo.id, "killed 19 people"), (40000, None, "killed 40,000 people"))
    )
    at = span(TEXT, "on Friday")
    friday = Time("t", DAY.id, at.start, at.end, at.text, FRIDAY, FRIDAY, FRIDAY)
    refuses = Position(
        "p", DAY.id, dastan.id, "Dastan", "reject", "open the Marn valley road", None,
        span(TEXT, "who refuses to open the Marn valley road"),
    )  # fmt: skip
    people = (kestria, ostmere, solvane, dastan, okrelo)
    links: list[Link] = [
        *(Actor(f"actor {p.name}", p.name, p.kind, (), (), None, (p.id,), ()) for p in people),
        Claim(
            "claim", accused.content.text, (Mention(accused.id, DAY.id, "x"),), ("actor Kestria",), (),
            Origins(1, 1, (Origin((DAY.id,), None, "stands in one article"),)),
        ),
        Stand(
            "s", "actor Dastan", "Dastan", "i",
            (Turn("reject", MONDAY, None, (refuses.id,), (DAY.id,), ()),), (),
        ),
    ]  # fmt: skip
    facts: tuple[Fact, ...] = (*people, accused, denied, warned, dead, all_dead, friday, refuses)
    return Sheet(Held((DAY,), [facts], links))


def told(kind: str) -> list[str]:
    return [line.text for line in brief(made(), date.fromisoformat(MONDAY)) if line.kind == kind]


def test_a_toll_is_told_with_its_sentence_and_who_gives_it_and_that_of_the_whole_war_is_not() -> None:
    assert [line for line in told("happened") if line.startswith("Figures")] == [
        "Figures of killed: “Gen. Okrelo said the raid killed 19 people in Halvet.” — according to Okrelo; "
        "The Calder Courier (1 origin)."
    ]


def test_what_is_set_for_a_later_day_is_planned_and_so_is_a_step_without_a_day() -> None:
    assert told("planned") == [
        "Set for 7 March 2031: “A second round is due to open on Friday in Lugarno.” — The Calder Courier (1 origin).",
        "To come: “The census talks will resume, the envoy said.” — The Calder Courier (1 origin).",
    ]


def test_an_accusation_carries_the_answer_of_the_accused_which_has_no_line_of_its_own() -> None:
    assert told("disputed") == [
        "Accusation by Kestria against Ostmere: “Kestria accused Ostmere of arming rebels in Halvet.”; Ostmere "
        "answers: “Ostmere dismissed as an invention that it armed rebels in Halvet.” — The Calder Courier (1 origin)."
    ]


def test_a_warning_is_told_and_a_standing_refusal_is_no_news() -> None:
    assert told("moved") == [
        "Warning by Petar Solvane: “Petar Solvane warned that the army would answer every shell from the hills.” — "
        "The Calder Courier (1 origin)."
    ]


def test_quotation_marks_within_a_quotation_are_single_and_one_without_its_fellow_is_left_out() -> None:
    assert quoted('It is a "gift," she said.') == "“It is a ‘gift,’ she said.”"
    assert quoted("“The road is open.”") == "“The road is open.”"
    assert quoted("The road is open,” she said") == "“The road is open, she said”"


def test_a_denial_of_other_words_denies_nothing() -> None:
    kestria, ostmere = party(DAY, "Kestria", "state"), party(DAY, "Ostmere", "state")
    claimed = statement(DAY, "Ostmere of arming rebels in Halvet", kestria)
    same = statement(DAY, "it armed rebels in Halvet", ostmere, "deny")
    other = statement(DAY, "A second round is due to open on Friday in Lugarno", ostmere, "deny")
    assert [_very_words([claimed, denied]) for denied in (same, other)] == [True, False]


def test_the_day_on_which_something_is_said_or_of_the_brief_itself_is_no_plan() -> None:
    text = "A title\nThe lead tells of a census in Orlune.\nThe envoy said on Friday that talks will go on.\n"
    of = article("d", text, outlet="Herald", published=MONDAY)
    at = span(text, "on Friday")
    for day in (FRIDAY, MONDAY):
        said_then = Time("t", of.id, at.start, at.end, at.text, day, day, day)
        lines = brief(Sheet(Held((of,), [(said_then,)], [])), date.fromisoformat(MONDAY))
        assert [line.kind for line in lines] == ["happened"]


def test_whom_a_matter_is_left_to_is_not_asked_for_it() -> None:
    text = "A title\nThe lead is short.\nThe charter comes next. Kestria says the Varenians themselves must decide.\n"
    of = article("e", text, outlet="Herald", published=MONDAY)
    kestria, people = party(of, "Kestria", "state"), party(of, "Varenians", "unnamed")
    wants = Position(
        "p",
        of.id,
        kestria.id,
        "Kestria",
        "demand",
        "must decide",
        None,
        span(text, "themselves must decide"),
        people.id,
    )
    links: list[Link] = [
        *(Actor(f"actor {p.name}", p.name, p.kind, (), (), None, (p.id,), ()) for p in (kestria, people)),
        Stand("s", "actor Kestria", "Kestria", "i", (Turn("demand", MONDAY, None, (wants.id,), (of.id,), ()),), ()),
    ]
    lines = brief(Sheet(Held((of,), [(kestria, people, wants)], links)), date.fromisoformat(MONDAY))
    assert [line.text for line in lines if line.kind == "moved"] == [
        "Demand by Kestria: “The charter comes next. Kestria says the Varenians themselves must decide.” — "
        "Herald (1 origin)."
    ]


def test_a_sentence_goes_on_after_a_rank_and_ends_with_its_line() -> None:
    assert sentence_around(DAY, span(TEXT, "19")).text == "Gen. Okrelo said the raid killed 19 people in Halvet."
    assert sentence_around(DAY, span(TEXT, "40,000")).text == "The war has killed 40,000 people in five years of war."
    assert sentence_around(DAY, span(TEXT, "refuses")).text.startswith("President Dastan")


def test_the_lead_is_no_head_of_a_list() -> None:
    found = article("b", "A day\nThe latest from Orlune (all times local):\n9.30 p.m.\nThe talks opened in Lugarno.")
    lead = lead_of(found)
    assert lead is not None
    assert lead.text == "The talks opened in Lugarno."


def test_words_that_do_not_tell_of_what_they_speak_are_bare() -> None:
    assert [bare(w) for w in ("negotiate", "release them", "let in those who flee", "a census")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert [generic(n) for n in (None, "men", "the two sides", "Marn Valley Front")] == [True, True, True, False]
