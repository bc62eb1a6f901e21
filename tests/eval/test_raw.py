from pathlib import Path

from eval.raw import Count, documents

TREEBANK = """# newdoc id = GUM_news_one
# newpar
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4\t!\t!\tPUNCT\t_\t_\t3\tpunct\t_\t_

1\tStay\tstay\tVERB\t_\t_\t0\troot\t_\t_

# newpar
1\tWhy\twhy\tADV\t_\t_\t0\troot\t_\t_

# newdoc id = GUM_bio_two
# newpar
1\tShe\tshe\tPRON\t_\t_\t0\troot\t_\t_

"""


def test_a_document_is_put_together_from_its_words(tmp_path: Path) -> None:
    path = tmp_path / "some.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    one, two = documents(path)
    assert one.text == "Don't go! Stay\nWhy "
    assert one.paragraphs == [(0, 14), (15, 18)]
    assert [one.text[a:b] for a, b in one.sentences] == ["Don't go!", "Stay", "Why"]
    assert {one.text[slice(*w)]: h and one.text[slice(*h)] for w, (h, _) in one.arcs.items()} == {
        "Do": "go", "n't": "go", "go": None, "!": "go", "Stay": None, "Why": None,
    }  # fmt: skip
    assert [d.text for d in documents(path, "GUM_bio")] == [two.text] == ["She "]


def test_f1_of_nothing_is_nothing() -> None:
    assert Count().f1() == 0.0
    assert Count(2, 3, 5).f1() == 0.5
