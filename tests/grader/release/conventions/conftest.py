"""The notebook of docs/adding-a-module.md, in which each test breaks one convention."""

import pytest
from guide import guide_notebook
from nbformat.notebooknode import NotebookNode


@pytest.fixture
def book() -> NotebookNode:
    """A notebook that keeps to every convention; change it as you like."""
    return guide_notebook()
