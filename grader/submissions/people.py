"""Map a platform's numbers to students; the term's `people.json` keeps the mapping.

Where the platform gives a number, it identifies a person, not the name: two students of one name
get a folder each, and nobody gets another's. Canvas numbers its users once; Moodle, and Canvas for
anonymous work, give them another number in each assignment.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from grader.course.manifest import Module
from grader.course.term import Course
from grader.errors import CourseError
from grader.files import write_text
from grader.submissions.sender import Sender, as_student_id, short_digest


class Person(BaseModel):
    """One number of a platform, and the student it stands for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platform: str
    module: str
    """The assignment that the number belongs to; empty if it is the same in all of them."""
    number: str
    name: str
    student: str


RECORDS = TypeAdapter(list[Person])
Key = tuple[str, str, str]


class People:
    """The register of a term.

    Raises:
        CourseError: if `people.json` is damaged.
    """

    def __init__(self, course: Course) -> None:
        self._course = course
        self._path = course.folder / "people.json"
        self._is_new = not self._path.exists()
        self._known: dict[Key, Person] = {}
        # By folded name and by folded id (`_folded`).
        self._called: dict[str, list[Person]] = defaultdict(list)
        self._ids: dict[str, str] = {}
        try:
            for person in [] if self._is_new else RECORDS.validate_json(self._path.read_bytes()):
                self._add(person)
        except ValidationError as error:
            why = f"{self._path} is damaged ({error.errors()[0]['msg']})"
            raise CourseError(f"{why}: fix it, or restore it from a backup.") from None

    def save(self) -> None:
        """Write `people.json`."""
        records = sorted(
            self._known.values(),
            key=lambda each: (each.student, each.platform, each.module, each.number),
        )
        write_text(self._path, RECORDS.dump_json(records, indent=1).decode("utf-8") + "\n")

    def students(
        self, module: Module, senders: Iterable[Sender]
    ) -> tuple[dict[tuple[str, str], str], list[str]]:
        """Return sender's key -> student's id, and a note for each name that several have."""
        found: dict[tuple[str, str], str] = {}
        notes = []
        new = []
        folders = {_folded(each): each for each in self._course.students(module)}
        for each in senders:
            if not each.number:
                found[each.key] = self._by_name(each.name, folders)
                folders.setdefault(_folded(found[each.key]), found[each.key])
            elif known := self._known.get(_key(each, module)):
                found[each.key] = known.student
            else:
                new.append(each)
        # Counted before any is added, so that no one of several namesakes gets the name alone.
        crowd = Counter(_folded(each.name) for each in new)
        for each in new:
            alone = crowd[_folded(each.name)] == 1
            student = self._only(each, module, folders) if alone else None
            if student is None:
                student = self._numbered(each, folders)
                notes.append(
                    f"{student}: not the only one called {each.name!r}, so the id has a number"
                )
            found[each.key] = student
            platform, of, number = _key(each, module)
            self._add(
                Person(platform=platform, module=of, number=number, name=each.name, student=student)
            )
        return found, notes

    def _add(self, person: Person) -> None:
        self._known[person.platform, person.module, person.number] = person
        self._called[_folded(person.name)].append(person)
        self._ids[_folded(person.student)] = person.student

    def _only(self, who: Sender, module: Module, folders: dict[str, str]) -> str | None:
        """Return a new sender's id from the name alone; None if it may be another student's."""
        same = self._called.get(_folded(who.name), [])
        if not same:
            # A folder that is missing from the register belongs to somebody else, but if there is
            # no register yet, it is this person's.
            taken = _folded(who.name) in self._ids or (
                _folded(who.name) in folders and not self._is_new
            )
            return None if taken else folders.get(_folded(who.name), as_student_id(who.name))
        # Moodle's numbers change with the assignment, so one name counts as one person until two
        # people have had it.
        ids = {each.student for each in same}
        free = all(
            each.platform == who.platform and each.module not in ("", module.id) for each in same
        )
        return ids.pop() if free and len(ids) == 1 else None

    def _numbered(self, who: Sender, folders: dict[str, str]) -> str:
        student = f"{as_student_id(who.name)}-{who.number}"
        if _folded(student) in self._ids or _folded(student) in folders:
            student += f"-{short_digest(who.name)}"
        return student

    def _by_name(self, name: str, folders: dict[str, str]) -> str:
        """Return the id for a name without a number: the name itself, if it is a free, valid id."""
        student = as_student_id(name)
        other = folders.get(_folded(student), self._ids.get(_folded(student), student))
        return student if name == student == other else f"{student}-{short_digest(name)}"


def _key(who: Sender, module: Module) -> Key:
    return who.platform, "" if who.platform == "canvas" else module.id, who.number


def _folded(name: str) -> str:
    """Return a key that is equal for names which some file systems treat as one."""
    return as_student_id(name).casefold()
