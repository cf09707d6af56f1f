"""Who is in the class, who handed in, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from nbgrader.api import MissingEntry

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.term import Course
from grader.report.excepted import excepted
from grader.report.model import Exempted, Group, HandedIn, Late
from grader.submissions.roster.entries import Roster


@dataclass(frozen=True)
class Register:
    """The people of a class.

    Args:
        names: student -> name, for those of whom one is known.
        people: everybody.
        handed_in: who handed in anything.
        excused: for whom the module does not count.
        extended: whose own due date is still to come.
        late: student -> seconds after the due date, of the graded submissions.
        due: the due date in UTC; None if there is none.
    """

    names: dict[str, str]
    people: list[str]
    handed_in: list[str]
    excused: set[str]
    extended: set[str]
    late: dict[str, float]
    due: datetime | None

    @property
    def missing(self) -> list[str]:
        """Who handed in nothing, of those for whom the module counts."""
        return sorted(set(self.people) - set(self.handed_in) - self.excused)

    @property
    def overdue(self) -> list[str]:
        """Who handed in nothing though the due date is over."""
        over = self.due is not None and self.due < datetime.now(UTC)
        return [each for each in self.missing if each not in self.extended] if over else []

    def figures(self, graded: int) -> HandedIn:
        """Return what the report says about it."""
        return HandedIn(
            people=len(self.people),
            handed_in=Group.of(self.handed_in),
            missing=Group.of(self.missing),
            excused=Group.of(self.excused),
            late=Group.of(list(self.late)),
            lateness=[
                Late(student=student, hours=seconds / 3600)
                for student, seconds in sorted(self.late.items(), key=lambda each: -each[1])
            ],
            graded=graded,
            due=self.due,
        )


def register(course: Course, module: Module, section: str = "") -> tuple[Register, list[Exempted]]:
    """Read the register of a module, and what to know about exceptions.

    With a roster, its people and whoever handed in are the class; without one, everybody in the
    gradebook.

    Raises:
        CourseError: if nobody is in the section, or for what is wrong in `exceptions.yml`.
    """
    roster = Roster(course)
    entries = [each for each in roster.entries.values() if not each.gone]
    handed_in = course.students(module)
    names, known, late, due = _gradebook(course, module)
    names |= {each.student: each.name for each in roster.entries.values() if each.name}
    people = {each.student for each in entries} if roster else known
    if section:
        wanted = {each.student for each in roster.entries.values() if section in each.sections}
        if not wanted:
            raise CourseError(_no_section(section, roster))
        people, handed_in = people & wanted, [each for each in handed_in if each in wanted]
    everybody = sorted(people | set(handed_in))
    found = excepted(course, module, everybody)
    read = Register(
        {student: names[student] for student in everybody if student in names},
        everybody,
        handed_in,
        found.excused,
        found.extended,
        {student: seconds for student, seconds in late.items() if student in everybody},
        due,
    )
    return read, found.told


def _gradebook(
    course: Course, module: Module
) -> tuple[dict[str, str], set[str], dict[str, float], datetime | None]:
    """Return names, students, seconds late and the due date, as the gradebook has them."""
    with course.gradebook() as gradebook:
        students = gradebook.students
        called = {
            each.id: " ".join(part for part in (each.first_name, each.last_name) if part)
            for each in students
        }
        names = {student: name for student, name in called.items() if name}
        try:
            assignment = gradebook.find_assignment(module.id)
        except MissingEntry:
            return names, set(called), {}, None
        late = {
            each.student_id: float(each.total_seconds_late)
            for each in assignment.submissions
            if each.total_seconds_late > 0
        }
        # SQLite keeps no time zone; nbgrader's due dates are in UTC.
        due = assignment.duedate.replace(tzinfo=UTC) if assignment.duedate else None
        return names, set(called), late, due


def _no_section(section: str, roster: Roster) -> str:
    there: Sequence[str] = sorted(
        {part for each in roster.entries.values() for part in each.sections if part}
    )
    if not there:
        return f"The roster has no section {section!r}: it names none. Leave out --section."
    return f"Nobody is in the section {section!r}. There are: {', '.join(there)}."
