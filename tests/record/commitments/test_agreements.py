from __future__ import annotations

from dataclasses import replace

import pytest

from aidememoire.model.articles import Article, Paragraph
from aidememoire.model.facts import Agreement, AgreementKind, Term
from aidememoire.model.process import AgreementGroup
from aidememoire.model.spans import Span
from aidememoire.model.when import When
from aidememoire.record.commitments.agreements import agreement_groups


def article(name: str, day: str | None, text: str) -> Article:
    paragraphs = (Paragraph(0, len(text), text, "body"),)
    return Article(
        name,
        name,
        text,
        "",
        None,
        None,
        (),
        (),
        day,
        "given" if day else None,
        None,
        "en",
        None,
        False,
        (),
        (),
        paragraphs,
    )


def told(
    where: Article,
    what: str,
    day: str = "",
    kind: AgreementKind = "ceasefire",
    parties: tuple[str, ...] = (),
    at: int = 0,
) -> Agreement:
    when = When(day, day) if day else None
    evidence = Span.of(where.text, at, len(where.text))
    return Agreement(f"{where.id} {what} {day}", where.id, parties, None, what, kind, when, evidence)


def groups(*pairs: tuple[Article, Agreement]) -> tuple[AgreementGroup, ...]:
    articles = {a.id: a for a, _ in pairs}
    return agreement_groups([fact for _, fact in pairs], {"p-uhc": "uhc", "p-mvf": "mvf"}, articles, [])


MARN = "In Varenia the truce between Orlune and the Marn Valley Front holds in Halvet."
A, B = article("a", "2031-05-03", MARN), article("b", "2031-05-20", MARN)


def names(found: tuple[AgreementGroup, ...]) -> list[set[str]]:
    return sorted(({m.split()[0] for m in g.members} for g in found), key=sorted)


def test_two_tellings_of_one_day_are_one_instrument() -> None:
    (only,) = groups((A, told(A, "truce", "2031-05-01")), (B, told(B, "truce", "2031-05")))
    assert (only.kind, only.what, only.when) == ("ceasefire", "truce", When("2031-05-01", "2031-05-01"))
    assert (only.origins.low, only.origins.high) == (1, 2)


def test_two_days_are_two_instruments() -> None:
    found = groups((A, told(A, "truce", "2031-05-01")), (B, told(B, "truce", "2031-05-09")))
    assert names(found) == [{"a"}, {"b"}]


def test_the_truce_of_a_later_story_is_the_last_one_made_before_it() -> None:
    first, second = article("c", "2031-05-02", MARN), article("d", "2031-05-10", MARN)
    found = groups(
        (first, told(first, "truce", "2031-05-01")),
        (second, told(second, "truce", "2031-05-09")),
        (B, told(B, "truce")),
    )
    assert names(found) == [{"b", "d"}, {"c"}]


def test_an_undated_truce_is_none_that_was_made_after_it_was_printed() -> None:
    later = article("z", "2031-06-02", MARN)
    found = groups((A, told(A, "truce")), (later, told(later, "truce", "2031-06-01")))
    assert names(found) == [{"a"}, {"z"}]


def test_a_truce_of_another_country_stays_apart() -> None:
    other = article("o", "2031-05-21", "In Kestria the truce between Dravik and Northern Rovers holds.")
    found = groups((A, told(A, "truce", "2031-05-01")), (other, told(other, "truce")))
    assert names(found) == [{"a"}, {"o"}]


def test_a_local_truce_is_not_the_truce() -> None:
    local = article("l", "2031-05-04", "In Varenia Orlune and the Marn Valley Front agreed a local truce for Halvet.")
    found = groups(
        (A, told(A, "truce in Varenia", "2031-05-01")), (local, told(local, "truce for Halvet", "2031-05-01"))
    )
    assert names(found) == [{"a"}, {"l"}]


def test_a_truce_of_years_ago_is_not_last_weeks() -> None:
    old = article(
        "o", "2031-05-12", "In Varenia a three-year truce of Orlune and the Marn Valley Front in Halvet broke."
    )
    found = groups((A, told(A, "truce", "2031-05-01")), (old, told(old, "truce")))
    assert names(found) == [{"a"}, {"o"}]


@pytest.mark.parametrize(("mine", "theirs", "count"), [("1234", "1234", 1), ("1234", "1250", 2)])
def test_resolutions_are_one_by_their_number(mine: str, theirs: str, count: int) -> None:
    one, other = told(A, f"resolution {mine}", kind="resolution"), told(B, f"resolution {theirs}", kind="resolution")
    assert len(groups((A, one), (B, other))) == count


def test_the_deal_after_a_truce_in_one_article_is_that_truce() -> None:
    (only,) = groups((A, told(A, "truce", "2031-05-01")), (A, told(A, "deal", kind="other", at=20)))
    assert (only.kind, len(only.members)) == ("ceasefire", 2)


def test_a_named_deal_is_not_one_without_a_name() -> None:
    found = groups((A, told(A, "grain deal", "2031-05-01", "other")), (B, told(B, "deal", kind="other")))
    assert len(found) == 2


def test_parties_and_basis_are_those_of_all_members() -> None:
    one = replace(told(A, "truce", "2031-05-01", parties=("p-uhc",)), basis=True)
    (only,) = groups((A, one), (B, told(B, "truce", "2031-05-01", parties=("p-uhc", "p-mvf"))))
    assert (only.parties, only.basis) == (("uhc", "mvf"), True)


def test_the_order_of_what_is_given_changes_nothing() -> None:
    facts = [(A, told(A, "truce", "2031-05-01")), (B, told(B, "truce")), (B, told(B, "deal", kind="other"))]
    assert groups(*facts) == groups(*reversed(facts))


def test_a_truce_told_by_its_making_and_by_its_start_is_one() -> None:
    start = Term("starts", "May 9", When("May 9", "2031-05-09"), Span.of(A.text, 0, 8))
    made, begun = replace(told(A, "truce", "2031-05-01"), terms=(start,)), told(B, "truce", "2031-05-09")
    (only,) = groups((A, made), (B, begun))
    assert (len(only.members), only.terms) == (2, (start,))


def test_instruments_of_two_months_never_join() -> None:
    found = groups((A, told(A, "truce", "2031-04")), (B, told(B, "truce", "2031-05")))
    assert names(found) == [{"a"}, {"b"}]


def test_a_term_is_kept_once_in_the_words_of_the_first_story() -> None:
    first = Term("excludes", "the Front", None, Span.of(A.text, 0, 8))
    again = Term("excludes", "The Front", None, Span.of(B.text, 0, 8))
    one, other = (replace(told(a, "truce", "2031-05-01"), terms=(t,)) for a, t in ((A, first), (B, again)))
    (only,) = groups((B, other), (A, one))
    assert only.terms == (first,)


def test_a_truce_that_has_held_is_not_new() -> None:
    text = "In Varenia a truce that has held for weeks between Orlune and the Marn Valley Front in Halvet is at risk."
    later = article("h", "2031-05-28", text)
    (only,) = groups((A, told(A, "truce", "2031-05-01")), (later, told(later, "truce")))
    assert names((only,)) == [{"a", "h"}]
