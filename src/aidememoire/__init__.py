"""Aide-Mémoire reads the press coverage of a peace process and keeps the record of it."""

__version__ = "0.1.0"
