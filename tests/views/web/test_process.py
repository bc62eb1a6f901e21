from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

PAGE = {"accept": "text/html"}
PATHS = (
    "/process", "/process?attacks=true", "/process/encounters", "/process/encounters?kind=meeting&from=2031-03-01&to=",
    "/process/planned", "/process/planned?outcome=held", "/process/seats", "/process/agreements",
    "/process/commitments?breached=true",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_page_json_and_table_are_of_one_view(client: TestClient, path: str) -> None:
    where, _, query = path.partition("?")
    page = client.get(path, headers=PAGE)
    assert page.status_code == 200
    assert " style=" not in page.text
    shown = client.get(f"{where}.json?{query}").json()
    table = client.get(f"{where}.csv?{query}").text
    rows = shown["rows"] if "rows" in shown else shown["parts"]["tracks"]
    assert len(list(csv.DictReader(io.StringIO(table)))) == len(rows)


def test_each_encounter_listed_has_its_page(client: TestClient) -> None:
    rows = client.get("/process/encounters.json?attacks=true").json()["rows"]
    assert rows
    for row in rows:
        page = client.get(f"/process/encounters/{row['id']}", headers=PAGE)
        assert page.status_code == 200
        assert f"{row['tellings']} telling" in page.text


def test_an_encounter_that_is_not_there_is_told(client: TestClient) -> None:
    answer = client.get("/process/encounters/none", headers=PAGE)
    assert (answer.status_code, "the record has no such encounter" in answer.text) == (404, True)


def test_a_number_of_the_matrix_leads_to_so_many_encounters(client: TestClient) -> None:
    matrix = client.get("/process/encounters.json").json()["matrix"]
    pairs = [
        (row["party"]["id"], matrix[at]["party"]["id"], count)
        for row in matrix
        for at, count in enumerate(row["counts"])
        if count and matrix[at] is not row
    ]
    assert pairs
    for party, other, count in pairs:
        shown = client.get(f"/process/encounters.json?party={party}&other={other}").json()
        assert shown["listed"]["total"] == count


def test_all_sources_lead_to_articles_of_the_desk(client: TestClient) -> None:
    page = client.get("/process", headers=PAGE).text
    assert 'class="source" href="/articles/article-' in page
    assert 'data-chart="timeline"' in page


@pytest.mark.parametrize("query", ["from=yesterday", "page=0", f"party={'x' * 81}"])
def test_what_can_t_be_asked_is_told(client: TestClient, query: str) -> None:
    assert client.get(f"/process/encounters.json?{query}").status_code == 422
