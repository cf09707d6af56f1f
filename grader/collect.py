"""Bring what students handed in to `submitted/`, with nbgrader's own collectors.

A folder or a zip is first looked through (`upload.py`, `sender.py`): one notebook for each student is put, under a name
that nbgrader's zip collector can read, where that collector takes it. The time beside a submission comes from the
platform or the file system, and from nothing that a student wrote.
"""

import json
import logging
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.apps import ZipCollectApp
from nbgrader.utils import parse_utc
from traitlets.config import Config

from grader.course import Course
from grader.exercises import grade_id, read
from grader.manifest import Module
from grader.sender import Sender, is_called, sender
from grader.upload import Upload, uploads
from workbench.receipt import checksum, parsed

# The staged path: extracted/<student>/<time>/<name>.ipynb, on any system.
STAGED = r".*[/\\]extracted[/\\](?P<student_id>[^/\\]+)[/\\](?P<timestamp>[^/\\]+)[/\\](?P<file_id>[^/\\]+)\.ipynb$"
TIME = "%Y%m%dT%H%M%SZ"


@dataclass
class Collection:
    """What came of a collection; every line of `notes` is for a person.

    Args:
        collected: students whose file is new or newer than what was there.
        unchanged: students whose file was there before, or is older than what is there.
    """

    collected: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Candidate:
    """A notebook that may be what a student hands in."""

    upload: Upload
    sender: Sender
    fits: bool
    """Whether it holds cells of the module, or has its name."""

    @property
    def rank(self) -> tuple[bool, datetime, int]:
        return self.fits, self.upload.time, self.sender.order


def collect(course: Course, module: Module, source: Path, pattern: str | None = None) -> Collection:
    """Collect the submissions for `module` from a folder or a zip into the term.

    Args:
        course, module: where to, and what; the module must be released.
        source: the folder or zip.
        pattern: a regular expression for the files' paths, in place of those of Canvas, Moodle and plain folders.
    """
    result = Collection()
    found, receipts = _by_student(course, module, source, pattern, result)
    chosen = {student: max(files, key=lambda each: each.rank) for student, files in sorted(found.items())}
    for student, candidate in list(chosen.items()):
        result.notes += _about(student, candidate, found[student], receipts.get(student))
        if _is_known(course, module, student, candidate.upload, result):
            result.unchanged.append(student)
            del chosen[student]
    if chosen:
        _transfer(course, module, chosen)
        result.collected = list(chosen)
    return result


def _by_student(
    course: Course, module: Module, source: Path, pattern: str | None, result: Collection
) -> tuple[dict[str, list[Candidate]], dict[str, str]]:
    """Each student's notebooks and the text of their receipt; what belongs to nobody is noted."""
    released = {grade_id(cell) for cell in read(course.release(module)).cells} - {None}
    all_found: list[Candidate] = []
    receipts: dict[str, str] = {}
    for upload in uploads(source, course.manifest.limits.notebook_megabytes * 1024 * 1024):
        who = sender(upload.name, module.name, pattern)
        if upload.content is None:
            result.notes.append(f"left out: {upload.name!r}: {upload.problem}")
        elif who and who.file.endswith("receipt.txt"):
            receipts[who.student] = upload.content.decode("utf-8", "replace")
        elif not upload.name.endswith(".ipynb"):
            result.notes.append(f"left out: {upload.name!r}: no notebook")
        elif who is None:
            result.notes.append(f"left out: {upload.name!r}: its name does not say whose it is")
        else:
            fits = is_called(who.file, module.name) or _shares_cells(upload.content, released)
            all_found.append(Candidate(upload, who, fits))
    return _told_apart(all_found, module, result), receipts


def _told_apart(found: list[Candidate], module: Module, result: Collection) -> dict[str, list[Candidate]]:
    """The notebooks by student; people of one name are told apart by the platform's number."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for each in found:
        numbers[each.sender.student].add(each.sender.number)
    by_student: dict[str, list[Candidate]] = defaultdict(list)
    for each in found:
        student = each.sender.student
        if not each.fits:
            result.notes.append(f"left out: {each.upload.name!r}: it holds nothing of {module.id}")
            continue
        if len(numbers[student]) > 1:
            student = f"{student}-{each.sender.number}"
        by_student[student].append(each)
    result.notes += [
        f"{name}: {len(several)} people of this name; their folders carry the platform's number"
        for name, several in sorted(numbers.items())
        if len(several) > 1
    ]
    return by_student


def _shares_cells(content: bytes, released: set[str | None]) -> bool:
    """Whether a file is a notebook with cells of the module."""
    try:
        cells = json.loads(content)["cells"]
        return any(cell["metadata"].get("nbgrader", {}).get("grade_id") in released for cell in cells)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False


def _about(student: str, candidate: Candidate, files: list[Candidate], receipt: str | None) -> list[str]:
    """What a person should know about the file that was taken."""
    notes = []
    if candidate.sender.late:
        notes.append(f"{student}: late, says the platform")
    if len(files) > 1:
        others = ", ".join(repr(each.upload.name) for each in files if each is not candidate)
        notes.append(f"{student}: {candidate.upload.name!r} is taken, as the newest; not taken: {others}")
    if receipt is not None:
        said = parsed(receipt)
        holds = said is not None and said.sha256 == checksum(candidate.upload.content or b"")
        notes.append(f"{student}: the receipt {'is that of this file' if holds else 'does not belong to this file'}")
    return notes


def _is_known(course: Course, module: Module, student: str, upload: Upload, result: Collection) -> bool:
    """Whether this very file was collected before, or a newer one was."""
    there = course.submitted(student, module) / f"{module.name}.ipynb"
    if not there.is_file():
        return False
    if there.read_bytes() == upload.content:
        return True
    stamp = there.with_name("timestamp.txt")
    before = parse_utc(stamp.read_text(encoding="utf-8").strip()) if stamp.is_file() else None
    if before is not None and before.replace(tzinfo=UTC) > upload.time:
        result.notes.append(f"{student}: {upload.name!r} is older than what was collected before, which stays")
        return True
    return False


def _transfer(course: Course, module: Module, chosen: dict[str, Candidate]) -> None:
    """Stage the chosen files and let nbgrader's zip collector bring them to `submitted/`."""
    course.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=course.folder, prefix=".collecting-") as folder:
        for student, candidate in chosen.items():
            time = candidate.upload.time.strftime(TIME)
            path = Path(folder) / module.id / "archive" / student / time / f"{module.name}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_bytes(candidate.upload.content or b"")
        config = course.nbgrader_config()
        config.merge(
            Config(
                ZipCollectApp={"downloaded_directory": Path(folder).name, "force": True, "log_level": logging.ERROR},
                ExtractorPlugin={"force": True, "zip_ext": []},
                FileNameCollectorPlugin={"named_regexp": STAGED},
            )
        )
        collector = CollectHere(config=config)
        collector.initialize([module.id])
        collector.start()


class CollectHere(ZipCollectApp):
    """nbgrader's zip collector with the term's settings, whatever settings lie in the folder it is run from."""

    def load_config_file(self, **_: object) -> None:
        pass
