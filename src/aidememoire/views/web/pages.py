"""How a page is made: one typed view, shown as HTML, as JSON and, where it has rows, as a CSV table.

`/claims` is the page, `/claims.json` the same view, `/claims.csv` its rows; all take the same parameters, so that each
state of a page has its URL.
"""

from __future__ import annotations

import csv
import inspect
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Protocol, cast

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from aidememoire.views.web.kept import Kept, Made
from aidememoire.views.web.rendering import render

View = Callable[..., Any]
NOT_THERE: dict[int | str, dict[str, Any]] = {404: {"description": "The record has no such thing."}}
ALSO: dict[int | str, dict[str, Any]] = {
    202: {"description": "The record of that day is being put together; ask again in a moment."},
    **NOT_THERE,
}
# What a spreadsheet would take for a formula is kept from being one (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Rows(Protocol):
    """A view with rows: dataclasses of one class."""

    @property
    def rows(self) -> tuple[Any, ...]:
        """What its table shows."""


Form = Callable[[Request, Any], Made]


def page(
    router: APIRouter, path: str, template: str, *, table: bool = True, personal: bool = False
) -> Callable[[View], View]:
    """Makes of a function that gives a view the page at `path`, its JSON and, with `table`, the CSV of its `rows`.

    The function's parameters are FastAPI's. What it returns must be annotated, for the API's schema. What is made is
    kept for the next reader, unless it is `personal`: other for another reader of the same edition, or with a form that
    writes.
    """

    def keep(view: View) -> View:
        shape = inspect.signature(view, eval_str=True).return_annotation
        name = view.__name__
        # The more particular paths first: "/articles/{id}" would take "/articles/x.json" for an id.
        router.add_api_route(
            f"{path}.json",
            _answering(view, "json", _json, personal),
            name=f"{name}_json",
            response_model=shape,
            responses=ALSO,
        )
        if table:
            csv_too: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {}}}, **ALSO}
            router.add_api_route(
                f"{path}.csv", _answering(view, "csv", _csv, personal), name=f"{name}_csv", response_class=Response,
                responses=csv_too,
            )  # fmt: skip

        def html(request: Request, shown: Any) -> Made:
            text = render(request, template, shown, _ways(request, path, table=table))
            return Made(text.encode(), "text/html", {})

        answer = _answering(view, "html", html, personal)
        router.add_api_route(path, answer, name=name, response_class=HTMLResponse, responses=ALSO)
        return view

    return keep


def _answering(view: View, kind: str, form: Form, personal: bool) -> Callable[..., Response]:
    signature = inspect.signature(view, eval_str=True)
    request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    own = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in signature.parameters.values()]

    def answer(request: Request, **given: Any) -> Response:
        if personal:
            return form(request, view(**given)).response()
        pages: Kept = request.app.state.desk.pages
        # The edition was looked up before anything was read of it: what is kept under it is never older.
        key = (request.state.edition, kind, request.url.path, request.url.query)
        made = pages.get(key)
        if made is None:
            made = form(request, view(**given))
            pages.put(key, made)
        return made.response()

    answer.__signature__ = signature.replace(parameters=[request, *own], return_annotation=Response)  # type: ignore[attr-defined]
    answer.__name__, answer.__doc__ = f"{view.__name__}_{kind}", view.__doc__
    return answer


def _json(_: Request, shown: Any) -> Made:
    return Made(msgspec.json.encode(shown), "application/json", {})


def _csv(request: Request, shown: Any) -> Made:
    name = request.url.path.strip("/").replace("/", "-")
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Made(table_of(cast(Rows, shown).rows).encode(), "text/csv", headers)


def table_of(rows: Iterable[Any]) -> str:
    """Rows of one dataclass as CSV, a column a field; what has parts is written as "; " between them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for at, row in enumerate(rows):
        if at == 0:
            writer.writerow([field.name for field in fields(row)])
        writer.writerow([_cell(getattr(row, field.name)) for field in fields(row)])
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        text = "; ".join(_cell(each) for each in value)
    elif is_dataclass(value):
        text = " ".join(part for f in fields(value) if (part := _cell(getattr(value, f.name))))
    else:
        text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _number(text) else text


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _ways(request: Request, path: str, *, table: bool) -> Mapping[str, str]:
    """Where the same state of a page is to be had in other forms."""
    query = f"?{request.url.query}" if request.url.query else ""
    here = request.url.path
    ways = {"JSON": f"{here}.json{query}"}
    if table:
        ways["CSV"] = f"{here}.csv{query}"
    return ways


def found(view: Any, what: str) -> Any:
    """The view, or a 404 that says what is not there."""
    if view is None:
        raise HTTPException(404, f"the record has no such {what}")
    return view


def paged(items: tuple[Any, ...], page_number: int, size: int) -> tuple[Any, ...]:
    """The items of one page, numbered from 1."""
    return items[(page_number - 1) * size : page_number * size]
