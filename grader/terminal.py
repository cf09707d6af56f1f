"""What the instructor sees in the terminal: a progress bar while a class is graded, and the table of its points."""

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from grader.course import Course
from grader.engines import DEFAULT
from grader.manifest import Module
from grader.verdict import Outcome

console = Console()


class RateColumn(ProgressColumn):
    """How many submissions are graded in a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f}/s", style="progress.data.speed")


def say(text: str) -> None:
    """Print a line as it is, however long."""
    console.print(text, highlight=False, markup=False, soft_wrap=True)


def grade_with_progress(
    course: Course,
    module: Module,
    students: list[str],
    jobs: int | None,
    engine: str = DEFAULT,
    unsafe: bool = False,
    cluster: str | None = None,
) -> None:
    """Grade with a progress bar on a terminal and a closing line anywhere, then write grades.csv."""
    from grader.batch import grade as grade_batch
    from grader.grades import write_csv

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), RateColumn(), TimeElapsedColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"Grading {module.id}", total=len(students))

        def report(outcome: Outcome) -> None:
            progress.update(task, advance=1, description=f"Grading {module.id}: {outcome.student} {outcome.verdict}")

        grade_batch(course, module, students, jobs=jobs, report=report, engine=engine, unsafe=unsafe, cluster=cluster)
    say(f"{module.id}: {len(students)} graded.")
    write_csv(course)


def print_table(course: Course, module: Module) -> None:
    """Students by exercises, the legend, and a line for everyone about whom there is something to say."""
    from grader.grades import grade_table, legend, rows

    found, table = rows(course, module)
    view = grade_table(module, found, table)
    # A table that is wider than the terminal is better wrapped by it than cut by us.
    needed = console.measure(view, options=console.options.update(max_width=500)).maximum
    Console(width=max(console.width, needed)).print(view)
    console.print(legend(found), highlight=False)
    for row in table:
        for note in row.outcome.notes:
            say(f"  {row.student}: {note}")
