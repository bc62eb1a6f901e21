"""Many articles in one file are never held at once."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

from aidememoire.intake.files import documents
from aidememoire.model.articles import Document

ARTICLES = 10_000


def test_ten_thousand_articles_in_one_file_are_read_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "coverage.jsonl"
    body = "The envoy met both delegations in Orlune on Tuesday. " * 60
    with file.open("w", encoding="utf-8") as lines:
        for number in range(ARTICLES):
            lines.write(json.dumps({"id": f"a{number}", "text": f"{number}. {body}"}) + "\n")
    size = file.stat().st_size
    assert size > 30_000_000
    tracemalloc.start()
    count = sum(isinstance(item, Document) for item in documents([file]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == ARTICLES
    # A piece of a megabyte is looked at to find the encoding; the rest is one line at a time.
    assert peak < size / 5
