"""Redact hidden tests in feedback: show a test's name, its points and the author's sentence.

In the isolated engine the test runner records in the metadata of a failed test whether the test
itself raised the error, and its message (`grader.grading.wall.tests.error_source`); a student's
notebook cannot contain that record. Without it, as with nbgrader's kernels, only the text of an
error is used, and only if it has the name of a check's error. Either way each line is looked up
among the author's sentences (`grader.feedback.sentences`, `grader.feedback.misconceptions`). Of a
student's own exception only its built-in type is shown.
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
from traitlets import Enum, List, Unicode

from grader.course.notebook import HIDDEN_BEGIN, HIDDEN_END, grading, is_hidden
from grader.feedback.misconceptions import sources
from grader.feedback.sentences import Message, Source, merged, shown
from grader.text import first_line
from workbench.execute import TIMEOUT

# nbgrader's table of contents says "Test cell" for every test; ours names them.
STYLE = (
    "#toc { display: none }"
    " .rendered_html th, .rendered_html td { padding: 0.2em 0.7em; vertical-align: top }"
)

NOTE = "tinytorch"  # the key in a cell's metadata that only the test runner writes
CHECK_ERRORS = ("CheckFailed", "AssertionError")
SYNTAX_ERRORS = ("SyntaxError", "IndentationError", "TabError")
LONGEST_PARSED = 20_000  # characters of a cell that is parsed again for its syntax error
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~^$]")  # characters that Markdown must have escaped
ESCAPED = r"\\\g<0>"


class Redact(NbGraderPreprocessor):
    """nbgrader preprocessor that redacts hidden tests and all output after the first of them."""

    hidden_tests = Enum(["verdict", "message"], default_value="message").tag(config=True)
    books = Unicode(help="The folder with the book of each module.").tag(config=True)
    news = List(Unicode(), help="Lines for the student, below the title.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Redact the cells and insert the overview."""
        module = resources.get("nbgrader", {}).get("assignment", "")
        known = sources(Path(self.books) / f"{module}.json")
        seen_hidden = False
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            if grading(cell).get("points") == 0:
                if seen_hidden:
                    # A visible test runs student code too, which could print what a hidden test
                    # passed to it.
                    cell.outputs = [_text_output(verdict(cell, sentences(cell, known)))]
                # Without its metadata a visible test has no line "0 of 0 points".
                cell.metadata.pop("nbgrader")
            elif is_hidden(cell):
                seen_hidden = True
                found = sentences(cell, known) if self.hidden_tests == "message" else []
                cell.outputs = [_text_output(verdict(cell, found))]
                cell.source = without_hidden_tests(cell.source)
            elif seen_hidden and not grading(cell).get("grade"):
                # Student code that runs after a hidden test could print what the test passed to it.
                cell.outputs = _syntax_error(cell)
        nb.cells.insert(0, overview(nb, self.news))
        resources["inlining"]["css"].append(STYLE)
        return nb, resources


class GetScores(GetGrades):
    """nbgrader's GetGrades, which also records what is still to be graded by hand."""

    def _get_score(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(
            grading(cell).grade_id, self.notebook_id, self.assignment_id, self.student_id
        )
        grading(cell)["needs_manual_grade"] = grade.needs_manual_grade


def overview(nb: NotebookNode, news: Sequence[str] = ()) -> NotebookNode:
    """Return the cell for the top of the page: a table of all graded cells with their results.

    Args:
        nb: the graded notebook.
        news: lines of plain text above the table (`grader.feedback.news`).
    """
    told = [f"- {MARKUP.sub(ESCAPED, line)}\n" for line in news]
    lines = [*told, "## How it went", "", "| test | points | |", "|:--|--:|:--|"]
    for cell in nb.cells:
        grade = grading(cell)
        if not grade.get("grade") or not grade.get("points"):
            continue
        text = "Written answer, graded by a person."
        if cell.get("outputs"):
            text = "<br>".join(
                MARKUP.sub(ESCAPED, line) for line in cell.outputs[0].text.splitlines()
            )
        score = "?" if grade.get("needs_manual_grade") else f"{grade.score:g}"
        link = f"[{grade.grade_id}](#{grade.grade_id})"
        lines.append(f"| {link} | {score} / {grade.points:g} | {text} |")
    return new_markdown_cell("\n".join(lines))


def without_hidden_tests(source: str) -> str:
    """Return the lines of a test cell outside its hidden regions."""
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
    """Return the author's sentences in the message of a failed test.

    Args:
        cell: the test, with its outputs.
        known: the sources of the sentences that this test may show.
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
    return merged(allowed).known(
        Message(note.get("title", ""), note.get("likely", ""), note.get("read", ""))
    )


def _text_output(text: str) -> NotebookNode:
    return new_output("stream", name="stdout", text=text)


def _error(cell: NotebookNode) -> NotebookNode | None:
    return next((output for output in cell.outputs if output.output_type == "error"), None)


def verdict(cell: NotebookNode, found: list[str]) -> str:
    """Return what a student may read about a test, whose score stands in its metadata."""
    score, points = grading(cell).get("score"), grading(cell).get("points")
    error = _error(cell)
    if error is None:
        return "Passed." if score == points else "Passed; the points were changed by hand."
    # The stubs in a release raise it.
    if error.ename == "NotImplementedError":
        return "Not passed: this task is not written yet."
    if error.ename == TIMEOUT:
        return "Not passed: your code took too long."
    if found:
        return "\n".join(["Not passed.", *found])
    if error.ename in CHECK_ERRORS:
        return "Not passed."
    # The name of a student's own class could carry what the test passed to it.
    known = getattr(builtins, error.ename, None)
    kind = (
        error.ename if isinstance(known, type) and issubclass(known, BaseException) else "an error"
    )
    return f"Not passed: your code raised {kind} while this test ran."


def _syntax_error(cell: NotebookNode) -> list[NotebookNode]:
    """Return the syntax error of a cell, if any, found again by parsing its text."""
    error = _error(cell)
    # The recorded message is not used: a cell can raise a SyntaxError with any text.
    if error is None or error.ename not in SYNTAX_ERRORS or len(cell.source) > LONGEST_PARSED:
        return []
    try:
        # ast.parse warns about invalid escapes in strings.
        with warnings.catch_warnings(action="ignore"):
            ast.parse(cell.source)
    except SyntaxError as found:
        text = f"{error.ename} in line {found.lineno} of this cell: {first_line(found.msg, 200)}"
        return [_text_output(text)]
    # Nested too deeply for Python's parser, or a null character.
    except (ValueError, RecursionError, MemoryError):
        pass
    return []
