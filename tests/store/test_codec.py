from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article
from aidememoire.model.joined import FigureGroup
from aidememoire.model.spans import Span
from aidememoire.store.codec import FACTS, LINKS, decode, encode, kind_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@st.composite
def _span_like(draw: st.DrawFn, cls: type[Any]) -> Any:
    start = draw(st.integers(0, 10**7))
    text = draw(TEXT)
    return cls(start, start + len(text), text)


@pytest.mark.parametrize("cls", [Article, *FACTS, *LINKS], ids=kind_of)
def test_every_kind_comes_back_as_it_was(cls: type[Any]) -> None:
    @given(obj=st.from_type(cls))
    def round_trip(obj: Any) -> None:
        data = encode(obj)
        assert decode(kind_of(cls), data) == obj
        assert encode(decode(kind_of(cls), data)) == data

    round_trip()


st.register_type_strategy(Span, _span_like(Span))
st.register_type_strategy(str, TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def test_kinds_are_named_as_exports_name_them() -> None:
    assert [kind_of(cls) for cls in FACTS[:3]] == ["party", "time", "statement"]
    assert kind_of(FigureGroup) == "figure_group"


def test_a_kind_is_not_read_as_another() -> None:
    span = Span(0, 1, "a")
    with pytest.raises(msgspec.DecodeError):
        decode("figure_group", msgspec.json.encode(span))
