"""What long work tells of its way."""

from __future__ import annotations

from aidememoire.model.articles import Skipped


class Progress:
    """What a build tells of its way; this one stays silent."""

    def stage(self, name: str) -> None:
        """A stage begins."""

    def step(self, what: str) -> None:
        """One article is done."""

    def skipped(self, item: Skipped) -> None:
        """Something could not be read."""
