from dataclasses import replace

import pytest

from aidememoire.model.articles import Article, Paragraph, PublishedHow
from aidememoire.model.facts import Figure
from aidememoire.model.joined import FigureGroup
from aidememoire.model.lineage import Lineage, Relation, Story
from aidememoire.model.reading import Bound
from aidememoire.model.spans import Span
from aidememoire.model.when import When
from aidememoire.record.figures import figure_groups


def article(name: str, published: str | None) -> Article:
    how: PublishedHow | None = "given" if published else None
    return Article(name, name, "", "", None, None, (), (), published, how, None, None, None, False, (), (), ())


def figure(where: str, value: float, bound: Bound = "exactly", subject: str = "killed in the war") -> Figure:
    return Figure(f"{where}-{value}", where, subject, "people", value, None, None, bound, None, None, Span(0, 3, "abc"))


def status(*told: tuple[str, float, Bound], wire: bool = False) -> str:
    days = sorted({d for d, _, _ in told})
    articles = {d: article(d, d) for d in days}
    relation: Relation = "wire" if wire else "none"
    related = [Lineage("x", days[0], days[-1], relation, 1, 1, "unknown", None, (), (), "")]
    (group,) = figure_groups([figure(d, v, b) for d, v, b in told], articles, related, [])
    return group.status


def test_one_number_twice_is_the_same() -> None:
    assert status(("2031-03-02", 12, "exactly"), ("2031-03-03", 12, "exactly")) == "same"


def test_bounds_that_overlap_are_compatible() -> None:
    assert status(("2031-03-02", 300, "more than"), ("2031-03-03", 320, "exactly")) == "compatible"


def test_later_and_higher_is_growth() -> None:
    assert status(("2031-03-02", 12, "exactly"), ("2031-03-04", 31, "exactly")) == "growth"


def test_later_and_lower_is_conflict() -> None:
    assert status(("2031-03-02", 31, "exactly"), ("2031-03-04", 12, "exactly")) == "conflict"


def test_within_one_wire_story_a_higher_number_is_conflict() -> None:
    assert status(("2031-03-02", 12, "exactly"), ("2031-03-03", 31, "exactly"), wire=True) == "conflict"


def test_growth_with_one_that_does_not_fit_is_both() -> None:
    told: list[tuple[str, float, Bound]] = [
        ("2031-03-02", 12, "exactly"),
        ("2031-03-03", 31, "exactly"),
        ("2031-03-04", 7, "exactly"),
    ]
    assert status(*told) == "growth and conflict"


def test_a_figure_alone_is_no_group_and_subjects_stay_apart() -> None:
    articles = {"a": article("a", None), "b": article("b", None)}
    assert figure_groups([figure("a", 3), figure("b", 9, subject="prisoners released")], articles, [], []) == ()


def tells(where: str, published: str, *sentences: tuple[str, float, str | None, str]) -> tuple[Article, list[Figure]]:
    """An article, a sentence a figure: (words, value, speaker, day)."""
    text = " ".join(words for words, *_ in sentences)
    story = replace(article(where, published), text=text, paragraphs=(Paragraph(0, len(text), text, "body"),))
    figures = []
    for words, value, speaker, day in sentences:
        start = text.index(words)
        when = When(day, day) if day else None
        evidence = Span(start, start + len(words), words)
        figures.append(
            Figure(f"{where}-{value}", where, "killed", None, value, None, None, "exactly", when, speaker, evidence)
        )
    return story, figures


def groups(*articles: tuple[Article, list[Figure]], one_story: bool = True) -> list[FigureGroup]:
    story = Story("s", tuple(a.id for a, _ in articles), None, None, None, None)
    known = {a.id: a for a, _ in articles}
    return list(figure_groups([f for _, of in articles for f in of], known, [], [story] if one_story else []))


SHELLED = "people were killed when the market of Halvet was shelled from the ridge"
MINED = "people were killed when a mine blew up a ferry near Brenmark"


def test_two_attacks_in_one_article_do_not_contradict_each_other() -> None:
    assert groups(tells("a", "2031-05-06", (f"12 {SHELLED}.", 12, None, ""), (f"3 {MINED}.", 3, None, ""))) == []


def test_two_speakers_of_one_article_do() -> None:
    (group,) = groups(
        tells("a", "2031-05-06", (f"12 {SHELLED}.", 12, "army", ""), (f"30 {SHELLED} too.", 30, "mayor", ""))
    )
    assert group.status == "conflict"


def test_articles_of_no_one_story_count_nothing_together() -> None:
    one = tells("a", "2031-05-06", (f"12 {SHELLED}.", 12, None, ""))
    other = tells("b", "2031-05-07", (f"30 {SHELLED}.", 30, None, ""))
    assert groups(one, other, one_story=False) == []
    assert [g.status for g in groups(one, other)] == ["growth"]


def test_an_article_of_many_attacks_contradicts_nobody() -> None:
    many = [(f"{n} {SHELLED}.", n, "", "") for n in (3, 5, 8, 11)]
    one = tells("a", "2031-05-06", *((text, n, None, day) for text, n, _, day in many))
    assert groups(one, tells("b", "2031-05-06", (f"12 {SHELLED}.", 12, None, ""))) == []
    assert [len(g.members) for g in groups(one, tells("b", "2031-05-06", (f"11 {SHELLED}.", 11, None, "")))] == [2]


def test_what_one_article_tells_apart_meets_through_no_third() -> None:
    apart = tells("a", "2031-05-06", (f"12 {SHELLED}.", 12, None, ""), (f"3 {MINED}.", 3, None, ""))
    third = tells("b", "2031-05-06", (f"12 {SHELLED}, and {MINED}.", 12, None, ""), (f"3 {MINED}.", 3, None, ""))
    found = groups(apart, third)
    assert sorted(sorted(m.text[:2].strip() for m in g.members) for g in found) == [["12", "12"], ["3", "3"]]


def test_each_figure_meets_its_nearest_in_another_article() -> None:
    one = tells("a", "2031-05-06", (f"12 {SHELLED}.", 12, None, ""), ("x " * 200 + f"3 {MINED}.", 3, None, ""))
    other = tells("b", "2031-05-07", (f"17 {SHELLED}.", 17, None, ""))
    (group,) = groups(one, other)
    assert [m.figure for m in group.members] == ["a-12", "b-17"]
    assert group.status == "growth"


@pytest.mark.parametrize(
    ("mine", "theirs", "day", "other_day"),
    [
        ("12 people were killed", "5 children were killed", "", ""),
        ("12 people were killed", "Another 5 people were killed", "", ""),
        ("12 people were killed", "5 people were killed", "2031-05-06", "2031-05-05"),
        ("12 people were killed", "900 people were killed", "", "2029"),
    ],
)
def test_what_is_counted_must_be_one(mine: str, theirs: str, day: str, other_day: str) -> None:
    where = " in the market of Halvet by guns on the ridge"
    one = tells("a", "2031-05-06", (mine + where, 12, None, day))
    assert groups(one, tells("b", "2031-05-07", (theirs + where, 5, None, other_day))) == []
    assert len(groups(one, tells("b", "2031-05-07", (mine.replace("12", "5") + where, 5, None, day)))) == 1


def test_counts_of_two_places_are_of_two_happenings_and_what_is_only_expected_contradicts_nothing() -> None:
    one, mine = tells("a", "2031-05-06", (f"12 {SHELLED}.", 12, None, ""))
    other, theirs = tells("b", "2031-05-07", (f"30 {SHELLED}.", 30, None, ""))

    def placed(here: str | None, there: str | None, subject: str = "killed") -> list[str]:
        figures = [replace(mine[0], place=here, subject=subject), replace(theirs[0], place=there, subject=subject)]
        return [g.status for g in groups((one, figures[:1]), (other, figures[1:]))]

    assert placed("Halvet", "the town of Halvet") == placed("Halvet", None) == ["growth"]
    assert placed("Halvet", "Port Sennic") == []
    assert placed("Halvet", "Halvet", "displaced, expected") == []
