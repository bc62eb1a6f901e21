"""Roles as stated: "UHC spokesman X", "X, the envoy of Y", "X, a negotiator and member of Y"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from aidememoire.model.facts import Role
from aidememoire.model.spans import Span

Gender = Literal["he", "she"]
# The longest role before a name, in characters: a name of six words and a title of four.
_ROLE = 250
_NO_NAME = r"(?!(?:The|An?|His|Her|Its|Their)\b)"
_CAPITAL = rf"(?:(?:[A-Z]\.){{2,}}|(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]d|[Aa]r|[Aa]n)-[A-Z][\w’'-]*|{_NO_NAME}[A-Z][\w&-]*)"
_NAME = rf"{_CAPITAL}(?:(?:\s|\s(?:of|for)\s(?:the\s)?){_CAPITAL}){{0,5}}"
# "the Varenian opposition's High Council": the body that the role is of comes last.
_OF = rf"(?:the\s|its\s)?(?:{_NAME}(?:\s[a-z]+){{0,2}}['’]s?\s)?(?P<of>(?:[a-z-]+\s){{0,3}}{_NAME})"


@cache
def role_words() -> Mapping[str, Any]:
    """The lists of data/roles.toml."""
    return tomllib.loads(files("aidememoire.extract").joinpath("data/roles.toml").read_text(encoding="utf-8"))


@cache
def _either(name: str) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(role_words()[name], key=len, reverse=True)) + ")"


@cache
def _title() -> str:
    return rf"(?:(?i:{_either('before_title')}\s){{0,3}}(?i:{_either('titles')}))"


@cache
def _before() -> re.Pattern[str]:
    """The end of the words before a name: "[the] deputy Varenian foreign minister", "UHC spokesman", ", the envoy,"."""
    rank = r"(?:(?P<rank>(?i:deputy|former|vice|first|acting|senior|chief|top|new))\s)?"
    return re.compile(rf"{rank}(?:(?P<of>{_NAME}?)(?:['’]s?)?\s)?(?P<title>(?<![\w-]){_title()}),?\s*$")


@cache
def _after() -> re.Pattern[str]:
    """The beginning of the words after a name."""
    owner = rf"(?:(?P<owner>{_NAME})(?:['’]s?)?\s)?"
    of = rf"(?:\s(?:of|for|to|with|at|from)\s{_OF})?"
    lead = r"(?:(?i:the|a|an|its|their|his|her|one of the)\s)?"
    return re.compile(rf"^,\s+{lead}{owner}(?P<title>(?<![\w-]){_title()})\b{of}")


@cache
def _second() -> re.Pattern[str]:
    """A second role joined to the first: "and member of the ..."."""
    return re.compile(rf"^\s+and\s+(?:(?i:a|an|the)\s)?(?P<title>{_title()})\b(?:\s(?:of|for|to|with|at|from)\s{_OF})?")


def roles_at(text: str, name: Span, sentence: Span) -> Iterator[Role]:
    """The roles that the words around a person's name state, within its sentence."""
    before = _before().search(text, max(sentence.start, name.start - _ROLE), name.start)
    if before is not None and before.end() == name.start and _joined(text, before, name):
        yield _role(text, before, before["of"], before.start())
    after = _after().match(text[name.end : sentence.end])
    if after is not None:
        yield _shifted(text, after, after["of"] or after["owner"], name.end)
        second = _second().match(text[name.end + after.end() : sentence.end])
        if second is not None:
            yield _shifted(text, second, second["of"], name.end + after.end())


def _joined(text: str, before: re.Match[str], name: Span) -> bool:
    """Whether the title before the name belongs to it: beside it, or in commas on both sides."""
    return "," not in before.group()[-3:] or text[name.end : name.end + 1] == ","


def _role(text: str, match: re.Match[str], of: str | None, start: int) -> Role:
    while start < match.end("title") and text[start] in " ,":
        start += 1
    title = " ".join(f"{match['rank'] or ''} {match['title']}".lower().split())
    return Role(title, of, Span.of(text, start, match.end("title")))


def _shifted(text: str, match: re.Match[str], of: str | None, base: int) -> Role:
    end = match.end("of") if match["of"] else match.end("title")
    first = min(g for g in (match.start("title"), _start(match, "owner")) if g >= 0)
    return Role(" ".join(match["title"].lower().split()), of, Span.of(text, base + first, base + end))


def _start(match: re.Match[str], group: str) -> int:
    return match.start(group) if group in match.re.groupindex and match[group] else 10**9


def gender_of(text: str, name: Span, roles: tuple[Role, ...]) -> Gender | None:
    """He or she, where a courtesy title or a role tells; None where nothing does."""
    courtesy = re.search(r"(\w+)\.?\s*$", text[max(0, name.start - 8) : name.start])
    told = {courtesy.group(1).lower()} if courtesy else set()
    told |= {word for role in roles for word in role.title.split()} | {name.text.split()[0].lower().strip(".")}
    if told & set(role_words()["female"]):
        return "she"
    return "he" if told & set(role_words()["male"]) else None


def same_post(title: str, other: str) -> bool:
    """Whether two titles may be words for one post: equal, one the end of the other, or listed as such."""
    if title == other or title.endswith(" " + other) or other.endswith(" " + title):
        return True
    return any(_ends_in(title, posts) and _ends_in(other, posts) for posts in role_words()["same_post"])


def _ends_in(title: str, posts: list[str]) -> bool:
    return any(title == post or title.endswith(" " + post) for post in posts)
