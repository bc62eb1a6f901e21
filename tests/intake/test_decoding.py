from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aidememoire.intake.decoding import codec_of, decoded
from aidememoire.intake.refusals import RefusedError

PROSE = "“We have not failed,” said Béla Ørn – in Orlune."


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (PROSE.encode(), "utf-8"),
        (PROSE.encode("utf-8-sig"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + PROSE.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + PROSE.encode("utf-32-le"), "utf-32"),
        (PROSE.encode("utf-16-le"), "utf-16-le"),
        (PROSE.encode("utf-16-be"), "utf-16-be"),
        (PROSE.encode("cp1252"), "cp1252"),
        ("Béla Ørn \x81".encode("latin-1"), "latin-1"),
        (b"plain", "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(data: bytes, codec: str) -> None:
    assert codec_of((data,)) == codec


def test_every_encoding_gives_the_same_text() -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        assert decoded(PROSE.encode(codec)) == PROSE


def test_a_damaged_utf8_text_keeps_what_is_whole() -> None:
    assert decoded("Béla Ørn said “no”".encode() + b"\xe2\x80") == "Béla Ørn said “no”\ufffd"


def test_a_replacement_character_in_utf8_is_no_damage() -> None:
    assert decoded("a \ufffd b".encode()) == "a \ufffd b"


def test_broken_utf16_is_refused() -> None:
    with pytest.raises(RefusedError, match="damaged"):
        decoded(codecs.BOM_UTF16_LE + b"a\x00b")


@given(st.text(), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_always_decides(text: str, codec: str) -> None:
    # UTF-16 that begins with a NUL looks like UTF-32, and would be refused anyway.
    assume(not text.startswith(("\ufeff", "\x00")))
    assert decoded(text.encode(codec)) == text


@given(st.text())
def test_utf8_without_nuls_comes_back(text: str) -> None:
    assume("\x00" not in text and not text.startswith("\ufeff"))
    assert decoded(text.encode()) == text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0xFF), min_size=1), st.sampled_from(["le", "be"]))
def test_utf16_of_latin_letters_comes_back(text: str, order: str) -> None:
    text = f"The talks in Orlune went on: {text}"
    assert decoded(text.encode(f"utf-16-{order}")) == text


@given(st.text(st.characters(codec="cp1252", exclude_characters="\x00")))
def test_windows_1252_comes_back_where_it_is_not_utf8(text: str) -> None:
    data = text.encode("cp1252")
    assume(_no_utf8_in(data))
    assert decoded(data) == text


@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0xFF)))
def test_latin_1_comes_back_where_it_is_not_utf8(text: str) -> None:
    data = b"caf\xe9 " + text.encode("latin-1")
    assume(_no_utf8_in(data))
    assert decoded(data) == f"café {text}"


@given(st.binary(max_size=300), st.integers(1, 50))
def test_chunks_make_no_difference(data: bytes, size: int) -> None:
    chunks = [data[i : i + size] for i in range(0, len(data), size)]
    assume(size >= 4)  # a byte order mark lies in the first chunk
    assert codec_of(chunks) == codec_of((data,))


def _no_utf8_in(data: bytes) -> bool:
    """Whether no run of the bytes could be meant as UTF-8 beyond ASCII."""
    return data.decode("utf-8", "ignore").isascii() and not data.isascii()
