"""Titles: without the outlet's name behind them, and the line of a text that is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from aidememoire.lexicon.agencies import agency_of
from aidememoire.text.pieces import plain

_SUFFIX = re.compile(r"^(?P<title>.*\S)\s*(?P<mark>\s[-–—|»·:]{1,2}\s|\s?\|\s?)(?P<name>[^|»]{2,50}?)\s*$", re.DOTALL)
_SMALL = frozenset("of the and & for in on at de la le al el".split())
PRESS_WORDS = frozenset(
    "news times post herald tribune journal gazette press today daily telegraph guardian observer chronicle courier "
    "standard mail star sun independent review monitor mirror express citizen inquirer "
    "examiner sentinel dispatch record "
    "ledger bulletin register globe voice radio television tv broadcasting media network online wire weekly magazine "
    "newspaper nation argus echo examiner mercury republic world business".split()
)
_SECTION = frozenset(
    "news world region politics international middle-east africa asia europe americas opinion analysis video".split()
)
_INITIAL_END = re.compile(r"(?:\b[A-Z]\.){1,4}$")
# Of 1,651 headlines 99 % have at most 18 words and 109 characters.
_LONGEST_WORDS, _LONGEST = 25, 180
_SIMILAR = 85  # of 100: a page's title and its headline differ by a word or a quotation mark


@dataclass(frozen=True, slots=True)
class Titled:
    """A title, and the outlet or agency that stood behind it (None where none did)."""

    title: str
    suffix: str | None


def clean_title(title: str, hosts: tuple[str, ...] = (), outlet: str | None = None) -> Titled:
    """A title without the name of its outlet, agency or section behind a dash or a bar.

    A dash may stand before a source ("Truce holds - envoy"): there the name must be an agency's, the outlet's,
    that of the site it comes from (`hosts`), or one that says itself that it is a newspaper's or a broadcaster's.
    """
    kept, suffix = " ".join(title.split()), None
    while (match := _SUFFIX.match(kept)) and len(match["title"]) > 8:
        name = match["name"].strip()
        if _is_section(name):
            kept = match["title"]
        elif suffix is None and _is_outlet(name, "|" in match["mark"] or "»" in match["mark"], hosts, outlet):
            kept, suffix = match["title"], name
        else:
            break
    return Titled(kept.rstrip(" |-–—»·"), suffix)


def looks_like_title(text: str) -> bool:
    """Whether a line at the top of a text may be its title: short, and no sentence's end behind it."""
    line = plain(text)
    if len(line) > _LONGEST or not 2 <= len(line.split()) <= _LONGEST_WORDS:
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "\"'[("):
        return bool(re.match(r"[a-z]{1,3}[A-Z]|al-|el-", line))
    return not re.search(r"[.,;:][\"')\]]*$", line) or bool(_INITIAL_END.search(line))


def same_title(a: str, b: str) -> bool:
    """Whether two lines are one title, a changed word, case and quotation marks aside."""
    return fuzz.ratio(_key(a), _key(b)) >= _SIMILAR


def masthead_of(line: str) -> str | None:
    """The outlet or agency whose masthead a line is ("The Calder Courier | News"), None where it is none."""
    name = re.split(r"\s+[|–—·»-]\s+", " ".join(line.split()))[0]
    words = name.split()
    if not 1 <= len(words) <= 5 or not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    says_so = len(words) > 1 and not PRESS_WORDS.isdisjoint((words[-1].lower(), words[-2].lower()))
    return name if says_so or words[-1] in ("Agency", "Newswire") or agency_of(name) else None


def _key(title: str) -> str:
    return re.sub(r"[^\w ]+", "", " ".join(plain(title).casefold().split()))


def _is_section(name: str) -> bool:
    return name.lower().replace(" ", "-") in _SECTION or name.lower() in ("world news", "top stories")


def _is_outlet(name: str, bar: bool, hosts: tuple[str, ...], outlet: str | None) -> bool:
    words = name.split()
    if len(words) > 6 or not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return bool(outlet) and name.casefold() == (outlet or "").casefold()
    if bar or agency_of(name) or (outlet and name.casefold() == outlet.casefold()):
        return True
    if any(_of_host(name, host) for host in hosts):
        return True
    return len(words) > 1 and not PRESS_WORDS.isdisjoint(word.lower() for word in words)


def _of_host(name: str, host: str) -> bool:
    """Whether a site carries this name: "Calder Courier" and caldercourier.com, "Northern Standard" and nsnews.com."""
    squeezed = re.sub(r"[^a-z0-9]", "", re.sub(r"^the ", "", name.lower()))
    initials = "".join(word[0] for word in name.lower().split())
    labels = host.lower().split(".")
    longest = max(labels, key=len, default="")
    return (len(squeezed) > 3 and squeezed in host.lower().replace("-", "").replace(".", "")) or (
        len(initials) > 2 and longest.startswith(initials)
    )
