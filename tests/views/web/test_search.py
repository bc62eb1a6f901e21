from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

PAGE = {"accept": "text/html"}


def test_hits_are_marked_and_lead_to_their_places(client: TestClient) -> None:
    shown = client.get("/search", params={"q": "hospital"}, headers=PAGE)
    assert shown.status_code == 200
    assert "<mark>hospital</mark>" in shown.text
    assert 'href="/articles/' in shown.text


def test_one_view_as_json_and_csv(client: TestClient) -> None:
    view = client.get("/search.json", params={"q": "hospital", "kind": "statement"}).json()
    assert {row["kind"] for row in view["rows"]} == {"statement"}
    for row in view["rows"]:
        assert all(row["text"][start:end].lower().startswith("hospital") for start, end in row["marks"])
    table = client.get("/search.csv", params={"q": "hospital", "kind": "statement"}).text
    assert len(table.splitlines()) >= 1 + len(view["rows"])


def test_blank_fields_of_the_form_ask_for_nothing(client: TestClient) -> None:
    blank = {"q": "hospital", "kind": "", "party": "", "outlet": "", "act": "", "from": "", "to": ""}
    whole = client.get("/search.json", params={"q": "hospital"}).json()
    assert client.get("/search.json", params=blank).json() == whole


def test_what_is_typed_is_escaped(client: TestClient) -> None:
    shown = client.get("/search", params={"q": "<script>hospital</script>"}, headers=PAGE).text
    assert "<script>hospital" not in shown


@pytest.mark.parametrize("typed", ['"', "(", "*", "NEAR(", "a\0b", "x" * 200, "-", "words:x", "' OR 1=1 --"])
def test_nothing_that_is_typed_is_an_error(client: TestClient, typed: str) -> None:
    assert client.get("/search", params={"q": typed}, headers=PAGE).status_code == 200


def test_what_is_no_kind_or_too_long_is_refused(client: TestClient) -> None:
    assert client.get("/search", params={"kind": "rumour"}).status_code == 422
    assert client.get("/search", params={"q": "x" * 201}).status_code == 422
