"""Every command that a page, a docstring or a message names is one that there is."""

import re
from pathlib import Path

import pytest
from docs_kit import PAGES, commands, text

from grader.cli import main
from grader.course.term import ROOT
from workbench.cli import parser

MAKE = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
NAMES = set(
    re.findall(r"\b[A-Z]{2,}(?:_[A-Z]+)*\b", (ROOT / "Makefile").read_text(encoding="utf-8"))
)
SOURCES = [path for room in ("grader", "site", "workbench") for path in (ROOT / room).rglob("*.py")]


def unknown(written: str) -> list[str]:
    """The commands in a text that would be refused."""
    found = []
    for words in commands(written, "make"):
        given = {word.partition("=")[0] for word in words[1:] if "=" in word}
        if words[0] not in MAKE or given - NAMES:
            found.append(f"make {' '.join(words)}")
    for words in commands(written, "grader"):
        verb = main.commands.get(words[0])
        options = {option for each in (verb.params if verb else []) for option in each.opts}
        given = {word.partition("=")[0] for word in words[1:] if word.startswith("--")}
        if verb is None or given - options - {"--help"}:
            found.append(f"grader {' '.join(words)}")
    for words in commands(written, "python3? -m workbench"):
        if not all(verb in parser().format_help() for verb in words[0].split("|")):
            found.append(f"python -m workbench {' '.join(words)}")
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_commands_that_there_are(page: Path) -> None:
    assert unknown(text(page)) == []


def test_docstrings_and_messages_name_commands_that_there_are() -> None:
    assert [
        f"{path.relative_to(ROOT)}: {line}" for path in SOURCES for line in unknown(text(path))
    ] == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("run `make realease` first", ["make realease"]),
        ("```\nmake grade MODUL=3\n```\n", ["make grade MODUL=3"]),
        (
            "`grader student --too DIR` and `grader graed`",
            ["grader student --too DIR", "grader graed"],
        ),
        ("`python -m workbench hand-out`", ["python -m workbench hand-out"]),
        ("```\n.venv/bin/grader grade --module 3  # and\n```\n`make grade MODULE=3`", []),
    ],
)
def test_a_command_that_there_is_not_is_found(written: str, found: list[str]) -> None:
    assert unknown(written) == found
