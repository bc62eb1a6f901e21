from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from aidememoire.errors import AideMemoireError
from aidememoire.views.web.app import make_app
from aidememoire.views.web.desk import Desk
from aidememoire.views.web.security import Access, access_for, is_loopback

KEY = "a-long-enough-token"


@pytest.fixture
def guarded(desk: Desk) -> Iterator[TestClient]:
    with TestClient(make_app(desk, Access("0.0.0.0", token=KEY)), base_url="http://desk.example") as made:
        yield made


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.9.10"])
def test_this_machines_own_addresses_need_no_word(host: str) -> None:
    assert is_loopback(host)
    assert access_for(host, None, None).local


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "desk.example"])
def test_other_addresses_are_refused_where_nobody_would_be_asked(host: str) -> None:
    with pytest.raises(AideMemoireError, match="AIDEMEMOIRE_TOKEN"):
        access_for(host, None, None)
    assert not access_for(host, KEY, None).local
    assert access_for(host, None, "x-user").user_header == "x-user"


def test_a_short_token_is_refused() -> None:
    with pytest.raises(AideMemoireError, match="fewer than 16"):
        access_for("0.0.0.0", "short", None)


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/claims", "/claims.json", "/static/desk.css", "/docs", "/nowhere"):
        headers = client.get(path).headers
        assert "script-src 'self'; style-src 'self'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_has_script_or_style_of_its_own(client: TestClient) -> None:
    for path in ("/claims", "/docs", "/nowhere"):
        page = client.get(path, headers={"accept": "text/html"}).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page), path
        for tag in re.findall(r"<script[^>]*>", page):
            assert "src=" in tag or 'type="application/json"' in tag
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_another_sites_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/claims", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/claims", headers={"host": "127.0.0.1:8470"}).status_code == 200
    assert client.get("/claims", headers={"host": "[::1"}).status_code == 421


def test_without_the_token_nothing_is_told(guarded: TestClient) -> None:
    answer = guarded.get("/claims.json")
    assert (answer.status_code, answer.text) == (401, "not known here\n")
    to_the_door = guarded.get("/claims", headers={"accept": "text/html"}, follow_redirects=False)
    assert (to_the_door.status_code, to_the_door.headers["location"]) == (303, "/enter")


def test_the_token_comes_by_header_or_is_entered_once(guarded: TestClient) -> None:
    assert guarded.get("/claims.json", headers={"authorization": f"Bearer {KEY}"}).status_code == 200
    assert guarded.get("/claims.json", headers={"authorization": "Bearer wrong"}).status_code == 401
    guarded.get("/enter")
    assert guarded.post("/enter", data={"token": "wrong"}).status_code == 401
    guarded.post("/enter", data={"token": KEY}, follow_redirects=False)
    assert guarded.get("/claims.json").status_code == 200


def test_a_proxys_user_counts_only_from_the_proxy(desk: Desk) -> None:
    mine = {"x-user": "ilse"}
    here = TestClient(
        make_app(desk, Access(user_header="x-user", proxy="10.0.0.7")),
        base_url="http://localhost",
        client=("10.0.0.7", 1),
    )
    assert here.get("/claims.json", headers=mine).status_code == 200
    assert here.get("/claims.json").status_code == 401
    elsewhere = TestClient(
        make_app(desk, Access(user_header="x-user", proxy="10.0.0.7")),
        base_url="http://localhost",
        client=("10.0.0.8", 1),
    )
    assert elsewhere.get("/claims.json", headers=mine).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}, {}],
)
def test_a_form_of_another_site_is_refused(desk: Desk, headers: dict[str, str]) -> None:
    fresh = TestClient(make_app(desk, Access("0.0.0.0", token=KEY)), base_url="http://desk.example")
    assert fresh.post("/enter", data={"token": KEY}, headers=headers).status_code == 403


def test_a_long_body_is_refused(client: TestClient) -> None:
    client.get("/claims")
    assert client.post("/enter", data={"token": "x" * 70_000}).status_code == 413


def test_no_path_from_outside_reaches_the_files(client: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert client.get(path).status_code == 404, path
