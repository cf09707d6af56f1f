"""Compile the tests of a module once: the release, its reference cells, and code for each test."""

import ast
import linecache
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Limits, Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.grading.given import Helper, helpers
from grader.grading.wall.protocol.probes import Probes
from grader.library.book import make_book
from grader.library.comparisons import Plan
from tinytorch.book import Book
from workbench.cells import grading, is_answer, is_run

IMPORT = re.compile(r"^\s*(?:import|from) ([A-Za-z_]\w*)", re.MULTILINE)
PACKAGE = "tinytorch.core"  # its modules are imported on the student's side


@dataclass(frozen=True)
class ReferenceCell:
    """A graded or locked cell as the gradebook holds it."""

    kind: str
    locked: bool
    checksum: str
    source: str
    points: float | None


@dataclass(frozen=True)
class CompiledCell:
    """A compiled test cell; `last` is its closing expression, if any, for partial credit."""

    body: CodeType | None
    last: CodeType | None
    error: SyntaxError | None = None

    def run(self, names: dict[str, Any]) -> Any:
        """Run the test with `names` as its globals; return the value of its closing expression.

        Raises:
            SyntaxError: if the cell is not valid Python.
        """
        if self.error is not None:
            raise self.error
        if self.body is not None:
            exec(self.body, names)
        return None if self.last is None else eval(self.last, names)


@dataclass
class CompiledTests:
    """Everything that the workers of one module share; made before they are forked."""

    course: Course
    module: Module
    release: NotebookNode
    references: dict[str, ReferenceCell]
    cells: dict[str, CompiledCell] = field(default_factory=dict)
    imports: dict[str, Any] = field(default_factory=dict)
    book: Book = field(default_factory=lambda: Book([], {}))
    helpers: dict[str, list[Helper]] = field(default_factory=dict)
    # (test, seed) -> what it compares, and the request; None for a test that does more. Filled by
    # the workers.
    plans: dict[tuple[str, int], tuple[Plan, Probes] | None] = field(default_factory=dict)

    @property
    def limits(self) -> Limits:
        """The limits on a submission."""
        return self.course.manifest.limits

    @classmethod
    def prepare(cls, course: Course, module: Module) -> "CompiledTests":
        """Read the release and the gradebook's reference cells, and compile the tests."""
        with course.gradebook() as gradebook:
            notebook = gradebook.find_notebook(module.name, module.id)
            scored = [*notebook.grade_cells, *notebook.task_cells]
            points = {cell.name: float(cell.max_score) for cell in scored}
            references = {
                cell.name: ReferenceCell(
                    cell.cell_type, cell.locked, cell.checksum, cell.source, points.get(cell.name)
                )
                for cell in notebook.source_cells
            }
        return cls.build(course, module, references, make_book(course, module))

    @classmethod
    def build(
        cls, course: Course, module: Module, references: dict[str, ReferenceCell], book: Book
    ) -> "CompiledTests":
        """Compile the tests from known reference cells and a known book."""
        tests = cls(course, module, read(course.release(module)), references, book=book)
        sources = {name: cell.source for name, cell in references.items()}
        names = [name for name in _test_names(tests.release) if name in references]
        tests.cells = {name: _compile(name, sources[name]) for name in names}
        tests.imports = given_imports(tests.release)
        tests.helpers = helpers(tests.release, sources)
        return tests


def _test_names(release: NotebookNode) -> Iterator[str]:
    for cell in release.cells:
        if cell.cell_type == "code" and grading(cell).get("grade") and not is_answer(cell):
            yield grading(cell).grade_id


def _compile(name: str, source: str) -> CompiledCell:
    file = f"<{name}>"
    # Tracebacks read their lines from here.
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    try:
        tree = ast.parse(source, file)
    except SyntaxError as error:
        return CompiledCell(None, None, error=error)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        final = tree.body.pop()
        assert isinstance(final, ast.Expr)
        last = compile(ast.Expression(final.value), file, "eval")
    return CompiledCell(compile(tree, file, "exec"), last)


def imported_packages(release: NotebookNode) -> list[str]:
    """The packages, other than the course's own, that the cells of a release import."""
    found = {name for cell in filter(is_run, release.cells) for name in IMPORT.findall(cell.source)}
    return sorted(found - {PACKAGE.partition(".")[0]})


def given_imports(release: NotebookNode) -> dict[str, Any]:
    """The names that given cells import from outside of the package, for the tests.

    The imports of answer cells are left out: what a student calls `np` is the student's.
    """
    found: dict[str, Any] = {}
    for cell in filter(_is_given, release.cells):
        try:
            tree = ast.parse(cell.source)
        except SyntaxError:
            continue
        for node in tree.body:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if names and not any(map(in_package, names)):
                exec(compile(ast.Module([node], []), "<given imports>", "exec"), found)
    found.pop("__builtins__", None)
    return found


def _is_given(cell: NotebookNode) -> bool:
    graded = is_answer(cell) or grading(cell).get("grade")
    return cell.cell_type == "code" and not graded and not cell.metadata.get("tags")


def in_package(name: str) -> bool:
    """Whether a module belongs to the package, so that it is imported on the student's side."""
    return name == PACKAGE or name.startswith(f"{PACKAGE}.")
