"""The package for a module: the reference versions before it, never its own solutions."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.course.package import GRADING, package_files, write_package
from grader.course.term import ROOT, Course


@pytest.mark.parametrize(
    ("name", "parts"),
    [("tensor", []), ("activations", ["tensor"]), ("layers", ["tensor", "activations"])],
)
def test_a_module_gets_what_it_builds_on_and_not_itself(
    term: Course, name: str, parts: list[str]
) -> None:
    files = package_files(term, term.manifest.module(name))
    core = [path.stem for path in files if path.parent.name == "core" and path.stem != "__init__"]
    assert core == parts
    assert Path("tinytorch/checks.py") in files


def test_the_files_are_the_reference_s(term: Course, tmp_path: Path) -> None:
    module = term.manifest.module("layers")
    target = write_package(Course(ROOT, tmp_path), module)
    written = sorted(path.relative_to(target) for path in target.rglob("*") if path.is_file())
    assert written == sorted([*package_files(term, module), GRADING])
    for path in written:
        assert (target / path).read_bytes() == (ROOT / path).read_bytes()


def test_whatever_lay_there_is_gone_after_writing_again(term: Course, tmp_path: Path) -> None:
    course, module = Course(ROOT, tmp_path), term.manifest.module("activations")
    target = write_package(course, module)
    (target / "numpy.py").write_text("raise SystemExit", encoding="utf-8")
    (target / "tinytorch" / "core" / "tensor.py").write_text("broken", encoding="utf-8")
    write_package(course, module)
    assert not (target / "numpy.py").exists()
    assert (target / "tinytorch/core/tensor.py").read_bytes() == (
        ROOT / "tinytorch/core/tensor.py"
    ).read_bytes()
    assert [path.name for path in course.package(module).parent.iterdir()] == [module.id]


def test_what_is_written_can_be_imported_and_the_solution_cannot(term: Course) -> None:
    code = "import tinytorch.core.tensor as t; print(t.__file__); import tinytorch.core.activations"
    package = term.package(term.manifest.module("activations"))
    environment = {**os.environ, "PYTHONPATH": str(package)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd="/", capture_output=True, text=True
    )
    assert done.stdout.startswith(str(package))
    assert "ModuleNotFoundError: No module named 'tinytorch.core.activations'" in done.stderr
