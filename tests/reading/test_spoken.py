from collections.abc import Callable

from aidememoire.model.articles import Article
from aidememoire.model.reading import Attribution
from aidememoire.reading.linking import Linked
from aidememoire.reading.parse import Parse
from aidememoire.reading.quotations import quotations
from aidememoire.reading.sentences import sentences
from aidememoire.reading.spoken import spoken
from aidememoire.reading.words import word_spans

MakeArticle = Callable[..., Article]
TEXT = "“No,” Verhane told MP, “not now.” Solvane did not say he would leave, VNA reported.\n“Nor will I go.”"


def read(make_article: MakeArticle, *attributions: Linked) -> tuple[Attribution, ...]:
    article = make_article(TEXT)
    words = tuple(word_spans(TEXT))
    n = len(words)
    parse = Parse(words, (0,), ("VERB",) * n, ("x",) * n, (-1,) * n, ("root",) * n, (), (), attributions)
    return spoken(article, parse, quotations(article), sentences(article))


def at(part: str) -> tuple[int, int]:
    start = TEXT.index(part)
    inside = [i for i, (a, b) in enumerate(word_spans(TEXT)) if start <= a and b <= start + len(part)]
    return inside[0], inside[-1] + 1


def test_the_parts_of_an_attribution_are_slices_of_the_text(make_article: MakeArticle) -> None:
    linked = Linked((at("“No,”"), at("“not now.”")), at("told"), at("Verhane"), at("MP"), None, "reject", inner=False)
    (found,) = read(make_article, linked)
    assert [c.text for c in found.contents] == ["“No,”", "“not now.”"]
    assert [s and s.text for s in (found.source, found.cue, found.addressee, found.via)] == [
        "Verhane",
        "told",
        "MP",
        None,
    ]
    assert (found.act, found.negated) == ("reject", False)
    assert TEXT[found.contents[1].start : found.contents[1].end] == "“not now.”"


def test_a_cue_that_is_denied_is_marked_and_what_another_reports_is_left_to_him(make_article: MakeArticle) -> None:
    outer = Linked((at("he would leave"),), at("did not say"), at("Solvane"), None, at("VNA"), "assert", inner=False)
    inner = Linked((at("leave"),), at("would"), at("he would"), None, None, "intend", inner=True)
    (found,) = read(make_article, inner, outer)
    assert found.negated
    assert found.via is not None
    assert found.via.text == "VNA"


def test_attributions_come_in_the_order_of_their_contents(make_article: MakeArticle) -> None:
    late = Linked((at("he would leave"),), None, at("Solvane"), None, None, "assert", inner=False)
    early = Linked((at("“No,”"),), at("told"), at("Verhane"), None, None, "assert", inner=False)
    assert [a.contents[0].text for a in read(make_article, late, early)] == ["“No,”", "he would leave"]


def test_a_quotation_that_is_nearly_whole_gets_its_rest_and_its_marks(make_article: MakeArticle) -> None:
    linked = Linked((at("not now"),), at("told"), at("Verhane"), None, None, "reject", inner=False)
    (found,) = read(make_article, linked)
    assert [c.text for c in found.contents] == ["“not now.”"]


def test_a_paragraph_of_quotations_away_from_its_cue_stands_alone(make_article: MakeArticle) -> None:
    linked = Linked((at("“No,”"), at("“Nor will I go.”")), at("told"), at("Verhane"), None, None, "reject", inner=False)
    near, away = read(make_article, linked)
    assert ([c.text for c in near.contents], near.source and near.source.text) == (["“No,”"], "Verhane")
    assert ([c.text for c in away.contents], away.source, away.cue) == (["“Nor will I go.”"], None, None)


LONG = "Envoy Ilse Verhane received the chief negotiator, Petar Solvane, at the lake, her office said."


def _long(make_article: MakeArticle, text: str, content: str) -> list[str]:
    article, words = make_article(text), tuple(word_spans(text))

    def place(part: str) -> tuple[int, int]:
        start = text.index(part)
        inside = [i for i, (a, b) in enumerate(words) if start <= a and b <= start + len(part)]
        return inside[0], inside[-1] + 1

    linked = Linked((place(content),), place("said"), place("her office"), None, None, "assert", inner=False)
    n = len(words)
    parse = Parse(words, (0,), ("VERB",) * n, ("x",) * n, (-1,) * n, ("root",) * n, (), (), (linked,))
    return [a.contents[0].text for a in spoken(article, parse, quotations(article), sentences(article))]


def test_what_is_reported_before_its_cue_begins_with_its_sentence(make_article: MakeArticle) -> None:
    whole = "Envoy Ilse Verhane received the chief negotiator, Petar Solvane, at the lake"
    assert _long(make_article, LONG, "Petar Solvane, at the lake") == [whole]
    short = "In the morning, Petar Solvane came, her office said."
    assert _long(make_article, short, "Petar Solvane came") == ["Petar Solvane came"]
    small = LONG.replace("Petar Solvane", "a man of few words")
    assert _long(make_article, small, "a man of few words, at the lake") == ["a man of few words, at the lake"]


def test_words_with_anothers_cue_between_are_two_attributions(make_article: MakeArticle) -> None:
    mine = Linked((at("“No,”"), at("he would leave")), at("told"), at("Verhane"), None, None, "assert", inner=False)
    other = Linked((at("“not now.”"),), at("did not say"), at("Solvane"), None, None, "assert", inner=False)
    found = read(make_article, mine, other)
    assert [[c.text for c in a.contents] for a in found] == [["“No,”"], ["“not now.”"], ["he would leave"]]
    assert [a.source and a.source.text for a in found] == ["Verhane", "Solvane", "Verhane"]


def test_a_condition_belongs_to_what_is_said_on_it(make_article: MakeArticle) -> None:
    text = "Last week her office said they would come, but only if the road was open. Fog lay on it."
    assert _long(make_article, text, "they would come") == ["they would come, but only if the road was open"]
    until = "Last week her office said they would come, until the road was shut."
    assert _long(make_article, until, "they would come") == ["they would come"]
    alone = "Last week her office said they would come."
    assert _long(make_article, alone + " If they can.", alone[26:]) == [alone[26:]]
