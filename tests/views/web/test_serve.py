from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

BIND = re.compile(r"(http://\S+/)")


@contextmanager
def serving(*arguments: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command as a user runs it, at any free port; its process and its address."""
    command = [sys.executable, "-m", "aidememoire", "serve", *arguments, "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment})
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        found = BIND.search(line)
        assert found, line
        yield process, found[1]
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def said(*arguments: str, **environment: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "aidememoire", "serve", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)
    return done.returncode, done.stderr.strip()


def test_a_record_is_served_until_it_is_stopped(demo_record: Path) -> None:
    with serving(str(demo_record)) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert httpx.get(f"{address}claims.json").json()["listed"]["total"] > 100
        process.send_signal(signal.SIGINT)
        assert process.wait() in (0, 130)


def test_a_folder_is_built_into_a_record_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "marn"
    folder.mkdir()
    (folder / "one.txt").write_text("PORT SENNIC, March 3, 2031 - The minister said that the harbour was open.\n")
    with serving(str(folder)) as (_, address):
        while (answer := httpx.get(f"{address}claims.json")).status_code == 503:
            assert answer.headers["retry-after"] == "2"
        assert answer.json()["rows"][0]["text"] == "that the harbour was open"
    assert (tmp_path / "marn.db").exists()


def test_with_a_token_it_asks_for_it(demo_record: Path) -> None:
    token = "a-long-enough-token"
    with serving(str(demo_record), "--host", "127.0.0.1", AIDEMEMOIRE_TOKEN=token) as (_, address):
        assert httpx.get(f"{address}claims.json").status_code == 401
        assert httpx.get(f"{address}claims.json", headers={"authorization": f"Bearer {token}"}).status_code == 200


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--host", "0.0.0.0"), "nothing would ask them who they are; set AIDEMEMOIRE_TOKEN"),
        (("--host", "no.such.host.invalid"), "give another --host or --port"),
    ],
)
def test_what_would_be_unsafe_or_can_t_be_had_is_told(demo_record: Path, arguments: tuple[str, ...], told: str) -> None:
    environment = {"AIDEMEMOIRE_TOKEN": "x" * 20} if "invalid" in arguments[1] else {"AIDEMEMOIRE_TOKEN": ""}
    code, message = said(str(demo_record), *arguments, **environment)
    assert code == 2
    assert told in message
    assert message.count("\n") == 0


def test_no_record_is_told(tmp_path: Path) -> None:
    code, message = said(str(tmp_path / "none.db"))
    assert code == 2
    assert "there is no such record" in message
