"""What the tests do with a record wherever it is kept."""

from __future__ import annotations

from io import StringIO

from aidememoire.store import Place, open_record
from aidememoire.views.export import export
from tests.support import Sample


def save(sample: Sample, place: Place) -> Place:
    """Publish a sample at a place."""
    sample.save(place)  # type: ignore[arg-type]
    return place


def exported(place: Place) -> str:
    """The export of a record."""
    out = StringIO()
    with open_record(place).reader() as reader:
        export(reader, out)
    return out.getvalue()
