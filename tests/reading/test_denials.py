import pytest

from aidememoire.model.reading import Attribution, Name
from aidememoire.model.spans import Span
from aidememoire.reading.denials import with_denials


def at(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("rest", "who", "cue"),
    [
        (", an accusation denied by Kestria.", "Kestria", "denied"),
        (", a charge that the council swiftly rejected.", "the council", "rejected"),
        (" – a claim Kestria has repeatedly dismissed.", "Kestria", "dismissed"),
        (", a report which Kestria published.", None, None),
        (", Kestria said.", None, None),
    ],
)
def test_a_claim_that_another_denies_is_his_denial_too(rest: str, who: str | None, cue: str | None) -> None:
    text = f"Verhane said guns were hidden in Halvet{rest}"
    claim = Attribution((at(text, "guns were hidden in Halvet"),), at(text, "Verhane"), at(text, "said"), act="accuse")
    names = [Name(at(text, n), "organization") for n in ("Kestria", "council") if n in text]
    found = with_denials(text, (claim,), names)
    assert found[0] == claim
    assert [(a.source and a.source.text, a.cue and a.cue.text, a.act) for a in found[1:]] == (
        [(who, cue, "deny")] if who else []
    )
    assert all(a.contents == claim.contents for a in found)


@pytest.mark.parametrize(
    "rest",
    [", an accusation denied by Kestria", ", a charge that Kestria swiftly rejected", ", a claim Kestria denied"],
)
def test_a_claim_ends_where_its_denial_is_told(rest: str) -> None:
    text = f"Verhane said guns were hidden in Halvet{rest}."
    claim = Attribution((at(text, f"guns were hidden in Halvet{rest}"),), at(text, "Verhane"), at(text, "said"))
    found = with_denials(text, (claim,), [Name(at(text, "Kestria"), "government")])
    assert [(a.source and a.source.text, a.contents[0].text) for a in found] == [
        ("Verhane", "guns were hidden in Halvet"),
        ("Kestria", "guns were hidden in Halvet"),
    ]
