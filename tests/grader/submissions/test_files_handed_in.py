"""Files beside the notebook: it finds those that the manifest lists, and no others."""

import os
from pathlib import Path
from typing import Any

import pytest
from kit import answered, hand_in, marks, outcome, with_manifest

from grader.course.manifest import Module
from grader.course.term import Course
from grader.grading.batch import grade
from grader.grading.engines import ENGINES

# ReLU is right only if the files that are there are the ones that should be.
RELU = """\
from pathlib import Path
assert Path("data.csv").read_bytes() == bytes(range(256)) * 4096, "no data"
assert not Path("plot.png").exists()
assert not Path("helper.py").exists() and not Path("other.csv").exists()
assert "base64" not in globals() and "_file" not in globals()
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_files_that_the_manifest_names_lie_where_the_notebook_runs(
    term: Course, module: Module, engine: str, tmp_path: Path
) -> None:
    def change(manifest: dict[str, Any]) -> None:
        manifest["modules"][1]["files"] = ["data.csv", "plot.png"]

    course = with_manifest(tmp_path / "root", term.folder, change)
    module = course.manifest.module("activations")
    relu = answered(course, module)
    source = next(
        cell for cell in relu.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "relu"
    )
    source.source = f"{RELU}\n{source.source}"
    folder = hand_in(course, module, "ada", relu).parent
    (folder / "data.csv").write_bytes(bytes(range(256)) * 4096)
    for name in ("helper.py", "numpy.py", "other.csv"):
        (folder / name).write_text("raise SystemExit", encoding="utf-8")
    os.symlink("/etc/passwd", folder / "plot.png")
    grade(course, module, ["ada"], engine=engine, report=lambda each: None)
    found = outcome(course, module, "ada")
    assert found.verdict == "ok", found
    assert found.notes == [
        "plot.png is left out: it is a link or not a regular file; hand in the file itself"
    ]
    assert sum(marks(course, module, "ada").values()) == 37
    left = {path.name for path in course.autograded("ada", module).iterdir()}
    assert left <= {"activations.ipynb", "data.csv"}
    assert not list(course.folder.glob("intake/*"))
