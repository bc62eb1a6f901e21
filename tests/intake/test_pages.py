from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.intake.pages import document_of_page
from aidememoire.intake.refusals import RefusedError
from aidememoire.model.articles import Document, Skipped

Read = Callable[[str, str | bytes], list[Document | Skipped]]

LEAD = "LUGARNO: The envoy of the Concord of Nations, Henrike Aldous, met both delegations apart on Tuesday."
MIDDLE = (
    "The government's chief negotiator, Petar Solvane, told Meridian Press that his delegation would stay by the lake "
    "until Friday, whatever the other side did."
)
END = (
    "Ilse Verhane, the spokeswoman of the United Highland Council, denied that prisoners had been exchanged at Tessaly "
    "Ford on Monday evening."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Talks on the Marn resume | The Calder Courier</title>
<meta property="og:site_name" content="The Calder Courier"></head>
<body class="has-sidebar related-on"><header><a href="/">The Calder Courier</a><nav><li><a>World</a></nav></header>
<form action="."><div class="breadcrumbs"><a>Home</a> &gt; <a>World</a></div>
<main><article class="comments-open"><header><h1>Talks on the Marn resume</h1>
<p class="standfirst">Both sides have come back.</p><p class="byline">By Ada Renn</p>
<div><time datetime="2031-03-04">4 March 2031</time></div></header>
<figure><img><figcaption>The hotel by the lake. (Photo: Ada Renn)</figcaption></figure>
<div class="text"><p>{LEAD}</p><p>“We have not<br>failed yet,” she said.</p><p>No.</p>
<div class="ad-slot"><p>Advertisement</p></div><h2>What comes next</h2><p>{MIDDLE}</p>
<aside class="related"><h3>Read more</h3>
<li><a>Rebels leave the Orlune talks without a word, sources say</a></li></aside>
<p>{END}</p><ul><li>The first round ended in January.</li></ul><p>She left.</p></div>
<div class="share-bar"><a>Share</a> <a>Send</a></div>
<div id="newsletterSignup"><p>Our morning briefing</p></div></article>
<section id="comments">
<p>Reader: I think that all of this will come to nothing, as it always has in the past.</p></section>
</main></form><footer><p>© 2031 The Calder Courier</p></footer></body></html>"""


def roles(source: str) -> list[tuple[str, str]]:
    document = document_of_page(source, "page", "page.html")
    return [(mark.role, document.text[mark.start : mark.end]) for mark in document.marks]


def bodies(source: str) -> list[str]:
    return [text for role, text in roles(source) if role == "body"]


def test_each_part_of_a_page_has_its_role() -> None:
    assert roles(PAGE) == [
        ("navigation", "The Calder Courier"),
        ("navigation", "World"),
        ("navigation", "Home > World"),
        ("title", "Talks on the Marn resume"),
        ("standfirst", "Both sides have come back."),
        ("byline", "By Ada Renn"),
        ("date", "4 March 2031"),
        ("caption", "The hotel by the lake. (Photo: Ada Renn)"),
        ("body", LEAD),
        ("body", "“We have not\nfailed yet,” she said."),
        ("body", "No."),
        ("outside", "Advertisement"),
        ("heading", "What comes next"),
        ("body", MIDDLE),
        ("related", "Read more"),
        ("related", "Rebels leave the Orlune talks without a word, sources say"),
        ("body", END),
        ("body", "The first round ended in January."),
        ("body", "She left."),
        ("outside", "Share Send"),
        ("newsletter", "Our morning briefing"),
        ("comments", "Reader: I think that all of this will come to nothing, as it always has in the past."),
        ("navigation", "© 2031 The Calder Courier"),
    ]


def test_the_document_holds_what_the_page_says_of_itself(read: Read) -> None:
    (document,) = read("2031-03-04.html", PAGE)
    assert isinstance(document, Document)
    assert document.source_id == "2031-03-04"
    assert (document.title, document.outlet) == ("Talks on the Marn resume", "The Calder Courier")
    assert (document.published, document.url, document.language) == ("2031-03-04", None, "en")


def test_paragraphs_of_an_old_page_without_markup_are_the_body() -> None:
    page = f"<html><body><font size=2><b>Talks resume</b><br><br>{LEAD}<br><br>{MIDDLE}<br><br>No.<br><br>{END}</font>"
    assert [text for text in bodies(page) if text in (LEAD, MIDDLE, END)] == [LEAD, MIDDLE, END]


def test_a_menu_in_the_table_of_the_story_is_not_the_story() -> None:
    menu = "".join(f"<a href='/{i}'>Section {i}</a><br>" for i in range(8))
    page = f"<table><tr><td>{menu}</td><td><h1>Talks resume</h1><p>{LEAD}<p>{MIDDLE}<p>No.<p>{END}</td></tr></table>"
    assert bodies(f"<html><body>{page}</body></html>") == [LEAD, MIDDLE, "No.", END]


def test_a_page_of_links_has_no_body() -> None:
    links = "".join(
        f"<li><a href='/{i}'>Talks on the Marn resume for the {i}th time, sources say</a>" for i in range(30)
    )
    page = f"<html><body><h1>World</h1><ul>{links}</ul></body></html>"
    document = document_of_page(page, "page", "page.html")
    assert document.text.startswith("World\n\nTalks on the Marn resume for the 0th time")
    assert bodies(page) == []


@pytest.mark.parametrize(
    "source",
    ["<html></html>", "<html><body><div id=root></div><script>run()</script>", "<p> </p>", "<!-- <p>One</p> -->"],
)
def test_a_page_that_shows_nothing_is_refused(source: str) -> None:
    with pytest.raises(RefusedError, match=r"there is no text in this page|is no web page"):
        document_of_page(source, "page", "page.html")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<html><meta charset=utf-8><p>Béla “no”".encode(), "Béla “no”"),
        ("<html><meta charset=iso-8859-1><p>Béla “no”".encode("cp1252"), "Béla “no”"),
        ("<html><meta charset=iso-8859-1><p>Béla “no”".encode(), "Béla “no”"),
        ("<html><meta charset=utf-8><p>Béla “no”".encode("cp1252"), "Béla “no”"),
        ("<html><p>Béla “no”".encode("utf-16"), "Béla “no”"),
        ("\ufeff<html><p>Béla “no”".encode(), "Béla “no”"),
        (
            '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź'.encode(
                "iso-8859-2"
            ),
            "Łódź",
        ),
        ('<?xml version="1.0" encoding="windows-1251"?><html><p>Орск'.encode("cp1251"), "Орск"),
        ("<html><meta charset=rot13><p>Béla".encode("cp1252"), "Béla"),
        ("<html><meta charset=gbk><p>B\xe9 ".encode("latin-1"), "Bé"),
    ],
)
def test_pages_are_decoded_as_they_are_written(read: Read, data: bytes, text: str) -> None:
    (document,) = read("page.html", data)
    assert isinstance(document, Document)
    assert document.text == text


def test_rubbish_under_a_pages_name_is_refused(read: Read) -> None:
    (item,) = read("page.html", b"\x89PNG\r\n\x1a\n")
    assert isinstance(item, Skipped)
    assert item.reason == "is a PNG image, not text"


def test_elements_nested_without_end_raise_nothing(read: Read) -> None:
    (item,) = read("page.html", "<p>One.</p>" + "<div>" * 100_000 + "Two.")
    assert isinstance(item, Document)
    assert item.text == "One."


PIECES = st.sampled_from(
    "<html> <body> <article> <p> </p> <div> </div> <h1> <h2> <nav> <aside> <form> <figcaption> <br> <a> </a> <time> "
    "<meta> <script> </script> <title> &amp; &#0; &#xD800; &#x110000; <p class=standfirst> <![CDATA[ <?php".split()
) | st.just(f"<p>{LEAD}</p>")  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES | st.text(max_size=20), max_size=25))
def test_marks_cover_the_words_of_any_page(pieces: list[str]) -> None:
    try:
        document = document_of_page("".join(pieces), "page", "page.html")
    except RefusedError:
        return
    end = 0
    for mark in document.marks:
        assert document.text[end : mark.start] in ("", "\n\n")
        assert mark.start < mark.end
        end = mark.end
    assert end == len(document.text)
    document.text.encode()
