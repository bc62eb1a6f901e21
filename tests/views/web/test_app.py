from __future__ import annotations

import csv
import io
import json
import shutil
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aidememoire.demo import coverage_path
from aidememoire.pipeline import build
from aidememoire.queries.desk.choices import Choice
from aidememoire.views.web.app import build_into, make_app
from aidememoire.views.web.desk import Desk
from aidememoire.views.web.pages import table_of
from aidememoire.views.web.rendering import data, day_in_words

PAGE = {"accept": "text/html"}


def test_page_json_and_table_show_the_same_view(client: TestClient) -> None:
    asked = "disputed=true"
    shown = client.get(f"/claims.json?{asked}").json()
    table = list(csv.DictReader(io.StringIO(client.get(f"/claims.csv?{asked}").text)))
    page = client.get(f"/claims?{asked}", headers=PAGE).text
    assert [row["id"] for row in shown["rows"]] == [row["id"] for row in table] != []
    for row in shown["rows"]:
        assert f'href="/claims/{row["id"]}"' in page
    assert f'href="/claims.csv?{asked}"' in page


def test_the_moment_is_kept_by_the_links_of_a_page(client: TestClient) -> None:
    page = client.get("/claims?as_of=2031-03-04", headers=PAGE).text
    assert "as it could have been known on <b>4 March 2031</b>" in page
    assert 'href="/process?as_of=2031-03-04"' in page


def test_what_is_not_there_is_told_in_the_form_that_was_asked_for(client: TestClient) -> None:
    page = client.get("/claims/none", headers=PAGE)
    assert page.status_code == 404
    assert "the record has no such claim" in page.text
    told = client.get("/claims/none.json", headers=PAGE)
    assert (told.status_code, told.json()) == (404, {"detail": "the record has no such claim"})


@pytest.mark.parametrize("query", ["page=0", "page=x", "as_of=tomorrow", f"words={'x' * 201}"])
def test_what_can_t_be_asked_is_told(client: TestClient, query: str) -> None:
    assert client.get(f"/claims?{query}", headers=PAGE).status_code == 422
    answer = client.get(f"/claims.json?{query}")
    assert answer.status_code == 422
    assert "msg" in answer.json()["detail"][0]


def test_a_day_before_all_articles_is_told(client: TestClient) -> None:
    answer = client.get("/claims.json?as_of=1999-01-01")
    assert answer.status_code == 404
    assert "no article of the record is dated 1999-01-01 or before" in answer.json()["detail"]


def test_a_new_edition_is_shown_as_soon_as_it_is_published(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    told = "PORT SENNIC, March 3, 2031 - The minister said that the harbour was open.\n"
    (articles / "one.txt").write_text(told)
    record = tmp_path / "r.db"
    build([articles], record)
    client = TestClient(make_app(Desk(record)), base_url="http://localhost")
    before = client.get("/claims.json").json()["listed"]["total"]
    (articles / "two.txt").write_text("ORLUNE, March 4, 2031 - The general denied that a bridge had been mined.\n")
    build([articles], record)
    assert client.get("/claims.json").json()["listed"]["total"] == before + 1


def test_a_folder_is_built_while_the_desk_answers(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(coverage_path(), folder)
    app = make_app(None)
    client = TestClient(app, base_url="http://localhost")
    work = build_into(app, folder, tmp_path / "r.db")
    seen = set()
    while app.state.desk is None and not work.failed:
        answer = client.get("/claims", headers=PAGE)
        seen.add(answer.status_code)
        time.sleep(0.05)
    assert work.failed is None
    assert 503 in seen
    assert client.get("/claims", headers=PAGE).status_code == 200


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    app = make_app(None)
    work = build_into(app, tmp_path, tmp_path / "r.db")
    while work.failed is None:
        time.sleep(0.01)
    answer = TestClient(app, base_url="http://localhost").get("/claims", headers=PAGE)
    assert answer.status_code == 500
    assert "no article was found" in answer.text


def test_the_api_is_described_and_its_page_fetches_nothing_from_outside(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert "/claims.json" in described["paths"]
    assert "//cdn" not in client.get("/docs").text


@pytest.mark.parametrize(("value", "cell"), [("=1+1", "'=1+1"), ("-5", "-5"), ("+x", "'+x"), ("plain", "plain")])
def test_a_table_holds_no_formula(value: str, cell: str) -> None:
    (row,) = csv.DictReader(io.StringIO(table_of([Choice(value, "n", 1)])))
    assert row == {"value": cell, "name": "n", "count": "1"}


def test_data_in_a_page_can_t_close_its_element() -> None:
    dumped = str(data({"a": "</script><b>&"}))
    assert "<" not in dumped
    assert json.loads(dumped) == {"a": "</script><b>&"}


def test_days_in_words() -> None:
    assert [day_in_words("2031-03-05"), day_in_words(None), day_in_words("spring")] == [
        "5 March 2031",
        "undated",
        "spring",
    ]


def test_what_is_kept_for_the_next_reader_holds_nothing_of_this_one(client: TestClient) -> None:
    for path in ("/today", "/process", "/positions", "/claims", "/figures", "/coverage", "/actors", "/search"):
        answer = client.get(path, headers={"accept": "text/html"})
        assert 'name="csrf"' not in answer.text
        assert "csrf" not in client.cookies
        assert client.get(path, headers={"accept": "text/html"}).text == answer.text
