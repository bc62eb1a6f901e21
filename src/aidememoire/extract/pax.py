"""What an agreement or a position is about, in the issues of the PA-X Peace Agreements Database."""

from __future__ import annotations

from aidememoire.extract.wordlists import pattern, wordlist


def pax_issues(text: str) -> tuple[str, ...]:
    """The issues that a text names, in the order of the list; () where it names none."""
    return tuple(name for name in wordlist("pax")["issues"] if pattern("pax", f"issues.{name}").search(text))
