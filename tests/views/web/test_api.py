from __future__ import annotations

from aidememoire.views.web.api import Parameter, ways

SCHEMA = {
    "paths": {
        "/claims.json": {
            "get": {
                "description": "Claims.",
                "parameters": [
                    {"name": "party", "in": "query", "schema": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
                    {
                        "name": "as_of",
                        "in": "query",
                        "schema": {"type": "string", "format": "date"},
                        "description": "A day.",
                    },
                ],
            }
        },
        "/claims/{claim_id}.json": {
            "get": {"parameters": [{"name": "claim_id", "in": "path", "required": True, "schema": {"type": "string"}}]}
        },
    }
}


def test_a_way_tells_its_parameters() -> None:
    claims, claim = ways(SCHEMA)
    assert (claims.method, claims.path, claims.description, claims.plain) == ("GET", "/claims.json", "Claims.", True)
    assert claims.parameters == (
        Parameter("party", "query", "string", False, ""),
        Parameter("as_of", "query", "date", False, "A day."),
    )
    assert not claim.plain
