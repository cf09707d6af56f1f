"""What the README shows is what happens: its code, its message, its table, its picture."""

import re
from pathlib import Path

from command_line import run
from docs_kit import PAGES, fences, text

from grader.course.manifest import load
from grader.course.term import ROOT, Course
from grader.library.trial import Trials

README = PAGES[0]


def test_it_fits_eighty_lines() -> None:
    assert len(text(README).splitlines()) <= 80


def test_the_message_is_what_the_code_above_it_gets(tmp_path: Path) -> None:
    (code,), message = fences(README, "python"), fences(README, "")[0]
    course = Course(ROOT, tmp_path)
    trial = Trials(course, course.manifest.module("activations")).run("check-softmax", code)
    assert f"{trial.error}\n" == message


def test_the_modules_and_their_points_are_those_of_the_manifest() -> None:
    rows = re.findall(r"^\| `(\d\d_\w+)` \|.*\| (\d+) \|$", text(README), re.MULTILINE)
    assert rows == [(module.id, str(module.max_points)) for module in load(ROOT).modules]


def test_the_picture_is_what_the_demo_draws(tmp_path: Path) -> None:
    """If this fails: `grader demo --picture docs/demo.svg`, and commit the picture."""
    result = run(tmp_path / "demo", "demo", "--picture", str(tmp_path / "demo.svg"))
    assert result.exit_code == 0, result.output
    assert text(tmp_path / "demo.svg") == text(ROOT / "docs" / "demo.svg")
    (told,) = re.findall(r"!\[Points of eleven students in (\d+) exercises", text(README))
    assert len(list((tmp_path / "demo" / "submitted").iterdir())) == 11
    assert int(told) == len(load(ROOT).module("layers").points)
