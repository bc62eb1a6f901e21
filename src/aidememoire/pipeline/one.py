"""One document read to the end: its article and what that tells."""

from __future__ import annotations

from aidememoire.extract.facts import facts
from aidememoire.model.articles import Article, Document, Skipped
from aidememoire.model.facts import Fact
from aidememoire.reading.read import readings
from aidememoire.text.articles import articles


def read(document: Document) -> tuple[Article, tuple[Fact, ...]] | Skipped:
    """The document as an article with its facts, or why it is none.

    A mistake of the program in one article is that article's loss alone: it is skipped, and the message asks for it.
    """
    try:
        (article,) = articles([document])
        if isinstance(article, Skipped):
            return article
        (reading,) = readings([article])
        (of,) = facts([(article, reading)])
        if len({fact.id for fact in of}) < len(of):
            raise ValueError("two facts have one id")
    except Exception as error:
        mistake = f"the program failed on it ({type(error).__name__}: {error})"
        return Skipped(document.where, mistake, "please report this with the article")
    return article, of
