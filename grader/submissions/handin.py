"""What one person handed in: of all their files the one that is graded, or the reason why there is none.

How much is looked at, unpacked and kept of one person is bounded here, whatever a zip claims to
hold.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from grader.course.manifest import Limits, Module
from grader.submissions.archive import in_inner_zip
from grader.submissions.intake import has_cells_of
from grader.submissions.sender import Sender, bare
from grader.submissions.upload import CannotRead, Entry
from grader.text import first_line
from workbench.receipt import checksum, parsed

MOST_FILES = 1_000  # that are looked at
MOST_READ = 50  # that are read
MOST_UNPACKED = 5  # times what one notebook may have, in all
MOST_NOTES = 3  # on files that are left out
LONGEST_RECEIPT = 100 * 1024  # bytes
NOTEBOOK = ".ipynb"
RECEIPT = "receipt.txt"
PERHAPS = (".json", ".txt")  # what browsers make of a notebook's ending
MB = 1024 * 1024
NEVER = datetime.min.replace(tzinfo=UTC)


class Left(NamedTuple):
    """A file that is not taken; the lower `weight`, the more it tells why a person has no notebook."""

    weight: int
    name: str
    why: str

    def __str__(self) -> str:
        return f"{shown(self.name)}: {self.why}"


class NoNotebook(CannotRead):
    """A file that is not meant to be graded, for all that can be seen."""


class Other(CannotRead):
    """A notebook, but not that of the module."""


class Rank(NamedTuple):
    """What makes one of a person's notebooks count before another; all but the last two is the platform's word."""

    sure: bool
    later: float
    then_later: float
    called: bool
    written: datetime


@dataclass(frozen=True)
class Chosen:
    """The notebook that is taken; of two, the one with the higher rank."""

    rank: Rank
    name: str
    sender: Sender
    time: datetime
    sha256: str


@dataclass
class HandIn:
    """The files of one person, taken in one after the other.

    Args:
        who: the person, as the first file's name has them.
        module, limits: what is collected, and how large it may be.
        wanted: the names of the module's cells.
        spool: where the bytes of the chosen notebook are kept meanwhile.
    """

    who: Sender
    module: Module
    limits: Limits
    wanted: set[str]
    spool: Path
    chosen: Chosen | None = None
    passed_over: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    files: dict[str, tuple[datetime, bytes]] = field(default_factory=dict)
    time: datetime = NEVER
    late: bool = False
    _receipt: str | None = None
    _looked: int = 0
    _read: int = 0
    _unpacked: int = 0

    def take(self, who: Sender, entry: Entry) -> None:
        """Look at one file of theirs, and into it if it is a zip."""
        self.time, self.late = max(self.time, entry.time), self.late or who.late
        file = who.file.rsplit("/", 1)[-1]
        if not file.lower().endswith(".zip"):
            self._look(who, entry, who.file, entry.time)
            return
        try:
            taken = self._looked
            for inner in in_inner_zip(self._bytes(entry, self.limits.notebook_megabytes * MB)):
                if self._may_count(inner.name):
                    named = Entry(f"{entry.name}: {inner.name}", entry.time, inner.read)
                    self._look(who, named, inner.name, inner.time)
            if taken == self._looked:
                raise CannotRead("there is no notebook in it")
        except CannotRead as error:
            self.left.append(Left(0, entry.name, str(error)))

    def _may_count(self, inner: str) -> bool:
        """Whether a file in a zip is looked at; beside a notebook there may be a whole folder in it."""
        name = inner.rsplit("/", 1)[-1]
        return name.lower().endswith((NOTEBOOK, RECEIPT)) or name in self.module.files

    @property
    def problem(self) -> str:
        """Why there is nothing to grade, in a line."""
        why = str(min(self.left)) if self.left else "there is no notebook among what was handed in"
        return first_line(why, 300)

    def about(self, student: str) -> list[str]:
        """What a person should know of what was taken and what was not, in lines that begin with the student."""
        late = self.chosen.sender.late if self.chosen else self.late
        found = ["late, says the platform"] if late else []
        left = sorted(self.left)
        if self.chosen is None:
            found.append(f"cannot be graded: {self.problem}")
            left = left[1:]
        found += [f"left out: {each}" for each in left[:MOST_NOTES]]
        more = max(0, len(left) - MOST_NOTES) + max(0, self._looked - MOST_FILES)
        if more > 0:
            found.append(f"left out: {more} more")
        return [f"{student}: {each}" for each in found + self._about_chosen()]

    def _about_chosen(self) -> list[str]:
        if self.chosen is None:
            return []
        found = []
        if self.chosen.sender.doubtful:
            found.append(f"{shown(self.chosen.name)} can be read in two ways: see whose it is")
        if self.passed_over:
            others = ", ".join(shown(each) for each in self.passed_over[:MOST_NOTES])
            more = len(self.passed_over) - MOST_NOTES
            others += f" and {more} more" if more > 0 else ""
            found.append(f"{shown(self.chosen.name)} is taken, as the newest; not taken: {others}")
        if self._receipt is not None:
            said = parsed(self._receipt)
            holds = said is not None and said.sha256 == self.chosen.sha256
            what = "is that of this file" if holds else "does not belong to this file"
            found.append(f"the receipt {what}")
        return found

    def _look(self, who: Sender, entry: Entry, file: str, written: datetime) -> None:
        self._looked += 1
        if self._looked > MOST_FILES:
            return
        name = file.rsplit("/", 1)[-1]
        low = name.lower()
        try:
            if name in self.module.files:
                self._keep_file(entry, name)
            elif low.endswith(RECEIPT):
                self._receipt = self._bytes(entry, LONGEST_RECEIPT).decode("utf-8", "replace")
            elif low.endswith((NOTEBOOK, *PERHAPS)) or not name:
                self._notebook(who, entry, file, written)
            else:
                raise NoNotebook("it is no notebook")
        except CannotRead as error:
            weight = 2 if isinstance(error, NoNotebook) else 1 if isinstance(error, Other) else 0
            self.left.append(Left(weight, entry.name, str(error)))

    def _keep_file(self, entry: Entry, name: str) -> None:
        if name not in self.files or self.files[name][0] <= entry.time:
            self.files[name] = (entry.time, self._bytes(entry, self.limits.files_megabytes * MB))

    def _notebook(self, who: Sender, entry: Entry, file: str, written: datetime) -> None:
        content = self._bytes(entry, self.limits.notebook_megabytes * MB)
        right = file.lower().endswith(NOTEBOOK)
        called = right and bare(file) in (self.module.name, self.module.id)
        if not called and not has_cells_of(content, self.wanted, self.limits.notebook_cells):
            if right:
                raise Other(f"it is not the notebook of {self.module.id}")
            raise NoNotebook("it is no notebook")
        moment = entry.time.timestamp()
        # Canvas gives its files the time of the download, and later ones a higher number.
        by_number = who.platform.startswith("canvas")
        later, then_later = (who.order, moment) if by_number else (moment, who.order)
        rank = Rank(not who.doubtful, later, then_later, called, written)
        if self.chosen is not None and rank <= self.chosen.rank:
            self.passed_over.append(entry.name)
            return
        if self.chosen is not None:
            self.passed_over.append(self.chosen.name)
        self.spool.write_bytes(content)
        self.chosen = Chosen(rank, entry.name, who, entry.time, checksum(content))

    def _bytes(self, entry: Entry, most: int) -> bytes:
        self._read += 1
        allowed = MOST_UNPACKED * self.limits.notebook_megabytes
        if self._read > MOST_READ:
            raise CannotRead(
                f"the sender handed in more than {MOST_READ} files that may be notebooks"
            )
        if self._unpacked > allowed * MB:
            raise CannotRead(f"the sender's files have more than {allowed} MB in all")
        content = entry.read(most)
        self._unpacked += len(content)
        return content


def shown(name: str) -> str:
    """A file's name for a line, quoted and not too long."""
    return repr(name) if len(name) <= 120 else f"{name[:80]!r}...{name[-30:]!r}"
