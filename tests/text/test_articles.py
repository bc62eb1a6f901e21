from __future__ import annotations

from collections.abc import Callable

from aidememoire.model.articles import Article, Document, Mark, Skipped
from aidememoire.model.ids import content_id
from aidememoire.text.articles import article_of, articles

Read = Callable[..., Article]


def of_kind(article: Article, kind: str) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind == kind]


def test_a_scraped_page_is_told_apart(read: Read) -> None:
    text = (
        "You are here\n\n"
        "Council weighs a boycott of Dravik, blames Kestria\n\n"
        "By Meridian - Mar 13,2031 - Last updated at Mar 14,2031\n\n"
        "The bridge at Tessaly Ford in the January floods (Meridian photo)\n\n"
        "ORLUNE/CALDER — The highland council said on Monday that it might stay at home this week.\n\n"
        "The spring session\n\n"
        'Commander Tomas Okrelo was plainer. "Nobody from the ford will board that bus," he told Meridian.\n\n'
        "The foreign ministry of Varenia answered that the bus would leave on time.\n\n"
        "up\n12 readers have voted.\n\nNewsletter\n\nGet our headlines sent to you each morning.\n\nPDF"
    )
    article = read(text)
    assert article.title == "Council weighs a boycott of Dravik, blames Kestria"
    assert (article.published, article.published_how) == ("2031-03-13", "stated")
    assert article.dateline == "ORLUNE/CALDER"
    assert article.agencies == ("Meridian",)
    assert of_kind(article, "body")[0] == "The highland council said on Monday that it might stay at home this week."
    assert of_kind(article, "subhead") == ["The spring session"]
    assert [(cut.text, cut.reason) for cut in article.boilerplate] == [
        ("You are here", "navigation"),
        ("The bridge at Tessaly Ford in the January floods (Meridian photo)", "caption"),
        ("up", "navigation"),
        ("12 readers have voted.", "votes"),
        ("Newsletter", "newsletter box"),
        ("Get our headlines sent to you each morning.", "newsletter box"),
        ("PDF", "navigation"),
    ]
    assert [span.text for span in article.credits] == ["By Meridian - Mar 13,2031 - Last updated at Mar 14,2031"]


def test_an_id_is_made_of_the_source_and_the_text(read: Read, lead: str) -> None:
    assert read(lead).id == content_id("article", "talks", lead)


def test_nothing_is_known_that_nobody_said(read: Read, lead: str) -> None:
    article = read(lead)
    unknown = (article.title, article.outlet, article.published, article.published_how, article.dateline)
    assert unknown == (None, None, None, None, None)
    assert (article.agencies, article.bylines, article.composite) == ((), (), False)


def test_a_date_in_the_story_is_not_its_date(read: Read, lead: str) -> None:
    article = read(
        f"{lead}\n\nThe war began on April 12, 2022, when troops fired on herders in the valley of the Marn."
    )
    assert article.published is None


def test_what_was_given_goes_before_what_is_stated(read: Read, lead: str) -> None:
    article = read(f"Talks open\n\n4 March 2031\n\n{lead}", published="2031-03-05", outlet="Northern Standard")
    assert (article.published, article.published_how) == ("2031-03-05", "given")
    assert article.outlet == "Northern Standard"


def test_a_given_title_is_found_in_the_text_and_cleaned(read: Read, lead: str) -> None:
    article = read(f"World\nTalks open in Lugarno\n\n{lead}", title="Talks open in Lugarno - Reuters")
    assert article.title == "Talks open in Lugarno"
    assert article.agencies == ("Reuters",)
    assert of_kind(article, "title") == ["Talks open in Lugarno"]
    assert [cut.text for cut in article.boilerplate] == ["World"]


def test_the_site_it_comes_from_tells_the_agency(read: Read, lead: str) -> None:
    article = read(lead, url="http://news.example.com/url?to=https://www.reuters.com/article/1")
    assert article.agencies == ("Reuters",)


def test_a_line_in_one_piece_loses_its_stamp_and_its_credit(read: Read, lead: str) -> None:
    article = read(f"Wed 05 Mar 2031 Talks open a day late. {lead} - REUTERS")
    assert of_kind(article, "body") == [f"Talks open a day late. {lead}"]
    assert article.published == "2031-03-05"
    assert article.agencies == ("Reuters",)


def test_the_words_of_a_correction_are_the_desk_s(read: Read, lead: str) -> None:
    article = read(f"{lead}\n(This version of the story corrects the day of the meeting in paragraph 2.)")
    assert [cut.reason for cut in article.boilerplate] == ["correction note"]


def test_the_times_of_a_running_story_are_kept_as_subheads(read: Read, lead: str) -> None:
    article = read(f"{lead}\n9:30 p.m.\nThe foreign minister of Kestria says the bridge will open on Monday.")
    assert of_kind(article, "subhead") == ["9:30 p.m."]


def test_a_text_in_another_language_is_skipped() -> None:
    french = (
        "La quatrième série de pourparlers sur la guerre en Varénie s'est ouverte mardi à Lugarno, avec un jour de "
        "retard, et l'envoyée a reçu les deux délégations séparément. Le gouvernement a rejeté les accusations des "
        "rebelles, qui exigent la libération des prisonniers malades avant toute discussion sur le désarmement."
    )
    found = article_of(Document("fr", french, "coverage/fr.txt"))
    assert found == Skipped("coverage/fr.txt", "its text is not English but 'fr'", "give an English version of it")


def test_a_short_text_is_kept_whatever_it_reads_as(read: Read) -> None:
    assert read("Dastan Solvane Verhane Okrelo Aldous: Orlune, Brenmark, Halvet, Tessaly Ford.").language is None


def test_a_page_without_a_story_is_skipped() -> None:
    found = list(articles([Document("empty", "You are here\n\nShare this\n\nComments are closed.", "empty.html")]))
    assert [str(skipped) for skipped in found] == [
        "empty.html: no story in it; give the article's own text, a paragraph a line"
    ]


def test_the_markup_of_a_page_decides_its_lines(lead: str) -> None:
    lines = ["Fair opens", "Talks open", "4 March 2031", lead, "The Marn in flood", "Why pears are late"]
    text = "\n".join(lines)
    roles = ["outside", "title", "date", "body", "caption", "related"]
    marks = tuple(
        Mark(text.index(line), text.index(line) + len(line), role) for line, role in zip(lines, roles, strict=True)
    )
    article = article_of(Document("page", text, "page.html", marks=marks))
    assert isinstance(article, Article)
    assert article.title == "Talks open"
    assert article.published == "2031-03-04"
    assert of_kind(article, "body") == [lead]
    assert [cut.reason for cut in article.boilerplate] == [
        "beside the story",
        "date line",
        "caption",
        "link to another story",
    ]


def test_prose_that_the_markup_puts_outside_is_kept(read: Read, lead: str) -> None:
    text = f"Talks open\n\n{lead}"
    mark = Mark(text.index(lead), len(text), "outside")
    article = article_of(Document("page", text, "page.html", marks=(mark,)))
    assert isinstance(article, Article)
    assert of_kind(article, "body") == [lead]


def test_an_outlet_s_label_before_its_lead(read: Read, lead: str) -> None:
    text = f"Talks open\n\nUpland Hour:\n\n{lead}\n\nThis article was posted by the Upland Hour newsroom."
    article = read(text)
    assert article.outlet == "Upland Hour"
    assert [cut.text for cut in article.boilerplate] == [
        "Upland Hour:",
        "This article was posted by the Upland Hour newsroom.",
    ]


def test_a_masthead_is_the_outlet_and_not_the_title(read: Read, lead: str) -> None:
    article = read(f"The Calder Courier\n\nTalks open a day late\n\nBy Ilse Falk in Lugarno\n\n{lead}")
    assert (article.outlet, article.title, article.bylines) == (
        "The Calder Courier",
        "Talks open a day late",
        ("Ilse Falk",),
    )


def test_an_alert_that_is_a_headline_alone_is_an_article() -> None:
    title = "ALERT: Shells hit market at Tessaly Ford, doctor says"
    (article,) = articles([Document("alert", title, "wire.jsonl:1", title=title)])
    assert isinstance(article, Article)
    assert [(p.kind, p.text) for p in article.paragraphs] == [("title", title)]
