"""The description of the API as a page: every way to ask, made from the OpenAPI schema that the desk answers with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be given: its name, whether in the "path" or the "query", its type in a word, and what it does."""

    name: str
    where: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask: the method and path, what it answers, and what can be given."""

    method: str
    path: str
    description: str
    parameters: tuple[Parameter, ...]

    @property
    def plain(self) -> bool:
        """Whether it can be asked as it stands."""
        return self.method == "GET" and not any(p.required for p in self.parameters)


def ways(schema: Mapping[str, Any]) -> tuple[Way, ...]:
    """The ways of an OpenAPI schema, in its order."""
    return tuple(_ways(schema))


def _ways(schema: Mapping[str, Any]) -> Iterator[Way]:
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            given = tuple(_parameter(p) for p in told.get("parameters", ()))
            yield Way(method.upper(), path, told.get("description", ""), given)


def _parameter(told: Mapping[str, Any]) -> Parameter:
    schema = told.get("schema", {})
    kinds = [each.get("format") or each.get("type") for each in schema.get("anyOf", [schema])]
    shown = " or ".join(k for k in kinds if k and k != "null")
    return Parameter(told["name"], told["in"], shown, bool(told.get("required")), told.get("description", ""))
