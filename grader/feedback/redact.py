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
import textwrap
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from traitlets import Enum, Unicode

from grader.course.notebook import HIDDEN_BEGIN, HIDDEN_END, is_hidden
from grader.course.text import first_line
from grader.feedback.findings import Finding, State, SyntaxFault
from grader.feedback.misconceptions import sources
from grader.feedback.sentences import LIKELY, READ, Message, Source, merged, shown
from grader.gradebook.read_scores import scores_of
from workbench.cells import grading, is_test
from workbench.execute import TIMEOUT

NOTE = "tinytorch"  # the key in a cell's metadata that only the test runner writes
CHECK_ERRORS = ("CheckFailed", "AssertionError")
SYNTAX_ERRORS = ("SyntaxError", "IndentationError", "TabError")
MOST_VALUES = 2000  # characters of the values that a visible test shows
LONGEST_PARSED = 20_000  # characters of a cell that is parsed again for its syntax error


class Redact(NbGraderPreprocessor):
    """nbgrader preprocessor that redacts hidden tests and all output after the first of them."""

    hidden_tests = Enum(["verdict", "message"], default_value="message").tag(config=True)
    books = Unicode(help="The folder with the book of each module.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Redact the cells, and record what was found in `resources`, by the cells' positions."""
        module = resources.get("nbgrader", {}).get("assignment", "")
        known = sources(Path(self.books) / f"{module}.json")
        # Not in the notebook: a student could have written the same into a cell's metadata.
        findings = resources["findings"] = dict[int, Finding]()
        faults = resources["faults"] = dict[int, SyntaxFault]()
        seen_hidden = False
        for index, cell in enumerate(nb.cells):
            if cell.cell_type != "code":
                continue
            hidden = is_hidden(cell)
            seen_hidden = seen_hidden or hidden
            if is_test(cell):
                shown = not hidden or self.hidden_tests == "message"
                found = finding(cell, sentences(cell, known) if shown else [])
                findings[index] = found if seen_hidden else replace(found, values=_values(cell))
                # A visible test runs student code too, which could print what a hidden test passed
                # to it.
                text = found.text
            else:
                fault = None if hidden else _fault(cell)
                if fault is not None:
                    faults[index] = fault
                # So could student code that runs after a hidden test.
                text = fault.text if fault else ""
            if seen_hidden:
                cell.outputs = [_text_output(text)] if text else []
            if hidden:
                cell.source = without_hidden_tests(cell.source)
        return nb, resources


class GetScores(GetGrades):
    """nbgrader's GetGrades with a few queries instead of hundreds."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Record the scores in `resources`, and those of each cell in its metadata."""
        names = resources["nbgrader"]
        scores = resources["scores"] = scores_of(
            names["db_url"], names["assignment"], names["notebook"], names["student"]
        )
        for cell in nb.cells:
            score = scores.cells.get(grading(cell).get("grade_id", ""))
            if score is not None:
                grading(cell).update(score=score.points, points=score.of)
        return nb, resources


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
    # Not by nbformat.v4.new_output, which validates each one.
    return NotebookNode(output_type="stream", name="stdout", text=text)


def _error(cell: NotebookNode) -> NotebookNode | None:
    return next((output for output in cell.outputs if output.output_type == "error"), None)


def finding(cell: NotebookNode, lines: list[str]) -> Finding:
    """Return how a test went; `lines` are the sentences that it may show."""
    error = _error(cell)
    if error is None:
        score, points = grading(cell).get("score"), grading(cell).get("points")
        return Finding(State.PASSED, by_hand=bool(points) and score != points)
    # The stubs in a release raise it.
    if error.ename == "NotImplementedError":
        return Finding(State.UNWRITTEN)
    if error.ename == TIMEOUT:
        return Finding(State.TIMEOUT)
    if lines:
        return _labelled(lines)
    if error.ename in CHECK_ERRORS:
        return Finding(State.FAILED)
    # The name of a student's own class could carry what the test passed to it.
    known = getattr(builtins, error.ename, None)
    named = isinstance(known, type) and issubclass(known, BaseException)
    return Finding(State.RAISED, kind=error.ename if named else "an error")


def _labelled(lines: list[str]) -> Finding:
    """Return the lines of `sentences` by what they are."""
    found = Finding(State.FAILED)
    for line in lines:
        if line.startswith("likely: "):
            found = replace(found, likely=line.removeprefix("likely: "))
        elif line.startswith("read: "):
            found = replace(found, read=line.removeprefix("read: "))
        else:
            found = replace(found, title=line)
    return found


def _values(cell: NotebookNode) -> str:
    """Return the lines of a check's message between its title and the likely mistake."""
    error = _error(cell)
    if error is None or error.ename != CHECK_ERRORS[0]:
        return ""
    lines = error.evalue.split("\n")[1:]
    kept = [line for line in lines if not line.startswith((LIKELY, READ))]
    return textwrap.dedent("\n".join(kept))[:MOST_VALUES]


def _fault(cell: NotebookNode) -> SyntaxFault | None:
    """Return the syntax error of a cell, if any, found again by parsing its text."""
    error = _error(cell)
    # The recorded message is not used: a cell can raise a SyntaxError with any text.
    if error is None or error.ename not in SYNTAX_ERRORS or len(cell.source) > LONGEST_PARSED:
        return None
    try:
        # ast.parse warns about invalid escapes in strings.
        with warnings.catch_warnings(action="ignore"):
            ast.parse(cell.source)
    except SyntaxError as found:
        line, lines = found.lineno or 1, cell.source.split("\n")
        text = first_line(lines[line - 1].strip(), 200) if line <= len(lines) else ""
        return SyntaxFault(error.ename, line, first_line(found.msg, 200), text)
    # Nested too deeply for Python's parser, or a null character.
    except (ValueError, RecursionError, MemoryError):
        pass
    return None
