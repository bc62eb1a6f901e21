from pathlib import Path

import pytest

from training.documents import Link
from training.marked import Marked, MarkError, complaints, main, marked_articles
from training.marked_documents import document_of, marked

OWN = Path("training/marked")
TEXT = """{s1 [gov Orlune]}{c1 :} {q1:deny No talks}
{q2:accuse "They fired first,"} {s2 spokeswoman [per Ilse Verhane]} {c2 told} {a2 [unn reporters]}. {q2 "Twice."}
----
{s1 [per Tomas Okrelo]} {c1 said} {q1:assert {s2=1 he} {c2 had promised} {q2:promise to leave}}, {v1 [med MP]} reported.
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(text, encoding="utf-8")
    return path


def articles(tmp_path: Path, text: str = TEXT) -> list[Marked]:
    return list(marked_articles(written(tmp_path, text)))


def test_marks_stand_where_their_words_stand_in_the_plain_text(tmp_path: Path) -> None:
    first, second = articles(tmp_path)
    assert first.text == ('Orlune: No talks\n"They fired first," spokeswoman Ilse Verhane told reporters. "Twice."\n')
    assert [(first.text[n.start : n.end], n.kind) for n in first.names] == [
        ("Orlune", "government"), ("Ilse Verhane", "person"), ("reporters", "unnamed"),
    ]  # fmt: skip
    assert [(p.number, p.role, second.text[p.start : p.end], p.same) for p in second.parts] == [
        (1, "source", "Tomas Okrelo", None),
        (1, "cue", "said", None),
        (1, "content", "he had promised to leave", None),
        (2, "source", "he", 1),
        (2, "cue", "had promised", None),
        (2, "content", "to leave", None),
        (1, "via", "MP", None),
    ]


def test_an_attribution_inside_another_is_tagged_in_a_layer_of_its_own(tmp_path: Path) -> None:
    document = document_of(articles(tmp_path)[1])
    assert document.words == [
        "Tomas",
        "Okrelo",
        "said",
        "he",
        "had",
        "promised",
        "to",
        "leave",
        ",",
        "MP",
        "reported",
        ".",
    ]
    assert document.tags["roles"] == ["B-source", "I-source", "B-cue", "B-content", *["I-content"] * 4, *["O"] * 4]
    assert document.tags["inner"][3:8] == ["B-source", "B-cue", "I-cue", "B-content", "I-content"]
    assert document.tags["chain"][8:10] == ["O", "B-via"]
    assert document.links == [
        Link([(3, 8)], (2, 3), (0, 2), None, (9, 10), "assert", "roles"),
        Link([(6, 8)], (4, 6), (3, 4), None, None, "promise", "inner"),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{s1 [per Ann} said]", "closes nothing"),
        ("{s1 Ann said", "is not closed"),
        ("[who Ann] said", "no kind of name is called 'who'"),
        ("{q1:sing la}", "no speech act is called 'sing'"),
        ("a [ b", "a bracket that is no mark"),
    ],
)
def test_a_wrong_mark_is_named_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(MarkError, match=r"one\.txt:2: .*" + said):
        articles(tmp_path, f"fine\n{line}\n")


def test_what_lacks_its_parts_is_complained_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "{q1 words} {s2 Ann}")
    assert list(complaints(next(marked_articles(path)))) == [
        "attribution 1 ('words'): its first content has no act",
        "attribution 1 ('words') has neither cue nor source",
        "attribution 2 ('Ann') has no content",
    ]
    assert main([str(path)]) == 1
    assert "1 articles, 2 words, 0 names, 2 attributions" in capsys.readouterr().out


def test_our_own_text_is_marked_without_a_fault() -> None:
    assert main([str(p) for p in sorted(OWN.glob("*.txt"))]) == 0
    assert sum(len(d.words) for d in marked(OWN)) > 60_000
