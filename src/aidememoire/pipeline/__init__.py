"""The stages in order: the only place where they meet the store."""

from aidememoire.pipeline.building import Built, build
from aidememoire.pipeline.days import as_of
from aidememoire.pipeline.one import read
from aidememoire.pipeline.progress import Progress
from aidememoire.pipeline.versions import article_id, linker_version, reader_version, version_for
from aidememoire.pipeline.words import decide, forget, rejoin, review, roll_of

__all__ = [
    "Built",
    "Progress",
    "article_id",
    "as_of",
    "build",
    "decide",
    "forget",
    "linker_version",
    "read",
    "reader_version",
    "rejoin",
    "review",
    "roll_of",
    "version_for",
]
