from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aidememoire.errors import AideMemoireError, NothingToReadError
from aidememoire.model.joined import Claim
from aidememoire.pipeline import as_of
from aidememoire.queries.shelf import Shelf
from aidememoire.store import open_record
from aidememoire.views.web.days import Days, NotReadyError

DAY = date(2031, 3, 5)


@pytest.fixture
def record(demo_record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo_record, tmp_path / "demo.db"))


@pytest.fixture
def days(record: Path) -> Iterator[Days]:
    found = Days(record)
    yield found
    found.stop()


def waited(days: Days, day: date) -> Shelf:
    while True:
        try:
            return days.on(1, day)
        except NotReadyError:
            time.sleep(0.1)


def test_a_day_is_what_the_pipeline_makes_of_it(days: Days, record: Path) -> None:
    shelf = waited(days, DAY)
    with open_record(record).reader() as reader:
        meant = as_of(reader, DAY)
    assert list(shelf.moment.articles()) == list(meant.articles())
    assert list(shelf.moment.links(Claim)) == list(meant.links(Claim))
    assert days.on(1, DAY) is shelf


def test_a_day_before_all_articles_is_told(days: Days) -> None:
    with pytest.raises(NothingToReadError, match="no article of the record is dated 2001-01-01 or before"):
        waited(days, date(2001, 1, 1))
    assert waited(days, DAY).articles


def test_where_the_process_ends_the_next_to_ask_gets_another(days: Days) -> None:
    waited(days, DAY)
    process = days._helper._process
    assert process is not None
    process[1].kill()
    with pytest.raises(AideMemoireError, match="the process that puts it together ended; ask again"):
        waited(days, date(2031, 3, 4))
    assert waited(days, date(2031, 3, 4)).articles


def test_a_stopped_one_answers_no_more(record: Path) -> None:
    days = Days(record)
    waited(days, DAY)
    days.stop()
    with pytest.raises(RuntimeError):
        days.on(1, date(2031, 3, 4))
