from __future__ import annotations

import pytest

from aidememoire.text.titles import Titled, clean_title, looks_like_title, masthead_of, same_title


@pytest.mark.parametrize(
    ("title", "hosts", "found"),
    [
        ("Talks open - Reuters", (), Titled("Talks open", "Reuters")),
        ("Talks open in Lugarno | The Ridge", (), Titled("Talks open in Lugarno", "The Ridge")),
        ("Talks open - World - Calder Courier", (), Titled("Talks open", "Calder Courier")),
        ("Talks open - Upland", ("www.upland.example",), Titled("Talks open", "Upland")),
        ("Truce holds for now - monitor, rebels", (), Titled("Truce holds for now - monitor, rebels", None)),
        ("Truce holds for now - Okrelo", (), Titled("Truce holds for now - Okrelo", None)),
        ("Truce holds for now: envoy", (), Titled("Truce holds for now: envoy", None)),
        ("Talks  open ", (), Titled("Talks open", None)),
    ],
)
def test_a_title_loses_its_outlet_and_nothing_else(title: str, hosts: tuple[str, ...], found: Titled) -> None:
    assert clean_title(title, hosts) == found


@pytest.mark.parametrize(
    ("line", "may_be"),
    [
        ("Talks open a day late", True),
        ("Will the talks open?", True),
        ("Rebels refuse to meet in the U.S.", True),
        ("‘Not one gram’: commander speaks", True),
        ("The talks opened a day late.", False),
        ("Talks", False),
        ("and then they left", False),
        ("Talks " * 40, False),
    ],
)
def test_a_line_that_may_be_a_title(line: str, may_be: bool) -> None:
    assert looks_like_title(line) is may_be


def test_titles_are_the_same_but_for_quotation_marks_and_a_word() -> None:
    assert same_title("Envoy: “talks will open”", "Envoy: 'Talks will open'")
    assert not same_title("Talks open in Lugarno", "Truce broken at the ford")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Calder Courier", "The Calder Courier"),
        ("Highland Voice | Talks", "Highland Voice"),
        ("Varenian News Agency – Official information", "Varenian News Agency"),
        ("Talks Open", None),
        ("Courier shot at the ford", None),
    ],
)
def test_a_masthead_gives_its_name(line: str, name: str | None) -> None:
    assert masthead_of(line) == name
