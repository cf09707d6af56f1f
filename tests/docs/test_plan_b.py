"""Every command on the page for a bad night works, in its order, on a term with two submissions."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docs_kit import text
from kit import answered, hand_in

from grader.course.term import ROOT, Course

PAGE = ROOT / "docs" / "plan-b.md"
BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
SLOW = ("grader answers", "grader check")  # have tests of their own, and take minutes


def blocks() -> dict[str, str]:
    """Section -> its commands."""
    sections = text(PAGE).split("\n## ")[1:]
    return {each.partition("\n")[0]: "\n".join(BLOCK.findall(each)) for each in sections}


def test_each_section_has_commands() -> None:
    found = blocks()
    assert len(found) == 8
    assert all("grader " in commands for commands in found.values())


@pytest.mark.slow
@pytest.mark.parametrize("section", blocks())
def test_the_commands_of_a_section_work(section: str, fresh_term: Course, tmp_path: Path) -> None:
    module = fresh_term.manifest.module("layers")
    for student in ("ada", "ben"):
        hand_in(fresh_term, module, student, answered(fresh_term, module))
    work, disk = tmp_path / "work", tmp_path / "disk"
    work.mkdir()
    disk.mkdir()
    shutil.move(fresh_term.folder, work / "course")
    before = ["grader grade --module layers", "grader feedback --module layers"]
    if not section.startswith("Before"):
        before.append("grader backup /media/backup/term.zip")
    commands = [*before, *(line.strip() for line in blocks()[section].splitlines())]
    for command in commands:
        if command.startswith(SLOW):
            continue
        done = shell(command.replace("/media/backup", str(disk)), work)
        # `diff` and `pgrep` answer with 1 when there is nothing to show.
        assert done.returncode <= command.startswith(("diff", "pgrep")), (command, done.stderr)


def shell(command: str, work: Path) -> "subprocess.CompletedProcess[str]":
    """Run a line in a folder with a term in `course`."""
    programs = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "COURSE": str(work / "course"),
    }
    return subprocess.run(
        ["bash", "-c", command], cwd=work, env=environment, capture_output=True, text=True
    )
