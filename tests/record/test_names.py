from hypothesis import given
from hypothesis import strategies as st

from aidememoire.record.names import acronym, compare_bodies, compare_persons, fold, key


def test_a_name_is_folded_without_accents_apostrophes_possessives_and_dots() -> None:
    assert fold("Ilse Verhâne’s") == "ilse verhane"
    assert fold("al-Ja'afri") == "al-jaafri"
    assert fold("the U.H.C.") == "the uhc."


def test_spellings_of_one_surname_share_a_key() -> None:
    assert key("dastan") == key("dashtan")
    assert key("verhane") == key("verhan")
    assert key("okrelo") != key("solvane")


def test_spellings_of_one_person_match() -> None:
    match = compare_persons("Aurel Dastan", "Aurel Dashtan")
    assert match is not None
    assert (match.feature, match.score) == ("name spelt otherwise", 0.95)
    assert (match.mine, match.theirs) == ("Aurel Dastan", "Aurel Dashtan")


def test_a_bare_surname_matches_less_than_a_full_name() -> None:
    bare, full = compare_persons("Verhan", "Ilse Verhane"), compare_persons("Ilse Verhane", "Ilse Verhane")
    assert bare is not None
    assert full is not None
    assert bare.score < full.score


def test_two_persons_of_one_surname_stay_two() -> None:
    assert compare_persons("Tomas Okrelo", "Mirela Okrelo") is None


def test_short_words_with_one_key_stay_apart() -> None:
    assert compare_persons("Dane", "Odun") is None


def test_an_acronym_matches_the_name_it_stands_for() -> None:
    match = compare_bodies("UHC", "United Highland Council")
    assert match is not None
    assert match.feature == "acronym"
    assert compare_bodies("MVF", "United Highland Council") is None
    assert acronym("the Marn Valley Front") == "mvf"


def test_two_groups_that_share_a_word_stay_two() -> None:
    assert compare_bodies("Marn Valley Front", "Marn Valley Council") is None


@given(st.text(), st.text())
def test_comparing_never_fails_and_is_symmetric(a: str, b: str) -> None:
    there, back = compare_persons(a, b), compare_persons(b, a)
    assert (there and there.score) == (back and back.score)
