"""Make the zip that Gradescope takes as an autograder: two scripts, and what grades a module.

It holds solutions and hidden tests, so it is for the instructor and for Gradescope alone. Of the
modules it has the one that is graded and those before it.
"""

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from grader.course.errors import CourseError
from grader.course.manifest import MANIFEST, Module
from grader.course.term import Course
from grader.release.record import stale

TEMPLATES = Path(__file__).parent / "gradescope"
SCRIPTS = ("setup.sh", "run_autograder")
VISIBILITIES = ("visible", "after_due_date", "after_published", "hidden")
"""When Gradescope shows a result to its student."""
# What an installation of the course is made from.
PARTS = ("grader", "tinytorch", "workbench")
FILES = ("pyproject.toml", "constraints.txt", "README.md")


def gradescope_zip(course: Course, module: Module, visibility: str) -> bytes:
    """Return the zip's bytes.

    Args:
        course, module: what it grades.
        visibility: when students see the results of hidden tests, one of `VISIBILITIES`.

    Raises:
        CourseError: if the module is not released, or its release is out of date.
    """
    if not course.release(module).is_file():
        raise CourseError(
            f"{module.id} is not released in {course.folder}: run `make release` first."
        )
    # The release is made again at Gradescope, from the source: students must have the same.
    if line := stale(course, module, gradebook=False):
        raise CourseError(line)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in SCRIPTS:
            text = (TEMPLATES / name).read_text(encoding="utf-8")
            for key, value in {"module": module.id, "visibility": visibility}.items():
                text = text.replace("{" + key + "}", value)
            _add(archive, name, text.encode(), executable=True)
        _add(archive, "seed", f"{course.seed}\n".encode())
        _add(archive, f"course/{MANIFEST}", _manifest(course, module).encode())
        for path in _files(course, module):
            _add(archive, f"course/{path.relative_to(course.root)}", path.read_bytes())
    return packed.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes, *, executable: bool = False) -> None:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | (0o755 if executable else 0o644)) << 16
    archive.writestr(entry, data)


def _kept(course: Course, module: Module) -> list[Module]:
    return [*course.manifest.before(module), module]


def _manifest(course: Course, module: Module) -> str:
    """Return the manifest with the modules that are in the zip."""
    kept = {each.id for each in _kept(course, module)}
    whole = course.manifest.model_dump(mode="json")
    whole["modules"] = [each for each in whole["modules"] if each["id"] in kept]
    return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True)


def _files(course: Course, module: Module) -> Iterator[Path]:
    """Yield the files of the course that grading the module needs."""
    root = course.root
    kept = _kept(course, module)
    later = {each.name for each in course.manifest.modules} - {each.name for each in kept}
    yield from (root / name for name in FILES)
    for part in PARTS:
        for path in sorted((root / part).rglob("*")):
            of_a_later_one = path.parent == root / "tinytorch" / "core" and path.stem in later
            if path.is_file() and "__pycache__" not in path.parts and not of_a_later_one:
                yield path
    for each in kept:
        yield course.source(each)
        yield from (p for p in sorted((course.library / each.id).rglob("*")) if p.suffix == ".py")
