"""What every room's tests share."""

from __future__ import annotations

import os

import pytest


def need(condition: object, what: str) -> None:
    """Skip a test that needs `what`, saying so; with AIDEMEMOIRE_NO_SKIP=1 fail it, so that nothing goes untested."""
    if condition:
        return
    if os.environ.get("AIDEMEMOIRE_NO_SKIP") == "1":
        pytest.fail(f"missing: {what}")
    pytest.skip(f"needs {what}")
