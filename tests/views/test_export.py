from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from aidememoire.model.joined import Actor
from aidememoire.model.lineage import Donor
from aidememoire.model.process import Round
from aidememoire.model.spans import Span
from aidememoire.store import open_record
from aidememoire.views.export import export
from tests.support import Sample, article, sample

SAMPLE = sample()
WIRE, HERALD, COURIER = SAMPLE.ids
ACTORS = {link.name: link.id for link in SAMPLE.links if isinstance(link, Actor)}

FIELDS = {
    "article": "source_id title outlet agencies published published_how dateline language composite text_sha256 "
    "boilerplate credits",
    "actor": "name kind aliases roles side",
    "time": "article start end text value earliest latest",
    "statement": "article speaker speaker_span cue content form act addressee addressee_text via target target_text "
    "passage happened reported",
    "encounter": "article kind status participants participant_texts place when source track round evidence "
    "happened reported",
    "position": "article party stance issue condition_for evidence happened reported",
    "commitment": "article by to what status alleged_by agreement evidence happened reported",
    "agreement": "article parties track what kind when evidence happened reported",
    "figure": "article subject unit value low high bound when speaker evidence happened reported",
    "lineage": "a b relation share_a share_b direction agency passages edits",
    "story": "articles title from to thread",
    "passage": "members",
    "claim": "text mentions asserted_by denied_by origins",
    "figure_group": "subject members status",
    "commitment_group": "by what members alleged_by origins",
    "track": "name mediator sponsors evidence",
    "round": "number track when evidence",
    "basket": "name track evidence",
    "brief_line": "day text kind records origins",
}

Line = dict[str, Any]


def printed(tmp_path: Path, what: Sample = SAMPLE) -> str:
    out = StringIO()
    with open_record(what.save(tmp_path / "r.db")).reader() as reader:
        export(reader, out)
    return out.getvalue()


@pytest.fixture
def lines(tmp_path: Path) -> list[Line]:
    return [json.loads(line) for line in printed(tmp_path).split("\n")[:-1]]


def of(lines: list[Line], kind: str) -> list[Line]:
    return [line for line in lines if line["type"] == kind]


def test_every_type_has_the_fields_it_promises(lines: list[Line]) -> None:
    for kind, names in FIELDS.items():
        for line in of(lines, kind):
            assert set(names.split()) <= line.keys(), kind
            assert list(line)[:2] == ["type", "id"]


def test_types_come_in_order_and_ids_are_unique(lines: list[Line]) -> None:
    assert list(dict.fromkeys(line["type"] for line in lines)) == list(FIELDS)
    ids = [line["id"] for line in lines]
    assert len(set(ids)) == len(ids)


def test_facts_come_by_article_and_place(lines: list[Line]) -> None:
    places = [(line["article"], line["content"]["start"]) for line in of(lines, "statement")]
    assert [article for article, _ in places] == [WIRE] * 4 + [HERALD] * 3 + [COURIER] * 2
    assert [start for _, start in places] == [109, 189, 215, 335, 74, 215, 248, 0, 60]


def test_every_id_in_a_line_is_that_of_a_line(lines: list[Line]) -> None:
    ids = {line["id"] for line in lines}
    kinds = tuple(f"{kind}-" for kind in [*FIELDS, "party"])

    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            return [s for each in value.values() for s in strings(each)]
        if isinstance(value, list):
            return [s for each in value for s in strings(each)]
        return [value] if isinstance(value, str) else []

    named = {s for line in lines for s in strings(line) if s.startswith(kinds)}
    assert named
    assert named <= ids


def test_an_article_has_its_rubbish_and_not_its_text(lines: list[Line]) -> None:
    herald = of(lines, "article")[1]
    assert herald["boilerplate"] == [
        {"start": 318, "end": 343, "text": "Share this story 41 times", "reason": "share count"}
    ]
    assert herald["credits"] == [{"start": 344, "end": 371, "text": "Reporting by Meridian Press"}]
    assert (herald["published"], herald["published_how"], herald["agencies"]) == (
        "2031-05-04", "given", ["Meridian Press"],
    )  # fmt: skip
    assert not {"text", "paragraphs"} & herald.keys()


def test_parties_become_actors(lines: list[Line]) -> None:
    direct = next(line for line in of(lines, "statement") if line["form"] == "direct")
    assert direct["speaker"] == ACTORS["Ilse Verhane"]
    assert direct["addressee"] == ACTORS["Meridian Press"]
    assert direct["via"] == [{"actor": ACTORS["Meridian Press"], "text": "Meridian Press"}]
    assert of(lines, "encounter")[0]["participants"] == [ACTORS["Petar Solvane"], ACTORS["Henrike Aldous"]]
    assert of(lines, "commitment")[0]["alleged_by"] == [ACTORS["Varenian government"]]
    assert of(lines, "statement")[-2]["speaker"] is None


def test_a_statement_names_the_passage_it_stands_in(lines: list[Line]) -> None:
    (passage,) = of(lines, "passage")
    assert [bool(line["passage"]) for line in of(lines, "statement")] == [
        True, True, False, False, True, False, False, False, False,
    ]  # fmt: skip
    assert of(lines, "statement")[0]["passage"] == passage["id"]
    assert [member["article"] for member in passage["members"]] == [WIRE, HERALD]


def test_a_role_says_which_article_it_was_read_from(lines: list[Line]) -> None:
    verhane = next(line for line in of(lines, "actor") if line["name"] == "Ilse Verhane")
    assert verhane["roles"] == [
        {
            "title": "spokeswoman",
            "of": None,
            "evidence": {"article": WIRE, "start": 242, "end": 253, "text": "spokeswoman"},
        }
    ]
    assert verhane["articles"] == [WIRE]


def test_stories_run_from_a_day_to_a_day(lines: list[Line]) -> None:
    (story,) = of(lines, "story")
    assert (story["from"], story["to"]) == ("2031-05-03", "2031-05-04")
    assert not {"first", "last"} & story.keys()


def test_tracks_are_named_by_id(lines: list[Line]) -> None:
    (track,) = of(lines, "track")
    talks = of(lines, "encounter")[1]
    assert (talks["track"], talks["track_text"], talks["round"]) == (track["id"], "Lugarno", 3)
    assert of(lines, "round")[0]["track"] == of(lines, "basket")[0]["track"] == track["id"]
    assert track["evidence"] == [{"article": WIRE, "start": 416, "end": 433, "text": "The Lugarno talks"}]


def test_a_round_may_name_its_track(tmp_path: Path) -> None:
    links = tuple(replace(link, track="lugarno") if isinstance(link, Round) else link for link in SAMPLE.links)
    text = printed(tmp_path, Sample(SAMPLE.readings, links))
    assert '"number": 3, "track": "track-' in text


def test_whole_numbers_are_printed_whole(tmp_path: Path) -> None:
    assert '"value": 14, "low": null' in printed(tmp_path)


def test_letters_stand_as_they_are(tmp_path: Path) -> None:
    each = article("é-1", "Ça ira — 会谈\n😀 Body.")
    text = printed(tmp_path, Sample(((each, ()),), ()))
    assert '"title": "Ça ira — 会谈"' in text
    assert text.count("\n") == 1


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    turned = Sample(SAMPLE.readings[::-1], SAMPLE.links[::-1])
    assert printed(tmp_path / "1") == printed(tmp_path / "2", turned)


def test_an_empty_record_prints_nothing(tmp_path: Path) -> None:
    assert printed(tmp_path, Sample((), ())) == ""


def test_the_donor_of_a_part_of_a_page_is_told(tmp_path: Path) -> None:
    (wire, _), *_ = SAMPLE.readings
    donor = Donor("donor-1", wire.id, Span.of(wire.text, 0, 9), HERALD, 0.5)
    text = printed(tmp_path, replace(SAMPLE, links=(*SAMPLE.links, donor)))
    assert of([json.loads(line) for line in text.splitlines()], "donor") == [
        {
            "type": "donor",
            "id": "donor-1",
            "article": WIRE,
            "part": {"start": 0, "end": 9, "text": "Varenian "},
            "donor": HERALD,
            "share": 0.5,
        }
    ]


def test_a_fact_has_two_clocks_when_it_happens_and_when_it_was_reported(lines: list[Line]) -> None:
    meeting, talks = of(lines, "encounter")[:2]
    assert meeting["happened"] == {"earliest": "2031-05-05", "latest": "2031-05-05"}
    assert talks["happened"] == {"earliest": None, "latest": None}
    assert meeting["reported"] == talks["reported"] == "2031-05-03"
