from hypothesis import given
from hypothesis import strategies as st

from aidememoire.record.camps import Camps

THINGS = range(7)
PAIRS = st.tuples(st.sampled_from(THINGS), st.sampled_from(THINGS)).filter(lambda pair: pair[0] != pair[1])


def test_two_who_are_kept_apart_never_meet_through_a_third() -> None:
    camps = Camps("abc")
    assert camps.part("a", "c")
    assert camps.join("a", "b")
    assert not camps.may_join("b", "c")
    assert not camps.join("c", "b")
    assert camps.camp("a") == camps.camp("b") != camps.camp("c")


def test_those_who_are_one_are_not_parted() -> None:
    camps = Camps("ab")
    assert camps.join("a", "b")
    assert not camps.part("b", "a")
    assert camps.join("b", "a")


@given(st.lists(st.tuples(st.booleans(), PAIRS), max_size=30))
def test_each_answer_holds_to_the_end(steps: list[tuple[bool, tuple[int, int]]]) -> None:
    camps = Camps(THINGS)
    together: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    for joining, (a, b) in steps:
        if joining:
            may = camps.may_join(a, b)
            assert camps.join(a, b) == may
            (together if may else apart).append((a, b))
        else:
            (apart if camps.part(a, b) else together).append((a, b))
        assert all(camps.camp(x) == camps.camp(y) for x, y in together)
        assert all(camps.camp(x) != camps.camp(y) and not camps.may_join(x, y) for x, y in apart)
