from __future__ import annotations

from aidememoire.text.outlets import holder_of, outlet_of


def test_a_source_line_names_the_outlet_before_its_agencies() -> None:
    assert outlet_of(["Source: Isle Broadcasting, News Agencies"], None, None, None, []) == "Isle Broadcasting"
    assert outlet_of(["Source: AFP"], None, None, None, []) is None


def test_a_label_counts_only_where_a_notice_names_it_again() -> None:
    assert outlet_of([], None, "Upland Hour", None, ["Posted by Upland Hour staff"]) == "Upland Hour"
    assert outlet_of([], None, "Upland Hour", None, ["Upland Hour:", "Share this"]) is None


def test_a_copyright_notice_names_its_holder() -> None:
    assert holder_of(["© 2031 Global Ledger Ltd. All rights reserved."]) == "Global Ledger"
    assert outlet_of([], None, None, None, ["© Dravik Herald. All rights reserved."]) == "Dravik Herald"
    assert outlet_of([], None, None, None, ["Copyright 2031 The Associated Press. All rights reserved."]) is None
