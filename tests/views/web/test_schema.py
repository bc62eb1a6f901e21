"""The API as its own schema describes it, asked with whatever that schema allows and forbids."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from aidememoire.views.web.app import make_app
from aidememoire.views.web.desk import Desk

HOST = {"host": "localhost"}
EXAMPLES = 8
# Requests made of each way to ask; the ways are about fifty.


@pytest.fixture(scope="module")
def described(demo_record: Path) -> Any:
    return schemathesis.openapi.from_asgi("/openapi.json", make_app(Desk(demo_record)), headers=HOST)


def test_every_way_answers_as_its_schema_says(described: Any) -> None:
    asked = [result.ok() for result in described.include(method="GET").get_all_operations()]
    for operation in asked:

        @given(case=operation.as_strategy())
        @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
        def holds(case: Any) -> None:
            case.call_and_validate(headers=HOST)

        holds()
    assert len(asked) > 20
