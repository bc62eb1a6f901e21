"""What the tests of intake share: a folder of real files, read as a user would have them read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aidememoire.intake.files import documents
from aidememoire.model.articles import Document, Skipped

Read = Callable[[str, str | bytes], list[Document | Skipped]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes one file (text as UTF-8) and gives what is read from it."""

    def written(name: str, content: str | bytes) -> list[Document | Skipped]:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(documents([file]))

    return written
