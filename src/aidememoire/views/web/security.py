"""What guards the desk: who may come in, which writes are meant, and what a browser may do with a page.

Articles are hostile input. Their markup is escaped where it is printed, and the policy here lets nothing of it run
even where that were forgotten: no script and no style but the desk's own files.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aidememoire.errors import AideMemoireError

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not "no-referrer": with that a browser sends `Origin: null` with the desk's own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
MOST_BYTES = 65_536
"""Bytes of a request's body: the longest form of the desk, a selected passage with a note, has a few thousand."""
READS = frozenset(("GET", "HEAD", "OPTIONS"))
OPEN_PATHS = ("/static/", "/enter")
CSRF, TOKEN = "csrf", "token"
_DAYS_30 = 30 * 86_400


@dataclass(frozen=True, slots=True)
class Access:
    """Who may use the desk: anybody on this machine, who knows the `token`, or whom a reverse proxy names.

    `user_header` is the header in which the proxy gives the user's name; it counts only from the address `proxy`.
    """

    host: str = "127.0.0.1"
    token: str | None = None
    user_header: str | None = None
    proxy: str = "127.0.0.1"

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the desk."""
        return is_loopback(self.host)


def access_for(host: str, token: str | None, user_header: str | None, proxy: str = "127.0.0.1") -> Access:
    """The access asked for. Raises AideMemoireError where others could come in without a word."""
    if not is_loopback(host) and not token and not user_header:
        told = f"{host}: other machines reach this address, and nothing would ask them who they are"
        raise AideMemoireError(told, "set AIDEMEMOIRE_TOKEN, or name a reverse proxy's header with --user-header")
    if token is not None and len(token) < 16:
        raise AideMemoireError("AIDEMEMOIRE_TOKEN has fewer than 16 characters", "make a longer one")
    return Access(host, token, user_header, proxy)


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Headers:
    """Adds the headers of every answer, and refuses bodies that are too long."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as ASGI asks."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        fresh = {name.encode(): value.encode() for name, value in HEADERS.items()}

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = [pair for pair in message["headers"] if pair[0] not in fresh]
                message["headers"] = [*held, *fresh.items()]
            await send(message)

        if not await _short_enough(scope, receive, answer):
            return
        await self._app(scope, _counted(receive), answer)


async def _short_enough(scope: Scope, receive: Receive, send: Send) -> bool:
    length = dict(scope["headers"]).get(b"content-length", b"0")
    if length.isdigit() and int(length) <= MOST_BYTES:
        return True
    await PlainTextResponse(f"more than {MOST_BYTES} bytes\n", 413)(scope, receive, send)
    return False


def _counted(receive: Receive) -> Receive:
    """The body as it comes, cut off as if the client had gone where it is longer than it said."""
    got = 0

    async def counted() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        return message if got <= MOST_BYTES else {"type": "http.disconnect"}

    return counted


class Guard:
    """Lets requests through that may come in and, where they write, were made by a page of the desk."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as ASGI asks."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)

        async def answer(message: Message) -> None:
            made = getattr(request.state, CSRF, None)
            if message["type"] == "http.response.start" and made is not None and CSRF not in request.cookies:
                held = MutableHeaders(scope=message)
                cookie = Response()
                cookie.set_cookie(CSRF, made, httponly=True, samesite="strict", secure=_secure(request))
                held.append("set-cookie", cookie.headers["set-cookie"])
            await send(message)

        await (_turned_away(request) or self._app)(scope, receive, answer)


def _turned_away(request: Request) -> Response | None:
    """What is answered to a request that may not come in."""
    access: Access = request.app.state.access
    if access.local and _host(request.headers.get("host", "")) not in LOOPBACK:
        return PlainTextResponse("this desk answers to localhost only\n", 421)
    if not request.url.path.startswith(OPEN_PATHS) and not _known(request, access):
        return _refused(request, access)
    if request.method not in READS and not _own(request):
        return PlainTextResponse("this form was not sent by a page of the desk; open the page again\n", 403)
    return None


def _host(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _known(request: Request, access: Access) -> bool:
    if access.user_header and proxied_user(request, access):
        return True
    if access.token:
        given = request.headers.get("authorization", "").removeprefix("Bearer ") or request.cookies.get(TOKEN, "")
        return hmac.compare_digest(given.encode(), access.token.encode())
    return access.local and not access.user_header


def proxied_user(request: Request, access: Access) -> str | None:
    """The user that the reverse proxy names, None where there is no such proxy."""
    from_proxy = request.client is not None and request.client.host == access.proxy
    return request.headers.get(access.user_header) if access.user_header and from_proxy else None


def _refused(request: Request, access: Access) -> Response:
    if access.token and "text/html" in request.headers.get("accept", "") and request.method == "GET":
        return RedirectResponse("/enter", 303)
    return PlainTextResponse("not known here\n", 401, {"www-authenticate": "Bearer"})


def _own(request: Request) -> bool:
    """Whether a write comes from a page of the desk: same origin, by the headers that no page can set itself."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.headers.get("host")
    return request.headers.get("authorization", "").startswith("Bearer ") or CSRF in request.cookies


def csrf_for(request: Request) -> str:
    """The value that a form of this browser must send back."""
    held: str = request.cookies.get(CSRF) or getattr(request.state, CSRF, "") or secrets.token_urlsafe(24)
    request.state.csrf = held
    return held


def meant(request: Request, given: str) -> bool:
    """Whether a form sent back the value of its own browser."""
    return hmac.compare_digest(given.encode(), request.cookies.get(CSRF, "\0").encode())


def enter(request: Request, given: str) -> Response | None:
    """Remember the token in this browser and go in; None where it is not the token."""
    access: Access = request.app.state.access
    if not access.token or not hmac.compare_digest(given.encode(), access.token.encode()):
        return None
    response = RedirectResponse("/", 303)
    response.set_cookie(TOKEN, given, max_age=_DAYS_30, httponly=True, samesite="strict", secure=_secure(request))
    return response


def _secure(request: Request) -> bool:
    return request.url.scheme == "https"
