"""The floors of the accuracy on the bundled coverage: a change may only raise them."""

import hashlib
import tomllib
from pathlib import Path

from aidememoire.demo import coverage_path, gold_path
from eval.record import measure

FLOORS = tomllib.loads((Path(__file__).parents[2] / "eval" / "floors.toml").read_text(encoding="utf-8"))


def digest(*folders: Path) -> str:
    sha = hashlib.sha256()
    for path in sorted(p for folder in folders for p in folder.rglob("*") if p.is_file()):
        sha.update(path.name.encode())
        sha.update(path.read_bytes())
    return sha.hexdigest()[:16]


def test_the_floors_were_pinned_on_this_coverage_and_gold() -> None:
    assert digest(coverage_path(), gold_path()) == FLOORS["demo"]["digest"]


def test_no_measure_falls_below_its_floor() -> None:
    tally = measure(coverage_path(), gold_path())
    low = {name: share for name, share in tally.shares().items() if share < FLOORS["demo"]["floors"][name]}
    assert low == {}, "\n".join(tally.misses)
    assert tally.mean() >= FLOORS["demo"]["mean"]
