import pytest

from aidememoire.record.similarity import Similarity, content_words


@pytest.mark.parametrize(
    ("one", "other"),
    [("fired", "firing"), ("sent", "sending"), ("shelled", "shelling"), ("sixty", "60"), ("prisoners", "prison")],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_words_in_few_contents_count_for_more() -> None:
    like = Similarity(
        ["army shelled mill", "army raided mill", "army shelled weir", "army slept", "army ate", "shelled"]
    )
    assert like.between(0, 1) > like.between(0, 3)
    assert like.between(0, 0) == pytest.approx(1.0)
    assert like.between(3, 5) == 0.0
