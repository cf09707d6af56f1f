"""Pack tests and submissions as plain data, and unpack them on another machine.

The tests go to a machine that is trusted to hold them. The gradebook, the source and other terms
stay here.
"""

import json
from dataclasses import astuple
from pathlib import Path
from typing import Any

import msgpack
import yaml

from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.fingerprint import digest_of, versions
from grader.course.manifest import MANIFEST, Manifest
from grader.course.term import ROOT, Course
from grader.grading.wall.cluster.shared import Shared
from grader.grading.wall.tests.compiled import CompiledTests
from grader.grading.wall.tests.submission import UNICODE
from grader.submissions.intake import TIME, Contents
from grader.submissions.restore import ReferenceCell
from tinytorch.book import Book


def _versions() -> dict[str, str]:
    """What must be the same on both machines for the scores to be the same."""
    return {**versions(), "tinytorch": digest_of(ROOT, ROOT.glob("tinytorch/**/*.py"))[:12]}


def pack_tests(tests: CompiledTests) -> bytes:
    """Everything that the submissions of one module are graded with."""
    course, module = tests.course, tests.module
    package = course.package(module)
    files = [path for path in sorted(package.rglob("*")) if path.suffix in (".py", ".json")]
    alone = [module.model_copy(update={"requires": []})]  # its package is packed with it
    parts = {
        "versions": _versions(),
        "manifest": Manifest(**{**dict(course.manifest), "modules": alone}).model_dump(mode="json"),
        "release": course.release(module).read_text(encoding="utf-8"),
        "book": tests.book.to_json(),
        "references": {name: astuple(cell) for name, cell in tests.references.items()},
        "package": {
            path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in files
        },
        "seed": course.seed,
    }
    return json.dumps(parts).encode()


def unpack_tests(data: bytes, folder: Path) -> CompiledTests:
    """Make a term in `folder` in which the module is released, and compile its tests.

    Raises:
        CourseError: if another version has packed it.
    """
    sent: dict[str, Any] = json.loads(data)
    ours, theirs = _versions(), sent["versions"]
    different = [
        f"{name} {version}, not {theirs.get(name)}"
        for name, version in ours.items()
        if version != theirs.get(name)
    ]
    if different:
        advice = "Install the same commit and the same packages there."
        raise CourseError(f"it has {' and '.join(different)}. {advice}")
    module = Manifest.model_validate(sent["manifest"]).modules[0]
    course = Course(folder / "course", folder / "term")
    write_text(course.root / MANIFEST, yaml.safe_dump(sent["manifest"]))
    # In place of the source lies the release, without solutions.
    for path in (course.source(module), course.release(module)):
        write_text(path, sent["release"])
    for name, text in sent["package"].items():
        write_text(course.package(module) / name, text)
    write_text(course.folder / "seed", f"{sent['seed']}\n", mode=0o600)  # as in the sender's term
    references = {name: ReferenceCell(*values) for name, values in sent["references"].items()}
    return CompiledTests.build(course, module, references, Book.from_json(sent["book"]))


def pack_submission(student: str, contents: Contents, notebook: bytes, shared: Shared) -> bytes:
    """What `student` handed in, as bytes."""
    time = {} if contents.time is None else {TIME: contents.time}
    files = {**time, **contents.files, contents.name: shared.pack(notebook)}
    return msgpack.packb([student, contents.name, files], **UNICODE)


def unpack_submission(data: bytes, tests: CompiledTests, shared: Shared) -> str:
    """Write a submission to the term of `tests`; return the student's name."""
    student, notebook, files = msgpack.unpackb(data, **UNICODE)
    folder = tests.course.submitted(student, tests.module)
    folder.mkdir(parents=True)
    for name, packed in files.items():
        content = shared.unpack(packed) if name == notebook else packed
        (folder / Path(name).name).write_bytes(content)  # a name cannot lead elsewhere
    return str(student)
