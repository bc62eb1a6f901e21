"""The desk, wherever the record is kept."""

from __future__ import annotations

from fastapi.testclient import TestClient

from aidememoire.demo import coverage_path
from aidememoire.pipeline import build
from aidememoire.store import Place
from aidememoire.views.web.app import make_app
from aidememoire.views.web.desk import Desk


def test_pages_search_and_reviews_are_there(place: Place) -> None:
    build([coverage_path()], place)
    desk = Desk(place)
    with TestClient(make_app(desk), base_url="http://localhost") as client:
        assert client.get("/claims.json").json()["listed"]["total"] > 100
        assert client.get("/search.json?q=prisoners").json()["listed"]["total"] > 3
        fact = client.get("/review.json?kind=statement").json()["rows"][0]["fact"]
        page = client.get(f"/review/{fact}", headers={"accept": "text/html"})
        assert page.status_code == 200
        form = {"csrf": client.cookies["csrf"], "what": "reject"}
        client.post(f"/review/{fact}", data=form, headers={"origin": "http://localhost"})
        assert client.get("/review/trail.json").json()["rows"][0]["what"] == "reject"
    desk.stop()
