from io import StringIO
from pathlib import Path

from rich.console import Console

from aidememoire.model.ids import content_id
from aidememoire.model.lineage import Story
from aidememoire.queries.answers import Answers
from aidememoire.store import open_record
from aidememoire.views.show import show
from tests.support import Sample, sample


def shown(tmp_path: Path, limit: int = 12) -> str:
    out = StringIO()
    with open_record(sample().save(tmp_path / "talks.db")).reader() as reader:
        show(Answers(reader), Console(file=out, width=100, highlight=False), limit)
    return out.getvalue()


def test_each_part_of_the_record_has_its_heading(tmp_path: Path) -> None:
    text = shown(tmp_path)
    parts = ("The process", "Who met whom", "Who said what", "What is disputed", "Which articles are one story")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_limit_shows_less_and_says_how_much_is_left(tmp_path: Path) -> None:
    whole, short = shown(tmp_path), shown(tmp_path, limit=1)
    assert len(short) < len(whole)
    assert "more" in short


def test_a_story_tells_what_it_goes_on_from(tmp_path: Path) -> None:
    whole = sample()
    first = next(link for link in whole.links if isinstance(link, Story))
    wire, courier = whole.readings[0][0], whole.readings[2][0]
    later = Story(content_id("story", "later"), (wire.id, courier.id), "The day after", None, None, first.id)
    out = StringIO()
    with open_record(Sample(whole.readings, (*whole.links, later)).save(tmp_path / "t.db")).reader() as reader:
        show(Answers(reader), Console(file=out, width=100, highlight=False), 12)
    assert out.getvalue().count("goes on from") == 1
    assert "goes on from: Shelling of Halvet" in out.getvalue()
