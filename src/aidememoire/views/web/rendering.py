"""Pages as HTML: Jinja with everything escaped, and the few words that all pages share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request

from aidememoire import __version__
from aidememoire.model.spans import Located
from aidememoire.views.web.addresses import elsewhere, with_params
from aidememoire.views.web.coverage_chart import coverage_chart
from aidememoire.views.web.marking import marked_article, marked_side
from aidememoire.views.web.security import csrf_for
from aidememoire.views.web.toll_chart import toll_chart

NAV: tuple[tuple[str, str], ...] = (
    ("/today", "Today"),
    ("/process", "Process"),
    ("/positions", "Positions"),
    ("/claims", "Claims"),
    ("/figures", "Figures"),
    ("/coverage", "Coverage"),
    ("/actors", "Actors"),
    ("/search", "Search"),
    ("/review", "Review"),
)
"""The pages that the head of each page leads to."""


def render(request: Request, template: str, view: Any, ways: Mapping[str, str] | None = None) -> str:
    """The page of `view`; `ways` are the other forms that it is to be had in."""
    desk = request.app.state.desk
    return _environment().get_template(template).render(
        view=view,
        ways=ways or {},
        desk=desk,
        nav=NAV,
        path=request.url.path,
        params=dict(request.query_params),
        as_of=request.query_params.get("as_of"),
        csrf=_Csrf(request),
        state=lambda **changes: with_params(request, **changes),
        to=lambda path, **given: elsewhere(request, path, **given),
    )  # fmt: skip


class _Csrf:
    """What a form must send back, made where a template has a form: a page without one sets no cookie."""

    def __init__(self, request: Request) -> None:
        self._request = request

    def __html__(self) -> str:
        return escape(csrf_for(self._request))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("aidememoire.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"version": __version__}
    environment.filters |= {"day": day_in_words, "squeeze": squeeze, "data": data, "at": at, "source_link": source_link}
    environment.filters |= {"marked_article": marked_article, "marked_side": marked_side}
    environment.filters |= {"coverage_chart": coverage_chart, "toll_chart": toll_chart}
    return environment


def day_in_words(value: str | None) -> str:
    """An ISO day as "5 March 2031"; whatever else as it is, and "undated" for None."""
    if value is None:
        return "undated"
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day.day} {day:%B %Y}"


def squeeze(text: str | None) -> str:
    """A text with its white space as single blanks."""
    return " ".join((text or "").split())


def data(value: Any) -> Markup:
    """A value as JSON inside a `<script type="application/json">`: nothing in it can close that element."""
    dumped = json.dumps(value, ensure_ascii=False)
    for char, safe in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        dumped = dumped.replace(char, safe)
    return Markup(dumped)


def at(where: Located) -> str:
    """The characters of a place, as the article page takes them: "120-164"."""
    return f"{where.start}-{where.end}"


def source_link(where: Located) -> str:
    """The path of the article with the place marked in it."""
    return f"/articles/{where.article}?at={at(where)}#here"
