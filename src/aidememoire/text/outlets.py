"""Which outlet printed an article, where it was not given: by its source line, its title's suffix, its notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from aidememoire.lexicon.agencies import agency_of
from aidememoire.text.credits import credit_of
from aidememoire.text.pieces import plain

_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)[ ©]*(?i:\(c\))? ?(?:\d{4}(?: ?[-–] ?\d{4})?)?,? ?(?:by )?"
    r"(?P<name>(?:[Tt]he )?[A-Z][\w&'-]*(?: (?:[A-Z][\w&'-]*|of|the|and|&))*)"
)
_COMPANY = re.compile(r"\s+(?:All Rights.*|Ltd|Limited|Inc|LLC|Company|Group|Corporation|GmbH|plc)\.?$")
_GENERIC = re.compile(
    r"(?:news |wire |other )?(?:agencies|agency|services|wires?|media|web ?sites?|staff|"
    r"reports?)|all|https?:.*|www\..*",
    re.IGNORECASE,
)


def outlet_of(
    lines: Iterable[str], suffix: str | None, label: str | None, masthead: str | None, notices: Sequence[str]
) -> str | None:
    """The outlet an article names as its own, None where it names none.

    `lines` are its credit lines, `suffix` stood behind its title, `label` before its lead ("Calder Courier:": taken
    only where a notice names it again), `masthead` above its title, `notices` are lines that were cut.
    """
    return suffix or masthead or _of_label(label, notices) or _of_copyright(notices) or _of_sources(lines)


def holder_of(notices: Iterable[str]) -> str | None:
    """Who a copyright notice names, agency or outlet."""
    for notice in notices:
        match = _COPYRIGHT.match(plain(notice))
        if match:
            name = _COMPANY.sub("", match["name"]).strip(" .,")
            if name and name.lower() not in ("all", "the"):
                return name
    return None


def _of_sources(lines: Iterable[str]) -> str | None:
    for credit in lines:
        if re.match(r"\W*sources?\b", plain(credit), re.IGNORECASE):
            for body in credit_of(credit).sources:
                if not agency_of(body) and not _GENERIC.fullmatch(body):
                    return body
    return None


def _of_label(label: str | None, notices: Iterable[str]) -> str | None:
    return (
        label
        if label and any(label in plain(notice) and not plain(notice).startswith(label + ":") for notice in notices)
        else None
    )


def _of_copyright(notices: Iterable[str]) -> str | None:
    holder = holder_of(notices)
    return holder if holder and not agency_of(holder) else None
