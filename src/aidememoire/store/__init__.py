"""The record, in a file or in a database."""

from aidememoire.store.address import Database, Place, place_of
from aidememoire.store.moment import Held, Moment
from aidememoire.store.reader import Reader
from aidememoire.store.record import Record, open_record
from aidememoire.store.search import Found, Hit, Search
from aidememoire.store.writer import Writer

__all__ = [
    "Database",
    "Found",
    "Held",
    "Hit",
    "Moment",
    "Place",
    "Reader",
    "Record",
    "Search",
    "Writer",
    "open_record",
    "place_of",
]
