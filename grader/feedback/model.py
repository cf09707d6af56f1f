"""What one feedback page tells, as data: points, problems, tasks."""

from dataclasses import dataclass, field
from datetime import datetime

from grader.feedback.findings import Finding, State, SyntaxFault
from grader.feedback.tasks import Task
from grader.gradebook.read_scores import Score

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
    decided: str = ""  # how an exception decides its points
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
        """The points that are still to be graded."""
        return sum(task.waiting for task in self.tasks)

    @property
    def not_right(self) -> list[TaskReport]:
        """The tasks with something to mend, in the notebook's order."""
        return [task for task in self.tasks if task.problems and not task.unwritten]

    @property
    def unwritten(self) -> list[TaskReport]:
        """The tasks that the student has not begun, and that count."""
        return [task for task in self.tasks if task.unwritten and not task.decided]

    @property
    def written(self) -> list[TaskReport]:
        """The written answers that count, which a person marks."""
        return [task for task in self.tasks if task.task.manual and task.of and not task.unwritten]

    @property
    def unread(self) -> list[TaskReport]:
        """The written answers that are still to be graded."""
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
