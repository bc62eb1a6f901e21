"""What is negotiated in peace processes: the topics of `record/data/topics.toml`, as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from aidememoire.record.similarity import stem

ObjectKind = Literal["place", "person", "group", "target"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its name, that of the issue it is counted to, and what tells two matters of it apart.

    `object` is the kind of name that does, and `things` holds where common nouns do too; without `split` another object
    makes no other issue. `words` tell the topic, `weak` do where no topic's words stand in a wording, and those of a
    `bare` topic only where no other thing is named.
    """

    name: str
    issue: str
    object: ObjectKind | None
    things: bool
    split: bool
    bare: bool
    words: re.Pattern[str] | None
    weak: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words about matters of any topic, as their keys in the data file say. `generic` are stems.

    `scope` has a pattern for each question that the extent of a thing answers.
    """

    generic: frozenset[str]
    talk: re.Pattern[str]
    beyond: re.Pattern[str]
    scope: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, in the order of the data file."""
    return tuple(
        Topic(
            name=entry["name"],
            issue=entry.get("issue", entry["name"]),
            object=entry.get("object"),
            things=entry.get("things", False),
            split=entry.get("split", True),
            bare=entry.get("bare", False),
            words=_either(entry["words"]) if "words" in entry else None,
            weak=_either(entry["weak"]) if "weak" in entry else None,
        )
        for entry in _data()["topic"]
    )


@cache
def vocabulary() -> Vocabulary:
    """The words about matters of any topic."""
    words = _data()["words"]
    generic = frozenset(stem(word) for word in f"{words['generic']} {words['people']}".split())
    scope = tuple((question, _either(answers)) for question, answers in words["scope"].items())
    return Vocabulary(generic, _either(words["talk"]), _either(words["beyond"]), scope)


@cache
def _data() -> dict[str, Any]:
    source = files("aidememoire.record").joinpath("data", "topics.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _either(phrases: Sequence[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first, whatever their case and white space."""
    longest_first = sorted(phrases, key=len, reverse=True)
    any_of = "|".join(phrase.replace(" ", r"\s+") for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?!\w)", re.IGNORECASE)
