"""What a student's feedback shows of a hidden test: its name, its points and the sentence written for the mistake.

In the isolated engine the test runner notes with each failed test who raised its error, and what a
check said (`grader.grading.wall.tests.error_source`). A student's notebook cannot bring such a note
along, nor can a
kernel write one: without it only an error that is called as a check's is looked at, and only its
text. Either way every line is looked up among the author's sentences (`grader.feedback.sentences`,
`grader.feedback.misconceptions`). Of an exception of the student's own nothing is shown but its
built-in type.
"""

import ast
import builtins
import re
import warnings
from collections.abc import Sequence
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from traitlets import Enum, Unicode

from grader.course.notebook import HIDDEN_BEGIN, HIDDEN_END, grading, is_hidden
from grader.feedback.misconceptions import sources
from grader.feedback.sentences import Message, Source, shown, together
from grader.text import first_line
from workbench.execute import TIMEOUT

# nbgrader's own list of contents says "Test cell" for every test; ours names them.
STYLE = "#toc { display: none } .rendered_html th, .rendered_html td { padding: 0.2em 0.7em; vertical-align: top }"

NOTE = "tinytorch"  # a cell's metadata, which only the trusted side writes
CHECK_ERRORS = ("CheckFailed", "AssertionError")
SYNTAX_ERRORS = ("SyntaxError", "IndentationError", "TabError")
LONGEST_PARSED = 20_000  # characters of a cell in which a syntax error is looked for
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~^$]")  # what Markdown would not show as it is


class Redact(NbGraderPreprocessor):
    """nbgrader preprocessor for feedback: hidden tests keep their secret, and so does what ran after them."""

    hidden_tests = Enum(["verdict", "message"], default_value="message").tag(config=True)
    books = Unicode(help="The folder with the book of each module.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        module = resources.get("nbgrader", {}).get("assignment", "")
        known = sources(Path(self.books) / f"{module}.json")
        seen_hidden = False
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            if grading(cell).get("points") == 0:
                if seen_hidden:
                    # Code of the student's runs in a visible test too, and could tell what a hidden
                    # one gave to it.
                    cell.outputs = [_text(_verdict(cell, sentences(cell, known)))]
                cell.metadata.pop(
                    "nbgrader"
                )  # a visible test: its output tells, "0 of 0 points" would not
            elif is_hidden(cell):
                seen_hidden = True
                found = sentences(cell, known) if self.hidden_tests == "message" else []
                cell.outputs = [_text(_verdict(cell, found))]
                cell.source = without_hidden_tests(cell.source)
            elif seen_hidden and not grading(cell).get("grade"):
                # Code of the student's that runs after a hidden test could print what the test gave
                # to it.
                cell.outputs = _syntax_error(cell)
        nb.cells.insert(0, overview(nb))
        resources["inlining"]["css"].append(STYLE)
        return nb, resources


class GetScores(GetGrades):
    """nbgrader's GetGrades, which also notes what still waits for a person's mark."""

    def _get_score(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(
            grading(cell).grade_id, self.notebook_id, self.assignment_id, self.student_id
        )
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
            text = "<br>".join(
                MARKUP.sub(r"\\\g<0>", line) for line in cell.outputs[0].text.splitlines()
            )
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


def sentences(cell: NotebookNode, known: Sequence[Source]) -> list[str]:
    """The author's sentences in the message of a failed test.

    Args:
        cell: the test, with its outputs.
        known: where the sentences come from that this test may say.
    """
    error = _error(cell)
    if error is None:
        return []
    allowed = [call for source in known for call in source(cell)]
    note = cell.metadata.get(NOTE)
    if note is None:
        return shown(Message.of_text(error.evalue), allowed) if error.ename in CHECK_ERRORS else []
    if note.get("raised") != "test":
        return []
    return together(allowed).known(
        Message(note.get("title", ""), note.get("likely", ""), note.get("read", ""))
    )


def _text(text: str) -> NotebookNode:
    return new_output("stream", name="stdout", text=text)


def _error(cell: NotebookNode) -> NotebookNode | None:
    return next((output for output in cell.outputs if output.output_type == "error"), None)


def _verdict(cell: NotebookNode, found: list[str]) -> str:
    score, points = grading(cell).get("score"), grading(cell).get("points")
    error = _error(cell)
    if error is None:
        return "Passed." if score == points else "Passed; the points were changed by hand."
    if error.ename == "NotImplementedError":
        return "Not passed: this task is not written yet."
    if error.ename == TIMEOUT:
        return "Not passed: your code did not come to an end in time."
    if found:
        return "\n".join(["Not passed.", *found])
    if error.ename in CHECK_ERRORS:
        return "Not passed."
    known = getattr(builtins, error.ename, None)
    kind = (
        error.ename if isinstance(known, type) and issubclass(known, BaseException) else "an error"
    )
    return f"Not passed: your code raised {kind} while this test ran."


def _syntax_error(cell: NotebookNode) -> list[NotebookNode]:
    """The error of a cell that is no Python, found anew from its text; nothing for any other cell."""
    error = _error(cell)
    if error is None or error.ename not in SYNTAX_ERRORS or len(cell.source) > LONGEST_PARSED:
        return []
    try:
        with warnings.catch_warnings(action="ignore"):
            ast.parse(cell.source)
    except SyntaxError as found:
        text = f"{error.ename} in line {found.lineno} of this cell: {first_line(found.msg, 200)}"
        return [_text(text)]
    except (
        ValueError,
        RecursionError,
        MemoryError,
    ):  # nested too deeply for Python's parser, or a null character
        pass
    return []
