from __future__ import annotations

from aidememoire.text.pieces import ends_sentence, pieces


def test_lines_are_trimmed_pieces_and_blank_lines_are_gaps() -> None:
    found = pieces("\ufeffTalks open\r\n  They came. \n\n\u00a0\nThey left.")
    assert [(piece.text, piece.gap) for piece in found] == [
        ("\ufeffTalks open", True),
        ("They came.", False),
        ("They left.", True),
    ]


def test_hard_wrapped_paragraphs_are_one_piece() -> None:
    one = (
        "The fourth round of the talks on the war in Varenia opened in\n"
        "Lugarno on Tuesday, a day later than had been planned by the\n"
        "envoy, who met both of the delegations apart."
    )
    two = (
        "The rebels want their sick prisoners freed before they speak of\n"
        "anything else, their spokeswoman said to the reporters who had\n"
        "waited in the rain."
    )
    assert [piece.text for piece in pieces(f"{one}\n\n{two}\n")] == [one, two]


def test_a_sentence_may_end_in_a_quotation_mark_or_bracket() -> None:
    assert ends_sentence("He said so.”")
    assert ends_sentence("(He said so.)")
    assert not ends_sentence("Bridge held")
