from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Article, Document
from aidememoire.text.articles import article_of

LEAD = (
    "The fourth round of talks on the war in Varenia opened on Tuesday in Lugarno, a day later than planned, "
    "and the envoy of the Concord of Nations received both delegations apart."
)


@pytest.fixture
def read() -> Callable[..., Article]:
    """Makes the article of a text, with what is given beside it."""

    def make(text: str, **given: str | None) -> Article:
        found = article_of(Document("talks", text, "talks.txt", **given))  # type: ignore[arg-type]
        assert isinstance(found, Article), found
        return found

    return make


@pytest.fixture
def lead() -> str:
    return LEAD
