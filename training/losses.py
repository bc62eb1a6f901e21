"""What the network is told of its mistakes, one loss a head."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import Batch
from training.corpora import UNKNOWN, Span
from training.network import LINK, OUTPUTS, Network

FAR = -1e4


def losses(network: Network, b: Batch) -> dict[str, Tensor]:
    """The loss of each head that the batch has targets for."""
    out = dict(zip(OUTPUTS, network(b.pieces, b.mask, b.shapes, b.firsts), strict=True))
    found: dict[str, Tensor] = {}
    for kind in ("upos", "lemmas"):
        if (b.targets[kind] != UNKNOWN).any():
            found[kind] = F.cross_entropy(out[kind].float().flatten(0, 1), b.targets[kind].flatten())
    known = b.targets["starts"] != UNKNOWN
    if known.any():
        found["starts"] = F.binary_cross_entropy_with_logits(
            out["starts"].float()[known], b.targets["starts"][known].float()
        )
    for kind, crf in (("names", network.name_crf), ("roles", network.role_crf)):
        rows = (b.targets[kind] != UNKNOWN).any(1)
        if rows.any():
            found[kind] = crf.loss(out[kind][rows], b.targets[kind][rows].clamp(min=0), b.real[rows])
    rows = (b.targets["heads"] != UNKNOWN).any(1)
    if rows.any():
        found["arcs"], found["labels"] = _tree(network, out, b, rows)
    link = _links(network, out, b)
    if link is not None:
        found["links"] = link
    return found


def _tree(network: Network, out: dict[str, Tensor], b: Batch, rows: Tensor) -> tuple[Tensor, Tensor]:
    heads, sentences = b.targets["heads"][rows], b.sentences[rows]
    scores = (out["arc_dep"][rows].float() @ out["arc_head"][rows].float().transpose(1, 2)).clone()
    apart = sentences[:, :, None] != sentences[:, None, :]
    own = torch.eye(scores.shape[1], dtype=torch.bool)[None]
    scores = scores.masked_fill(apart | own, FAR)
    scores = torch.cat([out["arc_root"][rows].float()[:, :, None], scores], 2)
    target = torch.where(heads == UNKNOWN, UNKNOWN, heads + 1)
    arcs = F.cross_entropy(scores.flatten(0, 1), target.flatten())
    at = heads.clamp(min=0)[:, :, None].expand(-1, -1, out["label_head"].shape[2])
    of_head = out["label_head"][rows].gather(1, at)
    of_head = torch.where((heads < 0)[:, :, None], network.label_root.to(of_head.dtype), of_head)
    logits = network.label_out(F.gelu(out["label_dep"][rows] + of_head)).float()
    labels = torch.where(heads == UNKNOWN, UNKNOWN, b.targets["labels"][rows])
    return arcs, F.cross_entropy(logits.flatten(0, 1), labels.flatten())


def _links(network: Network, out: dict[str, Tensor], b: Batch) -> Tensor | None:
    """Each content against all cues and all sources of its window, or none of them."""
    found = []
    for row, example in enumerate(b.examples):
        contents = [(c, link) for link in example.links for c in link[0]]
        if not contents:
            continue
        mine = _means(out["link_content"][row], [c for c, _ in contents])
        sides = (("link_cue", [link[1] for _, link in contents]), ("link_source", [link[2] for _, link in contents]))
        for side, (name, wanted) in enumerate(sides):
            spans = sorted({s for s in (link[side + 1] for link in example.links) if isinstance(s, tuple)})
            none = network.link_none[side].expand(len(contents), 1).float()
            scores = none
            if spans:
                scores = torch.cat([none, mine @ _means(out[name][row], spans).T * LINK**-0.5], 1)
            target = torch.tensor([spans.index(s) + 1 if s else 0 for s in wanted])
            found.append(F.cross_entropy(scores, target, reduction="sum") / (2 * len(contents)))
    return torch.stack(found).mean() if found else None


def _means(vectors: Tensor, spans: list[Span]) -> Tensor:
    return torch.stack([vectors[a:b].float().mean(0) for a, b in spans])
