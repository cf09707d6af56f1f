"""Bring the roster up to date from a platform's table: who is new, gone, or doubtful."""

from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path

from grader.course.errors import CourseError
from grader.course.files import write_bytes
from grader.course.lock import only_collection
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.people import People, Person
from grader.submissions.roster.entries import OWNER_ONLY, Entry
from grader.submissions.roster.forms import Form, Listed, Sheet, mark_columns
from grader.submissions.roster.spelling import plain, spellings
from grader.submissions.roster.ties import module_of, tie
from grader.submissions.sender import as_student_id, short_digest

PARTS = ("name", "first", "last", "login", "id", "email", "section")


@dataclass
class Changes:
    """What a table changes in the roster; each is a line for the user."""

    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    aside: int = 0
    people: int = 0


def update(
    course: Course, sheet: Sheet, data: bytes, module: Module | None, *, part: bool = False
) -> Changes:
    """Write `roster.json`, `people.json` and a copy of the table from a platform's table.

    Args:
        course: the term.
        sheet, data: the table, and the bytes of its file.
        module: the module that a Moodle grading worksheet is for.
        part: whether the table has a part of the class, so that nobody is gone.

    Raises:
        CourseError: for a grading worksheet without a module, or an empty table.
    """
    if sheet.form.of_one_assignment and module is None:
        what = f"{sheet.table.path} is a grading worksheet, which numbers people for one assignment"
        raise CourseError(f"{what}: say which with --module.")
    if not sheet.people:
        raise CourseError(f"{sheet.table.path}: there is nobody in it: export it again.")
    of = module.id if module else ""
    course.folder.mkdir(parents=True, exist_ok=True)
    with only_collection(course):
        people = People(course)
        changes = _changes(course, people, sheet, of, part)
        people.save()
        people.roster.save()
        if mark_columns(sheet):
            write_bytes(copy_path(course, sheet.form, of), data, mode=OWNER_ONLY)
    return changes


def copy_path(course: Course, form: Form, module: str) -> Path:
    """Return where the newest table with marks of a form is kept, for the export."""
    return kept_table(course, form.platform, module if form.of_one_assignment else "")


def kept_table(course: Course, platform: str, module: str = "") -> Path:
    """Return the path of a platform's kept table; `module` for a grading worksheet."""
    return course.folder / "roster" / f"{platform}{'-' if module else ''}{module}.csv"


def _changes(course: Course, people: People, sheet: Sheet, of: str, part: bool) -> Changes:
    roster, form = people.roster, sheet.form
    changes = Changes(aside=len(sheet.aside), people=len(sheet.people))
    before = _Before(course, people)
    fresh: dict[str, Entry] = {}
    for _, listed in sheet.people:
        found = tie(people, form, listed, of)
        student, doubt = found.student, found.doubt
        if student in fresh:
            student, doubt = None, f"another row stands for {student} too"
        if student is None:
            student, guess = before.student(listed, form.platform, module_of(form, of), fresh)
            doubt = doubt or guess
        if doubt:
            changes.doubtful.append(f"row {listed.row}: {listed}: {doubt}")
        if student not in roster.entries:
            changes.new.append(str(listed))
        # Which of two people's ids is wrong is the user's to say, so nothing is taken over.
        unsure = found.contradicts and student == found.student
        fresh[student] = _entry(roster.entries.get(student), student, listed, form.platform, unsure)
        if listed.number and not unsure:
            _record(people, form.platform, module_of(form, of), listed, student)
    if not part:
        for each in list(roster.entries.values()):
            if each.platform == form.platform and each.student not in fresh and not each.gone:
                changes.gone.append(str(each))
                fresh[each.student] = each.model_copy(update={"gone": True})
    roster.put(fresh.values())
    return changes


def _entry(old: Entry | None, student: str, listed: Listed, platform: str, unsure: bool) -> Entry:
    """Return a person's entry with what a row adds; what the row leaves out stays."""
    if old is not None and unsure:
        return old.model_copy(update={"gone": False})
    known = old.model_dump() if old else {}
    said = {name: value for name in PARTS if (value := getattr(listed, name))}
    return Entry(**{**known, **said, "student": student, "platform": platform, "gone": False})


def _record(people: People, platform: str, of: str, listed: Listed, student: str) -> None:
    if people.numbered(platform, of, listed.number) is None:
        name = listed.name or f"Participant {listed.number}"
        people.add(
            Person(platform=platform, module=of, number=listed.number, name=name, student=student)
        )


class _Before:
    """The students whose files were collected before they were in the roster, and new ids."""

    def __init__(self, course: Course, people: People) -> None:
        self._people = people
        folder = course.folder / "submitted"
        ids = {each.student for each in people.records()}
        ids |= {each.name for each in folder.glob("*") if each.is_dir()}
        self._used = {each.casefold() for each in ids | set(people.roster.entries)}
        self._ids = {each.casefold(): each for each in ids - set(people.roster.entries)}
        self._named: dict[str, set[str]] = {}
        for name, student in [
            *((each.name, each.student) for each in people.records()),
            *((each, each) for each in self._ids.values()),
        ]:
            if student.casefold() in self._ids:
                self._named.setdefault(plain(name), set()).add(student)

    def student(
        self, listed: Listed, platform: str, of: str, fresh: Container[str]
    ) -> tuple[str, str]:
        """Return the id of a person who is new to the roster, and why it is doubtful."""
        login = self._ids.get(as_student_id(listed.login).casefold()) if listed.login else None
        if login is not None and login not in fresh:
            return login, ""
        same = {
            student
            for spelling in spellings(listed.name, listed.first, listed.last)
            for student in self._named.get(spelling, ())
        }
        if len(same) == 1 and not any(each in fresh for each in same):
            (student,) = same
            if not (listed.number and self._people.record(student, platform, of)):
                return student, f"matched to the files of {student} by name only"
        return self._new(listed), ""

    def _new(self, listed: Listed) -> str:
        base = as_student_id(
            listed.login
            or listed.name
            or listed.email
            or listed.id
            or f"participant {listed.number}"
        )
        student, more = base, listed.number or listed.id or short_digest(str(listed))
        if student.casefold() in self._used:
            student = as_student_id(f"{base}-{more}")
        if student.casefold() in self._used:
            student = f"{student}-{short_digest(f'{listed.row} {listed}')}"
        self._used.add(student.casefold())
        return student
