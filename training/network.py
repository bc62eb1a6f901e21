"""The network: MiniLM's encoder (Wang et al. 2020) with a head for each task over the first piece of each word.

Dependencies are scored by biaffine attention (Dozat and Manning 2017); names and attributions are tagged with a
linear-chain CRF (Lafferty et al. 2001); which content belongs to which cue, source, addressee and carrier is
a dot product of the means of their words' vectors, and its speech act is read off the means of content and cue. Who
"he" is, is the party before it that scores best, or none (mention ranking: Lee et al. 2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from aidememoire.reading.linking import DISTANCES, SIDES
from training.documents import ACTS, TAGGERS

HIDDEN, LAYERS, HEADS, INNER, PIECES, POSITIONS = 384, 6, 12, 1536, 30522, 512
SHAPES = 5
ARC, LABEL, LINK, ACT, SAME = 320, 192, 128, 64, 128


class Fused(torch.autograd.Function):
    """In an exported file, attention is one operation of onnxruntime's, which never makes the matrix of all scores.

    It is for one window at a time, without anything to mask. With it a window is read an eighth faster than with
    attention written out (8,000 words/s against 7,100, one window on two cores).
    """

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """Only the shape counts: export asks for no more."""
        return q

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any) -> Any:
        """The operation, on batch × pieces × HIDDEN three times."""
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS)


class Layer(nn.Module):
    """One layer of a BERT encoder (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.last = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is batch × pieces × HIDDEN, `bias` batch × 1 × 1 × pieces, added to the scores of attention."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            mixed = Fused.apply(*(part.transpose(1, 2).reshape(b, t, HIDDEN) for part in (q, k, v)))
        else:
            mixed = _attended(q, k, v, bias).to(q.dtype).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm(x + self.out(mixed))
        return self.last(x + self.drop(self.outer(F.gelu(self.inner(x)))))


def _attended(q: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
    """Attention in fp32: in bf16 it takes half as long again, forwards and back (13.1 ms a layer, 8.5 ms in fp32)."""
    with torch.autocast("cpu", enabled=False):
        return F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=bias.float())


class Encoder(nn.Module):
    """Pieces, and the shapes of the words that they belong to, become vectors."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.mix = nn.Parameter(torch.cat([torch.zeros(2, layers), torch.full((2, 1), 2.0)], 1))
        nn.init.zeros_(self.shapes.weight)
        # Half of all weights; what they teach in so short a training does not pay for moving them at each step.
        self.pieces.weight.requires_grad_(False)

    def forward(self, pieces: Tensor, mask: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Batch × pieces, three times (ids, 1 for a real piece, 0 to SHAPES-1), to batch × pieces × HIDDEN, twice.

        Once for grammar and once for what is said: each is a learnt mean of all layers (Peters et al. 2018).
        """
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.pieces(pieces) + self.positions(at) + self.shapes(shapes)))
        bias = ((1 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        weights = torch.softmax(self.mix, 1)
        mixed = [w[0] * x for w in weights]
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, bias)
            mixed = [m + w[number] * x for m, w in zip(mixed, weights, strict=True)]
        return mixed[0], mixed[1]

    def load(self, weights: dict[str, Tensor]) -> None:
        """Takes the weights of a BERT model by their usual names."""
        own = {
            "pieces.weight": weights["embeddings.word_embeddings.weight"],
            # The type of the only segment is part of every position.
            "positions.weight": weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
            "shapes.weight": self.shapes.weight.data,
            "mix": self.mix.data,
        }
        names = {"out": "attention.output.dense", "norm": "attention.output.LayerNorm"}
        names |= {"inner": "intermediate.dense", "outer": "output.dense", "last": "output.LayerNorm"}
        for i in range(LAYERS):
            for part in ("weight", "bias"):
                head = f"encoder.layer.{i}"
                qkv = [weights[f"{head}.attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                own[f"layers.{i}.qkv.{part}"] = torch.cat(qkv)
                own |= {f"layers.{i}.{mine}.{part}": weights[f"{head}.{n}.{part}"] for mine, n in names.items()}
        self.load_state_dict(own)


class Crf(nn.Module):
    """A linear-chain CRF over tags: learned scores for a tag after a tag, at the start and at the end."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        n = len(tags)
        self.step = nn.Parameter(torch.zeros(n, n))
        self.first = nn.Parameter(torch.zeros(n))
        # What BIO forbids: an inside tag after anything but its own kind.
        closed = [[b[:1] == "I" and a[2:] != b[2:] for b in tags] for a in tags]
        self.register_buffer("forbidden", torch.tensor(closed) * -1e4, persistent=False)
        self.register_buffer("not_first", torch.tensor([t[:1] == "I" for t in tags]) * -1e4, persistent=False)

    def scores(self) -> tuple[Tensor, Tensor]:
        """The scores of each tag after each tag, and of each tag at the start."""
        return self.step + self.forbidden, self.first + self.not_first

    def loss(self, logits: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """The mean negative log-likelihood a word; batch × words (× tags), the mask 1 for a real word."""
        logits = logits.float()
        step, first = self.scores()
        real = mask.bool()
        emitted = logits.gather(2, tags[:, :, None])[:, :, 0]
        moved = step[tags[:, :-1], tags[:, 1:]]
        gold = first[tags[:, 0]] + emitted[:, 0] + ((moved + emitted[:, 1:]) * real[:, 1:]).sum(1)
        return (self._total(logits, real, step, first) - gold).sum() / real.sum()

    def _total(self, logits: Tensor, real: Tensor, step: Tensor, first: Tensor) -> Tensor:
        """The log of the sum over all paths: the steps' matrices multiplied pairwise, so in log2(words) rounds.

        One word after the other takes three times as long as the whole encoder, on two cores.
        """
        n = step.shape[0]
        still = torch.full((n, n), -1e4).fill_diagonal_(0.0)
        moves = torch.where(real[:, 1:, None, None], step + logits[:, 1:, None, :], still)
        while moves.shape[1] > 1:
            if moves.shape[1] % 2:
                moves = torch.cat([moves, still.expand(moves.shape[0], 1, n, n)], 1)
            moves = _log_product(moves[:, ::2], moves[:, 1::2])
        start = first + logits[:, 0]
        if moves.shape[1] == 0:
            return torch.logsumexp(start, 1)
        return torch.logsumexp(torch.logsumexp(start[:, :, None] + moves[:, 0], 1), 1)


def _log_product(left: Tensor, right: Tensor) -> Tensor:
    """The product of matrices of logarithms, log Σ exp(left + right), as one product of matrices.

    What lies e⁶⁹ below the largest of its row and column counts as that little.
    """
    rows, columns = left.amax(-1, keepdim=True).detach(), right.amax(-2, keepdim=True).detach()
    with torch.autocast("cpu", enabled=False):
        product = torch.matmul(torch.exp(left - rows), torch.exp(right - columns))
    return torch.log(product.clamp_min(1e-30)) + rows + columns


@dataclass(frozen=True, slots=True)
class Tags:
    """The labels of each head, in the order of its outputs."""

    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    taggers: dict[str, tuple[str, ...]]


OUTPUTS = (
    "upos", "lemmas", "starts", "arc_dep", "arc_head", "arc_root", "label_dep", "label_head",
    "link_content", *(f"link_{side}" for side in SIDES), "act_content", "act_cue", "same_mine", "same_theirs", *TAGGERS,
)  # fmt: skip


class Network(nn.Module):
    """The encoder with all heads."""

    def __init__(self, tags: Tags, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(HIDDEN, len(tags.upos))
        self.lemmas = nn.Linear(HIDDEN, len(tags.lemmas))
        self.starts = nn.Linear(HIDDEN, 1)
        self.arc_dep = nn.Linear(HIDDEN, ARC)
        self.arc_head = nn.Linear(HIDDEN, ARC)
        self.arc_form = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.arc_root = nn.Linear(HIDDEN, 1)
        self.label_dep = nn.Linear(HIDDEN, LABEL)
        self.label_head = nn.Linear(HIDDEN, LABEL)
        self.label_root = nn.Parameter(torch.zeros(LABEL))
        self.label_out = nn.Linear(LABEL, len(tags.labels))
        self.link_content = nn.Linear(HIDDEN, LINK)
        self.link_sides = nn.ModuleList(nn.Linear(HIDDEN, LINK) for _ in SIDES)
        self.link_none = nn.Parameter(torch.zeros(len(SIDES)))
        self.act_content = nn.Linear(HIDDEN, ACT)
        self.act_cue = nn.Linear(HIDDEN, ACT)
        self.act_none = nn.Parameter(torch.zeros(ACT))
        self.act_out = nn.Linear(ACT, len(ACTS))
        self.same_mine = nn.Linear(HIDDEN, SAME)
        self.same_theirs = nn.Linear(HIDDEN, SAME)
        self.same_none = nn.Parameter(torch.zeros(1))
        self.same_far = nn.Parameter(torch.zeros(DISTANCES))
        self.taggers = nn.ModuleDict({t: nn.Linear(HIDDEN, len(tags.taggers[t])) for t in TAGGERS})
        self.crfs = nn.ModuleDict({t: Crf(tags.taggers[t]) for t in TAGGERS})

    def forward(self, pieces: Tensor, mask: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Batch × pieces three times, batch × words (the first piece of each word); OUTPUTS, batch × words (× n)."""
        of_words = firsts[:, :, None].expand(-1, -1, HIDDEN)
        x, y = (self.drop(v.gather(1, of_words)) for v in self.encoder(pieces, mask, shapes))
        dep, head = self.drop(F.gelu(self.arc_dep(x))), self.drop(F.gelu(self.arc_head(x)))
        # One more column gives each head a score of its own, so that an arc's score is one dot product.
        dep = torch.cat([self.arc_form(dep) * ARC**-0.5, torch.ones_like(dep[:, :, :1])], -1)
        head = torch.cat([head, self.arc_bias(head)], -1)
        return (
            self.upos(x),
            self.lemmas(x),
            self.starts(x)[:, :, 0],
            dep,
            head,
            self.arc_root(x)[:, :, 0],
            self.label_dep(x),
            self.label_head(x),
            self.link_content(y),
            *(side(y) for side in self.link_sides),
            self.act_content(y),
            self.act_cue(y),
            self.same_mine(y),
            self.same_theirs(y),
            *(self.taggers[t](y) for t in TAGGERS),
        )
