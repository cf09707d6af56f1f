"""Who is who: the students whom a platform's numbers stand for, kept in the term's `people.json`.

A person is a number, where the platform gives one, and not a name: two of one name get a folder each, whenever they
hand in, and nobody is ever given another's. Canvas numbers its users; Moodle, and Canvas for anonymous work, number
them anew in each assignment.
"""

from collections import Counter
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from grader.course import Course
from grader.errors import CourseError
from grader.files import write_text
from grader.manifest import Module
from grader.sender import Sender, fit, mark


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
        try:
            known = RECORDS.validate_json(self._path.read_bytes()) if self._path.exists() else []
        except ValidationError as error:
            problem = f"{error.errors()[0]['msg']}"
            raise CourseError(
                f"{self._path} is damaged ({problem}): mend it, or take it from a backup."
            ) from None
        self._known: dict[Key, Person] = {
            (each.platform, each.module, each.number): each for each in known
        }

    def save(self) -> None:
        records = sorted(
            self._known.values(),
            key=lambda each: (each.student, each.platform, each.module, each.number),
        )
        write_text(self._path, RECORDS.dump_json(records, indent=1).decode("utf-8") + "\n")

    def students(
        self, module: Module, senders: Iterable[Sender]
    ) -> tuple[dict[tuple[str, str], str], list[str]]:
        """The student's id for each sender's key, and notes on those who had to be told apart; `senders` are people."""
        found: dict[tuple[str, str], str] = {}
        notes = []
        new = []
        folder = self._course.folder / "submitted"
        taken = {each.name for each in folder.iterdir()} if folder.is_dir() else set()
        for each in senders:
            if not each.number:
                found[each.key] = self._by_name(each.name, taken)
                taken.add(found[each.key])
            elif known := self._known.get(_key(each, module)):
                found[each.key] = known.student
            else:
                new.append(each)
        crowd = Counter(_alike(each.name) for each in new)
        for each in new:
            base = fit(each.name)
            student = None if crowd[_alike(base)] > 1 else self._only(base, each, module)
            if student is None:
                student = self._numbered(base, each.number)
                notes.append(
                    f"{student}: several people are called {base!r}; this one carries the platform's number"
                )
            found[each.key] = student
            place = _key(each, module)
            self._known[place] = Person(
                platform=place[0], module=place[1], number=place[2], name=each.name, student=student
            )
        return found, notes

    def _only(self, base: str, who: Sender, module: Module) -> str | None:
        """The id of a new sender called `base`, None if that is, or may be, another's."""
        same = [each for each in self._known.values() if _alike(each.name) == _alike(base)]
        if not same:
            return None if self._is_there(base, module) else base
        # Moodle's number is another in each assignment, so there one name is one person until two have borne it.
        others = {each.student for each in same}
        free = all(
            each.platform == who.platform and each.module not in ("", module.id) for each in same
        )
        return others.pop() if free and len(others) == 1 else None

    def _is_there(self, student: str, module: Module) -> bool:
        return _alike(student) in {_alike(each) for each in self._course.students(module)}

    def _numbered(self, base: str, number: str) -> str:
        taken = {_alike(each.student) for each in self._known.values()}
        student = f"{base}-{number}"
        return student if _alike(student) not in taken else f"{student}-{mark(student)}"

    def _by_name(self, name: str, taken: set[str]) -> str:
        """The id where a name is all that there is: itself, if it can be one and none of `taken` looks like it."""
        student = fit(name)
        like = student not in taken and any(_alike(each) == _alike(student) for each in taken)
        return f"{student}-{mark(name)}" if like or student != name else student


def _key(who: Sender, module: Module) -> Key:
    return who.platform, "" if who.platform == "canvas" else module.id, who.number


def _alike(name: str) -> str:
    """The same for names that some file system takes for one."""
    return fit(name).casefold()
