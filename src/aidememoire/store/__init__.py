"""The record on disk."""

from aidememoire.store.moment import Held, Moment
from aidememoire.store.reader import Reader
from aidememoire.store.record import Record, open_record
from aidememoire.store.search import Found, Hit, Search
from aidememoire.store.writer import Writer

__all__ = ["Found", "Held", "Hit", "Moment", "Reader", "Record", "Search", "Writer", "open_record"]
