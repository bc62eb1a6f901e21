from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.lineage.links import links, neighbours
from aidememoire.model.articles import Article
from aidememoire.model.lineage import Lineage
from tests.lineage.conftest import LEAD, MEETING, REGIME, ROAD, STOCK, TOLL, Make, made


def lineages(articles: list[Article]) -> list[Lineage]:
    return [link for link in links(articles) if isinstance(link, Lineage)]


def test_only_pairs_with_a_new_article_are_given(make: Make) -> None:
    old = [make("a", LEAD, MEETING), make("b", LEAD, MEETING), make("c", ROAD, TOLL)]
    new = make("d", ROAD, TOLL)
    found = list(neighbours([*old, new], {"d"}, lineages(old)))
    assert [(link.a, link.b, link.relation) for link in found] == [("c", "d", "wire")]


def test_earlier_wires_count_once_in_what_is_stock(make: Make) -> None:
    """Two old cuts of one dispatch are one report: what the new one shares with both is not yet stock."""
    old = [make("a", STOCK, LEAD, ROAD), make("b", STOCK, LEAD, ROAD), make("c", STOCK, TOLL, MEETING)]
    whole = [*old, make("d", STOCK, REGIME)]
    told = {link.id: link for link in lineages(whole)}
    found = list(neighbours(whole, {"d"}, lineages(old)))
    assert found
    assert all(told[link.id] == link for link in found)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from((LEAD, MEETING, TOLL, REGIME, ROAD)), min_size=1, max_size=4), max_size=5))
def test_where_all_are_new_nothing_is_left_out(texts: list[list[str]]) -> None:
    articles = [made(f"article-{place}", *text) for place, text in enumerate(texts)]
    assert list(neighbours(articles, {article.id for article in articles}, [])) == lineages(articles)


def test_where_none_is_new_nothing_is_found(make: Make) -> None:
    assert list(neighbours([make("a", LEAD), make("b", LEAD)], set(), [])) == []
