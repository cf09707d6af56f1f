"""The `tinytorch` that a module is worked on and graded with: the reference versions of the modules before it."""

import shutil
from pathlib import Path

from grader.course import Course
from grader.manifest import Module


def package_files(course: Course, module: Module) -> list[Path]:
    """Files of `tinytorch/`, relative to the repository, that `module` may import; never its own solution."""
    earlier = [Path(f"tinytorch/core/{before.name}.py") for before in course.manifest.before(module)]
    return [Path("tinytorch/__init__.py"), Path("tinytorch/checks.py"), Path("tinytorch/core/__init__.py"), *earlier]


def write_package(course: Course, module: Module) -> Path:
    """Write the package that `module` is graded with, anew, into the term's folder."""
    target = course.package(module)
    fresh = target.with_name(f".{module.id}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for file in package_files(course, module):
        (fresh / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(course.root / file, fresh / file)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return target
