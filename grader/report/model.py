"""What a report says, as data: `grader report --json` writes it, and the page is made from it."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of all parts of a report."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Group(Part):
    """How many students, and who; nobody is named in an anonymous report."""

    count: int = 0
    students: list[str] = []

    @classmethod
    def of(cls, students: "set[str] | list[str]") -> "Group":
        """Return the group of these students."""
        return cls(count=len(students), students=sorted(students))


class Late(Part):
    """A submission after the due date."""

    student: str
    hours: float


class Exempted(Part):
    """A student with exceptions, and what to know about them."""

    student: str
    notes: list[str]


class HandedIn(Part):
    """Who handed in, when, and what of it is graded."""

    people: int
    """Everybody of the roster, or of the gradebook if there is no roster, and who handed in."""
    handed_in: Group
    missing: Group
    excused: Group
    """For whom the module does not count."""
    late: Group
    lateness: list[Late]
    graded: int
    """Submissions with a notebook that ran: the figures are about these."""
    due: datetime | None
    """In UTC; None if the gradebook has no due date."""


class Points(Part):
    """How the points are distributed, each as a share of what is marked so far."""

    bins: list[int]
    """Students below 10 %, below 20 %, ... and from 90 % to all."""
    mean: float | None
    median: float | None
    lower: float | None
    """A quarter of the students have less."""
    upper: float | None
    """A quarter of the students have more."""
    waiting: Group
    """Students with answers that are still to be graded."""
    waiting_points: float
    """Of those answers, for one student."""


class Task(Part):
    """One exercise: how it went, for all and for the best and the weakest quarter."""

    name: str
    title: str
    read: str
    points: float
    share: float | None
    """The mean share of the points; None while an answer is still to be graded."""
    best: float | None
    """The same of the best quarter; None if the class is too small for quarters."""
    weakest: float | None
    discrimination: float | None
    """How much better the best quarter does than the weakest, from -1 to 1."""
    not_begun: Group
    waiting: int
    remark: str
    """What the figures suggest; empty if nothing stands out."""


class Mistake(Part):
    """A misconception of the answer library."""

    sentence: str
    read: str
    """The section that teaches it."""
    tasks: list[str]
    points_lost: float
    """By all students together, in the tests that named it."""
    students: Group


class Failure(Part):
    """Failed tests of a task for which the answer library knows no misconception."""

    task: str
    what: str
    students: Group


class Need(Part):
    """A student who needs help now, and why."""

    student: str
    share: float | None
    reasons: list[str]


class Case(Part):
    """A submission for a person to look at."""

    student: str
    kind: str
    """The verdict, or `repaired`, or `not graded`."""
    notes: list[str]
    folder: str
    """Where it lies in the term's folder."""


class Passage(Part):
    """A piece of code, and whether the other submission has it too."""

    text: str
    alike: bool


class Sides(Part):
    """The answers of two students to one exercise."""

    task: str
    left: list[Passage]
    right: list[Passage]


class Pair(Part):
    """Two submissions that are suspiciously alike."""

    left: str
    right: str
    left_share: float
    """How much of what is the left one's own stands in the right one as well."""
    right_share: float
    length: int
    """Characters of code that both have."""
    sides: list[Sides]


class Alike(Part):
    """The pairs of submissions that are alike, and what was compared how."""

    compared: int
    threshold: float
    """The share from which a pair is shown."""
    shortest: int
    """Characters of code that a pair has in common at least."""
    common: int
    """Code that more submissions than this have is nobody's own."""
    count: int
    pairs: list[Pair]


class Report(Part):
    """The report on one module."""

    module: str
    title: str
    course: str
    section: str
    """The section of the class that it is about; empty for the whole class."""
    points: float
    made: datetime
    anonymous: bool
    names: dict[str, str]
    """Student -> name, where the roster has one."""
    notes: list[str]
    handed_in: HandedIn
    distribution: Points
    tasks: list[Task]
    mistakes: list[Mistake]
    failures: list[Failure]
    help_count: int
    help: list[Need]
    by_hand_counts: dict[str, int]
    by_hand: list[Case]
    exceptions_count: int
    exceptions: list[Exempted]
    alike: Alike
