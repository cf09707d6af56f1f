"""Grading opens each file of a submission once, and never the source notebook."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import nbformat
import pytest

from grader.course.files import write_text
from grader.course.notebook import read
from grader.course.outcome import Outcome
from grader.course.term import ROOT, Course
from grader.library.answers import solutions, submission
from grader.submissions.intake import read_contents

OPEN = 2  # audit events of one reading: one of `open`, one of its opener
# Every process of the run is forked from this one and keeps its audit hook; each line is written at
# once.
GRADES = """
import os, sys
from pathlib import Path
from grader.course.term import ROOT, Course
from grader.grading.wall.engine import Engine
course = Course(ROOT, Path(sys.argv[1]))
log = os.open(sys.argv[2], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
module = course.manifest.module("activations")

def note(event, arguments):
    folders = str(ROOT), sys.argv[1]
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(folders):
        os.write(log, (arguments[0] + "\\n").encode())

with Engine(course, module, jobs=1) as engine:
    sys.addaudithook(note)
    for result in engine.results(sys.argv[3:]):
        print(result.outcome.model_dump_json())
"""


@pytest.fixture
def handed_in(fresh_term: Course) -> Course:
    """Two students, one of them under another file name, with the collector's note of the time."""
    module = fresh_term.manifest.module("activations")
    book = submission(read(fresh_term.release(module)), solutions(fresh_term, module))
    for student, name in (("ada", module.name), ("ben", f"{module.name} (1)")):
        folder = fresh_term.submitted(student, module)
        write_text(folder / f"{name}.ipynb", nbformat.writes(book))
        write_text(folder / "timestamp.txt", "2026-03-01 10:00:00 UTC")
    return fresh_term


def test_each_file_is_opened_once(handed_in: Course, tmp_path: Path) -> None:
    module, log = handed_in.manifest.module("activations"), tmp_path / "opened"
    command = [sys.executable, "-c", GRADES, str(handed_in.folder), str(log), "ada", "ada", "ben"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    outcomes = [Outcome.model_validate_json(line) for line in done.stdout.splitlines()]
    assert [each.verdict for each in outcomes] == ["ok", "ok", "ok"]
    for each in outcomes:  # the fingerprint is of what was graded
        assert each.fingerprint == read_contents(handed_in, each.student, module).fingerprint
    opened = Counter(log.read_text(encoding="utf-8").splitlines())
    ada, ben = handed_in.submitted("ada", module), handed_in.submitted("ben", module)
    assert (
        opened[str(ada / "activations.ipynb")] == opened[str(ada / "timestamp.txt")] == 2 * OPEN
    )  # graded twice
    assert opened[str(ben / "activations (1).ipynb")] == OPEN
    # Which cells are the module's is looked up once in a run, and only for a file under another
    # name.
    assert opened[str(handed_in.source(module))] == 1
