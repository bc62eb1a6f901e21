from __future__ import annotations

import csv
import io
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aidememoire.model.facts import Encounter, Figure, Statement
from aidememoire.model.joined import Claim
from aidememoire.model.kinds import FACTS
from aidememoire.pipeline import rejoin
from aidememoire.store import Place, open_record
from aidememoire.store.check import problems
from aidememoire.store.codec import LINKS
from aidememoire.views.web.app import make_app
from aidememoire.views.web.desk import Desk
from aidememoire.views.web.joining import Joining
from aidememoire.views.web.security import Access

HTML = {"accept": "text/html"}
TONS, HOPE = {"f_subject": "tons", "f_bound": "exactly"}, {"f_act": "hope", "f_form": "direct"}


@pytest.fixture
def record(demo_record: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "demo.db"
    shutil.copy(demo_record, copy)
    return copy


@pytest.fixture
def mine(record: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A browser on a desk of one's own, which joins nothing by itself."""
    desk = Desk(record)
    monkeypatch.setattr(desk.joining, "ask", lambda *_: None)
    with TestClient(make_app(desk), base_url="http://localhost", follow_redirects=False) as made:
        made.get("/review", headers=HTML)
        yield made


def post(client: TestClient, path: str, **form: Any) -> Any:
    return client.post(path, data={"csrf": client.cookies["csrf"], **form}, headers=HTML)


def first(client: TestClient, kind: str = "statement", **more: str) -> dict[str, Any]:
    rows = client.get("/review.json", params={"kind": kind, **more}).json()["rows"]
    return dict(rows[0])


def state(client: TestClient, fact: str) -> dict[str, Any]:
    return dict(client.get(f"/review/{fact}.json").json())


def test_the_queue_begins_with_what_disputed_claims_stand_on(mine: TestClient) -> None:
    rows = mine.get("/review.json").json()["rows"]
    assert rows[0]["why"] == "a disputed claim stands on it"
    assert mine.get("/review", headers=HTML).status_code == 200
    assert {r["kind"] for r in mine.get("/review.json?kind=figure").json()["rows"]} == {"figure"}


@pytest.mark.parametrize("kind", ["statement", "encounter", "position", "commitment", "figure", "agreement", "event"])
def test_each_kind_has_its_page_and_its_form(mine: TestClient, kind: str) -> None:
    row = first(mine, kind)
    page = mine.get(f"/review/{row['fact']}", headers=HTML)
    assert page.status_code == 200
    assert "<mark>" in page.text
    article = row["cited"]["article"]
    assert mine.get(f"/review/add?article={article}&kind={kind}", headers=HTML).status_code == 200


def test_a_rejected_fact_is_gone_everywhere_at_once_and_comes_back_when_the_word_is_taken_back(
    mine: TestClient, record: Path
) -> None:
    with open_record(record).reader() as reader:
        claim = max(reader.links(Claim), key=lambda c: (c.disputed, len(c.mentions)))
    fact = claim.mentions[0].statement
    assert post(mine, f"/review/{fact}", what="reject").status_code == 303
    tellings = mine.get(f"/claims/{claim.id}.json").json()
    assert fact not in json.dumps(tellings)
    with open_record(record).reader() as reader:
        assert fact not in {s.id for s in reader.facts(Statement)}
        assert list(problems(reader)) == []
    assert "are being joined anew" in mine.get("/review", headers=HTML).text
    assert rejoin(record)
    assert not rejoin(record)
    assert "are being joined anew" not in mine.get("/review", headers=HTML).text
    assert post(mine, "/review/words/1/undo").status_code == 303
    assert rejoin(record)
    with open_record(record).reader() as reader:
        assert claim in list(reader.links(Claim))


def test_a_correction_stands_in_the_record_and_shows_both_versions(mine: TestClient, record: Path) -> None:
    row = first(mine)
    fields = {f"f_{f['name']}": f["value"] for f in state(mine, row["fact"])["form"] if f["value"]}
    sent = post(
        mine, f"/review/{row['fact']}", what="correct", note="she said it",
        **(fields | {"n_speaker": "Henrike Aldous", "k_speaker": "person", "f_act": "hope"}),
    )  # fmt: skip
    assert sent.status_code == 303
    assert "said=1" in sent.headers["location"]
    now = state(mine, row["fact"])
    stands, machine = ({x["name"]: x["value"] for x in now[v]} for v in ("stands", "machine"))
    assert (stands["speaker"], stands["act"]) == ("Henrike Aldous", "hope")
    assert machine["speaker"] != "Henrike Aldous"
    assert now["words"][0]["note"] == "she said it"
    assert rejoin(record)
    with open_record(record).reader() as reader:
        assert list(problems(reader)) == []


def test_every_kind_can_be_corrected_and_added_to(mine: TestClient, record: Path) -> None:
    kinds = [each["kind"] for each in mine.get("/review.json").json()["done"]]
    for kind in kinds:
        row = first(mine, kind)
        form = state(mine, row["fact"])["form"]
        given = {
            f"f_{f['name']}": f["value"] or next((o["value"] for o in f["options"] if o["chosen"]), "") for f in form
        }
        several = {
            f"f_{f['name']}": [o["value"] for o in f["options"] if o["chosen"]] for f in form if f["sort"] == "parties"
        }
        unchanged = post(mine, f"/review/{row['fact']}", what="correct", then="stay", **(given | several))
        assert unchanged.status_code == 303, (kind, unchanged.text)
        assert state(mine, row["fact"])["words"][-1]["what"] == "accept", kind
        filled = {f"f_{f['name']}": "3" if f["sort"] in ("number", "whole") else "words" for f in form}
        filled |= {f"f_{f['name']}": f["options"][-1]["value"] for f in form if f["options"]}
        added = post(mine, "/review/add", kind=kind, article=row["cited"]["article"], start="0", end="9", **filled)
        assert added.status_code == 303, (kind, added.text)
    assert rejoin(record)
    with open_record(record).reader() as reader:
        assert list(problems(reader)) == []


def test_what_was_missed_is_added_with_its_words(mine: TestClient, record: Path) -> None:
    row = first(mine, "encounter")
    article = row["cited"]["article"]
    sent = post(
        mine, "/review/add", kind="encounter", article=article, start="0", end="12", f_kind="visit", f_status="held",
        n_participants="Henrike Aldous; Office of Weights", k_participants="organization", f_place="Calder",
    )  # fmt: skip
    assert sent.status_code == 303
    fact = sent.headers["location"].split("/")[-1].split("?")[0]
    assert state(mine, fact)["machine"] is None
    with open_record(record).reader() as reader:
        (made,) = [e for e in reader.facts(Encounter, article) if e.id == fact]
    assert (made.kind, made.place, len(made.participants)) == ("visit", "Calder", 2)
    assert made.participant_texts == ("Henrike Aldous", "Office of Weights")
    rejoin(record)
    assert "Office of Weights" in {a.name for a in Desk(record).now().actors.values()}


def test_two_reviewers_who_disagree_are_both_shown_and_the_later_wins(mine: TestClient) -> None:
    fact = first(mine)["fact"]
    for who, what in (("Ada", "accept"), ("Ben", "reject")):
        assert post(mine, "/review/reviewer", reviewer=who).status_code == 303
        post(mine, f"/review/{fact}", what=what)
    now = state(mine, fact)
    assert now["disputed"]
    assert now["stands"] is None
    assert [(w["reviewer"], w["effect"]) for w in now["words"]] == [("Ada", "overruled"), ("Ben", "in force")]
    assert [r["fact"] for r in mine.get("/review.json?only=disagreements").json()["rows"]] == [fact]
    assert post(mine, f"/review/{fact}", what="same", same="1").status_code == 303
    assert not state(mine, fact)["disputed"]
    refused = post(mine, "/review/words/1/undo")
    assert refused.status_code == 422
    assert "Ada&#39;s word" in refused.text


def test_agreement_and_precision_are_told(mine: TestClient) -> None:
    facts = [r["fact"] for r in mine.get("/review.json?kind=statement").json()["rows"][:4]]
    for who, words in (("Ada", "arar"), ("Ben", "arra")):
        post(mine, "/review/reviewer", reviewer=who)
        for fact, word in zip(facts, words, strict=True):
            post(mine, f"/review/{fact}", what="accept" if word == "a" else "reject")
    row = mine.get("/review/agreement.json").json()["rows"][1]
    assert (row["kind"], row["shared"], row["reviewers"], row["judged"], row["accepted"]) == ("statement", 4, 2, 4, 2)
    assert row["alpha"] == pytest.approx(1 - 7 * 4 / 32)
    assert (row["low"], row["high"]) == (pytest.approx(0.150, abs=1e-3), pytest.approx(0.850, abs=1e-3))
    assert mine.get("/review/agreement", headers=HTML).status_code == 200


def test_the_trail_is_exported_with_both_versions(mine: TestClient) -> None:
    fact = first(mine)["fact"]
    post(mine, f"/review/{fact}", what="reject", note="=1+1")
    post(mine, "/review/words/1/undo")
    (undo, reject) = csv.DictReader(io.StringIO(mine.get("/review/trail.csv?size=1000").text))
    assert (undo["what"], reject["what"], reject["effect"]) == ("undo", "reject", "taken back")
    assert json.loads(reject["before"])["id"] == fact
    assert reject["note"] == "'=1+1"
    assert mine.get("/review/trail", headers=HTML).status_code == 200


def test_actors_are_merged_and_split_and_the_trail_says_by_whom(mine: TestClient) -> None:
    shelf = Desk(Path(mine.app.state.desk.path)).now()  # type: ignore[attr-defined]
    one, other = sorted(
        (a for a in shelf.actors.values() if a.kind == "person"), key=lambda a: (-len(a.parties), a.id)
    )[:2]
    post(mine, "/review/reviewer", reviewer="Ada")
    sent = post(mine, "/review/actors/merge", actor=[one.id, other.id])
    assert sent.status_code == 303
    assert sent.headers["location"].startswith("/actors/actor-")
    (row,) = mine.get("/review/trail.json").json()["rows"]
    assert (row["about"], row["what"], row["reviewer"], row["effect"]) == ("actors", "merge", "Ada", "in force")
    assert post(mine, "/review/decisions/1/forget").status_code == 303
    assert mine.get("/review/trail.json").json()["rows"] == []
    assert post(mine, "/review/actors/merge", actor="nobody at all").status_code == 422


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        ("/review/statement-0", {"what": "accept"}, 404),
        ("/review/FACT", {"what": "sing"}, 422),
        ("/review/FACT", {"what": "same", "same": "x"}, 422),
        ("/review/FACT", {"what": "same", "same": "99"}, 422),
        ("/review/FACT", {"what": "correct", "f_act": "sing"}, 422),
        ("/review/FACT", {"what": "correct", "f_speaker": "party-0", "f_act": "assert", "f_form": "direct"}, 422),
        ("/review/FACT", {"what": "accept", "note": "n" * 2001}, 422),
        ("/review/add", {"kind": "party"}, 422),
        ("/review/add", {"kind": "figure", "article": "article-0", "start": "1", "end": "2"}, 409),
        ("/review/words/77/undo", {}, 422),
        ("/review/reviewer", {"reviewer": "n" * 81}, 422),
        ("/review/reviewer", {"reviewer": "  "}, 422),
    ],
)  # fmt: skip
def test_what_says_nothing_is_refused_in_words(
    mine: TestClient, path: str, form: dict[str, str], status: int, record: Path
) -> None:
    sent = post(mine, path.replace("FACT", first(mine)["fact"]), **form)
    assert sent.status_code == status, sent.text
    with open_record(record).reader() as reader:
        assert list(reader.reviews()) == []


def test_a_form_of_another_page_is_refused(mine: TestClient) -> None:
    fact = first(mine)["fact"]
    assert mine.post(f"/review/{fact}", data={"what": "accept"}, headers=HTML).status_code == 403
    assert mine.post(f"/review/{fact}", data={"what": "accept", "csrf": "x"}, headers=HTML).status_code == 403


def test_the_way_back_leads_nowhere_else(mine: TestClient) -> None:
    for back, leads in (
        ("/review?kind=figure", "/review?kind=figure"),
        ("//elsewhere.example", "/review"),
        ("/\\x", "/review"),
    ):
        assert post(mine, "/review/reviewer", reviewer="Ada", back=back).headers["location"] == leads


def test_the_proxys_user_reviews_in_his_own_name(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(record)
    monkeypatch.setattr(desk.joining, "ask", lambda *_: None)
    app = make_app(desk, Access(user_header="x-user", proxy="testclient"))
    with TestClient(app, base_url="http://localhost", headers={"x-user": "carol"}) as browser:
        browser.get("/review", headers=HTML)
        browser.cookies.set("reviewer", "mallory")
        assert browser.get("/review.json").json()["reviewer"] == "carol"


def test_the_record_is_joined_anew_after_a_pause_and_once(record: Path) -> None:
    ran: list[Place] = []
    joining = Joining(record, ran.append, pause=0.05)
    for _ in range(5):
        joining.ask()
    deadline = time.monotonic() + 5
    while not ran and time.monotonic() < deadline:
        time.sleep(0.01)
    joining.stop()
    assert ran == [record]


def test_figures_corrected_are_the_figures_of_the_record(mine: TestClient, record: Path) -> None:
    row = first(mine, "figure")
    form = {
        f"f_{f['name']}": f["value"] or next((o["value"] for o in f["options"] if o["chosen"]), "")
        for f in state(mine, row["fact"])["form"]
    }
    assert post(mine, f"/review/{row['fact']}", what="correct", **(form | {"f_value": "1,234"})).status_code == 303
    with open_record(record).reader() as reader:
        (figure,) = [f for f in reader.facts(Figure) if f.id == row["fact"]]
    assert figure.value == 1234.0


def test_an_edition_takes_over_what_the_one_before_had_read_and_is_the_same_as_one_read_anew(
    mine: TestClient, record: Path
) -> None:
    desk: Desk = mine.app.state.desk  # type: ignore[attr-defined]
    kinds = (*FACTS, *LINKS)

    def everything(of: Desk) -> list[tuple[object, ...]]:
        moment = of.now().moment
        return [tuple(moment.facts(k)) if k in FACTS else tuple(moment.links(k)) for k in kinds]

    everything(desk)
    with open_record(record).reader() as reader:
        facts = [claim.mentions[0].statement for claim in reader.links(Claim) if claim.disputed][:3]
        article = next(reader.articles()).id
    for path, form in (
        (f"/review/{facts[0]}", {"what": "reject"}),
        ("/review/add", {"kind": "figure", "article": article, "start": "0", "end": "4"} | TONS),
        (f"/review/{facts[1]}", {"what": "reject"}),
        ("/review/words/1/undo", {}),
        (f"/review/{facts[2]}", {"what": "correct", "n_speaker": "Office of Weights"} | HOPE),
    ):  # fmt: skip
        assert post(mine, path, **form).status_code == 303
        assert everything(desk) == everything(Desk(record))
    rejoin(record)
    assert everything(desk) == everything(Desk(record))
