"""Compile the tests of a module once: the release, its reference cells, and code for each test."""

import ast
import linecache
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.grading.given import Helper, helpers
from grader.grading.imports import given_imports
from grader.grading.wall.protocol.probes import Probes
from grader.library.book import make_book
from grader.library.comparisons import Plan
from grader.submissions.restore import ReferenceCell, reference_cells
from tinytorch.book import Book
from workbench.cells import grade_id, is_test


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

    @classmethod
    def prepare(cls, course: Course, module: Module) -> "CompiledTests":
        """Read the release and the gradebook's reference cells, and compile the tests."""
        return cls.build(course, module, reference_cells(course, module), make_book(course, module))

    @classmethod
    def build(
        cls, course: Course, module: Module, references: dict[str, ReferenceCell], book: Book
    ) -> "CompiledTests":
        """Compile the tests from known reference cells and a known book."""
        tests = cls(course, module, read(course.release(module)), references, book=book)
        sources = {name: cell.source for name, cell in references.items()}
        for cell in tests.release.cells:
            name = grade_id(cell)
            if cell.cell_type == "code" and is_test(cell) and name in sources:
                tests.cells[name] = _compile(name, sources[name])
        tests.imports = given_imports(tests.release)
        tests.helpers = helpers(tests.release, sources)
        return tests


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
