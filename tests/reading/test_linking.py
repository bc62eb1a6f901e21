import numpy as np

from aidememoire.reading.linking import distance, linked
from aidememoire.reading.notes import Notes
from aidememoire.reading.numeric import Dense

# Words point at each other along the axes: the content at 2 likes the cue at 1 and the source at 0, that at 5 the cue
# at 1 and no source, the one at 7 nothing.
TO = np.zeros((8, 2), dtype=np.float32)
TO[2] = TO[5] = [4, 0]
CUE = np.zeros((8, 2), dtype=np.float32)
CUE[1], CUE[4] = [4, 0], [0, 4]
SOURCE = np.zeros((8, 2), dtype=np.float32)
SOURCE[0] = [2, 0]
NONE = np.zeros((8, 2), dtype=np.float32)
OUT = Dense(np.array([[1, 0], [0, 1]], dtype=np.float32), np.zeros(2, dtype=np.float32))
NOTES = Notes(
    64, (), (), (), ("assert", "deny"), {}, OUT, np.zeros(2, np.float32), OUT, np.array([5, 0], np.float32),
    np.array([1, 1, 1, 1], dtype=np.float32), 0.5, np.array([0, 0, 0, -9, 0, 0, 0, 0, 0], dtype=np.float32),
)  # fmt: skip
# Words 1, 4 and 6 are of one party, 3 of another.
SAME = np.array([[0, 0], [2, 0], [0, 0], [0, 2], [2, 0], [0, 0], [2, 0], [0, 0]], dtype=np.float32)
ACT = np.tile(np.array([0, 3], dtype=np.float32), (8, 1))
OF = {
    "link_content": TO, "link_cue": CUE, "link_source": SOURCE, "link_addressee": NONE, "link_via": NONE,
    "act_content": ACT, "act_cue": ACT, "same_mine": SAME, "same_theirs": SAME,
}  # fmt: skip


def test_contents_of_one_cue_are_one_and_what_likes_nothing_stays_alone() -> None:
    roles = [(0, 1, "source"), (1, 2, "cue"), (2, 3, "content"), (4, 5, "cue"), (5, 6, "content"), (7, 8, "content")]
    first, alone = linked(OF, {"roles": roles, "inner": [], "chain": [(3, 4, "via")], "names": []}, NOTES)
    assert (first.contents, first.cue, first.source, first.via) == (((2, 3), (5, 6)), (1, 2), (0, 1), None)
    assert (alone.contents, alone.cue, alone.source) == (((7, 8),), None, None)
    assert (first.act, alone.act) == ("deny", "assert")


def test_what_stands_inside_another_content_goes_to_parts_of_its_own_layer() -> None:
    spans = {
        "roles": [(1, 2, "cue"), (2, 6, "content")],
        "inner": [(0, 1, "source"), (5, 6, "content")],
        "chain": [],
        "names": [],
    }
    outer, inner = linked(OF, spans, NOTES)
    assert (outer.source, outer.inner) == (None, False)
    assert (inner.cue, inner.source, inner.inner) == (None, (0, 1), True)
    assert inner.moved(10).source == (10, 11)


def test_a_source_is_the_same_as_what_it_is_most_alike_before_it_but_for_how_far_that_is() -> None:
    sources = {"link_source": np.tile(TO[2], (8, 1))}

    def same(*names: tuple[int, int, str]) -> tuple[int, int] | None:
        spans = {"roles": [(2, 3, "content"), (6, 7, "source")], "inner": [], "chain": [], "names": list(names)}
        (found,) = linked(OF | sources, spans, NOTES)
        assert found.source == (6, 7)
        return found.moved(10).same

    assert same((4, 5, "person"), (3, 4, "organization")) == (14, 15)
    assert same((4, 5, "place"), (3, 4, "organization")) is None
    # From four to seven words away nothing is the same here.
    assert same((1, 2, "person")) is None
    assert distance((1, 2), (6, 7)) == 3
