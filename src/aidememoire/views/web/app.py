"""The desk's application: its pages, its files, and what happens where something is wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Form, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from aidememoire import __version__
from aidememoire.errors import AideMemoireError
from aidememoire.store import Place
from aidememoire.views.web import actors, articles, claims, coverage, figures, positions, process, review, search, today
from aidememoire.views.web.api import ways
from aidememoire.views.web.building import Construction
from aidememoire.views.web.days import NotReadyError
from aidememoire.views.web.desk import Desk
from aidememoire.views.web.rendering import render
from aidememoire.views.web.security import Access, Guard, Headers, csrf_for, enter

STATIC = Path(str(files("aidememoire.views.web") / "static"))
AT_ONCE = 6
"""Pages made at once. They share one interpreter: more of them only take turns, and all come later."""
PAGES = (today, process, positions, claims, search, figures, coverage, actors, articles, review)
"""The modules that hold a router of pages."""


def make_app(desk: Desk | None, access: Access | None = None) -> FastAPI:
    """The application that serves `desk` to those whom `access` lets in: this machine alone, if none is given.

    Without a desk it says that the record is being built: see `build_into`.
    """
    app = FastAPI(
        lifespan=_answering,
        title="Aide-Mémoire",
        version=__version__,
        description="The record of a peace process as its press coverage tells it.",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk, app.state.access = desk, access or Access()
    app.state.construction = None
    app.add_middleware(Ready)
    app.add_middleware(Guard)
    app.add_middleware(Headers)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for module in PAGES:
        app.include_router(module.router)
    _doors(app)
    _errors(app)
    return app


def build_into(app: FastAPI, folder: Path, record: Place) -> Construction:
    """Build a folder's record in a thread while `app` shows how far that is; then `app` serves it."""

    def done(desk: Desk) -> None:
        app.state.desk = desk

    app.state.construction = Construction(folder, record, done)
    app.state.construction.start()
    made: Construction = app.state.construction
    return made


@asynccontextmanager
async def _answering(_: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = AT_ONCE
    yield


class Ready:
    """Tells how far the record is, as long as there is none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as ASGI asks."""
        ready = scope["type"] != "http" or scope["app"].state.desk is not None or scope["path"].startswith("/static/")
        await (self._app if ready else _how_far(Request(scope)))(scope, receive, send)


def _how_far(request: Request) -> Response:
    construction: Construction = request.app.state.construction
    status, again = (500, {}) if construction.failed else (503, {"retry-after": "2", "refresh": "1"})
    if not _wants_page(request):
        return JSONResponse({"detail": construction.told()}, status, again)
    return HTMLResponse(render(request, "building.html", construction), status, again)


def _doors(app: FastAPI) -> None:
    """The pages that are no part of the record: the way in, and the description of the API."""

    @app.get("/", include_in_schema=False)
    def first() -> Response:
        return RedirectResponse("/today", 303)

    @app.get("/docs", include_in_schema=False)
    def docs(request: Request) -> Response:
        schema = app.openapi()
        view = {"openapi": schema["openapi"], "ways": [w for w in ways(schema) if "." in w.path]}
        return HTMLResponse(render(request, "docs.html", view))

    @app.get("/enter", include_in_schema=False)
    def door(request: Request) -> Response:
        csrf_for(request)
        return HTMLResponse(render(request, "enter.html", None))

    @app.post("/enter", include_in_schema=False)
    def key(request: Request, token: Annotated[str, Form(max_length=500)]) -> Response:
        return enter(request, token) or HTMLResponse(render(request, "enter.html", "wrong"), 401)


def _errors(app: FastAPI) -> None:
    @app.exception_handler(NotReadyError)
    def waiting(request: Request, _: Exception) -> Response:
        told = "The record of that day is being put together. This page asks again by itself."
        return _told(request, 202, "One moment", told, {"retry-after": "2", "refresh": "2"})

    @app.exception_handler(AideMemoireError)
    def wrong(request: Request, error: Exception) -> Response:
        return _told(request, 404, "That can't be shown", str(error))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return _told(request, error.status_code, "That can't be shown", str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    def unclear(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        if not _wants_page(request):
            return JSONResponse({"detail": [{k: e[k] for k in ("loc", "msg", "type")} for e in error.errors()]}, 422)
        told = "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in error.errors())
        return _told(request, 422, "That can't be asked for", told)


def _wants_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "") and not request.url.path.endswith((".json", ".csv"))


def _told(request: Request, status: int, title: str, text: str, headers: dict[str, str] | None = None) -> Response:
    if not _wants_page(request):
        return JSONResponse({"detail": text}, status, headers)
    return HTMLResponse(render(request, "message.html", {"title": title, "text": text}), status, headers)
