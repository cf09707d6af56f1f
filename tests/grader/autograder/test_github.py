"""The template for GitHub Classroom: its workflow runs the visible tests, and has no others."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from kit import answered

from grader.autograder.github import write_template
from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.notebook import HIDDEN_BEGIN, read
from grader.course.term import Course

WRONG_RELU = """\
class ReLU:
    def forward(self, x):
        return x
"""


@pytest.fixture
def template(term: Course, module: Module, tmp_path: Path) -> Path:
    write_template(term, module, tmp_path / "template")
    return tmp_path / "template"


def steps(template: Path) -> list[dict[str, Any]]:
    text = (template / ".github" / "workflows" / "classroom.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    # The reporter finds its own run by these two names.
    assert workflow["name"] == "Autograding Tests"
    found: list[dict[str, Any]] = workflow["jobs"]["run-autograding-tests"]["steps"]
    return found


def test_the_reporter_reads_the_output_of_the_step_that_it_names(template: Path) -> None:
    *_, visible, report = steps(template)
    (runner,) = report["with"]["runners"].split(",")
    assert runner == visible["id"]
    assert report["env"] == {
        f"{runner.upper()}_RESULTS": "${{ steps." + runner + ".outputs.result }}"
    }


def test_no_hidden_test_and_no_solution_is_in_a_student_s_repository(
    term: Course, module: Module, template: Path
) -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in template.rglob("*")
        if path.is_file()
    )
    hidden = [
        cell.source for cell in read(term.source(module)).cells if HIDDEN_BEGIN in cell.source
    ]
    assert hidden and HIDDEN_BEGIN not in text
    for source in hidden:
        body = source.split(HIDDEN_BEGIN)[1].split("\n", 1)[1].splitlines()
        assert not any(json.dumps(line)[1:-1] in text for line in body if len(line) > 60)


@pytest.mark.parametrize(("relu", "passes"), [(None, True), (WRONG_RELU, False)])
def test_the_step_hands_the_visible_tests_to_the_reporter(
    term: Course, module: Module, template: Path, relu: str | None, passes: bool
) -> None:
    notebook = template / "modules" / module.id / f"{module.name}.ipynb"
    nbformat.write(answered(term, module, {"relu": relu} if relu else {}), notebook)
    command = next(step["run"] for step in steps(template) if step.get("id") == "visible")
    output = template.parent / "output"
    # What the step before it installs is installed in this Python.
    command = command.replace("python ", f"{sys.executable} ", 1)
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command], cwd=template, check=True,
        env={**os.environ, "GITHUB_OUTPUT": str(output)},
    )  # fmt: skip
    key, _, value = output.read_text(encoding="utf-8").strip().partition("=")
    found = json.loads(base64.b64decode(value))
    assert (key, found["status"]) == ("result", "pass" if passes else "fail")
    failed = [test["name"] for test in found["tests"] if test["status"] == "fail"]
    assert bool(failed) is not passes
    assert found["max_score"] == 37
    assert (sum(test["score"] for test in found["tests"]) == 37) is passes


def test_a_folder_with_somebody_s_work_is_refused(
    term: Course, module: Module, template: Path
) -> None:
    notebook = template / "modules" / module.id / f"{module.name}.ipynb"
    nbformat.write(answered(term, module), notebook)
    with pytest.raises(CourseError, match=r"activations\.ipynb differs .* choose a new folder"):
        write_template(term, module, template)
