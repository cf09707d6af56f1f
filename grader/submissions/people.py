"""Who is who: the students whom a platform's numbers stand for, kept in the term's `people.json`.

A person is a number, where the platform gives one, and not a name: two of one name get a folder
each, whenever they hand in, and nobody is ever given another's. Canvas numbers its users; Moodle,
and Canvas for anonymous work, number them anew in each assignment.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from grader.course.manifest import Module
from grader.course.term import Course
from grader.errors import CourseError
from grader.files import write_text
from grader.submissions.sender import Sender, fit, mark


class Person(BaseModel):
    """One number of a platform's, and the student whom it stands for."""

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
        CourseError: if `people.json` is there and cannot be read.
    """

    def __init__(self, course: Course) -> None:
        self._course = course
        self._path = course.folder / "people.json"
        self._is_new = not self._path.exists()
        self._known: dict[Key, Person] = {}
        self._called: dict[str, list[Person]] = defaultdict(list)  # by what is alike of their names
        self._ids: dict[
            str, str
        ] = {}  # what is alike of an id -> the id, in the register or on the disk
        try:
            for person in [] if self._is_new else RECORDS.validate_json(self._path.read_bytes()):
                self._add(person)
        except ValidationError as error:
            why = f"{self._path} is damaged ({error.errors()[0]['msg']})"
            raise CourseError(f"{why}: mend it, or take it from a backup.") from None

    def save(self) -> None:
        records = sorted(
            self._known.values(),
            key=lambda each: (each.student, each.platform, each.module, each.number),
        )
        write_text(self._path, RECORDS.dump_json(records, indent=1).decode("utf-8") + "\n")

    def students(
        self, module: Module, senders: Iterable[Sender]
    ) -> tuple[dict[tuple[str, str], str], list[str]]:
        """The student's id for each sender, by the sender's key, and notes on who had to be told apart."""
        found: dict[tuple[str, str], str] = {}
        notes = []
        new = []
        folders = {_alike(each): each for each in self._course.students(module)}
        for each in senders:
            if not each.number:
                found[each.key] = self._by_name(each.name, folders)
                folders.setdefault(_alike(found[each.key]), found[each.key])
            elif known := self._known.get(_key(each, module)):
                found[each.key] = known.student
            else:
                new.append(each)
        crowd = Counter(_alike(each.name) for each in new)
        for each in new:
            alone = crowd[_alike(each.name)] == 1
            student = self._only(each, module, folders) if alone else None
            if student is None:
                student = self._numbered(each, folders)
                notes.append(
                    f"{student}: not the only one called {each.name!r}, so told apart by number"
                )
            found[each.key] = student
            platform, of, number = _key(each, module)
            self._add(
                Person(platform=platform, module=of, number=number, name=each.name, student=student)
            )
        return found, notes

    def _add(self, person: Person) -> None:
        self._known[person.platform, person.module, person.number] = person
        self._called[_alike(person.name)].append(person)
        self._ids[_alike(person.student)] = person.student

    def _only(self, who: Sender, module: Module, folders: dict[str, str]) -> str | None:
        """The id of a new sender by their name alone, None if that is, or may be, another's."""
        same = self._called.get(_alike(who.name), [])
        if not same:
            # A folder of which the register does not know is somebody's; before there was one it is
            # this person's.
            taken = _alike(who.name) in self._ids or (
                _alike(who.name) in folders and not self._is_new
            )
            return None if taken else folders.get(_alike(who.name), fit(who.name))
        # Moodle's number is another in each assignment, so one name is one person until two have
        # borne it.
        ids = {each.student for each in same}
        free = all(
            each.platform == who.platform and each.module not in ("", module.id) for each in same
        )
        return ids.pop() if free and len(ids) == 1 else None

    def _numbered(self, who: Sender, folders: dict[str, str]) -> str:
        student = f"{fit(who.name)}-{who.number}"
        if _alike(student) in self._ids or _alike(student) in folders:
            student += f"-{mark(who.name)}"
        return student

    def _by_name(self, name: str, folders: dict[str, str]) -> str:
        """The id where a name is all that there is: itself, if it can be one and no other looks like it."""
        student = fit(name)
        other = folders.get(_alike(student), self._ids.get(_alike(student), student))
        return student if name == student == other else f"{student}-{mark(name)}"


def _key(who: Sender, module: Module) -> Key:
    return who.platform, "" if who.platform == "canvas" else module.id, who.number


def _alike(name: str) -> str:
    """The same for names that some file system takes for one."""
    return fit(name).casefold()
