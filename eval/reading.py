"""The reading model held against what it was not trained on: `python -m eval.reading CORPORA [NAME…] [--model FOLDER]`.

Prints, for each NAME (all without any): `speed`; `ewt` and `gum` (UD's development parts, of GUM the news alone)
with words and sentences given, and from raw text; `polnear` (the development articles); `re3d` (every fifth report);
`marked` (our own marked text, of other peace processes than the training's). Figures are F1 in per cent unless they say
otherwise.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from aidememoire.reading.model import Model, load, shipped
from aidememoire.reading.parse import parse, parsed
from eval.raw import measured
from eval.spans import acts, exact, joined, read, same, whole
from training.corpora import HELD_OUT, attributions, reports, treebank
from training.documents import TAGGERS, Document
from training.marked_documents import marked

MARKED = Path(__file__).parent / "marked"
NAMES = ("speed", "ewt", "gum", "polnear", "re3d", "marked")


def say(name: str, figures: dict[str, float]) -> None:
    """Prints a line of figures in per cent."""
    print(f"{name}: " + ", ".join(f"{k} {100 * v:.1f}" for k, v in figures.items()), flush=True)


def given(using: Model, documents: Iterable[Document]) -> dict[str, float]:
    """The share of given words in given sentences whose part of speech, lemma, head, and head and label are right."""
    right = dict.fromkeys(("UPOS", "lemma", "UAS", "LAS"), 0)
    n = 0
    for d in documents:
        begins = [i for i, s in enumerate(d.starts or ()) if s]
        got = parsed(d.words, [(0, 0)] * len(d.words), d.paragraphs, using, begins)
        n += len(d.words)
        heads = [a == b for a, b in zip(got.heads, d.heads or (), strict=True)]
        labels = [a.split(":")[0] == b.split(":")[0] for a, b in zip(got.labels, d.labels or (), strict=True)]
        right["UPOS"] += sum(a == b for a, b in zip(got.upos, d.upos or (), strict=True))
        right["lemma"] += sum(a == b for a, b in zip(got.lemmas, d.lemmas or (), strict=True))
        right["UAS"] += sum(heads)
        right["LAS"] += sum(h and x for h, x in zip(heads, labels, strict=True))
    return {kind: count / n for kind, count in right.items()}


def trees(using: Model, corpora: Path, name: str) -> None:
    """A treebank's development part with words and sentences given, then from raw text."""
    path, wanted = corpora / f"ud/{name}-dev.conllu", "GUM_news" if name == "gum" else ""
    say(f"{name}, words and sentences given", given(using, treebank(path, ("news",) if wanted else None)))
    say(f"{name}, raw text", measured(using, path, wanted))


def spoken(using: Model, folder: Path) -> None:
    """PolNeAR's development articles."""
    say("polnear", whole([(read(using, d), d) for d in attributions(folder)]))


def named(using: Model, folder: Path) -> None:
    """The reports of re3d that were held out of training; described parties are counted by themselves."""
    held = [d for i, d in enumerate(reports(folder)) if i % HELD_OUT == 0]
    counts = exact([(read(using, d), d) for d in held], "mentions")
    say("re3d", {kind: count.f1() for kind, count in counts.items()})
    three = joined(counts[kind] for kind in ("person", "organization", "place"))
    say("re3d", {"persons, organizations and places": three.f1()})


def own(using: Model) -> None:
    """Our own marked text, written for measuring."""
    for name, figures in on_marked(using):
        say(name, figures)


def on_marked(using: Model) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures on our own marked text, by what is measured; acts are counted where the content was found exactly."""
    pairs = [(read(using, d), d) for d in marked(MARKED)]
    yield "marked", whole(pairs)
    for tagger in TAGGERS:
        if tagger != "mentions":
            counts = exact(pairs, tagger)
            yield f"marked, {tagger}", {k: c.f1() for k, c in counts.items()} | {"all": joined(counts.values()).f1()}
    stood = same(pairs)
    told = {
        "right of those said": stood.right / max(1, stood.found),
        "right of all": stood.right / max(1, stood.wanted),
    }
    yield "marked, who he is", told
    right, found = acts(pairs)
    yield "marked, acts", {"right": right / max(1, found)}


def speed(using: Model, folder: Path) -> None:
    """Words a second from raw text to all annotations, and the most memory used."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "text").glob("*.txt"))[:40]]
    words = 0
    parse(texts[0], lines(texts[0]), using)
    began = time.perf_counter()
    for text in texts:
        words += len(parse(text, lines(text), using).words)
    taken = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"speed: {words / taken:,.0f} words/s, at most {peak:.0f} MB")


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of a text that are not empty, by their characters."""
    return [m.span() for m in re.finditer(r"[^\n]+", text)]


def main() -> None:
    """Prints what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("names", nargs="*", choices=(*NAMES, []), metavar="NAME")
    parser.add_argument("--model", type=Path, help="a folder that training.export wrote, instead of the shipped model")
    args = parser.parse_args()
    began = time.perf_counter()
    using = load(args.model) if args.model else shipped()
    print(f"loaded in {time.perf_counter() - began:.2f} s")
    measures = {
        "speed": lambda: speed(using, args.corpora / "polnear/dev"),
        "ewt": lambda: trees(using, args.corpora, "ewt"),
        "gum": lambda: trees(using, args.corpora, "gum"),
        "polnear": lambda: spoken(using, args.corpora / "polnear/dev"),
        "re3d": lambda: named(using, args.corpora / "re3d"),
        "marked": lambda: own(using),
    }
    for name in args.names or NAMES:
        measures[name]()


if __name__ == "__main__":
    main()
