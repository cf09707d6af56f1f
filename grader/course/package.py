"""The `tinytorch` package for one module: the reference versions of the modules before it."""

import shutil
from pathlib import Path

from grader.course.manifest import Module
from grader.course.term import Course

DIGITS = ("data.py", "digits/SOURCE.md", "digits/images.txt", "digits/network.json")
COMMON = ("__init__.py", "checks.py", "outcomes.py", "compare.py", "core/__init__.py", *DIGITS)
# Runs the reference and the answer library; students get neither.
GRADING = Path("tinytorch/book.py")


def package_files(course: Course, module: Module) -> list[Path]:
    """Return the files of `tinytorch/` that `module` may import, relative to the repository.

    The module's own solution is never among them.
    """
    before = course.manifest.before(module)
    # The module's own table too: its visible checks look things up there.
    tables = [f"tables/{each.id}.json" for each in [*before, module]]
    files = [*COMMON, *(f"core/{each.name}.py" for each in before), *tables]
    found = [Path("tinytorch") / file for file in files]
    return [file for file in found if file.suffix == ".py" or (course.root / file).is_file()]


def write_package(course: Course, module: Module) -> Path:
    """Write the package that `module` is graded with into the term's folder; return its folder."""
    target = course.package(module)
    # Complete before it takes the old one's place.
    fresh = target.with_name(f".{module.id}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for file in [*package_files(course, module), GRADING]:
        (fresh / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(course.root / file, fresh / file)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return target
