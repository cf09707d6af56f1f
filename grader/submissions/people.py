"""Map a platform's numbers to students; the term's `people.json` keeps the mapping.

Where the platform gives a number, it identifies a person, not the name: two students of one name
get a folder each, and nobody gets another's. Canvas numbers its users once; Moodle, and Canvas for
anonymous work, give them another number in each assignment. With a roster (`roster.json`), a number
that is new is tied to the person of the roster with that login, else with that name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.roster.entries import OWNER_ONLY, Roster
from grader.submissions.sender import Sender, as_student_id, short_digest

ANONYMOUS = "canvas-anonymous"


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

    def __init__(self, course: Course, roster: Roster | None = None) -> None:
        self._course = course
        self._path = course.folder / "people.json"
        self._is_new = not self._path.exists()
        self._known: dict[Key, Person] = {}
        # By folded name and by folded id (`_folded`).
        self._called: dict[str, list[Person]] = defaultdict(list)
        self._ids: dict[str, str] = {}
        try:
            for person in [] if self._is_new else RECORDS.validate_json(self._path.read_bytes()):
                self.add(person)
        except ValidationError as error:
            why = f"{self._path} is damaged ({error.errors()[0]['msg']})"
            raise CourseError(f"{why}: fix it, or restore it from a backup.") from None
        self.roster = Roster(course) if roster is None else roster
        self._ids |= {_folded(each): each for each in self.roster.entries}

    def save(self) -> None:
        """Write `people.json`, for its owner only."""
        records = sorted(
            self._known.values(),
            key=lambda each: (each.student, each.platform, each.module, each.number),
        )
        text = RECORDS.dump_json(records, indent=1).decode("utf-8")
        write_text(self._path, text + "\n", mode=OWNER_ONLY)

    def numbered(self, platform: str, module: str, number: str) -> str | None:
        """Return the student with a platform's number; `module` as in `Person`."""
        person = self._known.get((platform, module, number))
        return person.student if person else None

    def record(self, student: str, platform: str, module: str) -> Person | None:
        """Return the record of a student's number on a platform; `module` as in `Person`."""
        return next(
            (
                each
                for each in self._known.values()
                if (each.student, each.platform, each.module) == (student, platform, module)
            ),
            None,
        )

    def records(self) -> list[Person]:
        """Return all records."""
        return list(self._known.values())

    def students(
        self, module: Module, senders: Iterable[Sender]
    ) -> tuple[dict[tuple[str, str], str], list[str]]:
        """Return sender's key -> student's id, and notes.

        There is a note for each name that several have and, with a roster, for each sender who is
        not in it.
        """
        senders = list(senders)
        found = {
            each.key: known.student
            for each in senders
            if each.number and (known := self._known.get(_key(each, module)))
        }
        rest = [each for each in senders if each.key not in found]
        for each, student in self._tied(module, rest, set(found.values())):
            found[each.key] = student
            self._keep(module, each, student)
        others, notes = self._outside(module, [each for each in senders if each.key not in found])
        found |= others
        return found, notes + self._not_in_roster(senders, found)

    def _tied(
        self, module: Module, senders: Sequence[Sender], taken: set[str]
    ) -> Iterator[tuple[Sender, str]]:
        """Yield the senders who are people of the roster: by their login first, then by name.

        Args:
            module, senders: what is collected, and from whom.
            taken: the students who have a sender already; nobody gets two.
        """
        left = []
        # A folder that is called like an id is that student's, whatever else may be tied to it.
        for each in sorted(senders, key=lambda who: who.name not in self.roster.entries):
            # The names of numbered senders are what people call themselves, and no logins.
            student = None if each.number else self.roster.called(each.name)
            if student is None or student in taken:
                left.append(each)
            else:
                taken.add(student)
                yield each, student
        # Counted before any is tied, so that no one of several namesakes gets the name alone.
        crowd = Counter(_folded(each.name) for each in left)
        for each in left:
            same = self.roster.by_name(each.name)
            student = next(iter(same)) if len(same) == 1 else None
            if student is None or student in taken or crowd[_folded(each.name)] > 1:
                continue
            platform, of, number = _key(each, module)
            # Somebody with another number of this platform is somebody else.
            if number and self.record(student, platform, of):
                continue
            taken.add(student)
            yield each, student

    def _outside(
        self, module: Module, senders: Sequence[Sender]
    ) -> tuple[dict[tuple[str, str], str], list[str]]:
        """Return what `students` does, for senders without a known number and not in the roster."""
        found: dict[tuple[str, str], str] = {}
        notes = []
        new = []
        folders = {_folded(each): each for each in self._course.students(module)}
        for each in senders:
            if each.number:
                new.append(each)
                continue
            found[each.key] = self._by_name(each.name, folders)
            folders.setdefault(_folded(found[each.key]), found[each.key])
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
            self._keep(module, each, student)
        return found, notes

    def _not_in_roster(
        self, senders: Sequence[Sender], found: dict[tuple[str, str], str]
    ) -> list[str]:
        """Return a note for each sender whom the roster does not have, with those it may be."""
        if not self.roster:
            return []
        notes, hidden = [], 0
        for each in senders:
            if found[each.key] in self.roster.entries:
                continue
            if each.platform == ANONYMOUS:
                hidden += 1
                continue
            like = ", ".join(str(entry) for entry in self.roster.like(each.name))
            perhaps = f"; perhaps {like}" if like else ""
            notes.append(f"{found[each.key]}: {each.name!r} is not in the roster{perhaps}")
        if hidden:
            notes.append(f"{hidden} senders are anonymous, so the roster cannot say who they are")
        return notes

    def _keep(self, module: Module, each: Sender, student: str) -> None:
        """Record the number of a sender, if there is one."""
        platform, of, number = _key(each, module)
        if number:
            self.add(
                Person(platform=platform, module=of, number=number, name=each.name, student=student)
            )

    def is_taken(self, student: str) -> bool:
        """Return whether an id is in the register or in the roster."""
        return _folded(student) in self._ids

    def add(self, person: Person) -> None:
        """Add the record of a number, or replace the one that there is."""
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
