"""Work out what one feedback page tells: points, what is not right, what passed."""

import re
from collections.abc import Iterable

from nbformat.notebooknode import NotebookNode
from nbgrader.utils import compute_checksum

from grader.feedback.findings import Finding, State, SyntaxFault
from grader.feedback.model import NOWHERE, Problem, Report, TaskReport, Test
from grader.feedback.tasks import HEADING, Task
from grader.gradebook.exceptions import Allowance
from grader.gradebook.read_scores import Scores
from workbench.cells import grade_id, grading, is_answer

NUMBER = re.compile(r"^section (\d+)\b")


def report(
    notebook: NotebookNode,
    tasks: Iterable[Task],
    scores: Scores,
    findings: dict[int, Finding],
    faults: dict[int, SyntaxFault],
    student: str,
    allowance: Allowance | None = None,
) -> Report:
    """Return what the page of a redacted notebook tells.

    Args:
        notebook: the graded notebook.
        tasks: the module's tasks.
        scores: its points and comments.
        findings, faults: what `Redact` found, by the cells' positions.
        student: the student's id.
        allowance: the exceptions of the student in the module.
    """
    places: dict[str, int] = {}
    for index, cell in enumerate(notebook.cells):
        places.setdefault(grade_id(cell) or "", index)
    headings = sections(notebook)
    same = {grade_id(cell) or "" for cell in notebook.cells if _untouched(cell)}
    found = [_task(task, places, scores, findings, faults, headings, same) for task in tasks]
    for each in found:
        _decide(each, allowance or Allowance())
    _link_repeats(found)
    known = {name for task in tasks for name in task.tests}
    more = sum(score.points for name, score in scores.cells.items() if name not in known)
    who = f"{scores.name} ({student})" if scores.name else student
    return Report(who, scores.handed_in, scores.penalty, found, more)


def sections(notebook: NotebookNode) -> dict[str, int]:
    """Return heading -> the position of its cell; the first, if there are several."""
    found: dict[str, int] = {}
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown" and grade_id(cell) is None:
            for title in HEADING.findall(cell.source):
                found.setdefault(title, index)
    return found


def _untouched(cell: NotebookNode) -> bool:
    """Return whether a student's cell is as it was released."""
    return is_answer(cell) and grading(cell).get("checksum") == compute_checksum(cell)


def _task(
    task: Task,
    places: dict[str, int],
    scores: Scores,
    findings: dict[int, Finding],
    faults: dict[int, SyntaxFault],
    headings: dict[str, int],
    untouched: set[str],
) -> TaskReport:
    result = TaskReport(
        task, cell=places.get(task.name), comment=scores.comments.get(task.name, "")
    )
    result.fault = faults.get(-1 if result.cell is None else result.cell)
    failed: list[Test] = []
    for name, words in task.tests.items():
        score = scores.cells.get(name, NOWHERE)
        result.points += score.points
        result.of += score.of
        result.waiting += score.of if score.waiting and task.manual else 0.0
        result.by_person = result.by_person or score.by_person
        cell = places.get(name, -1)
        if cell in findings:
            test = Test(words, cell, findings[cell], score)
            # A failed test whose points were given by hand is nothing to mend.
            good = test.finding.state is State.PASSED or (score.of and not test.lost)
            (result.passed if good else failed).append(test)
    result.untouched = result.lost > 0 and task.name in untouched
    result.problems = _problems(failed, result.fault, headings)
    return result


def _decide(task: TaskReport, allowance: Allowance) -> None:
    """Give a task the points of an exception, or none at all if it is excused."""
    name = task.task.name
    if name in allowance.excused:
        task.points = task.of = task.waiting = 0.0
        task.decided = "excused"
    elif name in allowance.points:
        task.points, task.waiting = allowance.points[name].points, 0.0
        task.decided = "set by the instructor"


def _problems(
    failed: list[Test], fault: SyntaxFault | None, headings: dict[str, int]
) -> list[Problem]:
    """Group failed tests by their mistake, the most costly first."""
    groups: dict[tuple[str, ...], Problem] = {}
    # Those with points first: a visible test only adds to what they say.
    for test in sorted(failed, key=lambda test: not test.score.of):
        key = _mistake(test.finding)
        if fault is not None:  # the cell did not run, so every test fails
            key = ("fault",)
        elif key not in groups and not test.score.of:
            key = _alike(test.finding, groups) or key
        problem = groups.setdefault(key, Problem(test.finding, []))
        problem.tests.append(test)
        problem.section = _section(problem.finding.read, headings)
        problem.fault = fault if key == ("fault",) else None
    return sorted(groups.values(), key=lambda problem: -problem.lost)


def _alike(finding: Finding, groups: dict[tuple[str, ...], Problem]) -> tuple[str, ...] | None:
    """Return the group with the same title, whatever its likely mistake; None without one."""
    return next(
        (
            key
            for key, problem in groups.items()
            if problem.finding.title and problem.finding.title == finding.title
        ),
        None,
    )


def _link_repeats(tasks: list[TaskReport]) -> None:
    """Link a repeated mistake to the earlier task with it."""
    seen: dict[str, str] = {}
    for task in tasks:
        for problem in task.problems:
            likely = problem.finding.likely
            if likely:
                problem.same_as = seen.get(likely, "")
                seen.setdefault(likely, task.task.title)


def _mistake(finding: Finding) -> tuple[str, ...]:
    """Return what two findings about the same mistake have in common."""
    if finding.likely:
        return ("likely", finding.likely)
    return (finding.state.value, finding.title, finding.kind)


def _section(read: str, headings: dict[str, int]) -> int | None:
    """Return the position of a section such as `section 2, "Where the weights start"`."""
    quoted = read.partition('"')[2].rstrip('"')
    if quoted and quoted in headings:
        return headings[quoted]
    number = NUMBER.match(read)
    if number is None:
        return None
    start = f"{number[1]}. "
    return next((cell for title, cell in headings.items() if title.startswith(start)), None)
