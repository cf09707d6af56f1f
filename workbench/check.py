"""The verb `check`: run the notebook, and say which visible tests pass and what else is open."""

from collections.abc import Iterator
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from workbench.errors import Trouble
from workbench.notebook import hidden_points, is_visible_test, mark, name, read
from workbench.opened import Opened, opened
from workbench.place import Assignment


@dataclass(frozen=True)
class Report:
    """What a run of the notebook showed.

    Args:
        tests: how many visible tests there are.
        failed: grade_id of the test -> its message.
        broken: cells outside the tests that ended with an error, each in a line.
        blank: written answers that are as they were given, by the names of their tasks.
        hidden: points that hidden tests give.
        tasks: grade_id -> the name of its task.
    """

    tests: int
    failed: dict[str, str]
    broken: list[str]
    blank: list[str]
    hidden: int
    tasks: dict[str, str]

    @property
    def verdict(self) -> str:
        """One line about the visible tests."""
        if not self.failed:
            return f"All {self.tests} visible tests pass."
        return f"{self.tests - len(self.failed)} of {self.tests} visible tests pass."

    @property
    def rest(self) -> str:
        return f"{self.hidden} points depend on hidden tests, which run when your work is graded."


def check(assignment: Assignment) -> int:
    """Print the report; 0 if every visible test passes."""
    work = opened(assignment)
    print(
        f"Running {assignment.notebook.relative_to(assignment.root)} as it was last saved ...",
        flush=True,
    )
    report = look(assignment, work)
    for line in (*repaired(work), *told(report)):
        print(line)
    print(report.verdict)
    print(report.rest)
    return 1 if report.failed else 0


def repaired(work: Opened) -> Iterator[str]:
    """What was repaired before the run, in lines."""
    if work.notes:
        yield "Repaired before it was run, as grading does it; your file is as it was:"
        yield from (f"  {note}" for note in work.notes)


def told(report: Report) -> Iterator[str]:
    """What is open, in lines: failed tests with their messages, broken cells, answers still to be written."""
    for test, message in report.failed.items():
        first, *more = message.splitlines() or [""]
        yield f"  {report.tasks.get(test, test)}: {first}"
        yield from (f"    {line}" for line in more)
    for line in report.broken:
        yield f"  {line}"
    if report.blank:
        yield f"  still to be written in words: {', '.join(report.blank)}"


def look(assignment: Assignment, work: Opened) -> Report:
    """Run the notebook and report.

    Raises:
        Trouble: if it cannot be run at all: no kernel, or a cell that ends the kernel.
    """
    from workbench.findings import broken_cells, failed_tests
    from workbench.validate import run

    try:
        book = run(assignment, work.notebook)
    except Exception as error:  # a kernel that dies or does not come up raises one of a dozen types
        why = str(error).strip().split("\n", 1)[0] or type(error).__name__
        raise Trouble(
            f"The notebook could not be run: {why}. Does a cell end the kernel, or use up memory?"
        ) from None
    failed = failed_tests(book)
    said = {(work.tasks.get(test), message) for test, message in failed.items()}
    broken = [(work.tasks.get(place, place), how) for place, how in broken_cells(book)]
    released = read(assignment.released)
    return Report(
        tests=sum(map(is_visible_test, released.cells)),
        failed=failed,
        broken=[f"{place}: {how}" for place, how in broken if (place, how) not in said],
        blank=_blank(work, released),
        hidden=hidden_points(released),
        tasks=work.tasks,
    )


def _blank(work: Opened, released: NotebookNode) -> list[str]:
    """Written answers that nobody has begun."""
    texts = {name(cell): cell.source.strip() for cell in work.notebook.cells if name(cell)}
    written = [
        cell
        for cell in released.cells
        if cell.cell_type == "markdown" and mark(cell).get("solution")
    ]
    blank = [str(name(cell)) for cell in written if texts.get(name(cell)) == cell.source.strip()]
    return [work.tasks.get(each, each) for each in blank]
