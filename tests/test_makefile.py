"""The verbs of the Makefile: a name reaches the command as it was given, whatever is in it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from grader.cli import main
from grader.course.term import ROOT

NAMES = [
    "Zoë Müller", "Pat O'Brien", 'Kim "K" Lee', "100% $HOME $(shell id) `id`", "a#b",
    "a;b & c | d > e", "back\\slash", "-rf", "=1+1", "*", "~", "a  b ",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The Makefile beside a Python that says what it is called with, an argument a line."""
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(
        '#!/bin/sh\nfor each in "$@"; do printf "%s\\n" "$each"; done\necho "COURSE $COURSE"\n'
    )
    python.chmod(0o755)
    shutil.copyfile(ROOT / "Makefile", tmp_path / "Makefile")
    for name in ("pyproject.toml", "constraints.txt", ".venv/ready"):
        (tmp_path / name).touch()
    return tmp_path


def make(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COURSE", "MAKEFLAGS", "MAKELEVEL")
    }
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=folder, env={**plain, **environment}, capture_output=True, text=True,
    )  # fmt: skip


def called(folder: Path, *arguments: str, **environment: str) -> list[str]:
    done = make(folder, *arguments, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[2:]  # without "-m grader"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_reaches_the_command_as_it_is(folder: Path, name: str) -> None:
    expected = ["grade", "--module=layers", f"--student={name}", "--again", f"COURSE {name}"]
    assert (
        called(folder, "grade", "MODULE=layers", f"STUDENT={name}", "AGAIN=1", f"COURSE={name}")
        == expected
    )
    assert called(folder, "feedback", STUDENT=name) == ["feedback", f"--student={name}", "COURSE "]
    assert called(folder, "student", f"TO={name}") == ["student", f"--to={name}", "COURSE "]
    assert called(folder, "collect", f"FROM={name}") == ["collect", "--", name, "COURSE "]
    assert called(folder, "demo", f"COURSE={name}") == ["demo", f"COURSE {name}"]


def test_what_is_not_said_is_left_to_the_command(folder: Path) -> None:
    assert called(folder, "grade") == ["grade", "COURSE "]
    assert called(folder, "grade", "STUDENT=", "MODULE=") == ["grade", "COURSE "]
    assert called(folder, "lab") == ["lab", "COURSE "]


def test_collecting_passes_its_options_on(folder: Path) -> None:
    found = called(
        folder,
        "collect",
        "FROM=x.zip",
        r"PATTERN=(?P<student_id>\d+)$",
        "TRUST_NAMES=1",
        "MODULE=3",
    )
    pattern = r"--pattern=(?P<student_id>\d+)$"
    assert found == ["collect", "--module=3", pattern, "--trust-names", "--", "x.zip", "COURSE "]


def test_collecting_from_nowhere_says_what_is_missing(folder: Path) -> None:
    done = make(folder, "collect")
    assert done.returncode == 2
    assert done.stdout == "Say where from: make collect FROM=submissions.zip\n"


def test_a_roster_is_read_from_a_file(folder: Path) -> None:
    found = called(folder, "roster", "FROM=my class.csv", "MODULE=3")
    assert found == ["roster", "--module=3", "--", "my class.csv", "COURSE "]
    done = make(folder, "roster")
    assert done.returncode == 2
    assert done.stdout == "Say which file: make roster FROM=gradebook.csv\n"


def test_help_lists_the_eight_verbs_that_everybody_needs(folder: Path) -> None:
    first, *verbs, last = make(folder, "help").stdout.splitlines()
    assert first.startswith("make VERB")
    assert [line.split()[0] for line in verbs] == [
        "help", "demo", "test", "lab", "release", "collect", "grade", "feedback",
    ]  # fmt: skip
    assert ".venv/bin/grader --help" in last


# Verbs with a test of their own, and those that have never been words for make.
OTHERS = {"check", "collect", "receipt", "roster"}
COMMAND_LINE = {"backup", "migrate", "package", "regrade", "report", "restore", "watch"}


def test_the_words_for_make_are_verbs_of_the_grader(folder: Path) -> None:
    for verb in sorted(set(main.commands) - OTHERS - COMMAND_LINE):
        assert called(folder, verb, "MODULE=3") == [
            verb,
            *(["--module=3"] if verb != "demo" else []),
            "COURSE ",
        ]


def test_a_word_that_is_not_listed_takes_the_options_that_it_took(folder: Path) -> None:
    assert called(folder, "proof", "MODULE=3", "ENGINE=nbgrader") == [
        "proof",
        "--module=3",
        "--engine=nbgrader",
        "COURSE ",
    ]
    assert called(folder, "lite", "TO=x", "SERVE=80") == ["lite", "--to=x", "--serve=80", "COURSE "]
    assert called(folder, "site", "LINKS=1") == ["site", "--links", "COURSE "]
    assert called(folder, "check") == ["check", "--code", "COURSE "]
