"""What the network is told of its mistakes, one loss a head."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from aidememoire.reading.linking import SIDES, distance
from training.batches import Batch
from training.documents import ACTS, TAGGERS, UNKNOWN, Link, Reference, Span
from training.network import LINK, OUTPUTS, SAME, Network

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
    for kind in TAGGERS:
        rows = (b.targets[kind] != UNKNOWN).any(1)
        if rows.any():
            found[kind] = network.crfs[kind].loss(out[kind][rows], b.targets[kind][rows].clamp(min=0), b.real[rows])
    rows = (b.targets["heads"] != UNKNOWN).any(1)
    if rows.any():
        found["arcs"], found["labels"] = _tree(network, out, b, rows)
    found |= _links(network, out, b)
    same = [_same(network, out, row, r, e.parties) for row, e in enumerate(b.examples) for r in e.references]
    if same := [x for x in same if x is not None]:
        found["same"] = torch.stack(same).mean()
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


def _links(network: Network, out: dict[str, Tensor], b: Batch) -> dict[str, Tensor]:
    """Each content against all cues, sources, addressees and carriers of its window, or none; and its speech act."""
    links, acts = [], []
    for row, example in enumerate(b.examples):
        # Who was spoken to is marked where the tagger of chains has a target; elsewhere nobody says.
        chained = bool((b.targets["chain"][row] != UNKNOWN).any())
        for side, name in enumerate(SIDES if chained else SIDES[:2]):
            for layer in ("roles", "inner") if side < 2 else (None,):
                mine = [x for x in example.links if layer in (None, x.layer)]
                links += _side(network, out, row, mine, side, name)
        said = [x for x in example.links if x.act]
        if said:
            acts.append(_acts(network, out, row, said))
    found = {}
    if links:
        found["links"] = torch.stack(links).mean()
    if acts:
        found["acts"] = torch.cat(acts).mean()
    return found


def _side(network: Network, out: dict[str, Tensor], row: int, links: list[Link], side: int, name: str) -> list[Tensor]:
    """The loss of one side of the links of one layer of a window."""
    wanted = [(c, getattr(x, name)) for x in links for c in x.contents]
    if not wanted:
        return []
    spans = sorted({s for _, s in wanted if s})
    scores = network.link_none[side].expand(len(wanted), 1).float()
    if spans:
        mine = _means(out["link_content"][row], [c for c, _ in wanted])
        scores = torch.cat([scores, mine @ _means(out[f"link_{name}"][row], spans).T * LINK**-0.5], 1)
    target = torch.tensor([spans.index(s) + 1 if s else 0 for _, s in wanted])
    return [F.cross_entropy(scores, target)]


def _acts(network: Network, out: dict[str, Tensor], row: int, links: list[Link]) -> Tensor:
    """The loss of the speech act of each attribution, from its first content and its cue."""
    content = _means(out["act_content"][row], [x.contents[0] for x in links])
    cue = torch.stack(
        [network.act_none.float() if x.cue is None else _means(out["act_cue"][row], [x.cue])[0] for x in links]
    )
    target = torch.tensor([ACTS.index(x.act or "assert") for x in links])
    return F.cross_entropy(network.act_out(F.gelu(content + cue)).float(), target, reduction="none")


def _same(
    network: Network, out: dict[str, Tensor], row: int, reference: Reference, parties: list[Span]
) -> Tensor | None:
    """How little is given to all places of the party that a source is, or to nobody; None where nobody is before it."""
    before = [p for p in parties if p[1] <= reference.span[0]]
    if not before:
        return None
    mine = _means(out["same_mine"][row], [reference.span])[0]
    far = network.same_far[[distance(p, reference.span) for p in before]]
    scores = torch.cat([network.same_none, _means(out["same_theirs"][row], before) @ mine * SAME**-0.5 + far])
    right = [i for i, p in enumerate(before, 1) if p in reference.same] or [0]
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)


def _means(vectors: Tensor, spans: list[Span]) -> Tensor:
    return torch.stack([vectors[a:b].float().mean(0) for a, b in spans])
