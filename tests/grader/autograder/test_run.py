"""What `run_autograder` runs: one submission, from its folder to the results."""

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from kit import answered

from grader.autograder import run as run_module
from grader.autograder.run import main, student_of
from grader.course.errors import NoNamespaces
from grader.course.manifest import Module
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course


@pytest.fixture
def root(fresh_term: Course, tmp_path: Path) -> Path:
    """Gradescope's folder, with a term in it and a submission that is complete."""
    place = tmp_path / "autograder"
    shutil.copytree(fresh_term.folder, place / "term")
    (place / "submission").mkdir()
    (place / "results").mkdir()
    module = fresh_term.manifest.module("activations")
    nbformat.write(answered(fresh_term, module), place / "submission" / "activations.ipynb")
    return place


def found(root: Path) -> Any:
    return json.loads((root / "results" / "results.json").read_text(encoding="utf-8"))


def test_a_submission_is_graded_and_what_lay_there_before_is_replaced(root: Path) -> None:
    (root / "results" / "results.json").write_text("{}", encoding="utf-8")
    (root / "submission" / "notes.txt").write_text("mine", encoding="utf-8")
    assert main([str(root), "02_activations", "visible"]) == 0
    assert sum(test["score"] for test in found(root)["tests"]) == 37
    assert "unsafe" not in found(root)["output"]


def test_nothing_of_use_gives_no_points_and_says_why(root: Path) -> None:
    (root / "submission" / "activations.ipynb").unlink()
    assert main([str(root), "02_activations", "visible"]) == 0
    assert sum(test["score"] for test in found(root)["tests"]) == 0
    assert "activations.ipynb is missing" in found(root)["output"]


def test_where_nothing_can_be_locked_in_the_results_say_so(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = run_module.grade

    def grade(*arguments: Any, **options: Any) -> None:
        if not options.get("unsafe"):
            raise NoNamespaces("no namespaces")
        real(*arguments, **options)

    monkeypatch.setattr(run_module, "grade", grade)
    assert main([str(root), "02_activations", "visible"]) == 0
    assert "unsafe: graded without a sandbox" in found(root)["output"]
    assert found(root)["extra_data"]["notes"][0].startswith("unsafe: ")
    assert sum(test["score"] for test in found(root)["tests"]) == 37


def test_a_failure_of_the_grader_gives_no_mark(
    root: Path, module: Module, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def grade(*arguments: Any, report: Any, **options: Any) -> None:
        verdict = Verdict.UNGRADED
        report(Outcome(student="x", module=module.id, verdict=verdict, notes=["the worker ended"]))

    monkeypatch.setattr(run_module, "grade", grade)
    (root / "results" / "results.json").write_text("{}", encoding="utf-8")
    assert main([str(root), "02_activations", "visible"]) == 1
    assert "the worker ended" in capsys.readouterr().err
    assert not (root / "results" / "results.json").exists()


def test_a_student_is_who_the_metadata_names(tmp_path: Path) -> None:
    path = tmp_path / "submission_metadata.json"
    for text in ('{"users": [{"id": 1234, "name": "Ada"}, {"id": 5}]}', '{"users": []}', "{", "[]"):
        path.write_text(text, encoding="utf-8")
        assert student_of(path) == ("1234" if "1234" in text else "student")
    assert student_of(tmp_path / "missing.json") == "student"
