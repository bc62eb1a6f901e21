"""The demo: invented coverage of an invented peace process, and what a careful reader finds in it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def coverage_path() -> Path:
    """The folder of the demo's coverage: web pages, plain texts, a JSONL and a CSV file.

    The package is always unpacked on disk, so this is a plain folder that intake can be pointed at.
    """
    return _folder("coverage")


def gold_path() -> Path:
    """The folder of the demo's hand annotation: a YAML file an article, `across.yaml` and `lineage.tsv`."""
    return _folder("gold")


def _folder(name: str) -> Path:
    return Path(str(files("aidememoire.demo") / name))
