from aidememoire.model.articles import Article, PublishedHow
from aidememoire.model.facts import Figure
from aidememoire.model.links import Lineage, Relation
from aidememoire.model.reading import Bound
from aidememoire.model.spans import Span
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
