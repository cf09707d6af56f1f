"""The fork server as its client sees it: started, missing namespaces, preloaded packages, ended."""

import shutil
import time
from pathlib import Path

import nbformat
import pytest
from class_of_three import run, score

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.grading.batch import grade
from grader.grading.imports import imported_packages
from grader.grading.wall.engine import processor_sets
from grader.grading.wall.sandbox.sandbox import SandboxLimits
from grader.grading.wall.tests.client import Client
from grader.grading.wall.tests.forkserver_client import NO_FILTER, ForkServerClient
from workbench.cells import NOT_GRADED


def test_without_namespaces_grading_stops_with_a_line_that_says_so(
    three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    failing = "def unshare(flags: int) -> None: raise PermissionError(1, 'Operation not permitted')"
    monkeypatch.setattr(
        "grader.grading.wall.tests.forkserver_client.ROOT",
        _changed_engine(course.folder, "syscalls.py", failing),
    )
    with pytest.raises(
        CourseError, match=r"Cannot create Linux namespaces.*not permitted.*--unsafe"
    ):
        run(course, module)
    outcomes: list[Outcome] = []
    grade(course, module, ["ada"], engine="wall", unsafe=True, report=outcomes.append)
    assert outcomes[0].verdict == "ok"
    assert outcomes[0].notes[0].startswith("unsafe")
    assert score(course, module, "ada") == 37.0


def _changed_engine(folder: Path, name: str, definition: str) -> Path:
    """A copy of the engine in which a file of the sandbox ends with another definition."""
    copy = folder / "copy"
    shutil.copytree(ROOT / "grader", copy / "grader")
    file = copy / "grader" / "grading" / "wall" / "sandbox" / name
    file.write_text(f"{file.read_text(encoding='utf-8')}\n\n{definition}\n", encoding="utf-8")
    return copy


def test_without_a_filter_of_system_calls_a_line_says_so(
    three: tuple[Course, Module],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    course, module = three
    run(course, module, ["ada"])
    assert "cannot filter system calls" not in capsys.readouterr().err
    changed = _changed_engine(course.folder, "seccomp.py", "def install() -> bool: return False")
    monkeypatch.setattr("grader.grading.wall.tests.forkserver_client.ROOT", changed)
    assert run(course, module, ["ada"])["ada"].verdict == "ok"
    assert capsys.readouterr().err == f"{NO_FILTER}\n"


def test_close_ends_the_fork_server(three: tuple[Course, Module]) -> None:
    course, module = three
    fork_server = ForkServerClient(course.package(module), SandboxLimits(10))
    fork_server.wait()
    fork_server.spawn(1, processor_sets(1)[0]).close()
    fork_server.close()
    assert fork_server._process.returncode is not None


def test_the_fork_server_preloads_what_the_cells_that_are_run_import(
    three: tuple[Course, Module],
) -> None:
    code, text = nbformat.v4.new_code_cell, nbformat.v4.new_markdown_cell
    cells = [
        code("import numpy as np\nfrom fractions import Fraction\n\ndef f():\n    import nothing"),
        code("from tinytorch.core.tensor import Tensor"),
        code("import matplotlib.pyplot as plt", metadata={"tags": [NOT_GRADED]}),
        text("import turtle"),
    ]
    loaded = imported_packages(nbformat.v4.new_notebook(cells=cells))
    assert loaded == ["fractions", "nothing", "numpy"]
    course, module = three
    processors = processor_sets(1)[0]
    fork_server = ForkServerClient(course.package(module), SandboxLimits(10), loaded)
    fork_server.wait()
    with fork_server.spawn(1, processors) as connection:
        client = Client(connection)
        client.stop_at = time.monotonic() + 60
        client.request("start", 1, 10**6, 10**6)
        names = "('fractions', 'matplotlib')"
        _, outputs = client.run(f"import sys; print([name in sys.modules for name in {names}])")
    fork_server.close()
    assert outputs[0]["text"] == "[True, False]\n"
