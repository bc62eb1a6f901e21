"""Many readers at once: each asks for the next page as soon as it has one."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import httpx

PATIENCE_S = 20.0
"""Seconds that a reader waits for a page."""


@dataclass(frozen=True, slots=True)
class Load:
    """How long each page took (milliseconds, by the page's name), the seconds of all, and how many were no 200."""

    took: Mapping[str, Sequence[float]]
    seconds: float
    failed: int

    @property
    def every(self) -> list[float]:
        """All times, the shortest first."""
        return sorted(ms for times in self.took.values() for ms in times)

    @property
    def rate(self) -> float:
        """Pages a second."""
        return len(self.every) / self.seconds


def share(times: Sequence[float], part: float) -> float:
    """The time that `part` of the sorted `times` don't exceed (0.5: the median); NaN of none."""
    return times[min(len(times) - 1, int(part * len(times)))] if times else float("nan")


def read(base: str, asked: Sequence[tuple[str, str]], readers: int, seconds: float) -> Load:
    """What `readers` at once meet who ask for these pages, until all were asked for or the time is over."""
    return asyncio.run(_read(base, asked, readers, seconds))


async def _read(base: str, asked: Sequence[tuple[str, str]], readers: int, seconds: float) -> Load:
    took: dict[str, list[float]] = defaultdict(list)
    failed = 0
    queue = iter(asked)
    begun = time.perf_counter()

    async def reader() -> None:
        nonlocal failed
        async with httpx.AsyncClient(base_url=base, timeout=PATIENCE_S, headers={"accept": "text/html"}) as client:
            for name, path in queue:
                asked_at = time.perf_counter()
                if asked_at - begun > seconds:
                    return
                answer = await client.get(path)
                took[name].append(1000 * (time.perf_counter() - asked_at))
                failed += answer.status_code != 200

    await asyncio.gather(*(reader() for _ in range(readers)))
    return Load(took, time.perf_counter() - begun, failed)


def there(base: str, pages: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Those of the pages that the server has, after each was asked for once."""
    found = {}
    with httpx.Client(base_url=base, timeout=PATIENCE_S, headers={"accept": "text/html"}) as client:
        for name, paths in pages.items():
            if paths and _answers(client, name, paths[0]):
                found[name] = paths
    return found


def _answers(client: httpx.Client, name: str, path: str) -> bool:
    try:
        return client.get(path).status_code == 200
    except httpx.TimeoutException:
        print(f"left out: {name}, which did not answer in {PATIENCE_S:.0f} s", file=sys.stderr)
        return False


def lines(loads: Iterable[tuple[str, Load]]) -> Iterable[str]:
    """A table: pages by name, and for each server their median and 95th percentile in milliseconds."""
    given = list(loads)
    yield f"{'':<24}" + "".join(f"{name:>24}" for name, _ in given)
    yield f"{'':<24}" + f"{'median ms':>14}{'95 % ms':>10}" * len(given)
    for page in sorted({page for _, load in given for page in load.took}):
        times = [sorted(load.took.get(page, ())) for _, load in given]
        yield f"{page:<24}" + "".join(_cells(each) for each in times)
    yield f"{'all':<24}" + "".join(_cells(load.every) for _, load in given)
    yield f"{'pages a second':<24}" + "".join(f"{load.rate:>24.1f}" for _, load in given)


def _cells(times: Sequence[float]) -> str:
    return f"{share(times, 0.5):>14.1f}{share(times, 0.95):>10.1f}" if times else f"{'':>24}"
