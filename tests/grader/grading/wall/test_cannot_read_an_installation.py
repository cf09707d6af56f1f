"""Attempts to find the solutions in a regular installation of the course, beside NumPy."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.library.answers import submission

PARTS = ("tinytorch", "grader", "workbench", "modules")
FILES = ("pyproject.toml", "README.md", "nbs_config.yml", "nbgrader_config.py")
# Large, and of no use here.
LEFT_OUT = (
    "torch*",
    "nvidia*",
    "triton*",
    "playwright*",
    "sympy*",
    "jupyterlab",
    "*tinytorch*",
    "mypy*",
)
WALK = """
import os, sys
def found():
    for top in {tops}:
        for path, _, files in os.walk(top):
            if 'layers.py' in files and 'tinytorch' in path: return os.path.join(path, 'layers.py')
try: exec(open(found()).read())
except BaseException as error: print('refused:', error)
"""
ATTACKS = {
    "walk_the_path": WALK.format(tops="sys.path"),
    "walk_the_environment": WALK.format(tops="(sys.prefix, sys.base_prefix + '/lib')"),
    "import_the_solutions": "from tinytorch.core.layers import *\n",
    "import_after_changing_the_path": """
import sys
for name in [name for name in sys.modules if name.startswith('tinytorch')]: del sys.modules[name]
sys.path.reverse()
from tinytorch.core.layers import *
""",
    "read_the_compiled_solutions": """
import glob, marshal, sys
for place in sys.path:
    for path in glob.glob(place + '/tinytorch/core/__pycache__/layers*.pyc'):
        exec(marshal.loads(open(path, 'rb').read()[16:]))
""",
    "import_the_grader": """
import grader.library.answers
from grader.grading.wall.tests.compiled import CompiledTests
print('FO' + 'UND')
""",
}
FINE = "import matplotlib.pyplot\nimport fractions, numpy.fft\nprint('IMPORT' + 'ED')\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Course, Path]]:
    """A copy of the course, installed in an environment of its own, and that Python."""
    base = tmp_path_factory.mktemp("plain")
    root, place = base / "course", base / "venv"
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    venv.create(place, symlinks=True)
    python = place / "bin" / "python"
    target = place / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    shutil.copytree(
        sysconfig.get_path("purelib"), target, copy_function=link,
        ignore=shutil.ignore_patterns(*LEFT_OUT),
        dirs_exist_ok=True, symlinks=True,
    )  # fmt: skip
    run(
        python,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        str(root),
        cwd=base,
    )
    assert (target / "tinytorch" / "core" / "layers.py").is_file()
    run(python, "-m", "compileall", "-q", str(target / "tinytorch"), cwd=base)
    yield Course(root, root / "course"), python
    shutil.rmtree(base, ignore_errors=True)


def link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # on another disk
        shutil.copy2(source, target)


def run(*command: object, cwd: Path) -> None:
    done = subprocess.run([str(each) for each in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done


def hand_in(course: Course, attacks: dict[str, str]) -> None:
    module = course.manifest.module("layers")
    blank = read(course.release(module))
    for name, attack in attacks.items():
        path = course.submitted(name, module) / "layers.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(nbformat.writes(submission(blank, {"layer": attack})), encoding="utf-8")


def check(course: Course, attack: str) -> str:
    """That an attack has gained nothing; what its notebook shows."""
    module = course.manifest.module("layers")
    found = Outcome.load(course.verdict(attack, module))
    assert found is not None and found.verdict in ("error", "wrong"), found
    with course.gradebook() as gradebook:
        assert gradebook.find_submission(module.id, attack).score == 0
    cells = read(course.autograded(attack, module) / "layers.ipynb").cells
    return json.dumps([cell.get("outputs") for cell in cells])


def test_a_plain_installation_shows_no_solution(course: tuple[Course, Path]) -> None:
    term, python = course
    grader = (python, "-m", "grader")
    run(*grader, "release", "--module", "layers", cwd=term.root)
    hand_in(term, {**ATTACKS, "fine": FINE})
    run(*grader, "grade", "--module", "layers", "--engine", "wall", cwd=term.root)
    for attack in ATTACKS:
        assert "FOUND" not in check(term, attack)
    assert "IMPORTED" in check(term, "fine")


def test_a_plain_installation_is_not_what_a_kernel_imports(course: tuple[Course, Path]) -> None:
    term, python = course
    hand_in(term, {"kernel": ATTACKS["import_the_solutions"]})
    command = (
        python,
        "-m",
        "grader",
        "grade",
        "--module",
        "layers",
        "--engine",
        "nbgrader",
        "--student",
        "kernel",
    )
    run(*command, cwd=term.root)
    assert "ModuleNotFoundError" in check(term, "kernel")
