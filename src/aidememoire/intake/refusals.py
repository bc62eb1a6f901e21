"""What intake raises inside itself where something cannot be read; at its edge it becomes a `Skipped`."""

from __future__ import annotations

from aidememoire.model.articles import Skipped

AS_TEXT = "save it as plain text (UTF-8) or as a web page"


class RefusedError(Exception):
    """A file or row that is refused: the `reason`, and the `remedy` where there is one."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy

    def at(self, where: str) -> Skipped:
        """The refusal as the outside world sees it."""
        return Skipped(where, self.reason, self.remedy)


def refused_by_system(error: OSError, where: str) -> Skipped:
    """A file that the operating system would not give us, in its own words ("Permission denied")."""
    said = error.strerror or type(error).__name__
    return Skipped(where, f"could not be read: {said}", "check that it exists and that you may read it")
