"""How long the pages of the desk take when many read at once, beside datasette on the same file.

usage: python -m benchmarks.serving [RECORD] [--statements 100000] [--readers 20] [--pages 2000] [--seconds 90]

Without RECORD, one of 100,000 statements is made first, of invented facts (see `benchmarks.serving.collection`), in a
folder that is removed afterwards; `--keep FILE` makes it there and leaves it.

`aidememoire serve` is started on the record, then, where it is installed (pip install 'datasette>=0.65,<0.66'),
datasette on the same file, opened as immutable, which is its quickest; each alone. Readers ask for pages over loopback,
each for the next as soon as it has one, without scripts, styles or pictures. The mix has as many pages of each kind,
drawn by a seed; what a server doesn't have is left out. Each page is asked for once before the clock starts. Datasette
shows the rows that a page of the desk is made from, as tables: less than the page, and more than nothing.

Prints median and 95th percentile of each page and of all, pages a second, and the ratio of the medians; then the goals.
"""

from __future__ import annotations

import argparse
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import httpx

from benchmarks.serving.collection import make
from benchmarks.serving.pages import datasette_pages, desk_pages, mixed, stock
from benchmarks.serving.readers import Load, lines, read, share, there

GOAL_MEDIAN, GOAL_95 = 100.0, 300.0
STARTING_S = 300.0
ENDING_S = 10.0

Pages = Mapping[str, Sequence[str]]


def free_port() -> int:
    """A port of this machine that nothing answers at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def server(command: Sequence[str], port: int) -> Iterator[str]:
    """Run a server of this Python until the block is left; its address, once it answers."""
    base = f"http://127.0.0.1:{port}"
    with subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.DEVNULL) as process:
        try:
            _wait(base, process)
            yield base
        finally:
            process.terminate()
            try:
                process.wait(ENDING_S)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(base: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTING_S
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx.get(f"{base}/-/versions.json", timeout=5)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"the server at {base} did not start")


def measure(base: str, pages: Pages, given: argparse.Namespace) -> Load:
    """What the readers met."""
    wanted = {name: paths for name, paths in pages.items() if name not in given.without}
    asked = mixed(there(base, wanted), given.pages, random.Random(given.seed))
    return read(base, asked, given.readers, given.seconds)


def run(record: Path, given: argparse.Namespace) -> None:
    """Measure the servers on a record and print what came of it."""
    draw = random.Random(given.seed)
    held = stock(record, draw)
    loads = [("the desk", _loaded(["aidememoire", "serve", str(record), "-p"], given, lambda: desk_pages(held, draw)))]
    if find_spec("datasette") is None:
        print("datasette is not installed: pip install 'datasette>=0.65,<0.66'")
    else:
        command = ["datasette", "serve", "-i", str(record), "--setting", "sql_time_limit_ms", "10000", "-p"]
        pages = _loaded(command, given, lambda: datasette_pages(held, draw, record.stem))
        loads.append(("datasette", pages))
    print(f"{record.name}: {record.stat().st_size / 1e6:.0f} MB, {given.readers} readers at once")
    for line in lines(loads):
        print(line)
    tell(loads)


def _loaded(command: Sequence[str], given: argparse.Namespace, pages: Callable[[], Pages]) -> Load:
    port = free_port()
    with server([*command, str(port)], port) as base:
        return measure(base, pages(), given)


def tell(loads: Sequence[tuple[str, Load]]) -> None:
    """Print the ratio of the medians, what failed, and the goals."""
    for name, load in loads:
        if load.failed:
            print(f"{name}: {load.failed} answers were not 200")
    medians = [share(load.every, 0.5) for _, load in loads]
    if len(medians) > 1:
        print(f"datasette's median is {medians[1] / medians[0]:.2f} times the desk's")
    print(f"goals: median at most {GOAL_MEDIAN:.0f} ms, 95 % at most {GOAL_95:.0f} ms")


def main(words: Sequence[str] | None = None) -> None:
    """Make the record if none is given, and measure. `words` are those of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", nargs="?", type=Path)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=90.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", nargs="*", default=[], metavar="PAGE", help="pages not to ask for, by name")
    parser.add_argument("--keep", type=Path, help="where to make the record, and leave it")
    given = parser.parse_args(words)
    if min(given.statements, given.readers, given.pages) < 1:
        parser.error("give 1 or more statements, readers and pages")
    if given.record is not None:
        run(given.record, given)
        return
    with tempfile.TemporaryDirectory() as folder:
        record = given.keep or Path(folder) / "serving.db"
        if record.exists():
            parser.error(f"{record} is there already; give it as RECORD")
        begun = time.perf_counter()
        make(record, given.statements, given.seed)
        print(f"{given.statements} statements made in {time.perf_counter() - begun:.0f} s")
        run(record, given)


if __name__ == "__main__":
    main()
