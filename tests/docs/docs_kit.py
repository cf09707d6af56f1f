"""The pages for people, and the commands and paths that they name."""

import re
from pathlib import Path

from grader.course.term import ROOT

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def fences(page: Path, language: str) -> list[str]:
    """The blocks of code that are marked with `language`."""
    return [code for found, code in FENCE.findall(text(page)) if found == language]


def commands(written: str, program: str) -> list[list[str]]:
    """What `program` is called with: in code within a line, and in lines of blocks of code."""
    lines = [line for _, code in FENCE.findall(written) for line in code.splitlines()]
    lines += INLINE.findall(FENCE.sub("", written))
    start = re.compile(rf"(?:\S*/)?{program} (?=[a-z])")
    return [
        line.partition(" #")[0].split()[program.count(" ") + 1 :]
        for line in map(str.strip, lines)
        if start.match(line)
    ]
