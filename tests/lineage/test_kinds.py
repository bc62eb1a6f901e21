from __future__ import annotations

import pytest

from aidememoire.lineage.kinds import kind_of
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import Make


@pytest.mark.parametrize(
    ("mine", "theirs", "kind"),
    [
        ("about 300 guards", "nearly four hundred guards", "figure"),
        ("of the regime", "of the government", "naming"),
        ("by Meslan Verhane", "by Meslan Verhan", "naming"),
        ("their cautious answer", "their evasive answer", "wording"),
        ("the minister said on Sunday", "on Sunday", "attribution"),
        ("it was “a crime against the Marn”", "it was cruel", "quotation"),
    ],
)
def test_a_change_is_named_after_what_changed(make: Make, mine: str, theirs: str, kind: str) -> None:
    a, b = body_words(make("a", f"So {mine}")), body_words(make("b", f"So {theirs}"))
    assert kind_of(a, range(1, len(a)), b, range(1, len(b))) == kind
