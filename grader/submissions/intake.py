"""Read a submission: find its notebook, read it as data, and say why it cannot be graded if so.

Only the module's notebook and the files that the manifest lists are read from a submission's
folder, and each only once, so that the recorded fingerprint is that of the graded bytes. Links,
pipes and devices are never followed or opened. `timestamp.txt` is trusted: a collector writes it
after the student's files and over any file of that name.
"""

import hashlib
import os
import re
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import orjson
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import parse_utc

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Verdict
from grader.course.term import Course
from grader.course.text import first_line
from grader.submissions.regular import NotRegular, TooBig, read_regular
from grader.submissions.sender import base_name
from workbench.cells import grade_id
from workbench.parse import Unreadable, parse

TIME = "timestamp.txt"
# Written by collect instead of a notebook: one line that says why there is none.
PROBLEM = "problem.txt"
# What nbgrader's collectors and ours write. A time zone is a name or an offset, never a path.
MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?"
    r"( ?(Z|[+-]\d\d:?\d\d|[A-Za-z_]+(/[A-Za-z_]+)*))?"
)
NOT_IN_A_NAME = set("*?[")  # nbgrader reads them as patterns
LONGEST_TIME = 200  # bytes
SEVERAL = 50  # notebooks in one folder that are looked at to find the right one
MB = 1024 * 1024


@dataclass(frozen=True)
class Refusal:
    """A submission that cannot be graded: the verdict, and why in one line."""

    verdict: Verdict
    note: str
    fingerprint: str = field(default="", compare=False)
    handed_in: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Submission:
    """A submission that can be graded."""

    notebook: NotebookNode
    files: dict[str, bytes] = field(default_factory=dict)
    handed_in: datetime | None = None  # in UTC; None if no collector recorded it
    notes: list[str] = field(default_factory=list)  # what was repaired or left out
    fingerprint: str = ""  # of the bytes that `notebook` and `files` were read from


@dataclass(frozen=True)
class Contents:
    """The bytes of a submission, each file read once.

    Attributes:
        right: the file name that the notebook should have.
        name: the file name that it has.
        notebook: its bytes, or why it cannot be graded.
        files: name -> bytes of the other files that the manifest lists.
        time: the bytes of `timestamp.txt`; None if there is none.
        notes: a line for each file that is left out.
    """

    right: str
    name: str
    notebook: bytes | Refusal
    files: dict[str, bytes]
    time: bytes | None
    notes: list[str]

    @property
    def handed_in(self) -> datetime | None:
        """The time of submission in UTC as the collector recorded it, or None."""
        return None if self.time is None else _moment(self.time)

    @property
    def fingerprint(self) -> str:
        """A short digest of what was handed in, including its time."""
        name, data = (
            (self.notebook.note, b"-")
            if isinstance(self.notebook, Refusal)
            else (self.name, self.notebook)
        )
        digest = hashlib.sha256()
        if name != self.right:
            digest.update(name.encode(errors="replace"))
        digest.update(data)
        for file, content in self.files.items():
            # With its length, so that bytes moved from one file to the next change the digest.
            digest.update(f"{file}:{len(content)}:".encode() + content)
        if self.handed_in is not None:
            digest.update(self.handed_in.isoformat().encode())
        return digest.hexdigest()[:16]

    def refusal(self, verdict: Verdict, note: str) -> Refusal:
        """Return a refusal of this submission."""
        return Refusal(verdict, note, self.fingerprint, self.handed_in)


def read_contents(course: Course, student: str, module: Module) -> Contents:
    """Read what `student` handed in for `module`."""
    right = f"{module.name}.ipynb"
    found = _find(course, student, module)
    name, notebook = (right, found) if isinstance(found, Refusal) else found
    files, notes = _files(course, student, module)
    return Contents(
        right, name, notebook, files, _time(course.submitted(student, module) / TIME), notes
    )


def read_submission(course: Course, student: str, module: Module) -> Submission | Refusal:
    """Read what `student` handed in for `module`, or say why it cannot be graded."""
    contents = read_contents(course, student, module)
    if isinstance(contents.notebook, Refusal):
        return contents.refusal(contents.notebook.verdict, contents.notebook.note)
    name, right = contents.name, contents.right
    # Quoted: a spreadsheet would take a note that begins with a student's "=" as a formula.
    shown = name if name == right else repr(name)
    try:
        notebook, notes = parse(
            contents.notebook, course.manifest.limits.notebook_cells, orjson.loads
        )
    except Unreadable as error:
        return contents.refusal(Verdict.UNREADABLE, _plain(f"{shown} {error}"))
    notes = [f"{shown}: {note}" for note in notes]
    if name != right:
        notes.insert(0, f"{shown} is used as {right}")
    notes += contents.notes
    if contents.time is not None and contents.handed_in is None:
        notes.append(f"{TIME} has no valid time, so the time of submission is unknown")
    return Submission(
        notebook,
        contents.files,
        contents.handed_in,
        [_plain(note) for note in notes],
        contents.fingerprint,
    )


def _find(course: Course, student: str, module: Module) -> tuple[str, bytes] | Refusal:
    """Return name and bytes of the notebook, found by name or else by its cells."""
    folder = course.submitted(student, module)
    if NOT_IN_A_NAME.intersection(student) or not student.isprintable():
        note = f"{student!r} cannot be a student's name: rename the folder without * ? [ < > \""
        return Refusal(Verdict.UNREADABLE, note)
    for place in (folder.parent, folder):
        if place.is_symlink():
            return Refusal(
                Verdict.UNREADABLE,
                f"the folder {place.name} is a link; replace it with the files themselves",
            )
    most = course.manifest.limits.notebook_megabytes
    right = f"{module.name}.ipynb"
    # A link to nothing is refused as a link, not reported as missing.
    if os.path.lexists(folder / right):
        return _read(folder / right, most)
    others = sorted(_notebooks(folder))[:SEVERAL]
    found = [each for name in others if isinstance(each := _read(folder / name, most), tuple)]
    cells = course.manifest.limits.notebook_cells
    wanted = _cell_names(course.source(module)) if found else frozenset[str]()
    ours = [each for each in found if has_cells_of(each[1], wanted, cells)]
    if len(ours) == 1:
        return ours[0]
    if len(others) == 1 and found and base_name(others[0]) in (module.name, module.id):
        return found[0]
    if not others and (problem := problem_of(folder)) is not None:
        return Refusal(Verdict.UNREADABLE, problem)
    return Refusal(Verdict.MISSING, _plain(_what_is_there(right, others)))


@lru_cache(maxsize=8)
def _cell_names(source: Path) -> frozenset[str]:
    """Return the names of a source's graded, answer and given cells; cached for the whole run."""
    return frozenset(name for cell in read(source).cells if (name := grade_id(cell)))


def problem_of(folder: Path) -> str | None:
    """Return why collect stored no notebook in `folder`; None if it recorded no reason."""
    try:
        return _plain(read_regular(folder / PROBLEM, 10 * LONGEST_TIME).decode("utf-8")) or None
    except (OSError, TooBig, NotRegular, ValueError):
        return None


def _notebooks(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [
                each.name
                for each in entries
                if each.name.lower().endswith(".ipynb") and each.name.isprintable()
            ]
    except OSError:
        return []


def has_cells_of(data: bytes, wanted: Set[str], most_cells: int) -> bool:
    """Return whether a notebook has at least half of a module's cells, whose names are `wanted`."""
    try:
        names = {grade_id(cell) for cell in parse(data, most_cells, orjson.loads)[0].cells}
    except Unreadable:
        return False
    return len(wanted & names) * 2 >= len(wanted) > 0


def _what_is_there(right: str, others: list[str]) -> str:
    if not others:
        return f"{right} is missing"
    shown = ", ".join(repr(name) for name in others[:3]) + (" and more" if len(others) > 3 else "")
    which = "it" if len(others) == 1 else "the right one"
    return f"{right} is missing; there is {shown}: rename {which} to {right} and grade again"


def _read(path: Path, most: int) -> tuple[str, bytes] | Refusal:
    """Return name and bytes of a regular file of at most `most` MB."""
    try:
        return path.name, read_regular(path, most * MB)
    except TooBig as error:
        size = f"{error.size / MB:.0f} MB, more than {most} MB"
        note = f"{path.name} has {size}; clear its outputs and hand it in again"
        return Refusal(Verdict.UNREADABLE, _plain(note))
    except NotRegular as error:
        return Refusal(Verdict.UNREADABLE, _plain(f"{path.name} {error}"))
    except OSError as error:
        return Refusal(Verdict.UNREADABLE, _plain(f"{path.name} cannot be read: {error.strerror}"))


def _files(course: Course, student: str, module: Module) -> tuple[dict[str, bytes], list[str]]:
    """Return the files that the manifest lists, and a note for each that is left out."""
    found: dict[str, bytes] = {}
    notes = []
    most = course.manifest.limits.files_megabytes
    left = most * MB
    for name in module.files:
        path = course.submitted(student, module) / name
        if not os.path.lexists(path):
            continue
        try:
            found[name] = read_regular(path, left)
            left -= len(found[name])
        except TooBig:
            notes.append(f"{name} is left out: the files have more than {most} MB in all")
        except NotRegular as error:
            notes.append(f"{name} is left out: it {error}")
        except OSError as error:
            notes.append(f"{name} is left out: it cannot be read: {error.strerror}")
    return found, notes


def _time(path: Path) -> bytes | None:
    """Return the bytes of `timestamp.txt`; None if it is missing, b"?" if it is unreadable."""
    try:
        return read_regular(path, LONGEST_TIME) if os.path.lexists(path) else None
    except (OSError, TooBig, NotRegular):
        return b"?"


def _moment(time: bytes) -> datetime | None:
    try:
        text = time.decode("utf-8").strip()
        if MOMENT.fullmatch(text):
            # nbgrader would read an offset after a space as seconds.
            moment: datetime = parse_utc(re.sub(r" (?=[+-])", "", text))
            return moment
    except (ValueError, OverflowError):
        pass
    return None


def _plain(note: str) -> str:
    return first_line(note, 300)
