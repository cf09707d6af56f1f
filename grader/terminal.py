"""What the instructor sees in the terminal: progress while a class is graded, and its points."""

import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

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
from rich.table import Table
from rich.text import Text

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course
from grader.course.text import first_line, printable
from grader.grading.engines import DEFAULT

if TYPE_CHECKING:
    from grader.feedback.pages import Page
    from grader.library.answers import Answer
    from grader.proof.coverage import TriedAnswer

console = Console()


class RateColumn(ProgressColumn):
    """How many submissions are treated in a second."""

    def render(self, task: Task) -> Text:
        """The rate so far, or nothing until it is known."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f}/s", style="progress.data.speed")


def say(text: str) -> None:
    """Print text without wrapping, markup or terminal control characters."""
    # Names and notes may contain brackets, which rich would read as markup.
    console.print(printable(text, also="\n"), highlight=False, markup=False, soft_wrap=True)


def grade_with_progress(
    course: Course,
    module: Module,
    students: list[str],
    jobs: int | None,
    engine: str = DEFAULT,
    unsafe: bool = False,
    cluster: str | None = None,
    done: str = "graded",
) -> None:
    """Grade with a progress bar if on a terminal, then print a line that ends in `done`.

    Even if grading fails, grades.csv is written.
    """
    from grader.gradebook.grades import write_csv
    from grader.grading.batch import grade as grade_batch

    graded: list[str] = []
    with _progress() as progress:
        task = progress.add_task(f"Grading {module.id}", total=len(students))

        def report(outcome: Outcome) -> None:
            graded.append(outcome.student)
            line = first_line(f"Grading {module.id}: {outcome.student} {outcome.verdict}", 100)
            progress.update(task, advance=1, description=line)

        try:
            grade_batch(
                course, module, students, jobs=jobs, report=report, note=say, engine=engine,
                unsafe=unsafe, cluster=cluster,
            )  # fmt: skip
        finally:
            if graded:
                write_csv(course)
    say(f"{module.id}: {len(students)} {done}.")


def write_pages_with_progress(course: Course, module: Module, students: list[str]) -> "list[Page]":
    """Write feedback pages, with a progress bar on a terminal; each page is there or as it was."""
    from grader.feedback.pages import write_feedback

    with _progress() as progress:
        task = progress.add_task(f"Feedback {module.id}", total=len(students))

        def report(page: "Page") -> None:
            line = first_line(f"Feedback {module.id}: {page.student}", 100)
            progress.update(task, advance=1, description=line)

        return write_feedback(course, module, students, report=report)


def _progress() -> Progress:
    columns = (
        TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(),
        RateColumn(), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    return Progress(*columns, console=console, disable=not console.is_terminal)


def print_table(course: Course, module: Module) -> None:
    """Print students by exercises, the legend, and what there is to say about single students."""
    from grader.gradebook.exceptions import load
    from grader.gradebook.grades import above_maximum, grade_table, legend, rows

    found, table = rows(course, module)
    print_wide(grade_table(module, found, table))
    console.print(legend(found), highlight=False)
    if every := sorted(load(course).of_all(module.id).excused):
        say(f"  Excused for all: {', '.join(every)}.")
    for row in table:
        about = [" ".join(row.remarks)] if row.remarks else []
        for note in [*row.outcome.notes, *about]:
            say(f"  {first_line(row.student, 100)}: {note}")
    for line in above_maximum(course, module):
        say(f"  {line}")


def print_wide(view: Table) -> None:
    """Print a table at full width: the terminal wraps long lines, where rich would cut them."""
    Console(width=max(console.width, _width(view))).print(view)


def _width(view: Table) -> int:
    """How many columns of text a table takes."""
    # Without max_width, measure() returns at most the console's own width.
    return console.measure(view, options=console.options.update(max_width=500)).maximum


def draw_table(course: Course, module: Module, path: Path) -> None:
    """Write a module's points and their legend as an SVG picture that asks for no font or host."""
    from grader.gradebook.grades import grade_table, legend, rows

    found, table = rows(course, module)
    view = grade_table(module, found, table)
    # Recorded for the picture and not printed.
    paper = Console(width=_width(view), file=io.StringIO(), record=True)
    paper.print(view)
    paper.print(legend(found), highlight=False)
    picture = paper.export_svg(title=module.id, unique_id="table")
    # rich's SVG loads its font from a host.
    write_text(path, re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL))


def show_coverage(course: Course, module: Module, only: str | None) -> bool:
    """Print what the tests tell apart, exercise by exercise.

    Returns whether every answer is caught or paid as it should be.
    """
    from grader.proof.coverage import Coverage

    coverage, good = Coverage(course, module), True
    for exercise in [
        name for name in module.points if name not in module.manual and only in (None, name)
    ]:
        # The groups first: they name an answer that does not end.
        alike = {name: group for group in coverage.groups(exercise) for name in group}
        results = coverage.results(exercise)
        right = [result for result in results if result.answer.right]
        wrong = [result for result in results if not result.answer.right]
        # Any sentence of a group counts, since no comparison tells its answers apart.
        named = [r for r in wrong if r.shown & set(alike.get(r.answer.name, [r.answer.name]))]
        say(
            f"{exercise}: {sum(r.caught for r in wrong)} of {len(wrong)} wrong answers caught, "
            f"{len(named)} under their own sentence, "
            f"{sum(not r.caught for r in right)} of {len(right)} right ones pass; "
            f"a visible check fails for {sum(r.visible for r in wrong)}."
        )
        for result in results:
            good = good and result.caught != result.answer.right
            if problem := _problem(result, named=result in named):
                say(f"  {problem}")
        for group in {tuple(group) for group in alike.values()}:
            say(f"  never told apart: {', '.join(group)}")
    for line in coverage.problems():
        say(f"  {line}")
        good = False
    return good


def show_uneven(course: Course, module: Module, only: str | None, seeds: int) -> bool:
    """Print the answers whose points depend on the inputs; return whether there are none."""
    from grader.library.answers import load_answers
    from grader.library.trial import Trials
    from grader.proof.mutants import mutants_of
    from grader.proof.seeds import missed, uneven

    answers, mutants = (
        [answer for answer in every if only in (None, answer.exercise)]
        for every in (load_answers(course.library, module), mutants_of(course, module))
    )
    trials, count, total = Trials(course, module), 0, len(answers) + len(mutants)
    with _progress() as progress:
        task = progress.add_task(f"Seeds {module.id}", total=total)

        def counted(every: "list[Answer]") -> "Iterator[Answer]":
            for answer in every:
                yield answer
                progress.advance(task)

        tried = uneven(trials, counted(answers), seeds), missed(trials, counted(mutants), seeds)
        for found in chain(*tried):
            count += 1
            say(f"  {found}")
    say(f"{module.id}: {total} answers, {seeds} seeds: {count} depend on the inputs.")
    return not count


def _problem(result: "TriedAnswer", *, named: bool) -> str:
    """What is wrong with the tests' result for an answer; empty if nothing is."""
    name = result.answer.name
    if result.answer.right:
        failed = next(iter(result.failed.items()), "a visible check fails")
        wrong = result.caught or result.visible
        return f"right, but failed: {name}: {failed}" if wrong else ""
    if not result.caught:
        return f"wrong, but not caught: {name}: {result.answer.about}"
    shown = ", ".join(sorted(result.shown)) or "none"
    return "" if named else f"shown under another sentence: {name}: {shown}"
