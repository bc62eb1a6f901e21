from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from aidememoire.intake.page_facts import PageFacts, facts_of


def facts(head: str = "", body: str = "<p>One.", attributes: str = "") -> PageFacts:
    return facts_of(document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))


def linked(**article: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | article)}</script>'


SITE = '<meta property="og:site_name" content="The Calder Courier">'


def test_a_page_that_says_nothing_has_no_facts() -> None:
    assert facts() == PageFacts(None, (), None, None, None, None, None)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ('<meta property="og:title" content="Talks resume">', "<h1>Other</h1>", "Talks resume"),
        (SITE + '<meta property="og:title" content="Talks - day two | The Calder Courier">', "", "Talks - day two"),
        (SITE + "<title>Talks resume – The Calder Courier</title>", "", "Talks resume"),
        ("<title>Talks resume | Courier</title>", "<h1>Talks <b>resume</b></h1>", "Talks resume"),
        ("<title>Talks resume | Courier</title>", "", "Talks resume | Courier"),
        (SITE + "<title>The Calder Courier</title>", "<h1>The Calder Courier</h1>", None),
        ("", "<h1>One</h1><h1>Two</h1>", None),
        (linked(headline="Talks resume"), "<h1>One</h1>", "Talks resume"),
    ],
)
def test_titles(head: str, body: str, title: str | None) -> None:
    assert facts(head, body).title == title


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2031-03-04T23:00:00-05:00">', "", "2031-03-04"),
        (linked(datePublished="2031-03-04T10:00Z", dateModified="2031-03-09"), "", "2031-03-04"),
        (linked(datePublished="2031-03-04").replace("NewsArticle", "WebPage"), "", None),
        (linked(datePublished="2031-03-04") + linked(datePublished="2031-03-01"), "", None),
        (
            '<script type="application/ld+json">{broken</script><meta name="date" content="2031-03-04">',
            "",
            "2031-03-04",
        ),
        ('<meta name="DC.date.issued" content="4 March 2031">', "", "2031-03-04"),
        ('<meta name="date" content="04/03/2031">', "", None),
        ('<meta property="article:modified_time" content="2031-03-04">', "", None),
        ("", "<article><time datetime='2031-03-04T10:00'>Tuesday</time></article>", "2031-03-04"),
        ("", "<time datetime='2031-03-04'>Tuesday</time>", None),
        ("", "<article><p>On 4 March 2031 they met.</p></article>", None),
        (
            "",
            "<article><time datetime='2031-03-04' itemprop='datePublished'></time>"
            "<time datetime='2031-03-05'></time></article>",
            "2031-03-04",
        ),
        (
            "",
            "<article><time datetime='2031-03-04'></time><span><time class=updated datetime='2031-03-05'></time></span>"
            "<aside><time datetime='2031-01-01'></time></aside></article>",
            "2031-03-04",
        ),
        ("", "<article><time datetime='2031-03-04'></time><time datetime='2031-03-05'></time></article>", None),
        (
            "",
            "<article><time datetime='2031-03-04'></time></article>"
            "<article><time datetime='2031-03-05'></time></article>",
            None,
        ),
    ],
)
def test_only_a_stated_day_is_the_day_of_publication(head: str, body: str, published: str | None) -> None:
    assert facts(head, body).published == published


def test_outlet_address_language_and_summary() -> None:
    found = facts(
        SITE
        + '<link rel="canonical" href="https://courier.example/1"><meta name="description" content=" Both  met. ">',
        attributes='lang="en-GB"',
    )
    assert (found.outlet, found.url, found.language, found.summary) == (
        "The Calder Courier", "https://courier.example/1", "en", "Both met.",
    )  # fmt: skip


def test_the_publisher_of_the_linked_data_is_the_outlet() -> None:
    assert facts(linked(publisher={"@type": "Organization", "name": "Highland Voice"})).outlet == "Highland Voice"
    graph = json.dumps({"@graph": [{"@type": ["Article"], "publisher": [{"name": "Northern Standard"}]}]})
    assert facts(f'<script type="application/ld+json">{graph}</script>').outlet == "Northern Standard"
    assert facts('<meta property="og:url" content="https://voice.example/1">').url == "https://voice.example/1"
