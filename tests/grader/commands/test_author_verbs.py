"""`grader lab`, `export`, `check` and `answers`: what they start, and how they end."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from command_line import complaint, run

from grader.commands import author
from grader.course import term
from grader.course.manifest import load
from grader.course.term import ROOT, Course
from grader.library.answers import Answer
from grader.marking.settings import SERVER_EXTENSIONS
from grader.proof.seeds import Uneven

PYTHON = "python"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a manifest and empty notebooks."""
    folder = tmp_path / "course's root"
    folder.mkdir()
    for module in load(ROOT).modules:
        source = folder / "modules" / module.id / f"{module.name}.ipynb"
        source.parent.mkdir(parents=True)
        source.touch()
    shutil.copyfile(ROOT / "nbs_config.yml", folder / "nbs_config.yml")
    monkeypatch.setattr(term, "ROOT", folder)
    return folder


class Book:
    """Stands in for what takes seconds to make."""

    def to_json(self) -> str:
        return "{}"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, Any]]]:
    """The programs that a verb starts, in place of starting them."""
    found: list[tuple[list[str], dict[str, Any]]] = []

    def start(command: list[object], **more: Any) -> subprocess.CompletedProcess[str]:
        found.append(([str(word) for word in command], more))
        return subprocess.CompletedProcess([], 3)

    monkeypatch.setattr(author.subprocess, "run", start)
    monkeypatch.setattr("grader.library.book.make_book", lambda course, module: Book())
    return found


def test_lab_opens_the_module_where_the_form_grader_finds_the_term(
    root: Path, tmp_path: Path, started: list[tuple[list[str], dict[str, Any]]]
) -> None:
    assert run(tmp_path / "term", "lab", "--module", "3").exit_code == 3
    ((command, more),) = started
    assert command[1:] == [
        "-m",
        "jupyterlab",
        f"--ServerApp.jpserver_extensions={SERVER_EXTENSIONS}",
        "--LabApp.default_url=/lab/tree/modules/03_layers/layers.ipynb",
    ]
    assert more["cwd"] == root
    assert more["env"]["COURSE"] == str(tmp_path / "term")
    books = Path(more["env"]["TINYTORCH_BOOK"])
    modules = [f"{module.id}.json" for module in load(ROOT).modules]
    assert sorted(path.name for path in books.iterdir()) == modules


def test_lab_without_a_module_opens_the_folder_of_all(
    root: Path, tmp_path: Path, started: list[tuple[list[str], dict[str, Any]]]
) -> None:
    run(tmp_path, "lab")
    assert started[0][0][-1] == "--LabApp.default_url=/lab/tree/modules"


def test_export_writes_the_package_and_then_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(
        "grader.release.export.export",
        lambda root: done.append("package") or [root / "tinytorch/x.py"],
    )
    monkeypatch.setattr("grader.release.tables.write_tables", lambda course: done.append("tables"))
    assert run(tmp_path, "export").stdout == "Written: tinytorch/x.py\n"
    assert done == ["package", "tables"]


@pytest.fixture
def in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """A course in which nothing is wrong."""
    monkeypatch.setattr("grader.proof.check.problems", lambda course: [])


@pytest.mark.usefixtures("in_order")
def test_check_of_the_code_stops_at_the_first_program_that_finds_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fine, wrong = (PYTHON, "-c", "pass"), (PYTHON, "-c", "raise SystemExit(7)")
    monkeypatch.setattr(author, "CODE_CHECKS", (fine, fine))
    assert run(tmp_path, "check", "--code").stdout.startswith("Nothing is wrong")
    monkeypatch.setattr(author, "CODE_CHECKS", (fine, wrong))
    result = run(tmp_path, "check", "--code")
    assert (result.exit_code, result.stdout) == (1, "")
    assert run(tmp_path, "check").exit_code == 0


def test_a_program_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(author, "CODE_CHECKS", (("no-such-lint", "."),))
    assert complaint(run(tmp_path, "check", "--code")).startswith(
        "no-such-lint is missing: pip install"
    )


def test_what_is_spelled_is_there() -> None:
    assert [name for name in author.SPELLED if not (ROOT / name).exists()] == []


def test_problems_are_lines_and_a_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "grader.proof.check.problems", lambda course: ["a.ipynb: one", "b.ipynb: other"]
    )
    result = run(tmp_path, "check")
    assert result.stdout.splitlines() == ["a.ipynb: one", "b.ipynb: other"]
    assert complaint(result) == "2 problem(s) found."


def test_answers_says_what_is_caught_and_fails_where_something_is_not(
    term: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(term, "answers", "--module", "layers", "--exercise", "linear-macs")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("linear-macs: ")
    monkeypatch.setattr(
        "grader.terminal.show_coverage", lambda course, module, exercise: module.name != "tensor"
    )
    assert run(term, "answers").exit_code == 1


def test_answers_tries_many_inputs_and_fails_where_points_depend_on_them(
    term: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = "answers", "--module", "layers", "--exercise", "linear-macs", "--seeds", "2"
    result = run(term, *arguments)
    assert result.exit_code == 0, result.output
    last = result.stdout.splitlines()[-1]
    assert re.fullmatch(r"03_layers: \d\d answers, 2 seeds: 0 depend on the inputs\.", last)
    odd = Uneven(Answer("linear-macs", False, "odd", "You guess.", ""), "test-x fails", 1, 2)
    monkeypatch.setattr("grader.proof.seeds.missed", lambda *_: iter([odd]))
    result = run(term, *arguments)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-2:] == [
        "  caught by chance: linear-macs/odd: test-x fails with 1 of 2 seeds: You guess.",
        last.replace(" 0 ", " 1 "),
    ]
