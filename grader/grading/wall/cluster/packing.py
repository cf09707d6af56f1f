"""What travels to another machine: an exam and submissions, as plain data, and a term made of them over there.

The tests travel, to a machine that is trusted to hold them; the gradebook, the source and other
terms never do.
"""

import base64
import json
from dataclasses import astuple
from pathlib import Path
from typing import Any

import yaml

from grader.course.fingerprint import digest_of, versions
from grader.course.manifest import MANIFEST, Manifest
from grader.course.term import ROOT, Course
from grader.errors import CourseError
from grader.files import write_text
from grader.grading.wall.tests.compiled import Exam, Master
from grader.submissions.intake import TIME, Contents
from tinytorch.book import Book


def _versions() -> dict[str, str]:
    """What must be the same on both machines for a mark to be the same."""
    return {**versions(), "tinytorch": digest_of(ROOT, ROOT.glob("tinytorch/**/*.py"))[:12]}


def pack_exam(exam: Exam) -> bytes:
    """Everything that the submissions of one module are graded with."""
    course, module = exam.course, exam.module
    package = course.package(module)
    alone = Manifest(
        **{**dict(course.manifest), "modules": [module.model_copy(update={"requires": []})]}
    )
    return json.dumps(
        {
            "versions": _versions(),
            "manifest": alone.model_dump(mode="json"),
            "release": course.release(module).read_text(encoding="utf-8"),
            "book": exam.book.to_json(),
            "masters": {name: astuple(master) for name, master in exam.masters.items()},
            "package": {
                path.relative_to(package).as_posix(): path.read_text(encoding="utf-8")
                for path in sorted(package.rglob("*"))
                if path.suffix in (".py", ".json")
            },
            "seed": course.seed,
        }
    ).encode()


def unpack_exam(data: bytes, folder: Path) -> Exam:
    """Make a term in `folder` with the exam's one module released, and the exam itself.

    Raises:
        CourseError: if it was packed by another version.
    """
    sent: dict[str, Any] = json.loads(data)
    ours, theirs = _versions(), sent["versions"]
    different = [
        f"{name} {ours[name]}, not {theirs.get(name)}"
        for name in ours
        if ours[name] != theirs.get(name)
    ]
    if different:
        raise CourseError(
            f"it has {' and '.join(different)}. Install the same commit and the same packages there."
        )
    module = Manifest.model_validate(sent["manifest"]).modules[0]
    course = Course(folder / "course", folder / "term")
    write_text(course.root / MANIFEST, yaml.safe_dump(sent["manifest"]))
    for path in (
        course.source(module),
        course.release(module),
    ):  # whoever asks for the source finds no solution in it
        write_text(path, sent["release"])
    for name, text in sent["package"].items():
        write_text(course.package(module) / name, text)
    write_text(course.folder / "seed", f"{sent['seed']}\n", mode=0o600)
    masters = {name: Master(*values) for name, values in sent["masters"].items()}
    return Exam.of(course, module, masters, Book.from_json(sent["book"]))


def pack_submission(student: str, contents: Contents, notebook: bytes) -> bytes:
    """What `student` handed in."""
    time = {} if contents.time is None else {TIME: contents.time}
    files = {**time, **contents.files, contents.name: notebook}
    return json.dumps(
        {"student": student, "files": {name: _text(data) for name, data in files.items()}}
    ).encode()


def unpack_submission(data: bytes, exam: Exam) -> str:
    """Put a submission where it lies in the exam's term, in place of what lies there; returns the student's name."""
    sent: dict[str, Any] = json.loads(data)
    student = str(sent["student"])
    folder = exam.course.submitted(student, exam.module)
    folder.mkdir(parents=True)
    for name, text in sent["files"].items():
        (folder / Path(name).name).write_bytes(base64.b64decode(text))
    return student


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
