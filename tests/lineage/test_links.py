from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.lineage.links import links
from aidememoire.lineage.relation import EIGHTH, TELLING, Evidence, relation
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Edit, Lineage, Passage, Story
from tests.lineage.conftest import LEAD, MEETING, QUOTE, REGIME, ROAD, STOCK, TOLL, Make, made

SENTENCES = (LEAD, MEETING, TOLL, REGIME, QUOTE, ROAD, STOCK, "No comment.", "Later.")


def lineage(articles: list[Article]) -> Lineage | None:
    found = [link for link in links(articles) if isinstance(link, Lineage)]
    assert len(found) < 2
    return found[0] if found else None


def told(edit: Edit) -> tuple[str | None, str | None, str]:
    return edit.a.text if edit.a else None, edit.b.text if edit.b else None, edit.kind


def test_two_cuts_of_one_dispatch_are_wire_with_their_edits(wire: list[Article]) -> None:
    found = lineage(wire)
    assert found is not None
    assert (found.a, found.b, found.relation) == ("calder", "ledger", "wire")
    assert (found.direction, found.agency) == ("common source", "Meridian Press")
    assert found.why.startswith("5 of 6 paragraphs, among them 5 with no quotation, found nowhere else")
    assert [told(edit) for edit in found.edits] == [
        (
            "more than 9,000 roofs and burned two",
            "nearly 12,000 roofs and burned seven",
            "figure",
        ),
        ("Dastan regime", "government of Dastan", "naming"),
        (
            QUOTE.removesuffix(" Ilse Verhane told reporters.").strip("“,”"),
            "Our villages come first and the rest can wait",
            "quotation",
        ),
        (None, "in the lobby of her hotel", "added"),
        (None, "Snow is expected to close the pass again before the weekend.", "added"),
    ]


def test_a_stock_paragraph_on_different_days_is_background(make: Make) -> None:
    found = lineage(
        [
            make("a", "Petar Solvane flew home to Orlune on Tuesday after a quarrel about the agenda.", REGIME, STOCK),
            make(
                "b",
                "Commander Tomas Okrelo freed eleven border guards at Halvet on Friday without a ransom.",
                ROAD,
                STOCK,
            ),
        ]
    )
    assert found is not None
    assert (found.relation, found.direction, found.edits) == ("background", "unknown", ())
    assert (
        found.why
        == "1 of 3 paragraphs, among them 1 with no quotation, found nowhere else, but the news is of different days"
    )


def test_a_public_statement_in_independent_prose_is_quote(make: Make) -> None:
    said = "“We will sign nothing while our villages burn, our elders sit in prison and our children sleep in caves”"
    found = lineage(
        [
            make("a", f"{said}, the highland spokeswoman shouted over the engines of two trucks on Monday.",
                 "Her car then left Lugarno by the lake road, followed by a dozen photographers on scooters."),
            make("b", "A tense briefing ended the morning for rebels who had come a long way to be heard.",
                 f"Ilse Verhane read from a sheet of paper: {said}."),
        ]
    )  # fmt: skip
    assert found is not None
    assert found.relation == "quote"
    assert "the shared words stand in quotation marks" in found.why


def test_articles_with_nothing_in_common_have_no_lineage(make: Make) -> None:
    assert list(links([make("a", LEAD, MEETING), make("b", ROAD, TOLL)])) == []


def test_articles_without_words_are_passed_over(make: Make) -> None:
    assert list(links([make("a"), make("b", "—"), make("c", LEAD)])) == []


def test_a_short_alert_belongs_to_the_long_version(make: Make) -> None:
    found = lineage([make("alert", LEAD), make("long", LEAD, MEETING, TOLL, REGIME, QUOTE, ROAD)])
    assert found is not None
    assert (found.relation, found.share_a) == ("wire", 1.0)


def test_wire_versions_are_one_story_and_share_their_passages(wire: list[Article]) -> None:
    found = list(links(wire))
    story = next(link for link in found if isinstance(link, Story))
    assert (story.articles, story.first, story.last) == (("calder", "ledger"), "2031-05-05", "2031-05-05")
    texts = [[member.text for member in link.members] for link in found if isinstance(link, Passage)]
    assert any(all(MEETING.rstrip(".") in text for text in members) for members in texts)


bodies = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(st.lists(bodies, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_links_do_not_depend_on_the_order_of_articles(texts: list[list[str]], shuffler: random.Random) -> None:
    articles = [made(f"article-{place}", *text) for place, text in enumerate(texts)]
    shuffled = list(articles)
    shuffler.shuffle(shuffled)
    assert list(links(articles)) == list(links(shuffled)) == list(links([*articles, *shuffled]))


@settings(max_examples=40, deadline=None)
@given(st.lists(bodies, min_size=2, max_size=4))
def test_every_span_is_the_exact_slice(texts: list[list[str]]) -> None:
    articles = {f"article-{place}": made(f"article-{place}", *text) for place, text in enumerate(texts)}
    for link in links(list(articles.values())):
        if isinstance(link, Passage):
            for member in link.members:
                assert articles[member.article].text[member.start : member.end] == member.text
        elif isinstance(link, Lineage):
            spans = [*((link.a, p.a) for p in link.passages), *((link.b, p.b) for p in link.passages)]
            changed = [*((link.a, e.a) for e in link.edits), *((link.b, e.b) for e in link.edits)]
            for name, span in (*spans, *changed):
                assert span is None or articles[name].text[span.start : span.end] == span.text


@settings(max_examples=40, deadline=None)
@given(bodies)
def test_a_verbatim_copy_is_wire_without_edits(text: list[str]) -> None:
    found = lineage([made("one", *text, outlet="Northern Standard"), made("two", *text, outlet="Isle Broadcasting")])
    assert found is not None
    assert (found.relation, found.share_a, found.share_b, found.edits) == ("wire", 1.0, 1.0, ())


@settings(max_examples=40, deadline=None)
@given(bodies, bodies)
def test_a_pair_is_judged_alike_from_either_side(one: list[str], other: list[str]) -> None:
    there = lineage([made("a", *one), made("b", *other)])
    back = lineage([made("b", *one), made("a", *other)])
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.relation == back.relation


@given(
    st.integers(0, TELLING - 1), st.floats(0, EIGHTH, exclude_max=True), st.floats(0, 1),
    st.sampled_from((True, False, None)), st.booleans(), st.booleans(), st.booleans(),
    st.integers(0, 40), st.integers(0, 40),
)  # fmt: skip
def test_pairs_left_unjudged_would_have_no_relation(
    longest: int, whole: float, likeness: float, same_day: bool | None, near: bool, differ: bool, house: bool,
    own: int, quoted: int,
) -> None:  # fmt: skip
    evidence = Evidence(own, quoted, 0, whole, whole, longest, likeness, same_day, near, differ, house)
    assert relation(evidence) == "none"
