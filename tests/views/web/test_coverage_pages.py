"""The pages of figures, coverage, actors and articles, asked for as a browser without scripts does."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from fastapi.testclient import TestClient

from aidememoire.model.joined import FigureGroup
from aidememoire.model.lineage import Lineage, Story
from aidememoire.views.web.desk import Desk

PAGE = {"accept": "text/html"}
LISTS = ("/figures", "/coverage", "/coverage/outlets", "/actors")


def test_lists_have_one_view_in_three_forms(client: TestClient) -> None:
    for path in LISTS:
        shown = client.get(f"{path}.json").json()["rows"]
        table = list(csv.DictReader(io.StringIO(client.get(f"{path}.csv").text)))
        assert len(shown) == len(table) > 0
        assert client.get(path, headers=PAGE).status_code == 200


def test_every_row_leads_to_its_page(client: TestClient) -> None:
    for path, key in (("/figures", "id"), ("/actors", "id"), ("/coverage", "story")):
        page = client.get(path, headers=PAGE).text
        for row in client.get(f"{path}.json").json()["rows"]:
            if row[key]:
                assert f'href="{path}/{row[key]}"' in page
                assert client.get(f"{path}/{row[key]}", headers=PAGE).status_code == 200


def test_a_toll_has_its_chart_and_the_same_as_a_table(client: TestClient, desk: Desk) -> None:
    group = max(desk.now().moment.links(FigureGroup), key=lambda g: len(g.members))
    page = client.get(f"/figures/{group.id}", headers=PAGE).text
    found = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    marks = json.loads(found[1])["data"]["values"]
    tellings = client.get(f"/figures/{group.id}.json").json()["rows"]
    assert [m["number"] for m in marks] == list(range(1, len(tellings) + 1))
    for mark, telling in zip(marks, tellings, strict=True):
        cited = telling["cited"]
        assert mark["href"] == f"/articles/{cited['article']}?at={cited['start']}-{cited['end']}#here"
        assert f'href="{mark["href"].replace("&", "&amp;")}"' in page
        assert f'href="/review/{telling["figure"]}"' in page


def test_a_story_leads_to_its_articles_and_to_each_two_side_by_side(client: TestClient, desk: Desk) -> None:
    story = max(desk.now().moment.links(Story), key=lambda s: len(s.articles))
    page = client.get(f"/coverage/{story.id}", headers=PAGE).text
    for article in story.articles:
        assert f'href="/articles/{article}"' in page
    for pair in client.get(f"/coverage/{story.id}.json").json()["pairs"]:
        assert f'href="/coverage/compare?a={pair["a"]["id"]}&amp;b={pair["b"]["id"]}"' in page


def test_two_articles_side_by_side_have_a_table_of_edits(client: TestClient, desk: Desk) -> None:
    link = max(desk.now().moment.links(Lineage), key=lambda x: len(x.edits))
    page = client.get(f"/coverage/compare?a={link.a}&b={link.b}", headers=PAGE).text
    assert len(re.findall(r'<tr id="edit\d+"', page)) == len(link.edits) > 0
    table = list(csv.DictReader(io.StringIO(client.get(f"/coverage/compare.csv?a={link.a}&b={link.b}").text)))
    assert [row["kind"] for row in table] == [edit.kind for edit in link.edits]


def test_every_part_of_an_actor_has_its_address(client: TestClient) -> None:
    actor = client.get("/actors.json").json()["rows"][0]["id"]
    for part in ("statements", "encounters", "positions", "commitments", "identity"):
        page = client.get(f"/actors/{actor}?part={part}", headers=PAGE).text
        assert f'href="/actors/{actor}?part={part}" aria-current="page"' in page
        shown = client.get(f"/actors/{actor}.json?part={part}").json()
        counts = {c["value"]: c["count"] for c in shown["counts"]}
        assert len(shown[part]) == min(50, counts[part])
    assert client.get(f"/actors/{actor}?part=secrets", headers=PAGE).status_code == 422


def test_a_place_in_an_article_is_marked_and_one_outside_is_told(client: TestClient, desk: Desk) -> None:
    article = next(iter(desk.now().articles.values()))
    inside = client.get(f"/articles/{article.id}?at=0-5", headers=PAGE).text
    assert inside.count('id="here"') == 1
    outside = client.get(f"/articles/{article.id}?at=0-{len(article.text) + 1}", headers=PAGE)
    assert outside.status_code == 200
    assert 'id="here"' not in outside.text
    assert "not in this text" in outside.text


def test_an_article_of_the_day_before_keeps_the_moment_in_its_links(client: TestClient) -> None:
    row = client.get("/coverage.json?as_of=2031-03-05").json()["rows"][0]
    article = row["articles"][0]["id"]
    page = client.get(f"/articles/{article}?as_of=2031-03-05", headers=PAGE).text
    assert re.search(r'href="/review/[\w-]+\?as_of=2031-03-05"', page)


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/figures/none", "group of figures"),
        ("/coverage/none", "story"),
        ("/coverage/compare?a=x&b=y", "two articles"),
        ("/actors/none", "actor"),
        ("/articles/none", "article"),
    ],
)
def test_what_the_record_has_not_is_told(client: TestClient, path: str, what: str) -> None:
    answer = client.get(path, headers=PAGE)
    assert answer.status_code == 404
    assert f"the record has no such {what}" in answer.text


@pytest.mark.parametrize(
    "path", ["/coverage?day=today", "/coverage/compare?a=x", f"/actors/{'a' * 81}", "/figures?page=0"]
)
def test_what_can_t_be_asked_is_refused(client: TestClient, path: str) -> None:
    assert client.get(path, headers=PAGE).status_code == 422


def test_no_page_has_styles_or_scripts_of_its_own(client: TestClient, desk: Desk) -> None:
    article = next(iter(desk.now().articles))
    for path in (*LISTS, f"/articles/{article}"):
        page = client.get(path, headers=PAGE).text
        assert not re.search(r"<style|\sstyle=|\son\w+=", page)
