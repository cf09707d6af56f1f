"""What a student need not read is folded; hints, difficulty and stretch tasks are there."""

import re

import pytest
from cells import code_cells, label
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import grading, is_answer, read
from grader.course.term import ROOT, Course

HINT = re.compile(
    r"^<details>\n<summary>Hint (\d): (.+?)</summary>\n\n(.+?)\n\n</details>$",
    re.MULTILINE | re.DOTALL,
)
TASK = re.compile(r"^### (Task \d+(?:\.\d+)?)", re.MULTILINE)


def folded(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("jupyter", {}).get("source_hidden"))


@pytest.fixture(scope="module")
def layers() -> NotebookNode:
    return read(ROOT / "modules" / "03_layers" / "layers.ipynb")


def tasks(notebook: NotebookNode) -> dict[str, str]:
    """`Task 2` -> the text of its cell."""
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    return {match[1]: text for text in cells for match in TASK.finditer(text)}


def test_the_release_keeps_the_folds(term: Course, module: Module, source: NotebookNode) -> None:
    released = {cell.id: folded(cell) for cell in code_cells(read(term.release(module)))}
    assert released == {cell.id: folded(cell) for cell in code_cells(source)}
    assert any(released.values())


def test_every_task_of_the_layers_has_three_hints_and_says_how_difficult_it_is(
    layers: NotebookNode,
) -> None:
    found = tasks(layers)
    assert len(found) == 14
    for name, text in found.items():
        hints = HINT.findall(text)
        assert [(number, rung) for number, rung, _ in hints] == [
            ("1", "the idea"),
            ("2", "the tool"),
            ("3", "the line"),
        ]
        assert re.search(r"^\*\*Difficulty:\*\* (●○○|●●○|●●●)$", text, re.MULTILINE), name
        assert text.index("**Points: ") < text.index("<details>"), name


def test_a_hint_stands_in_a_fold_and_not_in_a_docstring(layers: NotebookNode) -> None:
    answers = [cell for cell in code_cells(layers) if is_answer(cell)]
    assert len(answers) > 10
    assert not [label(cell) for cell in answers if "Hint" in cell.source]


def test_every_section_with_tasks_ends_with_one_stretch_that_is_not_graded(
    layers: NotebookNode,
) -> None:
    stretches: dict[str, int] = {}
    section = ""
    for cell in layers.cells:
        if cell.cell_type == "markdown":
            heads = re.findall(r"^## (\d+)\.", cell.source, re.MULTILINE)
            section = heads[-1] if heads else section
            if cell.source.startswith("**Stretch ●●● (optional, not graded).**"):
                assert not grading(cell)
                stretches[section] = stretches.get(section, 0) + 1
    assert stretches == {"1": 1, "2": 1, "3": 1, "4": 1, "5": 1}
