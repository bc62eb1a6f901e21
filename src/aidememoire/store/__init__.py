"""The record on disk."""

from aidememoire.store.reader import Reader
from aidememoire.store.record import Record, open_record
from aidememoire.store.writer import Writer

__all__ = ["Reader", "Record", "Writer", "open_record"]
