"""The verb `check`: run the notebook, and say which visible tests pass and what else is open."""

from collections.abc import Iterator
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from workbench.errors import Trouble
from workbench.notebook import belongs, compare, hidden_points, is_visible_test, mark, name, read
from workbench.place import Assignment


@dataclass(frozen=True)
class Report:
    """What a run of the notebook showed.

    Args:
        tests: how many visible tests there are.
        failed: name of the test -> its message.
        broken: cells outside the tests that ended with an error, each in a line.
        blank: written answers that are as they were given.
        hidden: points that hidden tests give.
    """

    tests: int
    failed: dict[str, str]
    broken: list[str]
    blank: list[str]
    hidden: int

    @property
    def verdict(self) -> str:
        """One line about the visible tests."""
        if not self.failed:
            return f"All {self.tests} visible tests pass."
        return f"{self.tests - len(self.failed)} of {self.tests} visible tests pass."

    @property
    def rest(self) -> str:
        return f"Hidden tests remain: they give the {self.hidden} points, and are run when your work is graded."


def check(assignment: Assignment) -> int:
    """Print the report; 0 if every visible test passes."""
    notebook = read(assignment.notebook)
    belongs(notebook, assignment)
    print(f"Running {assignment.notebook.relative_to(assignment.root)} as it was last saved ...", flush=True)
    report = look(assignment, notebook)
    for line in told(report):
        print(line)
    missing = compare(notebook, read(assignment.released)).missing
    if missing:
        print(f"Cells that are missing from the notebook: {', '.join(missing)}.")
    print(report.verdict)
    print(report.rest)
    return 1 if report.failed or missing else 0


def told(report: Report) -> Iterator[str]:
    """What is open, in lines: failed tests with their messages, broken cells, answers still to be written."""
    for test, message in report.failed.items():
        first, *more = message.splitlines() or [""]
        yield f"  {test}: {first}"
        yield from (f"    {line}" for line in more)
    for line in report.broken:
        yield f"  {line}"
    if report.blank:
        yield f"  still to be written in words: {', '.join(report.blank)}"


def look(assignment: Assignment, notebook: NotebookNode) -> Report:
    """Run the notebook and report.

    Raises:
        Trouble: if it cannot be run at all: no kernel, or a cell that ends the kernel.
    """
    from workbench.validate import error_of, failed_tests, run

    try:
        book = run(assignment, notebook)
    except Exception as error:  # a kernel that dies or does not come up raises one of a dozen types
        why = str(error).strip().split("\n", 1)[0] or type(error).__name__
        raise Trouble(f"The notebook could not be run: {why}. Does a cell end the kernel, or use up memory?") from None
    failed = {name(cell) or "": error_of(cell) for cell in failed_tests(book)}
    broken = [
        f"{name(cell) or f'cell {number}'}: {wrong.ename}: {wrong.evalue.splitlines()[0] if wrong.evalue else ''}"
        for number, cell in enumerate(book.cells, start=1)
        if (wrong := error_of(cell)) and not mark(cell).get("grade") and wrong.ename != "NotImplementedError"
    ]
    released = read(assignment.released)
    return Report(
        tests=sum(map(is_visible_test, released.cells)),
        failed={test: error.evalue or error.ename for test, error in failed.items() if error is not None},
        broken=broken,
        blank=_blank(notebook, released),
        hidden=hidden_points(released),
    )


def _blank(notebook: NotebookNode, released: NotebookNode) -> list[str]:
    """Written answers that nobody has begun."""
    texts = {name(cell): cell.source.strip() for cell in notebook.cells if name(cell)}
    written = [cell for cell in released.cells if cell.cell_type == "markdown" and mark(cell).get("solution")]
    return [str(name(cell)) for cell in written if texts.get(name(cell)) == cell.source.strip()]
