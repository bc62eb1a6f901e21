"""What every room's tests share."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

NOBODY = 65534
# How long an example takes tells of the machine, not of the program.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def need(condition: object, what: str) -> None:
    """Skip a test that needs `what`, saying so; with AIDEMEMOIRE_NO_SKIP=1 fail it, so that nothing goes untested."""
    if condition:
        return
    if os.environ.get("AIDEMEMOIRE_NO_SKIP") == "1":
        pytest.fail(f"missing: {what}")
    pytest.skip(f"needs {what}")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user of the machine may look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def as_nobody() -> Iterator[None]:
    """As a user without rights, where the tests run as root, who may do everything."""
    need(hasattr(os, "geteuid"), "a system with user ids")
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if user == 0:
            os.seteuid(user)
