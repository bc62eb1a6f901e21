"""Who "the envoy" and "the group" are, within one article. None wherever two could be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aidememoire.extract.context import Context, Known
from aidememoire.extract.parties.pronouns import is_pronoun, meant_by
from aidememoire.extract.parties.roles import role_words
from aidememoire.model.facts import Party
from aidememoire.model.spans import Span

_BODIES = frozenset(("organization", "armed group", "government", "media"))


def refers_to(span: Span, context: Context, other_than: str | None = None) -> Party | None:
    """The party that a pronoun or a definite description stands for, None where that is not sure.

    It is another than the party with the id `other_than`, which is known by that description itself.
    """
    return meant_by(span, context) if is_pronoun(span.text) else _described(span, context, other_than)


def _described(span: Span, context: Context, other_than: str | None) -> Party | None:
    """ "The envoy", "the group": the only party before it with that post or of that kind, or the nearest in reach."""
    words = span.text.lower().split()
    if len(words) < 2 or words[0] not in ("the", "his", "her", "its", "their"):
        return None
    return _in_post(" ".join(words[1:]), _holders(words, span, context, other_than)) or _of_kind(
        words, span, context, other_than
    )


def holder(span: Span, context: Context, other_than: str | None = None) -> Party | None:
    """The only party before a definite description that has that very post: "the Kestrian foreign minister"."""
    words = span.text.lower().split()
    if len(words) < 2 or words[0] != "the":
        return None
    exact = _exactly(" ".join(words[1:]), _holders(words, span, context, other_than))
    return exact[0] if len(exact) == 1 else None


def _holders(words: Sequence[str], span: Span, context: Context, other_than: str | None) -> list[Party]:
    posts = context.mentions.holders(" ".join(words[1:]))
    return [k.party for k in _first_before(context, posts, span, other_than)]


def _first_before(context: Context, known: Iterable[Known], span: Span, other_than: str | None) -> Iterator[Known]:
    since = context.layout.since(span.start)
    return (k for k in known if since <= k.span.start and k.span.end <= span.start and k.party.id != other_than)


def _in_post(description: str, holders: Sequence[Party]) -> Party | None:
    exact = _exactly(description, holders)
    chosen = exact if len(exact) == 1 else holders
    return chosen[0] if len(chosen) == 1 else None


def _exactly(description: str, holders: Sequence[Party]) -> list[Party]:
    return [p for p in holders if any(_same_words(description, r.title, r.of) for r in p.roles)]


def _same_words(description: str, title: str, of: str | None) -> bool:
    return description == title or (of is not None and description == f"{of} {title}".lower())


def _of_kind(words: Sequence[str], span: Span, context: Context, other_than: str | None) -> Party | None:
    noun = words[-1]
    kinds = _BODIES if span.text.split()[-1][0].isupper() else role_words()["stand_for"].get(noun)
    if kinds is None or len(words) > 3:
        return None
    ending = _first_before(context, context.mentions.ending.get(noun, ()), span, other_than)
    named = [k.party for k in ending if k.party.kind in kinds]
    if len(named) == 1:
        return named[0]
    if noun not in ("group", "body", "movement", "agency", "organization", "organisation"):
        return None
    first = context.layout.sentence_at(span.start) - 2
    start = context.layout.sentences[first].start if first > 0 else 0
    around = _first_before(context, context.mentions.at.starting(start, span.start), span, other_than)
    near = {k.party.id: k.party for k in around if k.party.kind in kinds}
    return next(iter(near.values())) if len(near) == 1 else None
