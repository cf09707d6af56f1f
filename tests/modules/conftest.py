"""The source notebooks, one after the other."""

from pathlib import Path

import pytest
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Manifest, Module, load
from grader.course.notebook import read
from grader.course.term import ROOT

MANIFEST: Manifest = load(ROOT)


@pytest.fixture(scope="session", params=MANIFEST.modules, ids=lambda module: module.id)
def module(request: pytest.FixtureRequest) -> Module:
    """Each module of the course."""
    return request.param


@pytest.fixture
def source(module: Module) -> NotebookNode:
    """The module's source notebook."""
    return read(ROOT / "modules" / module.id / f"{module.name}.ipynb")


@pytest.fixture(params=sorted(ROOT.glob("modules/**/*.ipynb")), ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Every notebook under modules/, that of the checks included."""
    return request.param
