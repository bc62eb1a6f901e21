"""Model objects to JSON and back, and the name that each kind of them has in a record and in an export."""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact
from aidememoire.model.kinds import FACTS, kind_of
from aidememoire.model.links import Link
from aidememoire.model.reviews import Review

__all__ = ["FACTS", "LINKS", "decode", "encode", "kind_of"]

LINKS: tuple[type[Any], ...] = get_args(Link)

_ENCODER = msgspec.json.Encoder()


_KINDS: tuple[type[Any], ...] = (Article, *FACTS, *LINKS, Decision, Review)
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {kind_of(cls): msgspec.json.Decoder(cls) for cls in _KINDS}


def encode(obj: Article | Fact | Link | Decision | Review) -> bytes:
    """The JSON of one model object, in UTF-8.

    Raises UnicodeEncodeError where its text holds half a character (a lone surrogate), which UTF-8 can't write.
    """
    return _ENCODER.encode(obj)


def decode(kind: str, data: bytes | str) -> Any:
    """The object of that `kind` whose JSON is `data`. Raises msgspec.DecodeError where it is no such object."""
    return _DECODERS[kind].decode(data)
