"""The reading model held against corpora that it was not trained on: `python -m eval.reading MODEL CORPORA [NAME…]`.

MODEL is the folder that `make train` writes to. Prints, for each NAME (all of them without any): `ewt` and `gum` with
given words, sentences given and found; `polnear` (the development articles, as spans of words); `re3d` (every fifth
report); `speed`.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from aidememoire.reading.model import Model, load
from aidememoire.reading.parse import parsed
from aidememoire.reading.tagging import spans_of
from training.corpora import attributions, reports, treebank
from training.documents import Document
from training.train import HELD_OUT


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def trees(using: Model, name: str, documents: Iterable[Document]) -> None:
    """UPOS, lemma, UAS and LAS of given words and sentences, then the sentences found without them."""
    n = upos = lemmas = uas = las = same = found = wanted = 0
    for d in documents:
        assert d.starts is not None
        assert d.upos is not None
        assert d.lemmas is not None
        assert d.heads is not None
        assert d.labels is not None
        begins = [i for i, s in enumerate(d.starts) if s]
        got = parsed(d.words, [(0, 0)] * len(d.words), d.paragraphs, using, begins)
        n += len(d.words)
        upos += sum(a == b for a, b in zip(got.upos, d.upos, strict=True))
        lemmas += sum(a == b for a, b in zip(got.lemmas, d.lemmas, strict=True))
        right = [a == b for a, b in zip(got.heads, d.heads, strict=True)]
        uas += sum(right)
        las += sum(
            r and a.split(":")[0] == b.split(":")[0] for r, a, b in zip(right, got.labels, d.labels, strict=True)
        )
        free = parsed(d.words, [(0, 0)] * len(d.words), d.paragraphs, using)
        gold, mine = _sentences(begins, len(d.words)), _sentences(free.starts, len(d.words))
        same, found, wanted = same + len(gold & mine), found + len(mine), wanted + len(gold)
    print(f"{name}: UPOS {upos / n:.4f} lemma {lemmas / n:.4f} UAS {uas / n:.4f} LAS {las / n:.4f}")
    print(f"{name}: sentences of given words and paragraphs F1 {f1(same, found, wanted):.4f}")


def _sentences(starts: Sequence[int], words: int) -> set[tuple[int, int]]:
    return set(zip(starts, [*starts[1:], words], strict=True))


def spoken(using: Model, folder: Path) -> None:
    """Exact spans of contents, cues and sources, and contents whose source is the right one."""
    count = {role: [0, 0, 0] for role in ("source", "cue", "content")}
    linked = contents = 0
    for d in attributions(folder):
        got = parsed(d.words, [(0, 0)] * len(d.words), d.paragraphs, using)
        mine = {
            "content": {c for a in got.attributions for c in a.contents},
            "cue": {a.cue for a in got.attributions if a.cue},
            "source": {a.source for a in got.attributions if a.source},
        }
        gold = {role: {(a, b) for a, b, r in spans_of(d.tags["roles"]) if r == role} for role in count}
        for role, cell in count.items():
            for i, k in enumerate((len(gold[role] & mine[role]), len(mine[role]), len(gold[role]))):
                cell[i] += k
        of = {c: a.source for a in got.attributions for c in a.contents}
        for link in d.links:
            for c in link.contents:
                if c in of and link.source:
                    contents += 1
                    linked += of[c] == link.source
    for role, (right, found, wanted) in count.items():
        print(f"polnear: {role} exact F1 {f1(right, found, wanted):.4f}")
    print(f"polnear: source right of contents found exactly {linked / max(1, contents):.4f} ({contents})")


def named(using: Model, folder: Path) -> None:
    """Exact spans and kinds of names in the reports held out of training, and of described parties by themselves."""
    kinds = ("person", "organization", "place", "nationality", "unnamed")
    count = {k: [0, 0, 0] for k in kinds}
    for i, d in enumerate(reports(folder)):
        if i % HELD_OUT == 0:
            mine = set(parsed(d.words, [(0, 0)] * len(d.words), d.paragraphs, using).mentions)
            gold = set(spans_of(d.tags["mentions"]))
            for k, cell in count.items():
                m, g = {x for x in mine if x[2] == k}, {x for x in gold if x[2] == k}
                for at, value in enumerate((len(m & g), len(m), len(g))):
                    cell[at] += value
    for k, (right, found, wanted) in count.items():
        print(f"re3d: {k} F1 {f1(right, found, wanted):.4f} ({wanted} wanted)")
    three = [sum(count[k][i] for k in kinds[:3]) for i in range(3)]
    print(f"re3d: persons, organizations and places F1 {f1(*three):.4f}")


def speed(using: Model, folder: Path) -> None:
    """Words a second from raw words to all annotations, and the most memory used."""
    documents = list(attributions(folder))[:40]
    began = time.perf_counter()
    for d in documents:
        parsed(d.words, [(0, 0)] * len(d.words), d.paragraphs, using)
    taken = time.perf_counter() - began
    words = sum(len(d.words) for d in documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"speed: {words / taken:,.0f} words/s, at most {peak:.0f} MB")


def main(argv: list[str]) -> None:
    """Prints what is asked for."""
    began = time.perf_counter()
    using = load(Path(argv[0]))
    print(f"loaded in {time.perf_counter() - began:.2f} s")
    corpora, wanted = Path(argv[1]), argv[2:] or ["speed", "ewt", "gum", "polnear", "re3d"]
    if "speed" in wanted:
        speed(using, corpora / "polnear/dev")
    if "ewt" in wanted:
        trees(using, "ewt dev", treebank(corpora / "ud/ewt-dev.conllu"))
    if "gum" in wanted:
        trees(using, "gum dev news", treebank(corpora / "ud/gum-dev.conllu", ("news",)))
    if "polnear" in wanted:
        spoken(using, corpora / "polnear/dev")
    if "re3d" in wanted:
        named(using, corpora / "re3d")


if __name__ == "__main__":
    main(sys.argv[1:])
