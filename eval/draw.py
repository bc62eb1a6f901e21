"""A reading sheet: facts of a record drawn at random, each with the text around it, to be judged by a reader.

`python -m eval.draw RECORD [--kind statement] [--number 150] [--seed 1]` prints a block a fact: what the record says of
it, then the paragraphs that it was read from with its content or evidence between ⟦ and ⟧. The kinds are statement,
encounter, position, commitment, agreement and figure. The same record, kind, number and seed give the same sheet.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from aidememoire.model.articles import Article
from aidememoire.model.facts import Agreement, Commitment, Encounter, Figure, Position, Statement
from aidememoire.model.joined import Actor
from aidememoire.model.spans import Span
from aidememoire.store import Reader, open_record

Drawn = Statement | Encounter | Position | Commitment | Agreement | Figure
KINDS: dict[str, type[Drawn]] = {
    "statement": Statement,
    "encounter": Encounter,
    "position": Position,
    "commitment": Commitment,
    "agreement": Agreement,
    "figure": Figure,
}
# How much of an article is shown before and after a fact, in characters.
BEFORE, AFTER = 900, 300


def sheet(reader: Reader, number: int, seed: int, kind: str = "statement") -> Iterator[str]:
    """The blocks of the sheet, in the order of the articles; all facts of the kind where there are fewer."""
    articles = {a.id: a for a in reader.articles()}
    names = {party: actor.name for actor in reader.links(Actor) for party in actor.parties}
    found = sorted(reader.facts(KINDS[kind]), key=lambda s: s.id)
    drawn = random.Random(seed).sample(found, min(number, len(found)))
    place = sorted(drawn, key=lambda s: (articles[s.article].source_id, _span(s).start))
    for at, fact in enumerate(place, 1):
        yield block(at, fact, articles[fact.article], names)


def block(at: int, fact: Drawn, article: Article, names: Mapping[str, str]) -> str:
    """One fact of the sheet."""
    start, end, text = _span(fact).start, _span(fact).end, article.text
    around = f"{text[max(0, start - BEFORE) : start]}⟦{text[start:end]}⟧{text[end : end + AFTER]}"
    told = _statement(fact, names) if isinstance(fact, Statement) else _fields(fact, names)
    return "\n".join([f"### {at} · {article.source_id} · {article.published}", *told, around]) + "\n"


def _span(fact: Drawn) -> Span:
    return fact.content if isinstance(fact, Statement) else fact.evidence


def _statement(statement: Statement, names: Mapping[str, str]) -> list[str]:
    told = statement.addressee_text and f"{statement.addressee_text!r}"
    via = ", ".join(v.text for v in statement.via)
    speakers = " + ".join(names.get(party or "", "null") for party in (statement.speaker, *statement.joint))
    return [
        f"speaker: {speakers} (source: {_words(statement.speaker_span)})",
        f"cue: {_words(statement.cue)} · {statement.form} · {statement.act}",
        f"told: {told or 'none'} · via: {via or 'none'} · target: {statement.target_text or 'none'}",
    ]


def _fields(fact: Drawn, names: Mapping[str, str]) -> list[str]:
    """The fields of any other fact but its evidence, with names for parties; what is empty is left out."""
    said = []
    for name, value in msgspec.to_builtins(fact).items():
        if name in {"id", "article", "evidence"} or value in (None, (), False):
            continue
        each = [names.get(v, v) if isinstance(v, str) else v for v in (value if isinstance(value, tuple) else (value,))]
        said.append(f"{name}: {', '.join(map(str, each))}")
    return said


def _words(span: object) -> str:
    return repr(getattr(span, "text", None)) if span is not None else "none"


def main() -> None:
    """Prints a sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--kind", choices=KINDS, default="statement")
    parser.add_argument("--number", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with open_record(args.record).reader() as reader:
        for each in sheet(reader, args.number, args.seed, args.kind):
            print(each)


if __name__ == "__main__":
    main()
