"""The name that each kind of thing has in a record and in an export."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args

from aidememoire.model.facts import Fact

FACTS: tuple[type[Any], ...] = get_args(Fact)


def kind_of(cls: type[Any]) -> str:
    """The name of a class in a record: `FigureGroup` is "figure_group"."""
    return _parted(cls.__name__)


@cache
def _parted(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
