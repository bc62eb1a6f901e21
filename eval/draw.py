"""A reading sheet: statements of a record drawn at random, each with the text around it, to be judged by a reader.

`python -m eval.draw RECORD [--number 150] [--seed 1]` prints a block a statement: what the record says of it, then the
paragraphs that it was read from with its content between ⟦ and ⟧. The same record, number and seed give the same sheet.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping
from pathlib import Path

from aidememoire.model.articles import Article
from aidememoire.model.facts import Statement
from aidememoire.model.joined import Actor
from aidememoire.store import Reader, open_record

# How much of an article is shown before and after a statement, in characters.
BEFORE, AFTER = 900, 300


def sheet(reader: Reader, number: int, seed: int) -> Iterator[str]:
    """The blocks of the sheet, in the order of the articles; all statements where there are fewer than `number`."""
    articles = {a.id: a for a in reader.articles()}
    names = {party: actor.name for actor in reader.links(Actor) for party in actor.parties}
    found = sorted(reader.facts(Statement), key=lambda s: s.id)
    drawn = random.Random(seed).sample(found, min(number, len(found)))
    place = sorted(drawn, key=lambda s: (articles[s.article].source_id, s.content.start))
    for at, statement in enumerate(place, 1):
        yield block(at, statement, articles[statement.article], names)


def block(at: int, statement: Statement, article: Article, names: Mapping[str, str]) -> str:
    """One statement of the sheet."""
    told = statement.addressee_text and f"{statement.addressee_text!r}"
    via = ", ".join(v.text for v in statement.via)
    start, end = statement.content.start, statement.content.end
    text = article.text
    speakers = " + ".join(names.get(party or "", "null") for party in (statement.speaker, *statement.joint))
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    said = [
        f"### {at} · {article.source_id}",
        f"speaker: {speakers} (source: {_words(statement.speaker_span)})",
        f"cue: {_words(statement.cue)} · {statement.form} · {statement.act}",
        f"told: {told or 'none'} · via: {via or 'none'} · target: {statement.target_text or 'none'}",
        f"{before}⟦{text[start:end]}⟧{after}",
    ]
    return "\n".join(said) + "\n"


def _words(span: object) -> str:
    return repr(getattr(span, "text", None)) if span is not None else "none"


def main() -> None:
    """Prints a sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--number", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with open_record(args.record).reader() as reader:
        for each in sheet(reader, args.number, args.seed):
            print(each)


if __name__ == "__main__":
    main()
