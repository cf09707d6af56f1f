"""What a module's submissions are graded with: the release, the source's cells, and its tests, compiled once."""

import ast
import linecache
import re
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Limits, Module
from grader.course.notebook import grading, is_answer, is_run, read
from grader.course.term import Course
from grader.grading.given import Helper, helpers
from grader.library.book import make_book
from tinytorch.book import Book

IMPORT = re.compile(r"^\s*(?:import|from) ([A-Za-z_]\w*)", re.MULTILINE)
PACKAGE = "tinytorch.core"  # what lives there is the student's side's


@dataclass(frozen=True)
class Master:
    """A graded or locked cell as the gradebook holds it."""

    kind: str
    locked: bool
    checksum: str
    source: str
    points: float | None


@dataclass(frozen=True)
class Test:
    """A test cell, compiled; `last` is its closing expression if it ends in one, for partial credit."""

    body: CodeType | None
    last: CodeType | None
    error: SyntaxError | None = None


@dataclass
class Exam:
    """Everything that the judges of one module share; made before they are forked."""

    course: Course
    module: Module
    release: NotebookNode
    masters: dict[str, Master]
    tests: dict[str, Test] = field(default_factory=dict)
    imports: dict[str, Any] = field(default_factory=dict)
    book: Book = field(default_factory=lambda: Book([], {}))
    helpers: dict[str, list[Helper]] = field(default_factory=dict)

    @property
    def limits(self) -> Limits:
        return self.course.manifest.limits

    @classmethod
    def prepare(cls, course: Course, module: Module) -> "Exam":
        """Read the release and the gradebook's master cells, and compile the tests."""
        with course.gradebook() as gradebook:
            book = gradebook.find_notebook(module.name, module.id)
            points = {
                cell.name: float(cell.max_score) for cell in [*book.grade_cells, *book.task_cells]
            }
            masters = {
                cell.name: Master(
                    cell.cell_type, cell.locked, cell.checksum, cell.source, points.get(cell.name)
                )
                for cell in book.source_cells
            }
        return cls.of(course, module, masters, make_book(course, module))

    @classmethod
    def of(cls, course: Course, module: Module, masters: dict[str, Master], book: Book) -> "Exam":
        """The exam whose master cells and book are known already."""
        exam = cls(course, module, read(course.release(module)), masters, book=book)
        exam.tests = {
            name: _compile(name, masters[name].source)
            for name in _test_names(exam.release, masters)
        }
        exam.imports = given_imports(exam.release)
        exam.helpers = helpers(
            exam.release, {name: master.source for name, master in masters.items()}
        )
        return exam


def _test_names(release: NotebookNode, masters: dict[str, Master]) -> list[str]:
    marks = [
        grading(cell) for cell in release.cells if cell.cell_type == "code" and not is_answer(cell)
    ]
    return [mark.grade_id for mark in marks if mark.get("grade") and mark.grade_id in masters]


def _compile(name: str, source: str) -> Test:
    file = f"<{name}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    try:
        tree = ast.parse(source, file)
    except SyntaxError as error:
        return Test(None, None, error=error)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        final = tree.body.pop()
        assert isinstance(final, ast.Expr)
        last = compile(ast.Expression(final.value), file, "eval")
    return Test(compile(tree, file, "exec"), last)


def imported(release: NotebookNode) -> list[str]:
    """The packages that the cells of a release import which are run when it is graded, but for the course's own."""
    found = {name for cell in filter(is_run, release.cells) for name in IMPORT.findall(cell.source)}
    return sorted(found - {PACKAGE.partition(".")[0]})


def given_imports(release: NotebookNode) -> dict[str, Any]:
    """What the given cells import from elsewhere than the package: a test that uses it gets the grader's own.

    An answer cell's imports do not count: what a student calls `np` is the student's.
    """
    found: dict[str, Any] = {}
    for cell in release.cells:
        if (
            cell.cell_type != "code"
            or is_answer(cell)
            or grading(cell).get("grade")
            or cell.metadata.get("tags")
        ):
            continue
        try:
            tree = ast.parse(cell.source)
        except SyntaxError:
            continue
        for node in tree.body:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if names and not any(
                name == PACKAGE or name.startswith(f"{PACKAGE}.") for name in names
            ):
                exec(compile(ast.Module([node], []), "<given imports>", "exec"), found)
    found.pop("__builtins__", None)
    return found
