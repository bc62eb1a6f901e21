"""Reads a web page, which is one article: its visible text, what each part of it is, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from aidememoire.intake.blocks import page_text
from aidememoire.intake.lines import whole
from aidememoire.intake.page_decoding import decoded_page
from aidememoire.intake.page_facts import facts_of
from aidememoire.intake.refusals import AS_TEXT, RefusedError
from aidememoire.intake.roles import marks_of
from aidememoire.intake.rubbish import refuse_rubbish, refuse_unfit
from aidememoire.intake.sources import Source
from aidememoire.intake.story import kept_of
from aidememoire.model.articles import Document


def read_page(source: Source) -> Iterator[Document]:
    """The document of a page's file. Raises RefusedError where it is no page or shows no text."""
    yield document_of_page(decoded_page(whole(source.path)), source.name, source.where)


def document_of_page(source: str, name: str, where: str) -> Document:
    """The document of a page's decoded source, with marks over the whole of its text.

    Raises RefusedError where the source is no text, or the page shows none (as pages do that scripts fill in).
    """
    refuse_rubbish(source)
    root = _parsed(source)
    page = page_text(root)
    refuse_unfit(page.text, "this page")
    facts = facts_of(root)
    return Document(
        source_id=name,
        text=page.text,
        where=where,
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        url=facts.url,
        language=facts.language,
        marks=marks_of(page.blocks, kept_of(source), facts),
    )


def _parsed(source: str) -> HtmlElement:
    """The tree of a page. Elements nested more than 2,048 deep end it: libxml2 goes no deeper."""
    # As bytes: of a string that says in its first line which encoding it is in, lxml will have none.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise RefusedError("is no web page that can be read", AS_TEXT) from error
