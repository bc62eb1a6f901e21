import pytest

from aidememoire.model.reading import Attribution, Name
from aidememoire.model.spans import Span
from aidememoire.reading.carriers import quoted_by


def at(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "source", "via"),
    [
        ("VNA quoted Petar Solvane as saying the road is open.", "quoted", "Petar Solvane", "VNA"),
        ("VNA cited Petar Solvane as saying the road is open.", "cited Petar Solvane", "Petar Solvane", "VNA"),
        ("VNA quoted Mr Petar Solvane, in Dravik, as saying the road is open.", "quoted", "Mr Petar Solvane", "VNA"),
        ("VNA was quoted by Petar Solvane as saying the road is open.", "was quoted", "VNA", None),
        ("VNA quoted nobody as saying the road is open.", "quoted", "VNA", None),
        ("VNA said Petar Solvane was seen as saying the road is open.", "said", "VNA", None),
    ],
)  # fmt: skip
def test_who_quotes_another_is_his_carrier(text: str, cue: str, source: str, via: str | None) -> None:
    given = Attribution((at(text, "the road is open"),), at(text, "VNA"), at(text, cue))
    (found,) = quoted_by(text, [given], [Name(at(text, n), "person") for n in ("Petar Solvane",) if n in text])
    assert (found.source and found.source.text, found.via and found.via.text) == (source, via)
    assert found.cue == (at(text, "as saying") if via else given.cue)


@pytest.mark.parametrize(
    "text",
    [
        "Petar Solvane was quoted by VNA as saying the road is open.",
        "Petar Solvane, at ease, was quoted on Monday by VNA as saying the road is open.",
    ],
)
def test_who_is_quoted_by_another_speaks(text: str) -> None:
    given = Attribution((at(text, "the road is open"),), at(text, "VNA"), at(text, "as saying"))
    (found,) = quoted_by(text, [given], [Name(at(text, n), "person") for n in ("Petar Solvane", "VNA")])
    assert (found.source and found.source.text, found.via and found.via.text) == ("Petar Solvane", "VNA")


def test_an_agency_stays_the_source_where_no_name_is_quoted_by_it() -> None:
    text = "After the long talks he was quoted by VNA as saying the road is open."
    given = Attribution((at(text, "the road is open"),), at(text, "VNA"), at(text, "as saying"))
    assert quoted_by(text, [given], [Name(at(text, "VNA"), "media")]) == (given,)
