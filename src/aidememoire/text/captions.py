"""Captions of pictures and videos, and the credits under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aidememoire.text.pieces import Piece

_PHOTO = (
    r"(?:file |archive |handout |undated |courtesy )?"
    r"(?:photo(?:graph)?|picture|image|handout|still|screengrab|screenshot|video grab|file)s?"
)
_HOLDER = r"(?:AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|Getty(?: Images)?|dpa|Xinhua|Anadolu|Pool|Shutterstock|Alamy)"
_PERSON = r"(?-i:[A-Z])[\w.'-]+(?: [\w.'-]+){1,3}"
_SIGNED = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,50}}\b)?{_PHOTO}(?:\b[^()\[\]]{{0,50}})?[)\]]\W*$"  # (Meridian photo), [File photo]
    rf"|[(\[](?:[^()\[\]]{{0,60}}: ?)?{_PERSON} ?/[^()\[\]]{{2,60}}[)\]]\W*$"  # [A. Name/Agency]
    rf"|[(\[][^()\[\]]{{2,60}}/ ?(?:(?:via|handout) )?(?-i:{_HOLDER})[)\]]\W*$"  # (Ministry/Handout via AGENCY)
    rf"|[(\[](?:[^()\[\]]{{0,60}}: ?)?(?-i:{_HOLDER}) ?/ ?[^()\[\]]{{2,60}}[)\]]\W*$"
    rf"|[(\[][^()\[\]]{{2,60}}/handout via [^()\[\]]{{2,30}}[)\]]\W*$"
    rf"|(?-i:\bREUTERS/[A-Z][\w.' -]+?\W*$)"
    rf"|(?-i:\b[A-Z][\w.'-]+(?: [\w.'-]+){{0,3}}/(?:\w+/)?{_HOLDER}(?: Images| Photo)?\W*$)"  # A Name/AGENCY
    rf"|\b(?:photo(?:graph)?|image|picture) ?(?:by|credit|courtesy(?: of)?|:)\s?:? ?(?:(?-i:[A-Z])\.|[^.]){{2,80}}\W*$"
    rf"|\bcredit ?(?::|(?-i:[A-Z]))[^.]{{2,80}}/[^.]{{2,40}}$",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(?:file ?(?:photo|picture|image)|photo|image|picture|caption|(?:photo|image|picture) caption|pictured) ?: ?\S"
    r"|file ?(?:photo|picture|image)? ?[:–—-] ?\S"
    r"|an? (?:general |aerial |wide |night )*view (?:shows?|of)\b"
    r"|an? (?:combination|handout|undated|file|archive|still|combo) (?:picture|photo|photograph|image)s?\b"
    r"|an? (?:picture|photo|photograph|image) taken (?:on|in|from|by|during)\b.{0,80}\bshows\b"
    r"|(?:in )?this (?:\w+[ -]){0,3}(?:photo|picture|image|photograph|frame grab|screen grab|video grab|still)"
    r"(?: \w+)? (?:taken|released|provided|made|shows|from|posted|shared|by|on|grabbed|supplied)\b",
    re.IGNORECASE,
)
_IN_THIS = re.compile(
    r"\bin this (?:\w+[ -]){0,4}(?:photo|picture|image|photograph|frame grab|video grab|still)"
    r" (?:taken|released|provided|made|from|posted|shared|by|on|grabbed|supplied)\b.{0,160}$",
    re.IGNORECASE,
)
# "The envoy, second from left, speaks with ...": only a caption tells where in the picture somebody stands.
_PLACED = re.compile(
    r"(?:, ?|\()(?:(?:second|third|fourth|fifth|far|top|bottom|center|centre|front|back)[ -])*"
    r"(?:from )?(?:the )?(?:left|right|center|centre)(?:, ?|\))"
)
_SHOWING = re.compile(
    r"\b(?:speaks?|attends?|arrives?|walks?|shakes? hands|meets?|looks?|gestures?|poses?|"
    r"listens?|stands?|sits?|waves?)\b"
)
_LABEL = re.compile(
    r"(?:photo|image|picture|video|credit|caption|photo credit|image credit|enlarge this image)s?:?", re.IGNORECASE
)
_CREDIT = re.compile(
    rf"(?:{_HOLDER}/[A-Z][\w.' -]{{2,50}}|[A-Z][\w.'-]+(?: [\w.'-]+){{0,3}} ?/ ?(?:\w+/)?{_HOLDER}(?: Images)?"
    rf"|(?:photo(?:graph)?|image|picture|credit)s? ?(?:by|:) ?[A-Z].{{2,60}}|[A-Z][\w.'-]+(?: "
    rf"[\w.'-]+){{1,3}} for [A-Z][\w' ]{{2,40}})",
)
# The longest caption in 1,651 articles has 388 characters; a longer line is a paragraph, whatever it ends in.
_LONGEST = 420


def without_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with captions, their labels ("Photo") and their credits cut."""
    found = list(pieces)
    for index, piece in enumerate(found):
        if piece.role is None and _is_caption(piece.plain):
            found[index] = piece.be("cut", "caption")
    return _without_labelled(found)


def _is_caption(text: str) -> bool:
    """Whether a line says itself that it stands under a picture. Quoted words are a story's, not a caption's."""
    if len(text) > _LONGEST or _quotes(text):
        return False
    if _PLACED.search(text) and _SHOWING.search(text) and not re.search(r"\b(?:said|says|told)\b", text):
        return True
    return bool(_SIGNED.search(text) or _SHOWN.match(text) or _IN_THIS.search(text))


def _quotes(text: str) -> bool:
    """Whether a line quotes somebody: from four words on, since captions quote a name or a slogan too."""
    return any(len(quote.split()) > 4 for quote in re.findall(r'"([^"]+)"', text)) or text.startswith('"')


def _without_labelled(pieces: Sequence[Piece]) -> list[Piece]:
    """Cuts "Photo" and "Credit" lines, what stands between them, and the line above a picture's credit at the top."""
    found = list(pieces)
    for index, piece in enumerate(found):
        if piece.role not in (None, "cut"):
            continue
        if _LABEL.fullmatch(piece.plain):
            found[index] = piece.be("cut", "caption")
        elif len(piece.text) <= 90 and _CREDIT.fullmatch(piece.plain):
            found[index] = piece.be("cut", "caption")
            _cut_above(found, index)
    return found


def _cut_above(found: list[Piece], index: int) -> None:
    """Cuts the caption above a picture's credit: between the two labels, or first on the page but for the title."""
    above = [i for i in range(index - 1, -1, -1) if found[i].role is None or not _LABEL.fullmatch(found[i].plain)]
    if not above:
        return
    at = above[0]
    labelled = at > 0 and bool(_LABEL.fullmatch(found[at - 1].plain))
    first = all(piece.role is not None for piece in found[:at]) and found[at].text.endswith(".")
    if found[at].role is None and len(found[at].text) <= _LONGEST and (labelled or first):
        found[at] = found[at].be("cut", "caption")
