from __future__ import annotations

import time
from typing import Any

import pytest
from fastapi.testclient import TestClient

PAGE = {"accept": "text/html"}


def patient(client: TestClient, path: str) -> Any:
    """The page, asked for again while the record of its day is being put together."""
    for _ in range(30):
        answer = client.get(path, headers=PAGE)
        if answer.status_code != 202:
            return answer
        time.sleep(0.5)
    return answer


def test_the_last_day_with_articles_is_shown_where_none_is_asked_for(client: TestClient) -> None:
    assert "<h1>23 March 2031</h1>" in patient(client, "/today").text
    assert "<h1>4 March 2031</h1>" in patient(client, "/today?as_of=2031-03-04").text


def test_the_brief_is_of_the_record_of_that_day(client: TestClient) -> None:
    page = patient(client, "/today?day=2031-03-05")
    shown = client.get("/today.json?day=2031-03-05").json()
    assert (shown["before"], shown["next"], shown["articles"]) == ("2031-03-04", "2031-03-06", 2)
    cited = [place for section in shown["sections"] for line in section["lines"] for place in line["cited"]]
    assert cited
    assert all(place["published"][:10] <= "2031-03-05" for place in cited)
    assert "?day=2031-03-06" in page.text


def test_records_are_shown_as_of_the_day_of_the_brief(client: TestClient) -> None:
    page = patient(client, "/today?day=2031-03-05")
    shown = client.get("/today.json?day=2031-03-05").json()
    records = [line["record"]["path"] for s in shown["sections"] for line in s["lines"] if line["record"]]
    own = [path for path in records if path.startswith(("/process/", "/positions/"))]
    assert own
    for path in own:
        where, _, anchor = path.partition("#")
        address = f"{where}{'&amp;' if '?' in where else '?'}as_of=2031-03-05"
        assert f'href="{address}{"#" if anchor else ""}{anchor}"' in page.text
        assert patient(client, address).status_code == 200


@pytest.mark.parametrize(
    "path", ["/today?day=2031-03-10", "/today?day=2031-03-05&since=2031-03-04", "/today?day=&since="]
)
def test_other_days(client: TestClient, path: str) -> None:
    assert patient(client, path).status_code == 200


def test_a_day_before_all_articles_is_told(client: TestClient) -> None:
    assert patient(client, "/today?day=1999-01-01").status_code == 404
