from __future__ import annotations

from aidememoire.text.language import language_of


def test_too_short_a_text_is_what_it_was_given_as() -> None:
    assert language_of("Los rebeldes se fueron.") is None
    assert language_of("The rebels left.", "en-GB") == "en"


def test_english_with_many_foreign_names_is_english() -> None:
    assert language_of("Aurel Dastan and Ilse Verhane met the envoy of Kestria in Orlune. " * 5, "fr") == "en"


def test_another_language_is_told() -> None:
    assert language_of("Die Gespräche über den Krieg in Varenien haben am Dienstag in Lugarno begonnen. " * 4) == "de"


def test_another_script_is_told_however_short_the_text_is() -> None:
    assert language_of("政府周一表示，会谈将继续进行，双方代表将在周二会面。") == "zh"
    assert language_of("รัฐบาลกล่าวเมื่อวันจันทร์ว่าการเจรจาจะดำเนินต่อไป") == "th"


def test_english_may_be_given_by_its_name() -> None:
    assert [language_of("The rebels left.", given) for given in ("English", "eng", "en_US")] == ["en", "en", "en"]
