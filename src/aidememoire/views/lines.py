"""Lines of a record on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from aidememoire.model.joined import Origins
from aidememoire.queries.brief.sheet import heard as in_words


def title(console: Console, text: str) -> None:
    """A heading."""
    console.print()
    console.print(Text(text, style="bold underline"))


def line(console: Console, *parts: tuple[str, str] | str) -> None:
    """One line, indented; a part may come with its style."""
    console.print(Text.assemble("  ", *parts), soft_wrap=False)


def more(console: Console, of: int, shown: int) -> None:
    """How many there are beyond those shown."""
    if of > shown:
        line(console, (f"and {of - shown} more", "dim"))


def heard(origins: Origins) -> tuple[str, str]:
    """The range of origins in words, in brackets, with its style."""
    return f" ({in_words(origins)})", "dim"


def short(text: str, width: int = 160) -> str:
    """Text on one line, cut at a word where it is longer than `width` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rsplit(" ", 1)[0] + "…"
