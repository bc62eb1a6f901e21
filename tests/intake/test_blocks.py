from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from aidememoire.intake.blocks import PageText, ink, page_text


def shown(source: str) -> PageText:
    return page_text(document_fromstring(f"<html><body>{source}</body></html>"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<div><div><div><p>One.</p></div></div></div>Two.", "One.\n\nTwo."),
        ("<p>The <b>en</b>voy <i> said </i> no.</p>", "The envoy said no."),
        ("<p>\n  The\tenvoy\r\n said\n</p>", "The envoy said"),
        ("<p>One.<br>Two.<br/> Three. </p>", "One.\nTwo.\nThree."),
        ("<div>One.<br><br> <br>Two.</div>", "One.\n\nTwo."),
        ("<p>Orlune&nbsp;talks &amp;amp; &#8220;no&#x201d;</p>", "Orlune\xa0talks &amp; “no”"),
        ("<p>&nbsp;</p><p> </p><p>One.</p>", "One."),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("<table><tr><th>A<td>B</table>", "A\n\nB"),
        ("<pre>One\n  two\r\nthree</pre>", "One\ntwo\nthree"),
        ("One<script>var a = '<p>no</p>'</script> two<!-- no --> three", "One two three"),
        (
            "<style>p {}</style><noscript>no</noscript><template><p>no</p></template><svg><text>no</text></svg>One",
            "One",
        ),
        ("<p>One<span hidden>no</span> two</p><p style='color: red; display : none'>no</p>", "One two"),
        ("<select><option>no</select><textarea>no</textarea><button>Yes</button>", "Yes"),
        ("loose <p>One.</p> between <p>Two.", "loose\n\nOne.\n\nbetween\n\nTwo."),
        ("<p>One<div>Two</p>", "One\n\nTwo"),
    ],
)
def test_the_text_is_what_a_browser_shows(source: str, text: str) -> None:
    assert shown(source).text == text


def test_blocks_know_their_element_and_their_share_of_links() -> None:
    page = shown("<nav><ul><li><a href=x>Home</a></li></ul></nav><p>One <a>two</a>.</p>")
    assert [(block.text, block.element.tag) for block in page.blocks] == [("Home", "li"), ("One two.", "p")]
    assert [round(block.linked, 2) for block in page.blocks] == [1.0, 0.43]


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<b>",
        "</b>",
        "<a>",
        "<li>",
        "<pre>",
        "</pre>",
        "<td>",
        "<h1>",
        "<!--",
        "-->",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))), max_size=30))
def test_blocks_are_slices_in_order_with_blank_lines_between(pieces: list[str]) -> None:
    page = shown("".join(pieces))
    assert "\n\n".join(block.text for block in page.blocks) == page.text
    for block in page.blocks:
        assert page.text[block.start : block.end] == block.text
        assert block.text.strip()
        assert "\n\n" not in block.text
        assert 0 <= block.linked <= 1


def test_ink_is_what_is_not_white() -> None:
    assert ink(" a b\n\xa0c ") == 3
