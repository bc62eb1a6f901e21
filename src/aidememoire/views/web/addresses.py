"""The addresses of pages: a state of a page is its path and its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request


def with_params(request: Request, **changes: object) -> str:
    """The address of this page in another state: its parameters with `changes`, None for one to leave out."""
    held = {k: v for k, v in request.query_params.items() if k not in changes}
    return _address(request.url.path, held | changes)


def elsewhere(request: Request, path: str, **given: object) -> str:
    """The address of another page of the same moment, with these parameters; `path` may end in an "#anchor"."""
    return _address(path, {"as_of": request.query_params.get("as_of")} | given)


def _address(path: str, given: Mapping[str, object]) -> str:
    where, mark, anchor = path.partition("#")
    query = urlencode({k: str(v) for k, v in given.items() if v is not None})
    if query:
        where += ("&" if "?" in where else "?") + query
    return where + mark + anchor
