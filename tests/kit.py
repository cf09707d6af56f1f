"""What the tests make notebooks, terms and submissions with."""

import contextlib
import csv
import io
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import psutil
import yaml
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.course.manifest import Module
from grader.course.notebook import HIDDEN_BEGIN, HIDDEN_END, read
from grader.course.outcome import Outcome
from grader.course.package import COMMON, GRADING
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.library.answers import solutions, submission
from workbench.cells import grade_id


def notebook(*cells: NotebookNode) -> NotebookNode:
    """A notebook with these cells, whose ids are their positions."""
    for index, cell in enumerate(cells):
        cell.id = f"cell-{index}"
    return new_notebook(cells=list(cells))


def code(source: str = "", *tags: str) -> NotebookNode:
    """An ordinary code cell."""
    return new_code_cell(source, metadata={"tags": list(tags)} if tags else {})


def solution(name: str, source: str = "answer = 42") -> NotebookNode:
    """A cell for a student to write in."""
    return new_code_cell(source, metadata={"nbgrader": _mark(name, solution=True, locked=False)})


def given(name: str, source: str = "given = 1") -> NotebookNode:
    """A locked cell without points."""
    return new_code_cell(source, metadata={"nbgrader": _mark(name)})


def graded(
    name: str, points: float, source: str = "assert answer == 42", *, hidden: bool = True
) -> NotebookNode:
    """A test cell, by default with its code in a hidden region."""
    body = f"# About {name}.\n{HIDDEN_BEGIN}\n{source}\n{HIDDEN_END}" if hidden else source
    return new_code_cell(body, metadata={"nbgrader": _mark(name, grade=True, points=points)})


def written(name: str, points: float) -> NotebookNode:
    """A cell for a written answer that a person marks."""
    mark = _mark(name, grade=True, solution=True, locked=False, points=points)
    return new_markdown_cell("*Your answer here.*", metadata={"nbgrader": mark})


def _mark(name: str, **more: object) -> dict[str, object]:
    plain = {
        "grade_id": name,
        "grade": False,
        "solution": False,
        "task": False,
        "locked": True,
        "schema_version": 3,
    }
    return {**plain, **more}


def cell_of(book: NotebookNode, name: str) -> NotebookNode:
    """The cell with this grade_id."""
    return next(cell for cell in book.cells if grade_id(cell) == name)


def write_notebook(path: Path, book: NotebookNode) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(book), encoding="utf-8")
    return path


def small_course(root: Path, book: NotebookNode, **module: object) -> tuple[Course, Module]:
    """A course in `root` with the one module 01_small, whose source is `book`."""
    write_notebook(root / "modules" / "01_small" / "small.ipynb", book)
    entry = {"id": "01_small", "title": "Small", **module}
    manifest = {"course": {"id": "small", "title": "A small course"}, "modules": [entry]}
    (root / "nbs_config.yml").write_text(yaml.safe_dump(manifest), encoding="utf-8")
    course = Course(root, root / "course")
    return course, course.manifest.modules[0]


def bare_package(root: Path) -> None:
    """The `tinytorch` of a course in `root` whose modules export nothing."""
    for file in [*(Path("tinytorch") / name for name in COMMON), GRADING]:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, root / file)


def with_limits(root: Path, folder: Path, **limits: int) -> Course:
    """This course, put together in `root` with other limits, and a copy of the term in `folder`."""
    return with_manifest(root, folder, lambda manifest: manifest["limits"].update(limits))


def with_manifest(root: Path, folder: Path, change: Callable[[dict[str, Any]], object]) -> Course:
    """This course and a copy of the term in `folder`, with a manifest that has been changed."""
    manifest = yaml.safe_load((ROOT / "nbs_config.yml").read_text(encoding="utf-8"))
    change(manifest)
    root.mkdir()
    (root / "nbs_config.yml").write_text(yaml.safe_dump(manifest), encoding="utf-8")
    for part in ("modules", "tinytorch"):
        (root / part).symlink_to(ROOT / part)
    shutil.copytree(folder, root / "course")
    return Course(root, root / "course")


def answered(
    course: Course, module: Module, answers: Mapping[str, str] | None = None
) -> NotebookNode:
    """The release with the source's own solutions, some of them replaced by `answers`."""
    return submission(
        read(course.release(module)), {**solutions(course, module), **(answers or {})}
    )


def hand_in(
    course: Course, module: Module, student: str, book: NotebookNode | str, name: str | None = None
) -> Path:
    """Put a notebook, or the text of a file, where a student's submission lies."""
    path = course.submitted(student, module) / (name or f"{module.name}.ipynb")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(book if isinstance(book, str) else nbformat.writes(book), encoding="utf-8")
    return path


def grade_all(
    course: Course,
    module: Module,
    students: Iterable[str],
    jobs: int | None = None,
    report: Callable[[Outcome], None] = lambda outcome: None,
    engine: str = "nbgrader",
) -> None:
    grade(course, module, list(students), jobs=jobs, report=report, engine=engine)


def marks(course: Course, module: Module, student: str) -> dict[str, float]:
    """grade_id -> the points that the gradebook holds."""
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, student)
        return {each.name: each.score for each in book.grades}


def csv_rows(text: str, module: Module) -> dict[str, dict[str, str]]:
    """student -> what the text of a grades.csv says of them in a module."""
    found = csv.DictReader(io.StringIO(text, newline=""))
    return {row["student_id"]: row for row in found if row["assignment"] == module.id}


def outcome(course: Course, module: Module, student: str) -> Outcome:
    """The record of a graded submission."""
    found = Outcome.load(course.verdict(student, module))
    assert found is not None, f"{student} has no verdict"
    return found


def kernels_left(course: Course) -> list[psutil.Process]:
    """Processes that grading in this term has started and that do not come to an end."""
    started = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("PYTHONPATH", "").startswith(str(course.folder)):
                started.append(process)
    return psutil.wait_procs(started, timeout=15)[1]
