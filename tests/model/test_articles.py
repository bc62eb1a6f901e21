from aidememoire.model.articles import Article, Paragraph


def test_a_place_lies_in_a_paragraph_or_in_none() -> None:
    text = "One.  Two."
    paragraphs = (Paragraph(0, 4, "One.", "body"), Paragraph(6, 10, "Two.", "body"))
    article = Article(
        "a", "a", text, "", None, None, (), (), None, None, None, "en", None, False, (), (), paragraphs
    )  # fmt: skip
    assert [article.paragraph_at(place) for place in (0, 3, 4, 5, 6, 9, 10)] == [0, 0, -1, -1, 1, 1, -1]
