"""Make a module's release: remove solutions and hidden tests, update the gradebook's cells."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.converters import GenerateAssignment

from grader.course.errors import CourseError, StaleRelease
from grader.course.files import write_text
from grader.course.fingerprint import file_digest, graded_digest, source_digest
from grader.course.lock import only_run
from grader.course.manifest import Module
from grader.course.nbgrader import reason, run_converter
from grader.course.notebook import read
from grader.course.package import write_package
from grader.course.term import Course
from grader.library.book import write_book
from grader.release.cells import Cell, cells_digest, enter_cells
from grader.release.gates import check_source
from grader.release.record import Record, drift, record_path
from grader.release.settings import release_config
from workbench.cells import grading


@dataclass(frozen=True)
class Built:
    """A release in a temporary folder, digests of its source, and the gradebook's cells."""

    folder: Path
    source: str
    tests: str
    cells: list[Cell]
    kernelspec: str


def release(
    course: Course, module: Module, note: Callable[[str], None] = lambda line: None
) -> Path:
    """Write `release/<module>/<name>.ipynb` and return its path.

    The release is built in a temporary folder. If that fails, the earlier release and the gradebook
    stay as they are.

    Args:
        course, module: what to release.
        note: called with each line for the user.

    Raises:
        CourseError: if the source does not pass the gates, or nbgrader fails.
    """
    # The lock comes first: grading reads the package and the book that are written here.
    with only_run(course, module), _built(course, module) as built:
        write_package(course, module)
        write_book(course, module)
        _put_in_place(course, module, built, note)
    return course.release(module)


def update(course: Course, module: Module, note: Callable[[str], None]) -> None:
    """Release again if grading needs it and students see no difference.

    The caller holds the module's lock.

    Raises:
        StaleRelease: if students would see a difference.
    """
    record = Record.load(course, module)
    # Not `record.source`: a change of prose gives the same scores.
    if record is not None and record.tests != graded_digest(course, module):
        why = "tests, points or given cells have changed"
    else:
        why = drift(course, module, record)
    if not why:
        return
    with _built(course, module) as built:
        path = course.release(module)
        different = difference(path, built.folder / path.name)
        # Students would work on another notebook than the one they are graded with.
        if different:
            raise StaleRelease(
                f"{module.id}: the release is out of date, and students would see the difference"
                f" ({different}): run `make release MODULE={module.name}`, then `make grade` again."
            )
        _put_in_place(course, module, built, note)
    note(f"{module.id}: released anew ({why}); students see no difference.")


def difference(old: Path, new: Path) -> str:
    """Return the first difference between two releases that a student would see.

    Points in the metadata do not count: students read them in the text.
    """
    try:
        before = [_shown(cell) for cell in read(old).cells]
    # An unreadable release counts as different, so that a person decides.
    except (OSError, ValueError, CourseError):
        return f"{old.name} cannot be read"
    after = [_shown(cell) for cell in read(new).cells]
    for number, (one, other) in enumerate(zip_longest(before, after), start=1):
        if one != other:
            name = next(
                (
                    each["nbgrader"]["grade_id"]
                    for each in (other, one)
                    if each and each["nbgrader"]
                ),
                None,
            )
            return f"cell {name or number}"
    return ""


def _shown(cell: NotebookNode) -> dict[str, Any]:
    # The checksum depends on the points, so it is left out with them.
    hidden = ("points", "checksum")
    metadata = {key: value for key, value in grading(cell).items() if key not in hidden}
    plain = {key: cell.get(key) for key in ("id", "cell_type", "source", "attachments")}
    return {**plain, "tags": cell.metadata.get("tags", []), "nbgrader": metadata}


@contextmanager
def _built(course: Course, module: Module) -> Iterator[Built]:
    """Build the release in a temporary folder, which is removed at the end."""
    problems = check_source(course, module)
    if problems:
        raise CourseError(problems[0])
    aside = course.folder / f".releasing-{module.id}"
    found: list[tuple[list[Cell], str]] = []
    # Before nbgrader reads the source: if it is saved meanwhile, the release counts as stale.
    made_from = source_digest(course, module), graded_digest(course, module)
    config = release_config()
    config.CourseDirectory.release_directory = aside.name
    # nbgrader must not touch the gradebook before the release is complete.
    config.GenerateAssignment.no_database = True
    config.EnterCells.take = lambda cells, kernelspec: found.append((cells, kernelspec))
    shutil.rmtree(aside, ignore_errors=True)  # left by a run that was killed
    try:
        # "." is nbgrader's student id for files that belong to no student.
        result = run_converter(GenerateAssignment, course, module, student=".", config=config)
        if not result["success"]:
            raise CourseError(f"nbgrader could not release {module.id}: {reason(result)}")
        yield Built(aside / module.id, *made_from, *found[-1])
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(
    course: Course, module: Module, built: Built, note: Callable[[str], None]
) -> None:
    """Update the gradebook, move the files into place, the notebook last, and write the record.

    If this is stopped halfway, the record is missing, and the next run releases again.
    """
    target = course.release(module)
    # Removed first: without a record the release counts as out of date.
    record_path(course, module).unlink(missing_ok=True)
    for line in enter_cells(course, module, built.cells, built.kernelspec):
        note(line)
    files = [path for path in sorted(built.folder.rglob("*")) if path.is_file()]
    # False sorts before True, so the notebook is the last.
    for path in sorted(files, key=lambda path: path.name == target.name):
        place = target.parent / path.relative_to(built.folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    record = Record(
        source=built.source,
        tests=built.tests,
        notebook=file_digest(target),
        cells=cells_digest(built.cells),
    )
    write_text(record_path(course, module), record.model_dump_json(indent=1) + "\n")
