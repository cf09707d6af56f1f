"""What a student's feedback shows of a hidden test: its name, its points and the sentence written for the mistake.

The sentence is looked up, not passed on: of a failed test's message only those lines are shown that stand word for
word as string literals in the test's own source (or in `tinytorch.checks`). Whatever a student's code raises or prints
can therefore choose among the author's sentences, and carry nothing else.
"""

import ast
import builtins
import re
from collections.abc import Iterable
from functools import cache

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from traitlets import Enum

import tinytorch.checks
from grader.execute import TIMEOUT
from grader.exercises import HIDDEN_BEGIN, HIDDEN_END, grading, is_hidden

# nbgrader's own list of contents says "Test cell" for every test; ours names them.
STYLE = "#toc { display: none } .rendered_html th, .rendered_html td { padding: 0.2em 0.7em; vertical-align: top }"

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~^$]")  # what Markdown would not show as it is


class Redact(NbGraderPreprocessor):
    """nbgrader preprocessor for feedback: hidden tests keep their secret, and so does what ran after them."""

    hidden_tests = Enum(["verdict", "message"], default_value="message").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        seen_hidden = False
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            if grading(cell).get("points") == 0:
                if seen_hidden:
                    # Code of the student's runs in a visible test too, and could tell what a hidden one gave to it.
                    cell.outputs = [new_output("stream", name="stdout", text=_verdict(cell, sentences(cell)))]
                cell.metadata.pop("nbgrader")  # a visible test: its output tells, "0 of 0 points" would not
            elif is_hidden(cell):
                seen_hidden = True
                with_message = self.hidden_tests == "message"
                text = _verdict(cell, sentences(cell) if with_message else [])
                cell.source = without_hidden_tests(cell.source)
                cell.outputs = [new_output("stream", name="stdout", text=text)]
            elif seen_hidden and not grading(cell).get("grade"):
                # Code of the student's that runs after a hidden test could print what the test gave to it.
                cell.outputs = _syntax_error(cell.source)
        nb.cells.insert(0, overview(nb))
        resources["inlining"]["css"].append(STYLE)
        return nb, resources


class GetMarks(GetGrades):
    """nbgrader's GetGrades, which also notes what still waits for a person's mark."""

    def _get_score(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(grading(cell).grade_id, self.notebook_id, self.assignment_id, self.student_id)
        grading(cell)["waits"] = grade.needs_manual_grade


def overview(nb: NotebookNode) -> NotebookNode:
    """A table of all graded cells with their points and how they went, to stand at the top of the page."""
    lines = ["## How it went", "", "| test | points | |", "|:--|--:|:--|"]
    for cell in nb.cells:
        mark = grading(cell)
        if not mark.get("grade") or not mark.get("points"):
            continue
        text = "Written answer, read by a person."
        if cell.get("outputs"):
            text = "<br>".join(MARKUP.sub(r"\\\g<0>", line) for line in cell.outputs[0].text.splitlines())
        score = f"? / {mark.points:g}" if mark.get("waits") else f"{mark.score:g} / {mark.points:g}"
        lines.append(f"| [{mark.grade_id}](#{mark.grade_id}) | {score} | {text} |")
    return new_markdown_cell("\n".join(lines))


def without_hidden_tests(source: str) -> str:
    """The lines of a test cell that stand outside its hidden regions."""
    kept, hidden = [], False
    for line in source.split("\n"):
        if HIDDEN_BEGIN in line:
            hidden = True
        elif HIDDEN_END in line:
            hidden = False
        elif not hidden:
            kept.append(line)
    return "\n".join(kept).strip()


def sentences(cell: NotebookNode) -> list[str]:
    """The author's sentences in the message of a failed test, in the message's order."""
    message = next((output.evalue for output in cell.outputs if output.output_type == "error"), "")
    known = literals(cell.source) | _shared_literals()
    found = []
    for index, line in enumerate(message.split("\n")):
        label, text = _label(line)
        if label and text in known:
            found.append(f"{label} {text}")
        elif index == 0:
            # The first line is what was checked and, from tinytorch.checks, how it failed.
            titles = [literal for literal in known if len(literal) > 3 and line.startswith(literal)]
            if titles:
                title = max(titles, key=len)
                rest = line[len(title) :].strip()
                found.append(f"{title} {rest}" if rest in known - {""} else title)
    return found


def _label(line: str) -> tuple[str, str]:
    for label in ("likely:", "read:"):
        if line.strip().startswith(label):
            return label, line.strip().removeprefix(label).strip()
    return "", ""


def literals(source: str) -> set[str]:
    """Every plain string literal in `source`; the pieces of f-strings do not count."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return set()
    return set(_strings(tree, inside_f_string=False))


def _strings(node: ast.AST, *, inside_f_string: bool) -> Iterable[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and not inside_f_string:
        yield node.value.strip()
    for child in ast.iter_child_nodes(node):
        yield from _strings(child, inside_f_string=inside_f_string or isinstance(node, ast.JoinedStr))


@cache
def _shared_literals() -> frozenset[str]:
    """The sentences of `tinytorch.checks`, those in f-strings included: none of them can hold a test's numbers."""
    with open(tinytorch.checks.__file__, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return frozenset(text.strip() for text in strings)


def _verdict(cell: NotebookNode, found: list[str]) -> str:
    score, points = grading(cell).get("score"), grading(cell).get("points")
    error = next((output for output in cell.outputs if output.output_type == "error"), None)
    if error is None:
        return "Passed." if score == points else "Passed; the points were changed by hand."
    if error.ename == "NotImplementedError":
        return "Not passed: this task is not written yet."
    if error.ename == TIMEOUT:
        return "Not passed: your code did not come to an end in time."
    if found:
        return "\n".join(["Not passed.", *found])
    if error.ename in ("CheckFailed", "AssertionError"):
        return "Not passed."
    kind = error.ename if hasattr(builtins, error.ename) else "an error"
    return f"Not passed: your code raised {kind} while this test ran."


def _syntax_error(source: str) -> list[NotebookNode]:
    """The error of a cell that is no Python, found anew from its text; nothing for any other cell."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        text = f"SyntaxError in line {error.lineno} of this cell: {error.msg}"
        return [new_output("stream", name="stdout", text=text)]
    return []
