"""Documents become articles: the story told apart from what a page leaves around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aidememoire.lexicon.agencies import agency_of, agency_of_site
from aidememoire.model.articles import Article, Cut, Document, Paragraph, ParagraphKind, PublishedHow, Skipped
from aidememoire.model.ids import content_id, text_sha256
from aidememoire.model.spans import Span
from aidememoire.text.agencies import credited, listed, merged, spoken_to
from aidememoire.text.boilerplate import without_boilerplate, without_edges
from aidememoire.text.composite import breaks
from aidememoire.text.credits import Credit, credit_of, is_credit
from aidememoire.text.datelines import Dateline
from aidememoire.text.dates import Stamp, stamp_at
from aidememoire.text.headlines import with_short_lines
from aidememoire.text.heads import Head, read_head
from aidememoire.text.language import language_of
from aidememoire.text.leads import read_lead, with_trailing_credits
from aidememoire.text.marks import with_marks, without_outside
from aidememoire.text.outlets import holder_of, outlet_of
from aidememoire.text.pieces import Piece, pieces
from aidememoire.text.titles import Titled, clean_title

_PARAGRAPHS: tuple[ParagraphKind, ...] = ("title", "standfirst", "subhead", "body")
# Less than a short sentence is no story of a web page; a text that is given as such may be an alert of two words.
_LEAST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class _Page:
    """A document with all its pieces decided, and what its top and its lead gave."""

    document: Document
    pieces: tuple[Piece, ...]
    given: Titled | None
    head: Head
    dateline: Dateline | None
    stamp: Stamp | None

    def texts(self, role: str) -> list[str]:
        return [piece.text for piece in self.pieces if piece.role == role]

    @property
    def body(self) -> list[str]:
        return self.texts("body")

    @property
    def alert(self) -> list[str]:
        """The text of an alert, which an agency sends as a headline alone. A web page without a body is none."""
        return [] if self.document.marks else self.texts("title")


def articles(documents: Iterable[Document]) -> Iterator[Article | Skipped]:
    """The article of each document, or why it was skipped: its text is not English, or there is no story in it."""
    for document in documents:
        yield article_of(document)


def article_of(document: Document) -> Article | Skipped:
    """One document's article, or why it was skipped."""
    page = _page(document)
    body = "\n".join(page.body or page.alert)
    if sum(map(str.isalpha, body)) < (_LEAST_LETTERS if document.marks else 1):
        return Skipped(document.where, "no story in it", "give the article's own text, a paragraph a line")
    language = language_of(body, document.language)
    if language not in (None, "en"):
        return Skipped(document.where, f"its text is not English but {language!r}", "give an English version of it")
    return _article(page, body, language)


def _page(document: Document) -> _Page:
    text = document.text
    given = clean_title(document.title, _hosts(document.url), document.outlet) if document.title else None
    known = [document.title, given.title] if document.title and given else []
    found = [
        piece.be("credit") if piece.role is None and is_credit(piece.text) else piece
        for piece in with_marks(pieces(text), document.marks)
    ]
    head = read_head(without_boilerplate(found), [title for title in known if title], text)
    lead = read_lead(without_edges(without_outside(head.pieces)), text)
    bodies = frozenset([lead.dateline.agency]) if lead.dateline and lead.dateline.agency else frozenset()
    decided = with_short_lines(with_trailing_credits(lead.pieces, bodies))
    decided = [piece.be("body") if piece.role is None else piece for piece in decided]
    return _Page(document, tuple(decided), given, head, lead.dateline, lead.stamp)


def _article(page: _Page, body: str, language: str | None) -> Article:
    document, text = page.document, page.document.text
    found = _titled(page)
    outlet = document.outlet or _outlet(page, found)
    named = [credit_of(line) for line in page.texts("credit")]
    day, how = _published(page)
    bodies = [piece for piece in page.pieces if piece.role == "body"]
    parted = breaks(page.body)
    return Article(
        id=content_id("article", document.source_id, text),
        source_id=document.source_id,
        text=text,
        text_sha256=text_sha256(text),
        title=found.title if found else None,
        outlet=outlet,
        agencies=_agencies(page, named, found, outlet, body),
        bylines=tuple(dict.fromkeys(person for credit in named for person in credit.persons)),
        published=day,
        published_how=how,
        dateline=page.dateline.place if page.dateline else None,
        language=language,
        url=document.url,
        composite=bool(parted),
        boilerplate=tuple(Cut(p.start, p.end, p.text, p.reason) for p in page.pieces if p.role == "cut"),
        credits=tuple(Span.of(text, p.start, p.end) for p in page.pieces if p.role == "credit"),
        paragraphs=tuple(_paragraphs(page.pieces)),
        breaks=tuple(bodies[at].start for at in parted),
    )


def _paragraphs(found: Sequence[Piece]) -> Iterator[Paragraph]:
    for piece in found:
        for kind in _PARAGRAPHS:
            if piece.role == kind:
                yield Paragraph(piece.start, piece.end, piece.text, kind)


def _titled(page: _Page) -> Titled | None:
    """The title: given, else the text's own."""
    if page.given is not None and page.given.title:
        return page.given
    return clean_title(page.head.title.text, _hosts(page.document.url)) if page.head.title else None


def _outlet(page: _Page, found: Titled | None) -> str | None:
    return outlet_of(
        page.texts("credit"), found.suffix if found else None, page.head.label, page.head.masthead, page.texts("cut")
    )


def _agencies(
    page: _Page, named: Sequence[Credit], found: Titled | None, outlet: str | None, body: str
) -> tuple[str, ...]:
    """Credited agencies first (dateline, credits, site, suffix, notice), then those that the body says it is from."""
    names = [page.dateline.agency] if page.dateline and page.dateline.agency else []
    names += [name for credit in named for name in credit.bodies]
    known = list(credited(names))
    sites = [site.name for host in _hosts(page.document.url) if (site := agency_of_site(host))]
    known += listed(name for credit in named for name in credit.sources)
    holder = holder_of(page.texts("cut"))
    others = [name for name in (found.suffix if found else None, outlet, holder) if name]
    known += sites + [agency.name for name in others if (agency := agency_of(name))]
    known = list(merged(known))
    return merged([*known, *spoken_to(body, known)])


def _published(page: _Page) -> tuple[str | None, PublishedHow | None]:
    if page.document.published:
        return page.document.published, "given"
    stated = page.head.stamp or page.stamp
    day = stated.day if stated else page.dateline.day if page.dateline else _below(page)
    return (day, "stated") if day else (None, None)


def _below(page: _Page) -> str | None:
    """A labelled date below the story ("Published on 4 March 2031")."""
    for line in page.texts("cut"):
        stamp = stamp_at(line)
        if stamp and stamp.labelled and stamp.end == len(line):
            return stamp.day
    return None


def _hosts(url: str | None) -> tuple[str, ...]:
    """Every web host that an address names: feeds and aggregators carry the outlet's own address inside theirs."""
    return tuple(dict.fromkeys(re.findall(r"https?://([\w.-]+)", url or "")))
