"""The stubs that replace the solutions in a release."""

import re

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from workbench.cells import grade_id, is_answer

STUB = "raise NotImplementedError()"
CODE_STUB = f"# YOUR CODE HERE\n{STUB}"  # what nbgrader's ClearSolutions puts there
DOTS = re.compile(r"^\w+ = \.\.\.$", re.MULTILINE)  # the answer to a question, to be filled in
DEFINITION = re.compile(r"^(\s*)(def|class)\s+(\w+)")


class NameStubs(NbGraderPreprocessor):
    """nbgrader preprocessor that makes every stub name its function and its task."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Name the stubs of a solution cell."""
        if cell.cell_type == "code" and is_answer(cell):
            cell.source = name_stubs(cell.source, task=grade_id(cell) or "")
        return cell, resources


def name_stubs(source: str, task: str) -> str:
    """Return `source` with stubs that name their function and the task.

    A question's cell has no stub: its answers are `...`, and its test says so.
    """
    if DOTS.search(source):
        # Only at the left margin: a stub inside a function stays.
        source = re.sub(rf"^{re.escape(CODE_STUB)}$", "", source, flags=re.MULTILINE).rstrip()
    lines = source.split("\n")
    for index, line in enumerate(lines):
        if line.strip() == STUB:
            name = _enclosing(lines[:index], indent=len(line) - len(line.lstrip()))
            message = (
                f"{name} is not written yet. Its docstring says what to do."
                if name
                else "No answer yet."
            )
            lines[index] = line.replace(
                "NotImplementedError()", f'NotImplementedError("Task {task}: {message}")'
            )
    return "\n".join(lines)


def _enclosing(lines: list[str], indent: int) -> str:
    """Return the `Class.method` or `function` around a line; empty at the top level."""
    names: list[str] = []
    for line in reversed(lines):
        match = DEFINITION.match(line)
        # Less indented than all below it: a function before the stub does not enclose it.
        if match and len(match[1]) < indent:
            names.insert(0, match[3])
            indent = len(match[1])
    return ".".join(names)
