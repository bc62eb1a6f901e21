from benchmarks.scale.plot import Row, figure, rows

TABLE = """
                                     cpu s  clock s      MB  articles
made/c1000 lineage                     2.5      2.7     100        14
made/c10000 lineage                   30.0     31.0     900       144
made/c1000 rensa                       0.5      0.5      50        14
"""


def test_rows_are_read_from_what_the_runs_print() -> None:
    assert rows(TABLE.splitlines()) == [
        Row(1000, "lineage", 2.5, 100.0),
        Row(10000, "lineage", 30.0, 900.0),
        Row(1000, "rensa", 0.5, 50.0),
    ]


def test_each_way_has_a_line_in_both_panels() -> None:
    drawn = figure(rows(TABLE.splitlines()))
    assert drawn.count("<polyline") == 4
    assert ("processor, seconds" in drawn, "peak memory, MB" in drawn) == (True, True)
