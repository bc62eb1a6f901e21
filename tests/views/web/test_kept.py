from __future__ import annotations

from aidememoire.views.web.kept import Kept, Made


def made(size: int) -> Made:
    return Made(b"x" * size, "text/html", {"x-what": "page"})


def test_an_answer_is_given_again() -> None:
    kept = Kept()
    kept.put("a", made(3))
    found = kept.get("a")
    assert found is not None
    response = found.response()
    assert (response.body, response.media_type, response.headers["x-what"]) == (b"xxx", "text/html", "page")
    assert kept.get("b") is None


def test_those_asked_for_longest_ago_make_room() -> None:
    kept = Kept(most=10)
    kept.put("a", made(5))
    kept.put("b", made(5))
    kept.get("a")
    kept.put("c", made(5))
    assert [key for key in "abc" if kept.get(key)] == ["a", "c"]


def test_an_answer_larger_than_all_room_is_not_held() -> None:
    kept = Kept(most=10)
    kept.put("a", made(11))
    assert kept.get("a") is None
    kept.put("b", made(10))
    assert kept.get("b") is not None
