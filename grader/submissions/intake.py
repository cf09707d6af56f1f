"""Take in what was handed in, as data: which file is the notebook, is it an ordinary file, and can it be read?

Nothing of a submission's folder goes further but the module's notebook and the files that the manifest names, read
once. Links, pipes and devices are never followed or opened. `timestamp.txt` belongs to whoever collects: a collector
writes it after the student's files and over any file of that name, so it tells when the work was handed in.
"""

import hashlib
import os
import re
import stat
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import orjson
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import parse_utc

from grader.course.manifest import Module
from grader.course.notebook import grade_id, read
from grader.course.outcome import Verdict, in_a_line
from grader.course.term import Course
from grader.submissions.sender import bare
from workbench.parse import Unreadable, parse

TIME = "timestamp.txt"
PROBLEM = "problem.txt"  # in place of a notebook: why collecting could not take what was handed in, in a line
# What nbgrader's collectors and ours write. A time zone is a name or an offset, never a path.
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?( ?(Z|[+-]\d\d:?\d\d|[A-Za-z_]+(/[A-Za-z_]+)*))?")
NOT_IN_A_NAME = set("*?[")  # nbgrader takes them for patterns
LONGEST_TIME = 200  # bytes
SEVERAL = 50  # notebooks in one folder; beyond that nobody looks which of them is meant
MB = 1024 * 1024


@dataclass(frozen=True)
class Refusal:
    """Why a submission cannot be graded, in a line for the grades."""

    verdict: Verdict
    note: str


@dataclass(frozen=True)
class Submission:
    """What a student handed in."""

    notebook: NotebookNode
    files: dict[str, bytes] = field(default_factory=dict)
    handed_in: datetime | None = None  # in UTC; None if no collector wrote it down
    notes: list[str] = field(default_factory=list)  # what was forgiven


def take_in(course: Course, student: str, module: Module) -> Submission | Refusal:
    """What `student` handed in for `module`, or the reason why it cannot be graded."""
    found = _find(course, student, module)
    if isinstance(found, Refusal):
        return found
    name, data = found
    right = f"{module.name}.ipynb"
    shown = name if name == right else repr(name)  # quoted: a note that begins with a student's "=" is a formula
    try:
        notebook, notes = parse(data, course.manifest.limits.notebook_cells, orjson.loads)
    except Unreadable as error:
        return Refusal(Verdict.UNREADABLE, _plain(f"{shown} {error}"))
    notes = [f"{shown}: {note}" for note in notes]
    if name != right:
        notes.insert(0, f"{shown} is taken for {right}")
    files, left = _files(course, student, module)
    handed_in, unclear = _moment(course, student, module)
    return Submission(notebook, files, handed_in, [_plain(note) for note in notes + left + unclear])


def refuse(course: Course, student: str, module: Module) -> Refusal | None:
    """The reason why a submission cannot be graded, or None if it can."""
    found = take_in(course, student, module)
    return found if isinstance(found, Refusal) else None


def files(course: Course, student: str, module: Module) -> dict[str, bytes]:
    """Name -> content of what was handed in beside the notebook and the manifest lets in."""
    return _files(course, student, module)[0]


def parts(course: Course, student: str, module: Module) -> dict[str, bytes] | Refusal:
    """Name -> content of every file of a submission that anything depends on, or why it cannot be graded."""
    found = _find(course, student, module)
    if isinstance(found, Refusal):
        return found
    time = course.submitted(student, module) / TIME
    try:
        moment = {TIME: read_ordinary(time, LONGEST_TIME)} if os.path.lexists(time) else {}
    except (OSError, TooBig):
        moment = {TIME: b"?"}
    return {**moment, **files(course, student, module), found[0]: found[1]}


def handed_in(course: Course, student: str, module: Module) -> datetime | None:
    """When the work was handed in, in UTC, as the collector wrote it down; None if nobody did."""
    return _moment(course, student, module)[0]


def fingerprint(course: Course, student: str, module: Module) -> str:
    """A short name for what was handed in; the same means: nothing has changed."""
    digest = hashlib.sha256()
    found = _find(course, student, module)
    name, data = (found.note, b"-") if isinstance(found, Refusal) else found
    if name != f"{module.name}.ipynb":
        digest.update(name.encode(errors="replace"))
    digest.update(data)
    for file, content in files(course, student, module).items():
        digest.update(f"{file}:{len(content)}:".encode() + content)
    if (moment := handed_in(course, student, module)) is not None:
        digest.update(moment.isoformat().encode())
    return digest.hexdigest()[:16]


def _find(course: Course, student: str, module: Module) -> tuple[str, bytes] | Refusal:
    """Name and bytes of the notebook: the one of the right name, else the only one that can be the module's."""
    folder = course.submitted(student, module)
    if NOT_IN_A_NAME.intersection(student) or not student.isprintable():
        note = f"{student!r} cannot be a student's name: rename the folder without * ? [ < > \""
        return Refusal(Verdict.UNREADABLE, note)
    for place in (folder.parent, folder):
        if place.is_symlink():
            return Refusal(Verdict.UNREADABLE, f"the folder {place.name} is a link; put the files themselves there")
    most = course.manifest.limits.notebook_megabytes
    right = f"{module.name}.ipynb"
    if os.path.lexists(folder / right):
        return _read(folder / right, most)
    others = sorted(_notebooks(folder))[:SEVERAL]
    found = [each for name in others if isinstance(each := _read(folder / name, most), tuple)]
    cells = course.manifest.limits.notebook_cells
    wanted = {name for cell in read(course.source(module)).cells if (name := grade_id(cell))} if found else set()
    ours = [each for each in found if carries(each[1], wanted, cells)]
    if len(ours) == 1:
        return ours[0]
    if len(others) == 1 and found and bare(others[0]) in (module.name, module.id):
        return found[0]
    if not others and (problem := problem_of(folder)) is not None:
        return Refusal(Verdict.UNREADABLE, problem)
    return Refusal(Verdict.MISSING, _plain(_what_is_there(right, others)))


def problem_of(folder: Path) -> str | None:
    """What a collector wrote down where it could take nothing; None if it did not."""
    try:
        return _plain(read_ordinary(folder / PROBLEM, 10 * LONGEST_TIME).decode("utf-8")) or None
    except (OSError, TooBig, NotOrdinary, ValueError):
        return None


def _notebooks(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [each.name for each in entries if each.name.lower().endswith(".ipynb") and each.name.isprintable()]
    except OSError:
        return []


def carries(data: bytes, wanted: set[str], most_cells: int) -> bool:
    """Whether at least half of the cells that a module names are in the notebook; `wanted` are their names."""
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
    """Name and bytes of an ordinary file of at most so many MB."""
    try:
        return path.name, read_ordinary(path, most * MB)
    except TooBig as error:
        note = f"{path.name} has {error.size / MB:.0f} MB, more than {most} MB; clear its outputs and hand it in again"
        return Refusal(Verdict.UNREADABLE, _plain(note))
    except NotOrdinary as error:
        return Refusal(Verdict.UNREADABLE, _plain(f"{path.name} {error}"))
    except OSError as error:
        return Refusal(Verdict.UNREADABLE, _plain(f"{path.name} cannot be read: {error.strerror}"))


class TooBig(Exception):
    """A file has more bytes than it may have."""

    def __init__(self, size: int) -> None:
        self.size = size


class NotOrdinary(Exception):
    """What lies there is no ordinary file, or does not keep still; the text goes on after the file's name."""


def read_ordinary(path: Path, most: int, *, folder: int | None = None, owner: int | None = None) -> bytes:
    """The content of a file that is an ordinary one and nothing else.

    Args:
        path: the file, looked for in the open folder `folder` if one is given.
        most: how many bytes it may have.
        owner: the number of the account that it must belong to, if any.

    Raises:
        TooBig: if it has more than `most` bytes.
        NotOrdinary: if it is a link, a pipe, a device or a folder, is another's, or changes while it is read.
        OSError: if the system does not let it be read.
    """
    if not stat.S_ISREG(os.stat(path, dir_fd=folder, follow_symlinks=False).st_mode):
        raise NotOrdinary("is a link or no ordinary file; hand in the file itself")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(path, "rb", buffering=0, opener=lambda name, _: os.open(name, flags, dir_fd=folder)) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotOrdinary("is a link or no ordinary file; hand in the file itself")
        if owner is not None and status.st_uid != owner:
            raise NotOrdinary("belongs to another account than its folder")
        if status.st_nlink > 1:
            raise NotOrdinary("is a second name of another file (a hard link); put a copy in its place")
        if status.st_size > most:
            raise TooBig(status.st_size)
        data = _all(file.fileno(), most + 1)
        if len(data) != status.st_size or os.fstat(file.fileno()).st_mtime_ns != status.st_mtime_ns:
            raise NotOrdinary("was changed while it was read; grade again")
    return data


def _all(file: int, most: int) -> bytes:
    parts = []
    while most > 0 and (part := os.read(file, min(most, MB))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _files(course: Course, student: str, module: Module) -> tuple[dict[str, bytes], list[str]]:
    """The files that the manifest names, and a note for each that is left out."""
    found: dict[str, bytes] = {}
    notes = []
    left = course.manifest.limits.files_megabytes * MB
    for name in module.files:
        path = course.submitted(student, module) / name
        if not os.path.lexists(path):
            continue
        try:
            found[name] = read_ordinary(path, left)
            left -= len(found[name])
        except TooBig:
            notes.append(
                f"{name} is left out: there are more than {course.manifest.limits.files_megabytes} MB of files"
            )
        except NotOrdinary as error:
            notes.append(f"{name} is left out: it {error}")
        except OSError as error:
            notes.append(f"{name} is left out: it cannot be read: {error.strerror}")
    return found, notes


def _moment(course: Course, student: str, module: Module) -> tuple[datetime | None, list[str]]:
    path = course.submitted(student, module) / TIME
    if not os.path.lexists(path):
        return None, []
    try:
        text = read_ordinary(path, LONGEST_TIME).decode("utf-8").strip()
        if MOMENT.fullmatch(text):
            # Behind a space nbgrader takes an offset for seconds.
            moment: datetime = parse_utc(re.sub(r" (?=[+-])", "", text))
            return moment, []
    except (OSError, TooBig, NotOrdinary, ValueError, OverflowError):
        pass
    return None, [f"{TIME} holds no time, so nobody knows when this was handed in"]


def _plain(note: str) -> str:
    return in_a_line(note, 300)
