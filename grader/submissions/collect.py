"""Collect submissions into `submitted/`: from a folder, a Canvas or Moodle zip, or the exchange.

The sender and the time of a file come from the platform or the operating system (`sender.py`,
`exchange.py`), never from anything that a student wrote. Every student who handed in anything gets
a folder, with the notebook or with the reason why there is none.
"""

import os
import tempfile
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from datetime import UTC
from functools import lru_cache
from pathlib import Path

from nbgrader.utils import parse_utc

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.lock import only_collection
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.submissions.archive import in_zip
from grader.submissions.arrivals import Arrival, load_arrivals, save_arrivals
from grader.submissions.exchange import arrivals, inbound
from grader.submissions.handin import HandIn, shown
from grader.submissions.intake import PROBLEM, TIME, problem_of
from grader.submissions.people import People
from grader.submissions.sender import Sender, leaves_folder, sender
from grader.submissions.upload import CannotRead, Entry, in_folder
from workbench.cells import grade_id
from workbench.receipt import checksum

Arrivals = Iterator[tuple[Sender, Entry]]
Key = tuple[str, str]
"""Whose a file is, before it is tied to a student: `Sender.key`."""


@dataclass
class Collection:
    """The result of a collection.

    Args:
        collected: students with a new or a newer notebook.
        unchanged: students whose notebook was collected before, or is older than the collected one.
        refused: students with nothing that can be graded.
        notes: lines for the user.
        keys: student -> key of the sender, of everybody in the three lists.
    """

    collected: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    keys: dict[str, Key] = field(default_factory=dict)


def collect(
    course: Course,
    module: Module,
    source: Path,
    pattern: str | None = None,
    *,
    trust_names: bool = False,
    only: Set[Key] | None = None,
) -> Collection:
    """Collect the submissions for `module` into the term.

    Args:
        course, module: the term, and the module, which must be released.
        source: a folder, a zip, or the root of an exchange.
        pattern: a regular expression for the files' paths, which replaces those for Canvas, Moodle
            and plain folders.
        trust_names: in an exchange, trust the folders' names over the owners of the folders.
        only: look at the files of these senders alone; by default at all.

    Raises:
        CourseError: if `source` cannot be read, or `pattern` cannot be used.
    """
    result = Collection()
    course.folder.mkdir(parents=True, exist_ok=True)
    with (
        only_collection(course),
        # In the term's folder, since os.replace cannot move files between file systems.
        tempfile.TemporaryDirectory(dir=course.folder, prefix=".collecting-") as spool,
    ):
        if inbound(course, source).is_dir():
            found = arrivals(course, module, source, trust_names, result.notes, only)
        else:
            found = _in_download(module, source, pattern, result.notes)
        batch = _by_person(course, module, found, Path(spool), only)
        _bring(course, module, batch, result)
    return result


def _in_download(module: Module, source: Path, pattern: str | None, notes: list[str]) -> Arrivals:
    """Yield the files in a folder or zip whose names tell their sender; note the others."""
    if not source.exists():
        raise CourseError(f"{source} does not exist.")
    seen: set[str] = set()
    unmatched: list[str] = []
    download = ""
    try:
        for entry in in_folder(source) if source.is_dir() else in_zip(source):
            away = leaves_folder(entry.name)
            who = None if away else sender(entry.name, module.name, pattern)
            if who is None and pattern is not None and not away:
                unmatched.append(entry.name)
                continue
            if who is None:
                why = "path leads out of the folder" if away else "name does not say whose it is"
                notes.append(f"left out: {shown(entry.name)}: its {why}")
                continue
            seen.add(who.name)
            # Files named by a platform inside the one folder: a download that was unpacked into it.
            inner = None if who.platform or pattern else sender(who.file, module.name)
            download = download or (inner.platform if inner else "")
            yield who, entry
    except CannotRead as error:
        raise CourseError(
            f"{source} is neither a folder nor a zip that can be read: {error}."
        ) from None
    # One line for all: a pattern is often meant to pick a few of many files.
    if unmatched:
        notes.append(f"left out: what the pattern does not match, such as {shown(unmatched[0])}")
    if download and len(seen) == 1:
        what = f"{source} has only the folder {seen.pop()!r} with the download in it"
        raise CourseError(f"{what}: unpack it and collect from that folder.")


def is_of_another_module(course: Course, module: Module, who: Sender) -> bool:
    """Return whether a file lies in the folder of another module, as in nbgrader's layout."""
    others = {each.id for each in course.manifest.modules} - {module.id}
    return not who.platform and who.file.split("/", 1)[0] in others


@lru_cache(maxsize=8)
def _cell_names(release: Path, changed: int) -> frozenset[str]:
    """Return the names of a release's cells, read once for all collections of a watch."""
    return frozenset(name for cell in read(release).cells if (name := grade_id(cell)))


def _by_person(
    course: Course, module: Module, found: Arrivals, spool: Path, only: Set[Key] | None
) -> list[HandIn]:
    """Return what each person handed in."""
    release = course.release(module)
    wanted = _cell_names(release, release.stat().st_mtime_ns)
    batch: dict[Key, HandIn] = {}
    for who, entry in found:
        if is_of_another_module(course, module, who) or (only is not None and who.key not in only):
            continue
        if who.key not in batch:
            place = spool / str(len(batch))
            batch[who.key] = HandIn(who, module, course.manifest.limits, wanted, place)
        batch[who.key].take(who, entry)
    return list(batch.values())


def _bring(course: Course, module: Module, batch: list[HandIn], result: Collection) -> None:
    """Store each person's files under the student's id, and report it in `result`."""
    people = People(course)
    students, notes = people.students(module, [each.who for each in batch])
    # Before any file is stored, so that a rerun after an interruption finds the same ids.
    people.save()
    result.notes += notes
    by_student = {students[each.who.key]: each for each in batch}
    result.keys = {student: each.who.key for student, each in by_student.items()}
    arrivals = load_arrivals(course, module)
    for student, hand_in in sorted(by_student.items()):
        result.notes += hand_in.about(student)
        if _is_known(course, module, student, hand_in, result):
            result.unchanged.append(student)
        else:
            _store(course.submitted(student, module), module, hand_in)
            (result.collected if hand_in.chosen else result.refused).append(student)
        who = hand_in.chosen.sender if hand_in.chosen else hand_in.who
        if who.platform and _is_stored(course, module, student, hand_in):
            arrivals[student] = Arrival.of(who)
    save_arrivals(course, module, arrivals)


def _is_stored(course: Course, module: Module, student: str, hand_in: HandIn) -> bool:
    """Return whether what lies in the student's folder is from this hand-in."""
    kept = course.submitted(student, module) / f"{module.name}.ipynb"
    if hand_in.chosen is None:
        return not kept.is_file()
    return kept.is_file() and checksum(kept.read_bytes()) == hand_in.chosen.sha256


def _is_known(
    course: Course, module: Module, student: str, hand_in: HandIn, result: Collection
) -> bool:
    """Return whether this hand-in, or a newer or usable one, was collected before."""
    folder = course.submitted(student, module)
    kept = folder / f"{module.name}.ipynb"
    if not kept.is_file():
        return hand_in.chosen is None and problem_of(folder) == hand_in.problem
    if hand_in.chosen is None:
        result.notes.append(f"{student}: the notebook that was collected before is kept")
        return True
    files = {name: content for name, (_, content) in hand_in.files.items()}
    if kept.read_bytes() == hand_in.spool.read_bytes() and all(
        _holds(folder / name, files[name]) for name in files
    ):
        return True
    stamp = folder / TIME
    before = parse_utc(stamp.read_text(encoding="utf-8").strip()) if stamp.is_file() else None
    # An older download may be collected after a newer one.
    if before is not None and before.replace(tzinfo=UTC) > hand_in.chosen.time:
        name = shown(hand_in.chosen.name)
        result.notes.append(
            f"{student}: {name} is older than what was collected before, which is kept"
        )
        return True
    return False


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _store(folder: Path, module: Module, hand_in: HandIn) -> None:
    """Write the files of a hand-in; the notebook comes last, so a stopped run starts over."""
    folder.mkdir(parents=True, exist_ok=True)
    time = hand_in.chosen.time if hand_in.chosen else hand_in.time
    write_text(folder / TIME, time.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "seconds"))
    if hand_in.chosen is None:
        write_text(folder / PROBLEM, f"{hand_in.problem}\n")
        return
    for name, (_, content) in hand_in.files.items():
        # Moved into place when complete, so that a stopped run leaves no part of a file.
        fresh = hand_in.spool.with_suffix(".file")
        fresh.write_bytes(content)
        os.replace(fresh, folder / name)
    os.replace(hand_in.spool, folder / f"{module.name}.ipynb")
    # The reason of an earlier collection does not hold any more.
    (folder / PROBLEM).unlink(missing_ok=True)
