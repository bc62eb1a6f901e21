"""Wordings as groups of one matter: by topic and object, those without a topic by their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from aidememoire.record.components import Components
from aidememoire.record.positions.matters import Matter

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a wording stands, and whose it is (an actor)."""

    article: str
    holder: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Keys of wordings on one matter, in order. `topic` is the matter's, `object` the name that tells it apart.

    `only` holds where topic and object make the group, so that no other group has both.
    """

    topic: str | None
    object: str | None
    members: tuple[str, ...]
    only: bool


def group(
    matters: Mapping[str, Matter], told_in: Mapping[str, Telling], topic_of: Callable[[Matter], Hashable]
) -> tuple[Group, ...]:
    """One group for each matter; every key of `matters` is in one.

    `topic_of` tells the topic's key, None where there is none, `told_in` where each wording stands and whose it is. One
    that names no object is of that which is named on the topic in its article, if there is exactly one; "the president"
    is also the one person whom the same party names.
    """
    by_topic: dict[Hashable, list[str]] = defaultdict(list)
    for key in sorted(matters):
        by_topic[topic_of(matters[key])].append(key)
    out = []
    for topic, keys in by_topic.items():
        if topic is None:
            out += [Group(None, None, tuple(sorted(g)), False) for g in _by_words(keys, matters, told_in)]
        else:
            out += _by_object(str(topic), keys, matters, told_in)
    return tuple(sorted(out, key=lambda g: g.members))


def _by_words(keys: Sequence[str], matters: Mapping[str, Matter], told_in: Mapping[str, Telling]) -> list[list[str]]:
    """Groups of wordings without a topic: those with the same stems, then those that share most of them.

    General words alone ("the idea") tell one thing within one article only.
    """
    alike: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    for key in keys:
        alike["" if matters[key].things else told_in[key].article, matters[key].stems].append(key)
    sets = list(alike)
    joined = Components(range(len(sets)))
    holding: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(sets):
        mine = matters[alike[words][0]]
        for j in {j for w in mine.things for j in holding[w]}:
            if mine.same_words(matters[alike[sets[j]][0]]):
                joined.join(i, j)
        for w in mine.things:
            holding[w].append(i)
    return [[key for i in g for key in alike[sets[i]]] for g in joined.groups()]


def _by_object(
    topic: str, keys: Sequence[str], matters: Mapping[str, Matter], told_in: Mapping[str, Telling]
) -> list[Group]:
    named = {key: _object(matters[key]) for key in keys}
    told: dict[str | None, set[str]] = defaultdict(set)
    for key in keys:
        name = named[key]
        for place in _goes_on(matters[key], told_in[key]) if name else ():
            told[place].add(str(name))
    groups: dict[str | None, list[str]] = defaultdict(list)
    for key in keys:
        near = next((told[p] for p in (told_in[key].article, told_in[key].holder) if p in told), set())
        groups[named[key] or (next(iter(near)) if len(near) == 1 else None)].append(key)
    out = [Group(topic, name, tuple(those), True) for name, those in groups.items() if name]
    return out + [Group(topic, None, tuple(sorted(g)), only) for g, only in _by_thing(groups.get(None, []), matters)]


def _goes_on(matter: Matter, told: Telling) -> tuple[str, ...]:
    """Where a name goes on without being named again: "the town" in its article, "the president" with its party too.

    A target of fire is none: those without a name are everybody.
    """
    kind = matter.topic.object if matter.topic else None
    if kind == "person":
        return (told.article, told.holder) if told.holder else (told.article,)
    return (told.article,) if kind == "place" else ()


def _object(matter: Matter) -> str | None:
    return matter.object if matter.topic and matter.topic.split else None


def _by_thing(keys: Sequence[str], matters: Mapping[str, Matter]) -> list[tuple[list[str], bool]]:
    """Groups of wordings on one topic without a name, each with whether it is of the topic and nothing else.

    There is one, save where things tell matters of the topic apart: then those with a thing in common are one.
    """
    bare = [key for key in keys if not _things(matters[key])]
    told = [key for key in keys if _things(matters[key])]
    joined = Components(told)
    holder: dict[str, str] = {}
    for key in told:
        for thing in sorted(_things(matters[key])):
            joined.join(key, holder.setdefault(thing, key))
    return [(g, False) for g in joined.groups()] + ([(bare, True)] if bare else [])


def _things(matter: Matter) -> frozenset[str]:
    return matter.things if matter.topic and matter.topic.things else frozenset()
