"""Who is who in our own marked text."""

from pathlib import Path

from training.marked import marked_articles
from training.marked_documents import document_of

TEXT = """{s1 Envoy [per Ana Brod]} {c1 said} {q1:assert it was late}. {s2=1 She} {c2 added} {q2:assert so did others}.
{s3 A spokesman for the [org Council]} {c3 denied} {q3:deny that}. {s4 The [org Council]} {c4 had} {q4:hope hopes}.
{s5 [per Brod]} {c5 agreed} {q5:accept to wait}. {s6 He} {c6 said} {q6:assert no}, {s7 one} {c7 said} {q7:assert yes}.
"""


def test_a_source_is_the_places_before_it_that_name_its_party_by_mark_or_by_name(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    (article,) = marked_articles(path)
    document = document_of(article)

    def words(span: tuple[int, int]) -> str:
        return " ".join(document.words[slice(*span)])

    assert [(words(r.span), [words(s) for s in r.same]) for r in document.references] == [
        ("Envoy Ana Brod", []),
        ("She", ["Envoy Ana Brod", "Ana Brod"]),
        ("A spokesman for the Council", []),
        ("The Council", ["Council"]),
        ("Brod", ["Envoy Ana Brod", "Ana Brod", "She"]),
        # "He" has no mark: it may be anybody named before, so nothing is taught of it.
        ("one", []),
    ]
