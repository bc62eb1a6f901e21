from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.intake.names import ending, names_of


def names(*paths: str) -> list[str]:
    return list(names_of(Path(path) for path in paths).values())


def test_a_name_alone_is_the_stem() -> None:
    assert names("/in/2031-03-04.txt", "/in/other.html") == ["2031-03-04", "other"]


def test_the_shortest_parent_that_tells_apart_goes_before() -> None:
    found = names_of([Path("/in/outlet-a/day.txt"), Path("/in/outlet-b/day.txt"), Path("/in/other.txt")])
    assert found == {
        Path("/in/outlet-a/day.txt"): "outlet-a/day",
        Path("/in/outlet-b/day.txt"): "outlet-b/day",
        Path("/in/other.txt"): "other",
    }


def test_each_file_takes_only_what_it_needs() -> None:
    found = names_of([Path("/in/a/x/day.txt"), Path("/in/b/x/day.txt"), Path("/in/c/day.txt")])
    assert list(found.values()) == ["c/day", "a/x/day", "b/x/day"]


def test_where_only_the_ending_differs_it_stays() -> None:
    assert names("/in/day.txt", "/in/day.html") == ["day.txt", "day.html"]


@pytest.mark.parametrize(
    ("file", "end"),
    [
        ("a.HTML", ".html"),
        ("a.tar.gz", ".gz"),
        ("U.N. talks resume", ""),
        ("2031.03.04", ""),
        (".hidden", ""),
        ("a", ""),
    ],
)
def test_what_counts_as_an_ending(file: str, end: str) -> None:
    assert ending(Path(file)) == end


PARTS = st.sampled_from(["a", "b", "a.txt", "b.html", "day"])


@given(st.lists(st.lists(PARTS, min_size=1, max_size=4).map("/".join), unique=True, max_size=8))
def test_no_two_files_share_a_name(paths: list[str]) -> None:
    found = names(*(f"/in/{path}.txt" for path in paths))
    assert len(found) == len(set(found)) == len(paths)
