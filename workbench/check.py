"""The verb `check`: run the notebook, report the visible tests and what is not done yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from workbench.assignment import Assignment
from workbench.cells import grade_id, is_visible_test, is_written
from workbench.errors import UserError
from workbench.load import StudentNotebook, load
from workbench.notebook import read, tested_points


@dataclass(frozen=True)
class Report:
    """The result of running a notebook.

    Args:
        tests: how many visible tests there are.
        failed: grade_id of the test -> its message.
        cell_errors: cells outside the tests that ended with an error, one line each.
        unanswered: written answers without a change, by the names of their tasks.
        points: visible test -> the points that the hidden tests of its task give.
        tasks: grade_id -> the name of its task.
    """

    tests: int
    failed: dict[str, str]
    cell_errors: list[str]
    unanswered: list[str]
    points: dict[str, int]
    tasks: dict[str, str]

    @property
    def summary(self) -> str:
        """How many visible tests pass, in a line."""
        if not self.failed:
            return f"All {self.tests} visible tests pass."
        return f"{self.tests - len(self.failed)} of {self.tests} visible tests pass."

    @property
    def progress(self) -> list[str]:
        """A tick or a cross for each task, and a bar of the points of those that pass."""
        lines = [
            f"  {'✗' if test in self.failed else '✓'} {self.tasks.get(test, test)}: "
            f"{_points(points)}"
            for test, points in self.points.items()
        ]
        tried = sum(points for test, points in self.points.items() if test not in self.failed)
        return [*lines, f"  {bar(tried, sum(self.points.values()))} points tried."] if lines else []

    @property
    def hidden_note(self) -> str:
        """How many points the visible tests say nothing about, in a line."""
        hidden = _points(sum(self.points.values()))
        return f"{hidden} depend on hidden tests, which run when your work is graded."


def bar(points: int, of: int) -> str:
    """The share of the points, as 20 squares and in numbers."""
    filled = 20 * points // of if of else 0
    return f"{'■' * filled}{'□' * (20 - filled)} {points} of {of}"


def _points(number: int) -> str:
    return f"{number} point{'s' if number != 1 else ''}"


def check(assignment: Assignment) -> int:
    """Print the report; return 0 if every visible test passes, else 1."""
    work = load(assignment)
    path = assignment.notebook.relative_to(assignment.root)
    print(f"Running {path} as it was last saved ...", flush=True)
    report = make_report(assignment, work)
    for line in (*repair_lines(work), *report_lines(report), *report.progress):
        print(line)
    print(report.summary)
    print(report.hidden_note)
    # Cells outside the tests do not count: they give no points.
    return 1 if report.failed else 0


def repair_lines(work: StudentNotebook) -> Iterator[str]:
    """What was repaired before the run, as lines to print."""
    if work.notes:
        yield "Repaired before the run, as grading does; your file is unchanged:"
        yield from (f"  {note}" for note in work.notes)


def report_lines(report: Report) -> Iterator[str]:
    """Failed tests, cells with errors and unanswered questions, as lines to print."""
    for test, message in report.failed.items():
        first, *more = message.splitlines() or [""]
        yield f"  {report.tasks.get(test, test)}: {first}"
        yield from (f"    {line}" for line in more)
    for line in report.cell_errors:
        yield f"  {line}"
    if report.unanswered:
        yield f"  still to be written in words: {', '.join(report.unanswered)}"


def make_report(assignment: Assignment, work: StudentNotebook) -> Report:
    """Run the notebook and report.

    Raises:
        UserError: if it cannot be run: no kernel starts, or a cell ends the kernel.
    """
    # Imported here: they load nbgrader and nbconvert, which takes a second.
    from workbench.findings import cell_errors, failed_tests
    from workbench.run import run_as_graded

    try:
        book = run_as_graded(assignment, work.notebook)
    except Exception as error:  # a kernel that dies or does not start raises one of many types
        why = str(error).strip().split("\n", 1)[0] or type(error).__name__
        raise UserError(
            f"The notebook could not be run: {why}. "
            "Does a cell end the kernel, or use up the memory?"
        ) from None
    failed = failed_tests(book)
    # A failed test already shows its own cell's error; it is not listed a second time.
    shown = {(work.tasks.get(test), message) for test, message in failed.items()}
    errors = [(work.tasks.get(cell, cell), message) for cell, message in cell_errors(book)]
    released = read(assignment.released)
    return Report(
        tests=sum(map(is_visible_test, released.cells)),
        failed=failed,
        cell_errors=[
            f"{cell}: {message}" for cell, message in errors if (cell, message) not in shown
        ],
        unanswered=_unanswered(work, released),
        points=tested_points(released),
        tasks=work.tasks,
    )


def _unanswered(work: StudentNotebook, released: NotebookNode) -> list[str]:
    """The tasks whose written answer is still the released text."""
    texts = {grade_id(cell): cell.source.strip() for cell in work.notebook.cells if grade_id(cell)}
    written = [cell for cell in released.cells if is_written(cell)]
    same = [cell for cell in written if texts.get(grade_id(cell)) == cell.source.strip()]
    ids = [str(grade_id(cell)) for cell in same]
    return [work.tasks.get(each, each) for each in ids]
