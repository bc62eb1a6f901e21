"""`aidememoire serve`: the desk, on this machine."""

from __future__ import annotations

import os
from typing import Annotated, Any

import typer

from aidememoire.errors import AideMemoireError
from aidememoire.store import place_of

TOKEN_VARIABLE = "AIDEMEMOIRE_TOKEN"
PORT = 8470


def serve_command(
    path: Annotated[
        Any,
        typer.Argument(
            help="The record, as `build` made it; or a folder of articles, which is built first.",
            metavar="PATH", show_default=False, parser=place_of,
        ),
    ],
    record: Annotated[
        Any,
        typer.Option(
            "--record", "-r", help="Of a folder: the record to build; FOLDER.db beside it, if none.", metavar="PATH",
            parser=place_of,
        ),
    ] = None,
    host: Annotated[str, typer.Option("--host", help="The address to answer at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0: any that is free.")] = PORT,
    user_header: Annotated[
        str | None, typer.Option("--user-header", help="The header in which a reverse proxy gives the user's name.")
    ] = None,
    proxy: Annotated[str, typer.Option("--proxy", help="The address of that proxy.")] = "127.0.0.1",
) -> None:  # fmt: skip
    """Open the desk: the record as pages in a browser.

    It answers to this machine alone. For other machines give --host, and set AIDEMEMOIRE_TOKEN (what people enter once)
    or name a reverse proxy's --user-header.
    """
    try:
        from aidememoire.views.web.server import serve
    except ImportError as error:
        raise AideMemoireError(
            f"the desk needs more than is installed ({error.name})", "pip install 'aidememoire[desk]'"
        ) from error
    serve(path, record, host, port, os.environ.get(TOKEN_VARIABLE), user_header, proxy)
