"""The hand-in of one person: choose the notebook to grade, or say why there is none.

The number and the size of the files that are read, unpacked and kept are bounded.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from grader.course.manifest import Limits, Module
from grader.course.text import first_line
from grader.submissions.archive import in_inner_zip
from grader.submissions.intake import has_cells_of
from grader.submissions.sender import Sender, base_name
from grader.submissions.upload import CannotRead, Entry
from workbench.receipt import checksum, parse_receipt

MOST_FILES = 1_000  # files that are looked at
MOST_READ = 50  # files that are read
MOST_UNPACKED = 5  # bytes of all files, in multiples of the limit for a notebook
MOST_NOTES = 3  # notes about files that are left out
LONGEST_RECEIPT = 100 * 1024  # bytes
NOTEBOOK = ".ipynb"
RECEIPT = "receipt.txt"
PERHAPS = (".json", ".txt")  # endings that browsers give to notebooks
MB = 1024 * 1024
NEVER = datetime.min.replace(tzinfo=UTC)


class LeftOut(NamedTuple):
    """A file that is left out; the lowest `weight` explains best why there is no notebook."""

    weight: int
    name: str
    why: str

    def __str__(self) -> str:
        return f"{shown(self.name)}: {self.why}"


class NotANotebook(CannotRead):
    """Raised for a file that is not a notebook."""


class OtherNotebook(CannotRead):
    """Raised for a notebook of another module."""


class Rank(NamedTuple):
    """The order of a person's notebooks; only the last two fields depend on the student."""

    sure: bool
    later: float
    then_later: float
    called: bool
    written: datetime


@dataclass(frozen=True)
class Chosen:
    """The notebook to grade: of all, the one with the highest rank."""

    rank: Rank
    name: str
    sender: Sender
    time: datetime
    sha256: str


@dataclass
class HandIn:
    """The files of one person, added one by one.

    Args:
        who: the person, as named by the first file.
        module, limits: the module that is collected, and the limits for a submission.
        wanted: the names of the module's cells.
        spool: the temporary file for the chosen notebook.
    """

    who: Sender
    module: Module
    limits: Limits
    wanted: Set[str]
    spool: Path
    chosen: Chosen | None = None
    passed_over: list[str] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    files: dict[str, tuple[datetime, bytes]] = field(default_factory=dict)
    time: datetime = NEVER
    late: bool = False
    _receipt: str | None = None
    _looked: int = 0
    _read: int = 0
    _unpacked: int = 0

    def take(self, who: Sender, entry: Entry) -> None:
        """Add one file, or the files in it if it is a zip."""
        self.time, self.late = max(self.time, entry.time), self.late or who.late
        file = who.file.rsplit("/", 1)[-1]
        if not file.lower().endswith(".zip"):
            self._look(who, entry, who.file, entry.time)
            return
        try:
            taken = self._looked
            for inner in in_inner_zip(self._bytes(entry, self.limits.notebook_megabytes * MB)):
                if self._may_count(inner.name):
                    # The platform's time: a student can set the time in a zip, which only orders
                    # that student's own files.
                    named = Entry(f"{entry.name}: {inner.name}", entry.time, inner.read)
                    self._look(who, named, inner.name, inner.time)
            if taken == self._looked:
                raise CannotRead("there is no notebook in it")
        except CannotRead as error:
            self.left.append(LeftOut(0, entry.name, str(error)))

    def _may_count(self, inner: str) -> bool:
        """Return whether a file in a zip may count; students zip whole folders."""
        # A zip inside a zip does not count, so unpacking never nests.
        name = inner.rsplit("/", 1)[-1]
        return name.lower().endswith((NOTEBOOK, RECEIPT)) or name in self.module.files

    @property
    def problem(self) -> str:
        """Why there is nothing to grade, in one line."""
        why = str(min(self.left)) if self.left else "no notebook was handed in"
        return first_line(why, 300)

    def about(self, student: str) -> list[str]:
        """Return lines for the user about what was used and what was left out."""
        late = self.chosen.sender.late if self.chosen else self.late
        found = ["late, according to the platform"] if late else []
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
            found.append(f"{shown(self.chosen.name)} is ambiguous: check whose file it is")
        if self.passed_over:
            others = ", ".join(shown(each) for each in self.passed_over[:MOST_NOTES])
            more = len(self.passed_over) - MOST_NOTES
            others += f" and {more} more" if more > 0 else ""
            found.append(f"{shown(self.chosen.name)} is used as the newest; not used: {others}")
        if self._receipt is not None:
            receipt = parse_receipt(self._receipt)
            matches = receipt is not None and receipt.sha256 == self.chosen.sha256
            found.append(f"the receipt {'matches' if matches else 'does not match'} this file")
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
            # An entry without a file name is a folder that cannot be read; reading it gives the
            # reason.
            elif low.endswith((NOTEBOOK, *PERHAPS)) or not name:
                self._notebook(who, entry, file, written)
            else:
                raise NotANotebook("it is not a notebook")
        except NotANotebook as error:
            self.left.append(LeftOut(2, entry.name, str(error)))
        except OtherNotebook as error:
            self.left.append(LeftOut(1, entry.name, str(error)))
        except CannotRead as error:
            self.left.append(LeftOut(0, entry.name, str(error)))

    def _keep_file(self, entry: Entry, name: str) -> None:
        if name not in self.files or self.files[name][0] <= entry.time:
            self.files[name] = (entry.time, self._bytes(entry, self.limits.files_megabytes * MB))

    def _notebook(self, who: Sender, entry: Entry, file: str, written: datetime) -> None:
        content = self._bytes(entry, self.limits.notebook_megabytes * MB)
        is_ipynb = file.lower().endswith(NOTEBOOK)
        called = is_ipynb and base_name(file) in (self.module.name, self.module.id)
        if not called and not has_cells_of(content, self.wanted, self.limits.notebook_cells):
            if is_ipynb:
                raise OtherNotebook(f"it is not the notebook of {self.module.id}")
            raise NotANotebook("it is not a notebook")
        moment = entry.time.timestamp()
        # Canvas gives all files the time of the download, and newer files a higher number.
        by_number = who.platform.startswith("canvas")
        later, then_later = (who.order, moment) if by_number else (moment, who.order)
        # A file with an ambiguous name never replaces one whose sender is certain.
        rank = Rank(not who.doubtful, later, then_later, called, written)
        if self.chosen is not None and rank <= self.chosen.rank:
            self.passed_over.append(entry.name)
            return
        if self.chosen is not None:
            self.passed_over.append(self.chosen.name)
        self.spool.write_bytes(content)
        self.chosen = Chosen(rank, entry.name, who, entry.time, checksum(content))

    def _bytes(self, entry: Entry, most: int) -> bytes:
        # Counted before reading, so that files which cannot be read count too.
        self._read += 1
        allowed = MOST_UNPACKED * self.limits.notebook_megabytes
        if self._read > MOST_READ:
            raise CannotRead(
                f"the sender handed in more than {MOST_READ} files that may be notebooks"
            )
        if self._unpacked > allowed * MB:
            raise CannotRead(f"the sender's files are larger than {allowed} MB in all")
        content = entry.read(most)
        self._unpacked += len(content)
        return content


def shown(name: str) -> str:
    """Return a file's name for a message, quoted and shortened."""
    return repr(name) if len(name) <= 120 else f"{name[:80]!r}...{name[-30:]!r}"
