"""A student edition of Layers, and a notebook in it that is complete, half done or broken."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import nbformat
import pytest
from kit import answered
from nbformat.notebooknode import NotebookNode
from repaired import make_release, make_work

from grader.course.manifest import Module
from grader.course.term import Course
from grader.release.edition import write_edition
from workbench.assignment import Assignment, find_assignment


@pytest.fixture(scope="session")
def module(term: Course) -> Module:
    return term.manifest.module("layers")


@pytest.fixture(scope="session")
def pristine(term: Course, module: Module, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition as it is handed out. Do not change it."""
    folder = tmp_path_factory.mktemp("pristine") / "edition"
    write_edition(term, module, folder)
    return folder


@pytest.fixture
def layers(pristine: Path, tmp_path: Path) -> Assignment:
    """Layers in a copy of the edition, in a folder with blanks, a quote and umlauts in its name."""
    folder = tmp_path / "Zoë's course ü"
    shutil.copytree(pristine, folder)
    return find_assignment(folder, "layers")


@pytest.fixture
def solve(term: Course, module: Module, layers: Assignment) -> Callable[..., None]:
    """Write the complete notebook, with some answers replaced, as the student's."""

    def write(answers: Mapping[str, str] | None = None) -> None:
        layers.notebook.write_text(
            nbformat.writes(answered(term, module, answers)), encoding="utf-8"
        )

    return write


@pytest.fixture
def release() -> NotebookNode:
    """A released notebook with an answer, a question and a written answer."""
    return make_release()


@pytest.fixture
def work(release: NotebookNode) -> NotebookNode:
    """A student's complete work on `release`."""
    return make_work(release)
