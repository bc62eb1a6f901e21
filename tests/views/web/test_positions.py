from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

PAGE = {"accept": "text/html"}


@pytest.mark.parametrize(
    "path", ["/positions", "/positions?moved=true", "/positions?words=x&stance=", "/positions/deadlocks"]
)
def test_pages_and_their_other_forms(client: TestClient, path: str) -> None:
    where, _, query = path.partition("?")
    page = client.get(path, headers=PAGE)
    assert page.status_code == 200
    assert " style=" not in page.text
    assert client.get(f"{where}.json?{query}").status_code == 200
    assert client.get(f"{where}.csv?{query}").status_code == 200


def test_each_stance_of_the_table_leads_to_its_steps(client: TestClient) -> None:
    issues = client.get("/positions.json").json()["issues"]
    table = client.get("/positions", headers=PAGE).text
    assert issues
    for issue in issues:
        for stand in [s for cell in issue["cells"] for s in cell["stands"]]:
            address = f"/positions/{issue['id']}?stand={stand['id']}"
            assert f'href="{address}#{stand["id"]}"' in table
            assert f'id="{stand["id"]}"' in client.get(address, headers=PAGE).text


def test_an_issue_that_is_not_there_is_told(client: TestClient) -> None:
    assert client.get("/positions/none.json").json() == {"detail": "the record has no such issue"}


def test_a_deadlock_is_drawn_and_listed(client: TestClient) -> None:
    (circle,) = client.get("/positions/deadlocks.json").json()["circles"]
    page = client.get("/positions/deadlocks", headers=PAGE).text
    assert page.count('class="box"') == page.count('class="arrow"') == len(circle["waits"])
    assert page.count("no longer makes") == sum(len(b["steps"]) for b in circle["breaks"])
