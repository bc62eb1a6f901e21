"""Who reviews, and whether a form was meant: what every write of the desk asks first."""

from __future__ import annotations

import getpass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from aidememoire.model.reviews import LONGEST_NAME
from aidememoire.views.web.security import Access, meant, proxied_user

COOKIE = "reviewer"
_YEAR = 366 * 86_400


def reviewer_of(request: Request) -> str:
    """The reviewer's name: the proxy's user, else the name given in this browser, else the login name here; or ""."""
    access: Access = request.app.state.access
    given = proxied_user(request, access) or unquote(request.cookies.get(COOKIE, ""))
    name = " ".join(given.split())[:LONGEST_NAME]
    return name or (_login() if access.local else "")


def remember(response: Response, name: str, *, secure: bool) -> None:
    """Keep the name in this browser."""
    short = " ".join(name.split())[:LONGEST_NAME]
    response.set_cookie(COOKIE, quote(short), max_age=_YEAR, httponly=True, samesite="strict", secure=secure)


async def form_of(request: Request) -> FormData:
    """The form that was sent; 403 where it is not one of this browser's own pages."""
    form = await request.form(max_files=0, max_fields=500)
    given = form.get("csrf")
    if not isinstance(given, str) or not meant(request, given):
        raise HTTPException(403, "this form was not sent by a page of the desk; open the page again")
    return form


def text_of(form: FormData, name: str) -> str:
    """A field of a form, "" where it is not there."""
    held = form.get(name)
    return held if isinstance(held, str) else ""


def whole_of(form: FormData, name: str) -> int:
    """A field as a whole number; 422 where it is none."""
    text = text_of(form, name)
    if not text.isdecimal() or len(text) > 12:
        raise HTTPException(422, f"{name}: give a number")
    return int(text)


def _login() -> str:
    try:
        return getpass.getuser()[:LONGEST_NAME]
    except (OSError, KeyError):
        return ""


Reviewer = Annotated[str, Depends(reviewer_of)]
Form = Annotated[FormData, Depends(form_of)]
