"""What positions are about, across wordings: "release of detainees", "prisoner swap", "freed"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from aidememoire.model.facts import Position
from aidememoire.model.ids import content_id
from aidememoire.model.process import Issue
from aidememoire.record.naming.names import fold
from aidememoire.record.positions.cast import Cast
from aidememoire.record.positions.grouping import Group, Telling, group
from aidememoire.record.positions.matters import Matter, asked, matter


def issues(positions: Iterable[Position], cast: Cast) -> tuple[Issue, ...]:
    """One issue for each matter that positions are about; every position is in exactly one.

    Wordings of one topic are one issue, save where they name different objects: the leaving of a leader is an issue
    about that person, the siege of each town its own. Those without a topic go by their words.
    """
    by_id = {p.id: p for p in positions}
    matters = {p.id: matter(asked(p), cast, cast.who(p.party)) for p in by_id.values()}
    groups = group(matters, {p.id: Telling(p.article, cast.who(p.party)) for p in by_id.values()}, _topic)
    return tuple(sorted((_issue(g, by_id, cast) for g in groups), key=lambda i: i.id))


def _topic(matter: Matter) -> str | None:
    return matter.topic.issue if matter.topic else None


def _issue(group: Group, by_id: Mapping[str, Position], cast: Cast) -> Issue:
    members = [by_id[m] for m in group.members]
    wordings = tuple(sorted({p.issue for p in members}))
    return Issue(_id(group, members), _name(group, members, cast), wordings, group.members)


def _id(group: Group, members: Sequence[Position]) -> str:
    """An id that stays when articles are added, where a topic and a name make the issue; else of its positions."""
    return content_id("issue", group.topic, group.object, *(() if group.only else (p.id for p in members)))


def _name(group: Group, members: Sequence[Position], cast: Cast) -> str:
    """The topic with its object; where neither tells it, the commonest wording, the shortest of those."""
    if group.topic and group.object:
        return f"{group.topic}: {_shown(group.object, members, cast)}"
    count = Counter(p.issue for p in members)
    wording = min(count, key=lambda w: (-count[w], len(w), w))
    if group.topic is None:
        return wording
    return group.topic if group.only else f"{group.topic}: {wording}"


def _shown(folded: str, members: Sequence[Position], cast: Cast) -> str:
    """A folded name as it is written: by the actor's name, or as it stands in a wording."""
    if folded in cast.named:
        return cast.named[folded].name
    length = len(folded.split())
    for position in sorted(members, key=lambda p: (p.issue, p.id)):
        words = position.issue.split()
        for at in range(len(words) - length + 1):
            run = " ".join(words[at : at + length]).strip(" ,.;:“”\"'‘’")
            if fold(run.removesuffix("’s").removesuffix("'s")) == folded:
                return run
    return folded
