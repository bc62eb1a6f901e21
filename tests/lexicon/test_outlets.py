import pytest

from aidememoire.lexicon.outlets import outlet_name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Norwegian state news agency", None),
        ("Vietnam’s state news agency", "VNA"),
        ("the state news agency of Vietnam", "VNA"),
        ("Reuters news agency", "Reuters"),
        ("the Varenian News Agency", None),
        ("the Varenian state news agency VNX", "VNX"),
        ("the party's Upland Dawn TV", "Upland Dawn"),
        ("the council-controlled al-Ruwad TV station", "al-Ruwad"),
        ("the Dravik-based Marn Voice radio", "Marn Voice"),
        ("the daily Calder Courier", "Calder Courier"),
        ("the British newspaper the Northern Standard", "Northern Standard"),
        ("Highland Voice and state television", None),
        ("state television", None),
        ("British state television", None),
        ("Highland Voice", None),
        ("a weekly of the capital", None),
    ],
)
def test_an_outlet_is_known_by_its_name_whatever_describes_it(phrase: str, name: str | None) -> None:
    assert outlet_name(phrase) == name
