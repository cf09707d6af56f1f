"""What one feedback page tells: points, what is not right, written answers, what passed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from nbformat.notebooknode import NotebookNode
from nbgrader.utils import compute_checksum

from grader.feedback.findings import Finding, State, SyntaxFault
from grader.feedback.tasks import HEADING, Task
from grader.gradebook.read_scores import Score, Scores
from workbench.cells import grade_id, grading, is_answer

NUMBER = re.compile(r"^section (\d+)\b")
NOWHERE = Score(0.0, 0.0)


@dataclass(frozen=True)
class Test:
    """A test on the page.

    Args:
        about: what it looks at, in words.
        cell: its position on the page.
        finding: how it went.
        score: its points; a visible test has none.
    """

    about: str
    cell: int
    finding: Finding
    score: Score

    @property
    def lost(self) -> float:
        """The points that it did not give."""
        return max(0.0, self.score.of - self.score.points)


@dataclass
class Problem:
    """One mistake in one task, and the tests that failed because of it."""

    finding: Finding
    tests: list[Test]
    section: int | None = None  # the position of the section to read
    fault: SyntaxFault | None = None
    same_as: str = ""  # the title of an earlier task with the same mistake

    @property
    def graded(self) -> list[Test]:
        """Its tests that give points."""
        return [test for test in self.tests if test.score.of]

    @property
    def lost(self) -> float:
        """The points that it costs."""
        return sum(test.lost for test in self.tests)

    @property
    def values(self) -> str:
        """The expected and the returned value, from the first test that shows them."""
        return next((test.finding.values for test in self.tests if test.finding.values), "")

    @property
    def to_run(self) -> Test | None:
        """A visible test that shows those values in the student's own notebook."""
        return next((test for test in self.tests if not test.score.of), None)


@dataclass
class TaskReport:
    """How one task went."""

    task: Task
    points: float = 0.0
    of: float = 0.0
    waiting: float = 0.0
    by_person: bool = False
    untouched: bool = False  # whether its cell is as it was released, and points are missing
    cell: int | None = None  # the position of the student's cell
    problems: list[Problem] = field(default_factory=list)
    passed: list[Test] = field(default_factory=list)
    comment: str = ""
    fault: SyntaxFault | None = None

    @property
    def unwritten(self) -> bool:
        """Whether the student has not begun it."""
        stubs = all(problem.finding.state is State.UNWRITTEN for problem in self.problems)
        return self.untouched or (bool(self.problems) and stubs and not self.fault)

    @property
    def marked(self) -> bool:
        """Whether a person has marked it."""
        return self.by_person and not self.waiting

    @property
    def right(self) -> int:
        """How many of its graded tests passed."""
        return sum(1 for test in self.passed if test.score.of)

    @property
    def lost(self) -> float:
        """The points that it did not give and that nobody is still to give."""
        return max(0.0, self.of - self.waiting - self.points)


@dataclass
class Report:
    """One feedback page."""

    student: str
    handed_in: datetime | None
    penalty: float
    tasks: list[TaskReport]
    more: float = 0.0  # points of cells that belong to no task

    @property
    def points(self) -> float:
        """The points so far."""
        return sum(task.points for task in self.tasks) + self.more - self.penalty

    @property
    def of(self) -> float:
        """The points of everything that is marked."""
        return sum(task.of - task.waiting for task in self.tasks)

    @property
    def waiting(self) -> float:
        """The points that wait for a reader."""
        return sum(task.waiting for task in self.tasks)

    @property
    def not_right(self) -> list[TaskReport]:
        """The tasks with something to mend, in the notebook's order."""
        return [task for task in self.tasks if task.problems and not task.unwritten]

    @property
    def unwritten(self) -> list[TaskReport]:
        """The tasks that the student has not begun."""
        return [task for task in self.tasks if task.unwritten]

    @property
    def written(self) -> list[TaskReport]:
        """The written answers, which a person marks."""
        return [task for task in self.tasks if task.task.manual and not task.unwritten]

    @property
    def unread(self) -> list[TaskReport]:
        """The written answers that wait for a reader."""
        return [task for task in self.written if task.waiting]

    @property
    def commented(self) -> list[TaskReport]:
        """The tasks with tests on which a reader wrote something."""
        # nbgrader's own comment on a task that was never begun only says so.
        return [
            task
            for task in self.tasks
            if task.comment and not task.task.manual and not task.unwritten
        ]

    @property
    def faults(self) -> list[TaskReport]:
        """The tasks whose cell Python cannot parse."""
        return [task for task in self.tasks if task.fault]


def report(
    notebook: NotebookNode,
    tasks: Iterable[Task],
    scores: Scores,
    findings: dict[int, Finding],
    faults: dict[int, SyntaxFault],
    student: str,
) -> Report:
    """Return what the page of a redacted notebook tells.

    Args:
        notebook: the graded notebook.
        tasks: the module's tasks.
        scores: its points and comments.
        findings, faults: what `Redact` found, by the cells' positions.
        student: the student's id.
    """
    places: dict[str, int] = {}
    for index, cell in enumerate(notebook.cells):
        places.setdefault(grade_id(cell) or "", index)
    headings = sections(notebook)
    same = {grade_id(cell) or "" for cell in notebook.cells if _untouched(cell)}
    found = [_task(task, places, scores, findings, faults, headings, same) for task in tasks]
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


def _problems(
    failed: list[Test], fault: SyntaxFault | None, headings: dict[str, int]
) -> list[Problem]:
    """Group failed tests by their mistake, the most costly first."""
    groups: dict[tuple[str, ...], Problem] = {}
    # Those with points first: a visible test only adds to what they say.
    for test in sorted(failed, key=lambda test: not test.score.of):
        key = _mistake(test.finding)
        if fault is not None:  # then none of the student's code was there
            key = ("fault",)
        elif key not in groups and not test.score.of:
            key = _alike(test.finding, groups) or key
        problem = groups.setdefault(key, Problem(test.finding, []))
        problem.tests.append(test)
        problem.section = _section(problem.finding.read, headings)
        problem.fault = fault if key == ("fault",) else None
    return sorted(groups.values(), key=lambda problem: -problem.lost)


def _alike(finding: Finding, groups: dict[tuple[str, ...], Problem]) -> tuple[str, ...] | None:
    """Return the group whose tests found the same thing not to be right, whatever is likely."""
    return next(
        (
            key
            for key, problem in groups.items()
            if problem.finding.title and problem.finding.title == finding.title
        ),
        None,
    )


def _link_repeats(tasks: list[TaskReport]) -> None:
    """Let a mistake that an earlier task has too refer to it."""
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
