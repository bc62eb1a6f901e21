"""Every error that a user can see. Each says what was wrong and what to do, and the command line prints just that."""

from __future__ import annotations


class AideMemoireError(Exception):
    """Something a user can mend: `what` was wrong (naming the file, line or id), and the `remedy`."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}; {self.remedy}" if self.remedy else self.what


class NothingToReadError(AideMemoireError):
    """No path that was given holds an article."""


class RecordError(AideMemoireError):
    """A record file that is missing, belongs to another program, is newer than this program, or can't be written."""


class ActorError(AideMemoireError):
    """Words that name no actor of a record, or several, or a decision on actors that says nothing."""


class ReviewError(AideMemoireError):
    """A word on a fact that can't be kept: on none that the record has, or one that says nothing."""


class DayError(AideMemoireError):
    """Words that are no day."""
