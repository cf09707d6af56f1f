"""The `tinytorch` that a module is worked on and graded with: the reference versions of the modules before it."""

import shutil
from pathlib import Path

from grader.course.manifest import Module
from grader.course.term import Course

DIGITS = ("data.py", "digits/SOURCE.md", "digits/images.txt", "digits/network.json")
COMMON = ("__init__.py", "checks.py", "outcomes.py", "compare.py", "core/__init__.py", *DIGITS)
GRADING = Path(
    "tinytorch/book.py"
)  # runs the reference and the answer library, which no student has


def package_files(course: Course, module: Module) -> list[Path]:
    """Files of `tinytorch/`, relative to the repository, that `module` may import; never its own solution."""
    before = course.manifest.before(module)
    tables = [f"tables/{each.id}.json" for each in [*before, module]]
    files = [*COMMON, *(f"core/{each.name}.py" for each in before), *tables]
    found = [Path("tinytorch") / file for file in files]
    return [file for file in found if file.suffix == ".py" or (course.root / file).is_file()]


def write_package(course: Course, module: Module) -> Path:
    """Write the package that `module` is graded with, anew, into the term's folder."""
    target = course.package(module)
    fresh = target.with_name(f".{module.id}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for file in [*package_files(course, module), GRADING]:
        (fresh / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(course.root / file, fresh / file)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return target
