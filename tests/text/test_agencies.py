from __future__ import annotations

import pytest

from aidememoire.text.agencies import credited, listed, merged, spoken_to


def test_credited_names_are_agencies_but_not_outlets_nor_desks() -> None:
    assert credited(["Agence France-Presse", "Meridian Press", "CNN", "Calder Courier", "Staff"]) == (
        "AFP",
        "Meridian Press",
    )


def test_of_a_source_line_only_agencies_count() -> None:
    assert listed(["Isle Broadcasting", "Upland Coalition", "Meridian Press", "AP"]) == ("Meridian Press", "AP")


def test_initials_beside_the_full_name_are_the_same_agency() -> None:
    assert merged(["MP", "Meridian Press"]) == ("Meridian Press",)


@pytest.mark.parametrize(
    ("body", "agencies"),
    [
        ("“We will come,” Verhane told AFP.", ("AFP",)),
        ("Verhane, speaking to AFP news agency, said so.", ("AFP",)),
        ("Verhane told the Meridian news agency that they would come.", ("Meridian",)),
        ("Verhane told Meridian Press on Tuesday.", ("Meridian Press",)),
        ("The talks were rattled, reports Meridian Press.", ("Meridian Press",)),
        ("The talks were rattled, Reuters reported.", ("Reuters",)),
        ("Reuters could not independently verify the claim.", ("Reuters",)),
        ("Solvane told Tass they would come.", ("TASS",)),
        ("The lorries had passed, KCNA reported.", ()),
        ("The lorries had passed, the state news agency Marn Press reported.", ()),
        ("Verhane told the Northern Standard.", ()),
        ("Verhane told Petra to come.", ()),
        ("Verhane told the Upland Press Club.", ()),
        ("The Calder Courier reported it.", ()),
    ],
)
def test_the_body_tells_whom_it_is_from(body: str, agencies: tuple[str, ...]) -> None:
    assert spoken_to(body, ()) == agencies


def test_beside_a_credited_agency_a_report_cited_counts_for_nothing() -> None:
    body = "The lorries had passed, AP reported. Solvane told Tass so. Verhane told AFP so."
    assert spoken_to(body, ("Reuters",)) == ("AFP",)
