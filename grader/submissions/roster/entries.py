"""The roster of a term, `roster.json`: who takes the course, with every id that is known.

A platform's own numbers are not here but in `people.json` (`grader.submissions.people`), which also
has those of people who are not in the roster.
"""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.term import Course
from grader.submissions.roster.spelling import plain, spellings

OWNER_ONLY = 0o600
MOST_SUGGESTIONS = 3


class Entry(BaseModel):
    """One person of the roster; what is not known is empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    student: str
    """The id in the term: the name of the folder and the id in the gradebook."""
    name: str = ""
    first: str = ""
    last: str = ""
    login: str = ""
    id: str = ""
    email: str = ""
    section: str = ""
    platform: str
    """Where the person was last seen."""
    gone: bool = False
    """Whether the platform's newest table leaves the person out."""

    def __str__(self) -> str:
        return f"{self.name} ({self.student})" if self.name else self.student

    @property
    def sections(self) -> list[str]:
        """The section as it is written, and the parts of a list: Canvas joins several sections."""
        parts = self.section.replace(" and ", ",").split(",")
        return list(dict.fromkeys(each.strip() for each in (self.section, *parts)))


ENTRIES = TypeAdapter(list[Entry])


class Roster:
    """The people of a term.

    Raises:
        CourseError: if `roster.json` is damaged.
    """

    def __init__(self, course: Course) -> None:
        self.path = course.folder / "roster.json"
        self.entries: dict[str, Entry] = {}
        self._by: dict[str, dict[str, set[str]]] = {}
        try:
            known = ENTRIES.validate_json(self.path.read_bytes()) if self.path.exists() else []
        except ValidationError as error:
            why = f"{self.path} is damaged ({error.errors()[0]['msg']})"
            raise CourseError(f"{why}: fix it, or restore it from a backup.") from None
        self.put(known)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries, or replace those of the same students."""
        self.entries |= {each.student: each for each in entries}
        self._by = {part: defaultdict(set) for part in ("login", "id", "email", "name")}
        for each in self.entries.values():
            for part in ("login", "id", "email"):
                if value := getattr(each, part).casefold():
                    self._by[part][value].add(each.student)
            for spelling in spellings(each.name, each.first, each.last):
                self._by["name"][spelling].add(each.student)

    def save(self) -> None:
        """Write `roster.json`, for its owner only."""
        entries = sorted(self.entries.values(), key=lambda each: each.student)
        text = ENTRIES.dump_json(entries, indent=1).decode("utf-8")
        write_text(self.path, text + "\n", mode=OWNER_ONLY)

    def by_id(self, part: str, value: str) -> str | None:
        """Return the one student with this `login`, `id` or `email`."""
        return _only(self._by[part].get(value.casefold(), set())) if value else None

    def by_name(self, name: str, first: str = "", last: str = "") -> set[str]:
        """Return the students with this name."""
        return {
            student
            for spelling in spellings(name, first, last)
            for student in self._by["name"].get(spelling, set())
        }

    def called(self, text: str) -> str | None:
        """Return the one student whose id, login, number or e-mail `text` is."""
        own = text if text in self.entries else None
        return own or next(
            (found for part in ("login", "id", "email") if (found := self.by_id(part, text))), None
        )

    def like(self, name: str) -> list[Entry]:
        """Return people whose name or login resembles `name`, the most similar first."""
        known: dict[str, str] = {}
        for each in self.entries.values():
            known |= dict.fromkeys(spellings(each.name, each.first, each.last), each.student)
            known[plain(each.login or each.student)] = each.student
        close = get_close_matches(plain(name), known, n=2 * MOST_SUGGESTIONS, cutoff=0.6)
        students = list(dict.fromkeys(known[each] for each in close))[:MOST_SUGGESTIONS]
        return [self.entries[each] for each in students]


def _only(students: set[str]) -> str | None:
    return next(iter(students)) if len(students) == 1 else None
