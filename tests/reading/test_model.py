from pathlib import Path

import pytest

from aidememoire.reading.model import GROUP, load, shipped
from aidememoire.reading.parse import parse
from aidememoire.reading.words import word_spans

TEXT = "Ilse Verhane told reporters that the talks in Lugarno would resume. The envoy left Lugarno."


def lines(text: str) -> list[tuple[int, int]]:
    return [(0, len(text))]


def test_one_sentence_is_read_whole() -> None:
    got = parse(TEXT, lines(TEXT), shipped())
    words = [TEXT[a:b] for a, b in got.words]
    assert words == [TEXT[a:b] for a, b in word_spans(TEXT)]
    assert [words[i] for i in got.starts] == ["Ilse", "The"]
    assert got.upos[:3] == ("PROPN", "PROPN", "VERB")
    assert got.lemmas[2] == "tell"
    assert words[got.heads[0]] == "told"
    assert got.labels[0] == "nsubj"
    assert (0, 2, "person") in got.names
    ((said),) = got.attributions
    assert [words[slice(*s)] for s in (*said.contents, said.cue, said.source, said.addressee) if s] == [
        ["that", "the", "talks", "in", "Lugarno", "would", "resume"],
        ["told"],
        ["Ilse", "Verhane"],
        ["reporters"],
    ]


def test_the_same_text_is_read_the_same_way_twice() -> None:
    assert parse(TEXT, lines(TEXT), shipped()) == parse(TEXT, lines(TEXT), shipped())


@pytest.mark.parametrize("text", ["", " \n", "x" * 5000, "\u200b\u202e", "“" * 300, "Ж" * 40 + " 🙂 " + "漢字"])
def test_what_is_no_prose_is_read_without_a_fault(text: str) -> None:
    got = parse(text, lines(text), shipped())
    assert len(got.upos) == len(got.heads) == len(got.words)
    assert all(-1 <= h < len(got.words) for h in got.heads)


def test_a_long_text_is_read_group_by_group() -> None:
    text = "\n".join(["She left."] * 100 * GROUP)
    using = shipped()
    groups = list(using.scores([text[a:b] for a, b in word_spans(text)], set()))
    assert len(groups) > 1
    assert all(len(group) <= GROUP for group in groups)
    assert sum(s.window.end - s.window.start for group in groups for s in group) == 3 * 100 * GROUP


def test_every_tree_has_one_root_and_no_circle() -> None:
    got = parse(TEXT, lines(TEXT), shipped())
    for first, end in zip(got.starts, [*got.starts[1:], len(got.words)], strict=True):
        assert got.heads[first:end].count(-1) == 1
        for word in range(first, end):
            seen = {word}
            at = got.heads[word]
            while at >= 0:
                assert at not in seen
                seen.add(at)
                at = got.heads[at]


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"reader\.onnx"):
        load(tmp_path)
