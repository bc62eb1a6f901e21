from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from aidememoire.model.articles import Document
from aidememoire.pipeline import one, workers
from aidememoire.pipeline.building import build
from aidememoire.pipeline.workers import read_all
from aidememoire.store import open_record
from aidememoire.views.export import export

PLACES = ("Halvet", "Brenmark", "Tessaly Ford", "Port Sennic")


def document(number: int) -> Document:
    place = PLACES[number % 4]
    text = f"ORLUNE - The army shelled {place} on day {number}, commander Tomas Okrelo said.\n\nThe ministry denied it."
    return Document(source_id=f"d{number}", where=f"made:{number}", text=text, published="2031-03-05")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEW", 2)


def test_several_processes_give_what_one_gives_in_its_order(few: None) -> None:
    documents = [document(n) for n in range(12)]
    apart = list(read_all(documents, 2))
    assert [d.source_id for d, _ in apart] == [f"d{n}" for n in range(12)]
    assert apart == [(d, one.read(d)) for d in documents]


def test_few_documents_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_Crew", None)
    assert len(list(read_all([document(n) for n in range(3)], 2))) == 3


def test_no_more_documents_are_taken_than_are_under_way(few: None) -> None:
    taken = 0

    def coming() -> Iterator[Document]:
        nonlocal taken
        for number in range(60):
            taken += 1
            yield document(number)

    reading = read_all(coming(), 2)
    next(reading)
    assert taken <= 2 * workers.AHEAD + 2
    assert len(list(reading)) == 59


def test_a_killed_process_costs_nothing(few: None) -> None:
    documents = [document(n) for n in range(40)]
    reading = read_all(documents, 2)
    found = [next(reading)]
    killed = children()
    os.kill(killed[0], signal.SIGKILL)
    found += reading
    assert [d.source_id for d, _ in found] == [f"d{n}" for n in range(40)]
    assert all(isinstance(done, tuple) for _, done in found)


def test_a_document_that_ends_its_process_is_skipped_and_the_others_are_read(few: None, tmp_path: Path) -> None:
    script = tmp_path / "ends.py"
    script.write_text(ENDS)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["d0 read", "d1 read", "d2 the process that read it ended each time", "d3 read"]


ENDS = """
import os
from aidememoire.model.articles import Document, Skipped
from aidememoire.pipeline import one, workers

def ending(document, read=one.read):
    if document.source_id == "d2":
        os._exit(9)
    return read(document)

workers.read = ending
workers.FEW = 2
if __name__ == "__main__":
    documents = [Document(source_id=f"d{n}", where=f"d{n}", text="The envoy said the talks went on.") for n in range(4)]
    for document, done in workers.read_all(documents, 2):
        told = done.reason.partition(",")[0] if isinstance(done, Skipped) else "read"
        print(document.source_id, told)
"""


def test_no_process_outlives_the_one_that_asked(few: None, tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    others = [int(word) for word in process.stdout.readline().split()]
    assert others
    process.kill()
    process.wait()
    process.stdout.close()
    deadline = threading.Event()
    while any(map(alive, others)) and not deadline.wait(0.1):
        pass


KILLED = """
import time
from aidememoire.model.articles import Document
from aidememoire.pipeline import workers
from pathlib import Path

if __name__ == "__main__":
    workers.FEW = 2
    documents = (Document(source_id=f"d{n}", where=f"d{n}", text="The envoy said so.") for n in range(100))
    reading = workers.read_all(documents, 2)
    next(reading)
    print(*(child for child in Path("/proc/self/task").glob("*/children") for child in child.read_text().split()))
    time.sleep(60)
"""


def children() -> list[int]:
    found = [p.read_text().split() for p in Path("/proc/self/task").glob("*/children")]
    pids = [int(pid) for each in found for pid in each]
    return [pid for pid in pids if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_record_is_the_same_whatever_the_number_of_processes(few: None, tmp_path: Path) -> None:
    folder = tmp_path / "coverage"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(document(number).text)
    told = []
    for processes in (1, 2):
        record = tmp_path / f"{processes}.db"
        build([folder], record, processes=processes)
        with open_record(record).reader() as reader, (tmp_path / "out").open("w+") as out:
            export(reader, out)
            out.seek(0)
            told.append(out.read())
    assert told[0] == told[1]
    assert '"type":"statement"' in told[0].replace(" ", "")
