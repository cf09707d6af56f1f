"""What helps a student is in the release: folded code, and three hints below each task."""

from cells import code_cells, prose
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.release.conventions.hints import RUNGS, tasks


def folded(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("jupyter", {}).get("source_hidden"))


def test_the_release_keeps_the_folds(term: Course, module: Module, source: NotebookNode) -> None:
    released = {cell.id: folded(cell) for cell in code_cells(read(term.release(module)))}
    assert released == {cell.id: folded(cell) for cell in code_cells(source)}
    assert any(released.values())


def test_the_release_keeps_the_hints(term: Course, module: Module, source: NotebookNode) -> None:
    number = len(list(tasks(source)))
    assert number
    released = prose(read(term.release(module)))
    assert [released.count(f"<summary>{rung}</summary>") for rung in RUNGS] == [number] * 3
