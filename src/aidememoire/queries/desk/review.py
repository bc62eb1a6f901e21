"""The pages of one fact under review, of one that was missed, and of the trail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aidememoire.model.articles import Article
from aidememoire.model.decisions import Bearer, Decision
from aidememoire.model.facts import Party
from aidememoire.model.kinds import kind_of
from aidememoire.model.reviews import Review
from aidememoire.model.spans import Span
from aidememoire.queries.desk.review_cases import book
from aidememoire.queries.desk.review_form import FormField, Line, form_of, lines_of, parties_here
from aidememoire.queries.desk.shapes import Cited, Listed, cited_span, listed
from aidememoire.queries.reviews import ReviewedCase
from aidememoire.queries.shelf import Shelf
from aidememoire.record.decisions import effects
from aidememoire.record.review.versions import REVIEWED, anchor_of, read_back


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph: the text before the words that are meant, the words, and the text after."""

    start: int
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class WordView:
    """What somebody said of the fact: `lines` are the fields that he wants otherwise than the machine had them.

    `mine` where it is the reader's own word; `last` where it is its reviewer's last.
    """

    number: int
    made: str
    reviewer: str
    what: str
    note: str
    effect: str
    lines: tuple[Line, ...]
    mine: bool
    last: bool


@dataclass(frozen=True, slots=True)
class FactPage:
    """A fact under review: its place, the machine's version, the version that stands, and everybody's words."""

    fact: str
    kind: str
    cited: Cited
    title: str | None
    paragraphs: tuple[Shown, ...]
    machine: tuple[Line, ...] | None
    stands: tuple[Line, ...] | None
    words: tuple[WordView, ...]
    again: bool
    disputed: bool
    form: tuple[FormField, ...]
    start: int
    end: int
    next: str | None
    reviewer: str


@dataclass(frozen=True, slots=True)
class AddPage:
    """The form for a fact that was missed."""

    article: str
    cited: Cited
    title: str | None
    kind: str
    kinds: tuple[str, ...]
    paragraphs: tuple[Shown, ...]
    form: tuple[FormField, ...]
    start: int | None
    end: int | None
    reviewer: str


@dataclass(frozen=True, slots=True)
class TrailRow:
    """A word in the trail, on a fact or on who is who, with both versions of the fact as they were kept."""

    made: str
    about: str
    number: int
    reviewer: str
    what: str
    kind: str
    fact: str
    article: str
    source_id: str
    words: str
    before: str
    after: str
    note: str
    effect: str


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Everything that people said, the latest first."""

    rows: tuple[TrailRow, ...]
    listed: Listed
    reviewer: str


def fact_page(shelf: Shelf, fact_id: str, reviewer: str, following: str | None) -> FactPage | None:
    """One fact under review, None where the record has none of that id and nobody spoke of it."""
    held, fact = book(shelf).by_id.get(fact_id), book(shelf).facts.get(fact_id)
    if held is None and fact is None:
        return None
    case = held.case if held else None
    machine = case.machine if case else fact
    stands = case.stands if case else fact
    article = held.article if held else shelf.articles[fact.article] if fact else None
    assert article is not None
    base = stands or machine
    place = anchor_of(base) if base else case.words[-1].span if case else None
    assert place is not None
    kind = case.kind if case else kind_of(type(base))
    names = _names(shelf, article, held)
    return FactPage(
        case.fact if case else fact_id,
        kind,
        cited_span(shelf, article.id, place),
        article.title,
        _paragraphs(article, place),
        lines_of(machine, names) if machine else None,
        lines_of(stands, names, machine) if stands else None,
        tuple(_words(shelf, held, names, reviewer)) if held else (),
        bool(case and case.again),
        bool(case and case.disputed),
        form_of(kind, base, parties_here(shelf, article.id)),
        place.start,
        place.end,
        following,
        reviewer,
    )


def add_page(
    shelf: Shelf, article_id: str, kind: str, start: int | None, end: int | None, reviewer: str
) -> AddPage | None:
    """The form for a fact of an article that was missed, None where the record has no such article or kind."""
    article = shelf.articles.get(article_id)
    if article is None or kind not in REVIEWED:
        return None
    shown = tuple(Shown(p.start, p.text, "", "") for p in article.paragraphs)
    whole = Span(0, min(1, len(article.text)), article.text[:1])
    form = form_of(kind, None, parties_here(shelf, article_id))
    where = cited_span(shelf, article_id, whole)
    return AddPage(article_id, where, article.title, kind, REVIEWED, shown, form, start, end, reviewer)


def trail_page(shelf: Shelf, page: int, size: int, reviewer: str) -> TrailPage:
    """Everything that people said of facts and of who is who, the latest first."""
    rows = shelf.kept(_trail)
    return TrailPage(rows[(page - 1) * size : page * size], listed(len(rows), page, size), reviewer)


def _names(shelf: Shelf, article: Article, held: ReviewedCase | None) -> Mapping[str, str]:
    names = {n.id: n.name for w in (held.case.all_words if held else ()) for n in w.parties}
    return {**names, **{p.id: p.name for p in shelf.moment.facts(Party, article.id)}}


def _words(shelf: Shelf, held: ReviewedCase, names: Mapping[str, str], reviewer: str) -> list[WordView]:
    last = {w.number for w in held.case.words}
    every = [r for r in book(shelf).reviews if r.fact in {held.case.fact, *held.case.ids}]
    # Among them also what was taken back: that stays to be seen.
    return [_word(shelf, held, r, names, reviewer, last=r.number in last) for r in every]


def _word(
    shelf: Shelf, held: ReviewedCase, r: Review, names: Mapping[str, str], reviewer: str, *, last: bool
) -> WordView:
    before = read_back(r.kind, r.before) if r.before else None
    after = read_back(r.kind, r.after) if r.after else None
    told = {**names, **{n.id: n.name for n in r.parties}}
    lines = lines_of(after, told, before) if after else ()
    changed = tuple(line for line in lines if line.changed or before is None)
    effect = book(shelf).effects[r.number]
    return WordView(r.number, r.made, r.reviewer, r.what, r.note, effect, changed, r.reviewer == reviewer, last)


def _paragraphs(article: Article, place: Span) -> tuple[Shown, ...]:
    """The paragraphs that the words lie in; where they lie in none, the words alone."""
    found = []
    for paragraph in article.paragraphs:
        if paragraph.start < place.end and place.start < paragraph.end:
            start, end = max(paragraph.start, place.start), min(paragraph.end, place.end)
            text = article.text
            found.append(
                Shown(paragraph.start, text[paragraph.start : start], text[start:end], text[end : paragraph.end])
            )
    return tuple(found) or (Shown(place.start, "", place.text, ""),)


def _trail(shelf: Shelf) -> tuple[TrailRow, ...]:
    rows = [_review_row(shelf, review) for review in book(shelf).reviews]
    decisions = list(shelf.moment.decisions())
    if decisions:
        sources = {a.id: a.source_id for a in shelf.articles.values()}
        came = effects(shelf.moment.facts(Party), decisions, sources)
        rows += [_decision_row(d, came[d.number]) for d in decisions]
    return tuple(sorted(rows, key=lambda r: (r.made, r.about, r.number), reverse=True))


def _review_row(shelf: Shelf, r: Review) -> TrailRow:
    article = book(shelf).articles.get(r.source_id)
    note = f"takes back {r.undoes}. {r.note}".strip() if r.undoes is not None else r.note
    return TrailRow(
        r.made, "fact", r.number, r.reviewer, r.what, r.kind, r.fact, article.id if article else "", r.source_id,
        r.span.text, r.before or "", r.after or "", note, book(shelf).effects[r.number],
    )  # fmt: skip


def _decision_row(d: Decision, effect: str) -> TrailRow:
    joiner = " and " if d.says == "one" else ", "
    who, others = joiner.join(map(_bearer, d.who)), " or ".join(map(_bearer, d.others))
    words = f"{who} are one" if d.says == "one" else f"{who}: not {others}"
    what = "merge" if d.says == "one" else "split"
    return TrailRow(d.made, "actors", d.number, d.by or "", what, "actor", "", "", "", words, "", "", "", effect)


def _bearer(bearer: Bearer) -> str:
    return f"{bearer.name} of article {bearer.article}" if bearer.article is not None else bearer.name
