"""The floors of the edits between invented pairs, and that the pairs are sound."""

import tomllib
from pathlib import Path

from eval.edits import Count, measure, pairs

FLOORS = tomllib.loads((Path(__file__).parents[2] / "eval" / "floors.toml").read_text(encoding="utf-8"))["edits"]


def test_the_pairs_are_sound_and_half_of_them_were_kept_aside() -> None:
    given = list(pairs())
    assert len(given) >= 40
    assert sum(pair.half == "kept" for pair in given) * 2 == len(given)
    for pair in given:
        for wanted in pair.wanted:
            assert wanted.a is None or wanted.a in pair.a
            assert wanted.b is None or wanted.b in pair.b
            assert wanted.a or wanted.b


def test_no_measure_falls_below_its_floor() -> None:
    score = measure(pairs())
    counts: list[tuple[str, Count]] = [*score.kinds.items(), ("all", score.total())]
    low = {kind: count.precision() for kind, count in counts if count.precision() < FLOORS["precision"][kind]}
    low |= {kind: count.recall() for kind, count in counts if count.recall() < FLOORS["recall"][kind]}
    assert low == {}, "\n".join(score.misses)
    assert score.exact >= FLOORS["exact"]["share"] * score.total().right
