"""A PostgreSQL server of the tests' own, in a folder of its own, that nothing outside can reach."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from aidememoire.store import Database
from tests.conftest import NOBODY, need

OWNER = "keeper"
_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": "",
             "shared_buffers": "32MB", "max_connections": "200", "autovacuum": "off"}  # fmt: skip
_WAIT_S = 30


class Server:
    """The server: it makes databases, and runs statements in them as their owner."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._numbers = count(1)

    def url(self, name: str, user: str = OWNER) -> Database:
        """The place of a database."""
        return Database(f"postgresql://{user}@/{name}?host={self._socket}")

    def database(self, options: str = "") -> Database:
        """A new, empty database."""
        name = f"talks{next(self._numbers)}"
        self.run(self.url("postgres"), f"CREATE DATABASE {name} {options}")
        return self.url(name)

    def run(self, place: Database, *statements: str) -> list[tuple[Any, ...]]:
        """Run statements, each by itself; the rows of the last."""
        engine = sa.create_engine("postgresql+psycopg://", creator=lambda: _connection(place), poolclass=NullPool)
        rows: list[tuple[Any, ...]] = []
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in statements:
                result = connection.execute(sa.text(statement))
                rows = [tuple(row) for row in result] if result.returns_rows else []
        return rows


def _connection(place: Database) -> Any:
    import psycopg

    return psycopg.connect(place.url)


@contextmanager
def running() -> Iterator[Server]:
    """A server that runs as long as the block; skips the test, saying so, where PostgreSQL is not installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3]))
    need(programs, "PostgreSQL in /usr/lib/postgresql")
    try:
        import psycopg  # noqa: F401
    except ImportError:
        need(None, "psycopg (the extra 'postgres')")
    folder = Path(tempfile.mkdtemp(prefix="aidememoire-pg-"))
    try:
        # PostgreSQL refuses to run as root.
        user: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        if user:
            os.chown(folder, NOBODY, NOBODY)
        with _started(programs[-1].parent, folder, user):
            yield Server(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _started(programs: Path, folder: Path, user: dict[str, Any]) -> Iterator[None]:
    data = folder / "data"
    init: list[str | Path] = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        OWNER,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "-N",
    ]
    subprocess.run(init, check=True, capture_output=True, cwd=folder, **user)
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        command: list[str | Path] = [programs / "postgres", "-D", data, "-k", folder, *settings]
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **user)
    try:
        _await(programs, folder, process)
        yield
    finally:
        process.send_signal(signal.SIGINT)  # which ends its connections in order, and at once
        process.wait(_WAIT_S)


def _await(programs: Path, folder: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _WAIT_S
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode:
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError((folder / "log").read_text(errors="replace"))
        time.sleep(0.05)
