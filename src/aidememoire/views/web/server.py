"""Starting the desk's server, and saying where it is."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn
from rich.console import Console

from aidememoire.errors import AideMemoireError
from aidememoire.store import Place
from aidememoire.views.web.app import build_into, make_app
from aidememoire.views.web.desk import Desk
from aidememoire.views.web.security import access_for


def serve(
    path: Place, record: Place | None, host: str, port: int, token: str | None, user_header: str | None, proxy: str
) -> None:
    """Serve a record, or a folder of articles that is built first, until the user stops it.

    Raises AideMemoireError where the address can't be had or others could come in unasked, RecordError where there is
    no record.
    """
    access = access_for(host, token, user_header, proxy)
    folder = path if isinstance(path, Path) and path.is_dir() else None
    app = make_app(Desk(path) if folder is None else None, access)
    with _listening(host, port) as listener:
        where = listener.getsockname()
        shown = f"[{where[0]}]" if ":" in where[0] else where[0]
        told = f"{path}: http://{shown}:{where[1]}/ (Ctrl-C stops it)"
        Console(stderr=True).print(told, highlight=False, markup=False, soft_wrap=True)
        work = build_into(app, folder, record or folder.with_name(f"{folder.absolute().name}.db")) if folder else None
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        try:
            uvicorn.Server(config).run(sockets=[listener])
        finally:
            if work:
                work.stop()
            if app.state.desk is not None:
                app.state.desk.stop()


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        # From here on nobody is turned away: who comes before the application is up waits for it.
        listener.listen()
    except OSError as error:
        raise AideMemoireError(f"{host}:{port}: {error.strerror}", "give another --host or --port") from error
    return listener
