"""The documentation is run: each command in it works, and prints what it says."""

import re
import shlex
import shutil
import subprocess
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path

import pytest
import typer

from aidememoire import __version__
from aidememoire.views.cli import app
from eval.record import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (aidememoire .*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def commands_of(page: Path) -> list[tuple[str, str]]:
    return [pair for block in BLOCK.findall(page.read_text(encoding="utf-8")) for pair in COMMAND.findall(block)]


@pytest.mark.parametrize("page", [p for p in PAGES if commands_of(p)], ids=lambda p: p.name)
def test_each_command_of_a_page_prints_what_the_page_says(page: Path, tmp_path: Path) -> None:
    for command, wanted in commands_of(page):
        words = shlex.split(command)[1:]
        done = subprocess.run(
            [sys.executable, "-m", "aidememoire", *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env={"PATH": str(Path(shutil.which("env") or "").parent), "COLUMNS": "110", "NO_COLOR": "1"},
            check=False,
        )
        assert done.returncode in (0, 1), f"{command}: {done.stderr}"
        got = done.stdout + done.stderr
        assert OutputChecker().check_output(wanted, got, ELLIPSIS | NORMALIZE_WHITESPACE), f"{command} printed:\n{got}"


def figures(table: str) -> dict[str, tuple[int, int]]:
    rows = re.findall(r"^([a-z ]+?) +(\d+)/(\d+) +[\d.]+%$", table, re.MULTILINE)
    return {name: (int(right), int(wanted)) for name, right, wanted in rows}


def test_the_figures_of_the_readme_are_those_that_its_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"\$ python -m eval\.record\n(.*?)```", readme, re.DOTALL)
    main([])
    printed, told = figures(capsys.readouterr().out), figures(table)
    assert list(printed) == list(told)
    # Processors round differently, and a score near a boundary then falls on its other side: two in a measure at most.
    apart = {
        name: (told[name], right, wanted)
        for name, (right, wanted) in printed.items()
        if abs(right - told[name][0]) > 2 or abs(wanted - told[name][1]) > 2
    }
    assert apart == {}


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    names = list(group.commands)  # type: ignore[attr-defined]
    assert sorted(names) == [
        "actors",
        "brief",
        "build",
        "check",
        "copy",
        "export",
        "outlets",
        "report",
        "serve",
        "show",
        "timeline",
    ]
    assert [n for n in names if f"aidememoire {n}" not in readme] == []


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_decisions_are_numbered_without_gaps_and_say_what_was_measured() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(p.name[:4]) for p in pages] == list(range(1, len(pages) + 1))
    assert [p.name for p in pages if "## Measured" not in p.read_text(encoding="utf-8")] == []


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
