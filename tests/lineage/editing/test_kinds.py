from __future__ import annotations

import pytest

from aidememoire.lineage.editing.kinds import kind_of
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import made


@pytest.mark.parametrize(
    ("mine", "theirs", "kind"),
    [
        ("about 300 guards", "nearly four hundred guards", "figure"),
        ("of the regime", "of the government", "naming"),
        ("by Meslan Verhane", "by Meslan Verhan", "naming"),
        ("bandits", "freedom fighters", "naming"),
        ("their cautious answer", "their evasive answer", "wording"),
        ("the minister said on Sunday", "on Sunday", "attribution"),
        ("the report on Sunday", "on Sunday", "wording"),
        ("it was “a crime against the Marn”", "it was cruel", "quotation"),
    ],
)
def test_a_change_is_named_after_what_changed(mine: str, theirs: str, kind: str) -> None:
    a, b = body_words(made("a", f"So {mine}")), body_words(made("b", f"So {theirs}"))
    assert kind_of(a, range(1, len(a)), b, range(1, len(b))) == kind


def test_long_stretches_are_figure_only_where_one_thing_is_counted() -> None:
    one = "when the last lorry of the relief convoy came over the ridge at dawn it carried 40 sacks of flour"
    for other, kind in (("60 sacks", "figure"), ("60 guards", "wording")):
        a = body_words(made("a", one))
        b = body_words(
            made("b", f"nobody in the besieged town had eaten for a week and yet its people got {other} that day")
        )
        assert kind_of(a, range(len(a)), b, range(len(b))) == kind
