"""The record on disk."""

from aidememoire.store.moment import Held, Moment
from aidememoire.store.reader import Reader
from aidememoire.store.record import Record, open_record
from aidememoire.store.writer import Writer

__all__ = ["Held", "Moment", "Reader", "Record", "Writer", "open_record"]
