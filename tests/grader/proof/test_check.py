"""The checks over the house find what is wrong: seen on copies that were tampered with."""

import json
import math
import shutil
from pathlib import Path
from typing import Any

import pytest
from kit import cell_of, code, graded, notebook, solution

from grader.course.errors import CourseError
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.proof.check import (
    export_differences,
    leaks,
    merge_conflicts,
    problems,
    same_json,
    secret_lines,
    stale_releases,
    unclean,
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository's products and sources, to be tampered with."""
    for part in ("modules", "tinytorch"):
        shutil.copytree(
            ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", ".*")
        )
    for part in ("pyproject.toml", "nbs_config.yml", "constraints.txt", "README.md"):
        shutil.copyfile(ROOT / part, tmp_path / part)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "answers").symlink_to(ROOT / "tests" / "answers")
    return tmp_path


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_exporting_again_changes_nothing_here(copy: Path) -> None:
    assert export_differences(copy) == []


def test_a_package_that_was_edited_by_hand_is_found(copy: Path) -> None:
    append(copy / "tinytorch" / "core" / "tensor.py", "\nSPEED = 2\n")
    assert export_differences(copy) == [
        "tinytorch/core/tensor.py: exporting again changes it: run `grader export`."
    ]


def test_a_notebook_that_was_changed_and_not_exported_is_found(copy: Path) -> None:
    path = copy / "modules" / "02_activations" / "activations.ipynb"
    path.write_text(
        path.read_text(encoding="utf-8").replace("np.maximum(x.data, 0)", "np.maximum(0, x.data)")
    )
    assert export_differences(copy) == [
        "tinytorch/core/activations.py: exporting again changes it: run `grader export`."
    ]


def test_a_module_that_was_never_exported_is_found(copy: Path) -> None:
    (copy / "tinytorch" / "core" / "layers.py").unlink()
    assert export_differences(copy) == [
        "tinytorch/core/layers.py: exporting again changes it: run `grader export`."
    ]


def test_a_source_that_is_no_notebook_is_told_in_a_line_with_its_name(copy: Path) -> None:
    (copy / "modules" / "01_tensor" / "tensor.ipynb").write_text("no notebook", encoding="utf-8")
    with pytest.raises(
        CourseError, match=r"modules/01_tensor/tensor.ipynb is not a valid notebook: .*git restore"
    ):
        problems(Course(copy, copy / "course"))


def test_a_backup_beside_a_source_is_named(copy: Path) -> None:
    source = copy / "modules" / "03_layers" / "layers.ipynb"
    shutil.copyfile(source, source.with_name("layers_backup.ipynb"))
    shutil.copyfile(copy / "modules" / "checks.ipynb", copy / "modules" / "checks-Copy1.ipynb")
    (copy / "modules" / ".ipynb_checkpoints").mkdir()
    shutil.copyfile(source, copy / "modules" / ".ipynb_checkpoints" / "layers-checkpoint.ipynb")
    line, other = problems(Course(copy, copy / "course"))
    assert other.startswith("modules/checks-Copy1.ipynb: not a notebook of the package")
    assert line.startswith("modules/03_layers/layers_backup.ipynb: not a notebook of the package")


def test_the_marks_of_a_merge_in_a_cell_s_text_are_found(copy: Path) -> None:
    path = copy / "modules" / "02_activations" / "activations.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('"## 2. ReLU', '"<<<<<<< HEAD\\n",\n    "## 2. ReLU', 1), encoding="utf-8"
    )
    (line,) = merge_conflicts(copy, path)
    place = next(
        n for n, cell in enumerate(read(path).cells, start=1) if "<<<<<<< HEAD" in cell.source
    )
    assert (
        f"02_activations/activations.ipynb: cell {place}:"
        " line 1 is a merge conflict marker (<<<<<<< HEAD)" in line
    )


def with_output(cells: list[dict[str, Any]]) -> None:
    cells[1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1"}]


def with_count(cells: list[dict[str, Any]]) -> None:
    cells[1]["execution_count"] = 3


def without_id(cells: list[dict[str, Any]]) -> None:
    del cells[1]["id"]


def with_metadata(cells: list[dict[str, Any]]) -> None:
    cells[1]["metadata"] = {"tags": ["x"], "collapsed": True, "nbgrader": {}}


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (with_output, "has outputs"), (with_count, "has outputs"), (without_id, "has no id"),
        (with_metadata, "has extra metadata, collapsed: run `grader export`"),
    ],
)  # fmt: skip
def test_an_unclean_cell_is_named(tmp_path: Path, damage: Any, problem: str) -> None:
    content = json.loads(json.dumps(notebook(code("x = 1"), code("print(x)"))))
    damage(content["cells"])
    path = tmp_path / "modules" / "one.ipynb"
    path.parent.mkdir()
    path.write_text(json.dumps(content), encoding="utf-8")
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    (line,) = unclean(tmp_path, path)
    assert line.startswith("modules/one.ipynb: cell 2 ")
    assert problem in line


def test_metadata_of_an_unclean_notebook_is_found(tmp_path: Path) -> None:
    content = json.loads(json.dumps(notebook(code("x = 1"))))
    content["metadata"] = {"language_info": {"name": "python", "version": "3.14"}}
    path = tmp_path / "one.ipynb"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert unclean(tmp_path, path) == [
        "one.ipynb: the notebook has extra metadata: run `grader export`."
    ]


def test_the_course_s_own_notebooks_are_clean() -> None:
    for path in sorted(ROOT.glob("modules/**/*.ipynb")):
        assert unclean(ROOT, path) == []


def test_a_marker_and_a_line_of_a_hidden_test_in_what_is_handed_out_are_found(copy: Path) -> None:
    source = read(copy / "modules" / "02_activations" / "activations.ipynb")
    public = (copy / "tinytorch" / "checks.py").read_text(encoding="utf-8")
    secret = next(line for line in secret_lines(source, public) if line.startswith("for shape in"))
    append(copy / "tinytorch" / "core" / "tensor.py", f"\n# {secret}\n### BEGIN SOLUTION\n")
    found = leaks(Course(copy, copy / "course"))
    edition = "02_activations student edition, tinytorch/core/tensor.py"
    assert f"{edition}: contains a secret line: {secret!r}." in found
    assert f"{edition}: contains 'BEGIN SOLUTION'." in found
    assert "tinytorch/core/tensor.py: contains 'BEGIN SOLUTION'." in found


def test_lines_of_solutions_and_hidden_tests_are_secret_unless_they_are_shown_elsewhere() -> None:
    book = notebook(
        code("shown = compute_something(1)"),
        solution(
            "linear",
            "def f():\n    ### BEGIN SOLUTION\n"
            "    return compute_the_answer(42)\n    ### END SOLUTION",
        ),
        graded(
            "test-linear",
            1,
            "assert compute_the_answer(43) == 86\nshown = compute_something(1)\nx = 1",
        ),
    )
    lines = ["assert compute_the_answer(43) == 86", "return compute_the_answer(42)"]
    assert secret_lines(book, public="") == lines
    assert secret_lines(book, public="# return compute_the_answer(42)") == lines[:1]


def test_the_course_s_own_sources_hold_secrets_to_look_for() -> None:
    book = read(ROOT / "modules" / "03_layers" / "layers.ipynb")
    secrets = secret_lines(book, public="")
    assert len(secrets) > 100
    assert any(line in cell_of(book, "linear").source for line in secrets)


def test_everything_that_is_wrong_is_listed(copy: Path) -> None:
    path = copy / "modules" / "01_tensor" / "tensor.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    with_output(content["cells"])
    path.write_text(json.dumps(content), encoding="utf-8")
    manifest = copy / "nbs_config.yml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("relu: 6", "relu: 7"), encoding="utf-8"
    )
    assert problems(Course(copy, copy / "course")) == [
        "modules/01_tensor/tensor.ipynb: cell 2 has outputs: run `grader export`.",
        "modules/02_activations/activations.ipynb: exercise relu has 6 points,"
        " but nbs_config.yml says 7.",
    ]


def test_a_broken_convention_is_a_line_with_the_cell_and_the_line(copy: Path) -> None:
    path = copy / "modules" / "02_activations" / "activations.ipynb"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("**Points: 6**, for values 3", "**Points: 6**, for values 2", 1))
    book = read(path)
    number = next(n for n, cell in enumerate(book.cells, start=1) if "for values 2" in cell.source)
    line = (
        book.cells[number - 1]
        .source[: book.cells[number - 1].source.index("Points: 6")]
        .count("\n")
        + 1
    )
    assert problems(Course(copy, copy / "course")) == [
        f"modules/02_activations/activations.ipynb: cell {number}, line {line}: "
        "splits the points of relu into 2, 1, 1, 1, its tests into 3, 1, 1, 1."
    ]


def test_a_table_of_modules_that_is_not_up_to_date_is_found(copy: Path) -> None:
    readme = copy / "README.md"
    readme.write_text(
        readme.read_text(encoding="utf-8").replace("| 100 |", "| 99 |"), encoding="utf-8"
    )
    assert problems(Course(copy, copy / "course")) == [
        "README.md: the table of modules is not up to date: run `grader export`."
    ]


def test_a_release_that_is_not_what_its_source_gives_is_found(fresh_term: Course) -> None:
    module = fresh_term.manifest.module("activations")
    release = fresh_term.release(module)
    release.write_text(release.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert stale_releases(fresh_term) == [
        f"02_activations: the release in {fresh_term.folder} is stale (it was changed by hand): "
        "run `make release MODULE=activations`."
    ]


def test_where_nothing_is_released_no_release_is_stale(tmp_path: Path) -> None:
    course = Course(ROOT, tmp_path / "term")
    assert stale_releases(course) == []
    assert not course.folder.exists()


def test_nan_is_the_same_as_nan_alone() -> None:
    assert same_json([math.nan, 1.0], [math.nan, 1.00001])
    assert not same_json([math.nan], [1.0]) and not same_json([1.0], [math.nan])
