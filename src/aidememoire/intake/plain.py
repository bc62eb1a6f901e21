"""Reads a file of plain text, which is one article."""

from __future__ import annotations

from collections.abc import Iterator

from aidememoire.intake.formats import is_page
from aidememoire.intake.lines import whole_text
from aidememoire.intake.pages import document_of_page
from aidememoire.intake.rubbish import refuse_unfit
from aidememoire.intake.sources import Source
from aidememoire.model.articles import Document


def read_plain(source: Source) -> Iterator[Document]:
    """The document of a text file: the decoded file without its byte order mark, each line ending made "\\n".

    A web page saved under a text file's name is read as a page. Raises RefusedError where the file can be no article.
    """
    text = whole_text(source.path)
    if is_page(text):
        yield document_of_page(text, source.name, source.where)
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_unfit(text)
    yield Document(source_id=source.name, text=text, where=source.where)
