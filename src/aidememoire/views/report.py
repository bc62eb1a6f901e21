"""The record as one page of HTML that needs nothing else: no network, no script, no other file.

Everything that articles hold is hostile: it is escaped wherever it stands, and the page forbids itself to run or fetch
anything, should that ever fail.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from aidememoire.model.articles import Article
from aidememoire.store import Moment
from aidememoire.views.arranging import book_of, day_of
from aidememoire.views.book import Book, Entry
from aidememoire.views.highlight import Highlight, render


def report(moment: Moment, out: TextIO) -> None:
    """Write the whole record that `moment` sees to `out` as one HTML page, the same for the same record."""
    book = book_of(moment)
    page = _environment().get_template("report.html")
    numbers = {article.id: number for number, article in enumerate(book.articles, 1)}
    style = Markup(files("aidememoire.views").joinpath("static", "report.css").read_text("utf-8"))
    helpers = {
        "name": partial(_name, book),
        "names": partial(_names, book),
        "labels": {article.id: _label(article) for article in book.articles},
        "numbers": numbers,
        "body": partial(_body, book),
        "day_of": day_of,
    }
    out.writelines(page.generate(book=book, style=style, **helpers))


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("aidememoire.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=_day, squeeze=_squeeze, percent=_percent, verb=_verb)
    return environment


def _name(book: Book, who: str | None) -> str | None:
    """The name for an actor's or a party's id, None where the record has none."""
    if who is None:
        return None
    actor = book.actors.get(book.index.actor_of.get(who, who))
    if actor is not None:
        return actor.name
    return book.index.parties[who].name if who in book.index.parties else None


def _names(book: Book, who: tuple[str, ...], texts: tuple[str, ...] = ()) -> list[str]:
    """The names for ids, each once; where there are none, the words that stood there."""
    found = [name for name in (_name(book, each) for each in who) if name]
    return list(dict.fromkeys(found or texts))


def _label(article: Article) -> str:
    """What to call an article in a line: its outlet, or else its id, and the day where it is known."""
    named = article.outlet or article.source_id
    return f"{named}, {_day(article.published)}" if article.published else named


def _body(book: Book, article: Article) -> Markup:
    """The text of an article with its evidence marked and what is not of the story dimmed."""
    marked = [Highlight(cut.start, cut.end, "cut", note=cut.reason) for cut in article.boilerplate]
    marked += [Highlight(span.start, span.end, "credit", note="credit") for span in article.credits]
    marked += [Highlight(p.start, p.end, p.kind) for p in article.paragraphs if p.kind != "body"]
    marked += [_highlight(entry, at) for entry in book.entries.get(article.id, ()) for at in range(len(entry.spans))]
    return render(article.text, marked)


def _highlight(entry: Entry, at: int) -> Highlight:
    return Highlight(entry.spans[at].start, entry.spans[at].end, entry.kind, entry.number)


def _day(value: str) -> str:
    """An ISO date as "3 May 2031"; anything else as it is."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day.day} {day:%B} {day.year}" if re.fullmatch(r"\d{4}-\d\d-\d\d.*", value) else value


def _squeeze(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _verb(act: str) -> str:
    """An act as what somebody does: "deny" is "denies"."""
    return act[:-1] + "ies" if act.endswith("y") else act + "s"
