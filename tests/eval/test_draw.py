"""The reading sheet: drawn by its seed alone, with the content where it stands."""

from pathlib import Path

from aidememoire.demo import coverage_path
from aidememoire.model.facts import Statement
from aidememoire.pipeline import build
from aidememoire.store import open_record
from eval.draw import sheet


def test_a_sheet_is_what_its_seed_draws_and_marks_each_content(tmp_path: Path) -> None:
    one = sorted(coverage_path().glob("*.html"))[:2]
    record = tmp_path / "one.db"
    build(one, record)
    with open_record(record).reader() as reader:
        contents = {s.content.text for s in reader.facts(Statement)}
        drawn = list(sheet(reader, 4, 1))
        assert len(drawn) == 4
        assert drawn == list(sheet(reader, 4, 1))
        assert {block.split("⟦")[1].split("⟧")[0] for block in drawn} <= contents
        assert len(list(sheet(reader, 1000, 1))) == len(list(reader.facts(Statement)))
