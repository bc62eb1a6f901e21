"""The text of a web page's source: its byte order mark, what it says of itself, and else its bytes."""

from __future__ import annotations

import codecs
import re

from aidememoire.intake.decoding import codec_of, decoded
from aidememoire.intake.refusals import RefusedError

# Browsers look at the first 1,024 bytes; some newsroom systems put kilobytes of scripts before the declaration.
_DECLARATION_WITHIN = 8192
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)"
    rb"|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9_:.\-]+)",
    re.IGNORECASE,
)
# Encodings that pages are written in and whose declaration tells more than the bytes do. "iso-8859-1" is not among
# them: it means Windows-1252 to every browser, which is what the bytes are taken for anyway.
_TRUSTED = re.compile(
    r"iso-?8859-?(?:[2-9]|1[0-6])|(?:windows-|cp)125[013-8]|koi8-[ru]|gbk|gb2312|gb18030|big5(?:-hkscs)?"
    r"|euc-(?:jp|kr)|shift_jis|iso-2022-jp|macintosh"
)


def decoded_page(data: bytes) -> str:
    """The decoded source of a page. Raises RefusedError where its bytes are no text.

    Bytes that are valid UTF-8 are UTF-8 whatever the page declares: text in another encoding is never valid by chance.
    """
    codec = codec_of((data,))
    if codec in ("cp1252", "latin-1"):
        try:
            return decoded(data, _declared(data) or codec)
        except RefusedError:
            return decoded(data, codec)
    return decoded(data, codec)


def _declared(data: bytes) -> str | None:
    """The codec that a page declares, None where it declares none that can be trusted."""
    match = _DECLARED.search(data, 0, _DECLARATION_WITHIN)
    if not match:
        return None
    label = (match[1] or match[2]).decode("ascii").lower()
    if not _TRUSTED.fullmatch(label):
        return None
    return codecs.lookup("mac-roman" if label == "macintosh" else label).name
