"""`grader site`, `slides`, `audio`, `bench`, `binder`: their scripts, arguments and ends."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import complaint, run

from grader.commands import scripts
from grader.course.term import ROOT


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The scripts that a verb runs, below the course's root, in place of running them."""
    found: list[list[str]] = []

    def start(command: list[str], **more: Any) -> subprocess.CompletedProcess[str]:
        script = Path(command[1])
        assert script.is_file()
        found.append([script.relative_to(ROOT).as_posix(), *command[2:]])
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(scripts.subprocess, "run", start)
    return found


SLIDES, PAGES, AUDIO = "site/slides/command.py", "site/publish.py", "site/audio/record.py"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["site"], [[SLIDES, "--to", "build/site/slides"], [PAGES, "--to", "build/site"]]),
        (
            ["site", "--to", "a b", "--links"],
            [[SLIDES, "--to", "a b/slides"], [PAGES, "--to", "a b", "--links"]],
        ),
        (["slides"], [[SLIDES, "--to", "build/slides"]]),
        (["slides", "--module", "3", "--to", "x"], [[SLIDES, "--module=3", "--to", "x"]]),
        (["audio", "--module", "layers"], [[AUDIO, "--module=layers", "--to", "build/audio"]]),
        (["bench"], [["benchmarks/forward.py"], ["benchmarks/grading.py"]]),
    ],
)
def test_a_verb_runs_its_scripts(
    tmp_path: Path, ran: list[list[str]], words: list[str], expected: object
) -> None:
    assert run(tmp_path, *words).exit_code == 0
    assert ran == expected


def test_binder_runs_where_repo2docker_is_and_is_told_where_not(
    tmp_path: Path, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert "pip install -c constraints.txt jupyter-repo2docker" in complaint(
        run(tmp_path, "binder")
    )
    (tmp_path / "jupyter-repo2docker").touch()
    assert run(tmp_path, "binder").exit_code == 0
    assert ran == [["tests/binder/rehearsal.py"]]


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (2, 2), (-9, 1)])
def test_a_script_that_fails_ends_the_verb_with_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, expected: int
) -> None:
    done = subprocess.CompletedProcess[str]([], code)
    monkeypatch.setattr(scripts.subprocess, "run", lambda *words, **more: done)
    assert run(tmp_path, "bench").exit_code == expected


def test_a_mistake_is_told_by_the_script_itself() -> None:
    command = [sys.executable, "-m", "grader", "slides", "--module", "lairs"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ}, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: There is no module 'lairs'")
