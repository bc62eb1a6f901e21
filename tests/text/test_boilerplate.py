from __future__ import annotations

import pytest

from aidememoire.text.boilerplate import rules, without_boilerplate, without_edges
from aidememoire.text.pieces import pieces

STORY = "The talks opened in Lugarno on Tuesday, a day later than planned, and both sides came."


def reason(line: str) -> str:
    found = without_boilerplate(pieces(f"{STORY}\n\n{line}\n\n{STORY}"))
    return found[1].reason


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Please respect our house rules.", "comment rules"),
        ("Comments are now closed on this page.", "comment rules"),
        ("No Comments", "comment rules"),
        ("1,204 shares", "share count"),
        ("Share on Facebook", "share links"),
        ("37 readers have voted.", "votes"),
        ("READ MORE: The war in nine maps", "link to another story"),
        ("Commander leaves bridge after five months Read more", "link to another story"),
        ("[How the talks in Lugarno came about]", "link to another story"),
        ("Continue reading below", "link to another story"),
        ("Receive the Courier delivered straight to your inbox.", "newsletter box"),
        ("This site uses cookies. By reading on you agree.", "cookie notice"),
        ("ADVERTISEMENT", "advert label"),
        ("Home > World > Varenia", "navigation"),
        ("WORLD | BUSINESS | SPORT | FAIR", "navigation"),
        ("© 2031 The Calder Courier. All rights reserved.", "copyright notice"),
        ("For queries, please contact [email protected]", "contact line"),
        ("(Corrects day of meeting in paragraph 2)", "correction note"),
        ("($1 = 0.68 crowns)", "exchange rates"),
        ("-->", "ornament"),
        ("* * *", "ornament"),
        ("MORE TO FOLLOW", "wire slug"),
    ],
)
def test_a_line_is_cut_for_its_reason(line: str, why: str) -> None:
    assert reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "The report was published on Tuesday by the Concord of Nations and names nobody.",
        "The report adds that forty villagers were wounded.",
        "The daily briefing was cancelled, the envoy's spokeswoman said.",
        "With reports of new clashes coming in, the talks were put off.",
        "Most shared the view of the envoy.",
        "Most recent talks have failed.",
        "130 votes in favour were counted.",
        "Listen, we are ready.",
        "He said he would read more.",
        "A picture of a deal is emerging, diplomats said.",
        "There is no place for him in this picture, the rebels said.",
        "A photo released by the ministry showed Dastan with his officers.",
        "The army attacked the front and its allies (MVF/UHC).",
        "Reported by the mission, the clashes killed twelve.",
        "No comment was to be had from the ministry.",
        "Background: the war began when troops fired on herders.",
        "Share power or leave, the rebels told Dastan.",
        "The text continues to divide the parties.",
        "Follow the money, Verhane said.",
        "Tomas Okrelo is the commander of the front.",
        "[“We will not leave the bridge before the lorries have passed,” he said]",
    ],
)
def test_a_line_of_the_story_stays(line: str) -> None:
    assert reason(line) == ""


def test_a_list_of_headlines_goes_with_its_heading() -> None:
    found = without_boilerplate(pieces(f"{STORY}\nRelated stories\nFair opens\nTram line closed\n{STORY}"))
    assert [piece.role for piece in found] == [None, "cut", "cut", "cut", None]


def test_reader_comments_go_only_below_the_story() -> None:
    below = without_boilerplate(pieces(f"{STORY}\n{STORY}\n3 comments\nI do not believe a word of it."))
    above = without_boilerplate(pieces(f"3 comments\n{STORY}\n{STORY}"))
    assert [piece.role for piece in below] == [None, None, "cut", "cut"]
    assert [piece.role for piece in above] == ["cut", None, None]


def test_single_words_are_cut_only_below_the_last_paragraph() -> None:
    found = without_edges(pieces(f"{STORY}\nSecurity\n{STORY}\nPDF\nup"))
    assert [piece.role for piece in found] == [None, None, None, "cut", "cut"]


def test_an_explainer_s_own_title_is_no_link() -> None:
    assert without_boilerplate(pieces(f"Explainer: What the talks are about\n\n{STORY}"))[0].role is None


def test_every_rule_has_a_reason_and_a_place() -> None:
    assert all(rule.reason and rule.where in ("any", "edge", "tail") for rule in rules())
    assert not any(rule.pattern.fullmatch(STORY) for rule in rules())
