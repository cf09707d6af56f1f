"""Intake: which file is taken, and what cannot be graded is refused with a line that says why."""

import json
import os
from pathlib import Path

import pytest
from handed import is_let_through, refused, taken
from kit import cell_of, code, graded, hand_in, notebook, solution, write_notebook
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.outcome import Verdict
from grader.course.term import Course
from grader.submissions.intake import Refusal, read_contents


def test_a_sound_notebook_is_let_through(course: Course, module: Module, path: Path) -> None:
    assert path.is_file()
    assert is_let_through(course, module)


def test_nothing_there_is_missing(course: Course, path: Path) -> None:
    path.unlink()
    assert refused(course) == Refusal(Verdict.MISSING, "small.ipynb is missing")


@pytest.mark.parametrize(
    "name",
    [
        "small (1).ipynb", "small-copy1.ipynb", "Small.ipynb", "small-1.ipynb",
        "_small.ipynb.ipynb", "small.IPYNB",
        "small copy 2.ipynb", "01_small.ipynb",
    ],
)  # fmt: skip
@pytest.mark.parametrize("marked", [True, False], ids=["with grading metadata", "without"])
def test_the_only_notebook_is_taken_under_a_name_that_can_be_recognised(
    course: Course, module: Module, path: Path, name: str, marked: bool
) -> None:
    if not marked:
        bare = notebook(code("answer = 42"))
        path.write_text(json.dumps(bare), encoding="utf-8")
    path.rename(path.with_name(name))
    found = taken(course)
    assert found.notes == [f"{name!r} is used as small.ipynb"]
    assert found.notebook.cells[0].source == "answer = 42"


def test_what_a_collector_could_not_take_is_refused_with_its_reason(
    course: Course, path: Path
) -> None:
    path.with_name("problem.txt").write_text("'work.zip': it is encrypted\n", encoding="utf-8")
    assert taken(course).notes == []
    path.unlink()
    assert refused(course) == Refusal(Verdict.UNREADABLE, "'work.zip': it is encrypted")


@pytest.mark.parametrize("content", [b"", b"\xff", b"x" * 1_000_000])
def test_a_reason_that_is_none_is_passed_over(course: Course, path: Path, content: bytes) -> None:
    path.unlink()
    path.with_name("problem.txt").write_bytes(content)
    assert refused(course).verdict == Verdict.MISSING


def test_cannot_have_a_link_read_as_a_reason(course: Course, path: Path) -> None:
    path.rename(path.with_name("secret"))
    path.with_name("problem.txt").symlink_to("secret")
    assert refused(course).verdict == Verdict.MISSING


def test_of_several_notebooks_the_right_name_wins(
    course: Course, module: Module, path: Path
) -> None:
    hand_in(
        course,
        module,
        "ada",
        notebook(solution("answer", "answer = 1"), graded("test-answer", 2)),
        "small (1).ipynb",
    )
    found = taken(course)
    assert found.notes == []
    assert found.notebook.cells[0].source == "answer = 42"


def test_of_several_notebooks_the_one_with_the_module_s_cells_is_taken(
    course: Course, module: Module, path: Path
) -> None:
    path.rename(path.with_name("homework.ipynb"))
    hand_in(course, module, "ada", notebook(code("x = 1")), "small (1).ipynb")
    hand_in(course, module, "ada", "broken", "broken.ipynb")
    assert taken(course).notes == ["'homework.ipynb' is used as small.ipynb"]


def test_of_several_that_fit_none_is_taken_and_each_is_named(
    course: Course, module: Module, path: Path
) -> None:
    path.rename(path.with_name("small (1).ipynb"))
    hand_in(
        course,
        module,
        "ada",
        notebook(solution("answer"), graded("test-answer", 2)),
        "small (2).ipynb",
    )
    found = refused(course)
    assert found.verdict == Verdict.MISSING
    assert found.note == (
        "small.ipynb is missing; there is 'small (1).ipynb', 'small (2).ipynb': "
        "rename the right one to small.ipynb and grade again"
    )


def test_cannot_make_a_formula_of_a_note_in_the_grades(
    course: Course, module: Module, path: Path
) -> None:
    path.rename(path.with_name("=HYPERLINK(1).ipynb"))
    assert taken(course).notes == ["'=HYPERLINK(1).ipynb' is used as small.ipynb"]


def test_a_notebook_of_something_else_is_named_and_not_taken(
    course: Course, module: Module, path: Path
) -> None:
    path.unlink()
    hand_in(course, module, "ada", notebook(code("x = 1")), "homework.ipynb")
    assert refused(course).note == (
        "small.ipynb is missing; there is 'homework.ipynb':"
        " rename it to small.ipynb and grade again"
    )


def test_the_right_name_wins_even_where_it_cannot_be_read(
    course: Course, module: Module, path: Path
) -> None:
    path.rename(path.with_name("small (1).ipynb"))
    path.write_text("broken", encoding="utf-8")
    assert refused(course).verdict == Verdict.UNREADABLE


def test_a_link_is_refused(course: Course, path: Path, book: NotebookNode, tmp_path: Path) -> None:
    elsewhere = write_notebook(tmp_path / "elsewhere.ipynb", book)
    path.unlink()
    path.symlink_to(elsewhere)
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert "link" in found.note


def test_a_link_to_nothing_is_refused_as_a_link(course: Course, path: Path, tmp_path: Path) -> None:
    path.unlink()
    path.symlink_to(tmp_path / "nowhere.ipynb")
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert "link" in found.note


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_being_opened(course: Course, module: Module, path: Path) -> None:
    path.unlink()
    os.mkfifo(path)
    assert read_contents(course, "ada", module).fingerprint
    assert refused(course).verdict == Verdict.UNREADABLE


def test_a_folder_of_that_name_is_refused(course: Course, path: Path) -> None:
    path.unlink()
    path.mkdir()
    assert refused(course).verdict == Verdict.UNREADABLE


def test_a_file_that_is_too_big_is_told_its_size_and_the_limit(course: Course, path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(25 * 1024 * 1024)
    found = refused(course)
    assert found.verdict == Verdict.UNREADABLE
    assert "25 MB, more than 10 MB" in found.note


def test_a_note_holds_no_control_characters(course: Course, path: Path, book: NotebookNode) -> None:
    book.cells[0].cell_type = "\x1b[31m\x07slide"
    path.write_text(json.dumps(book), encoding="utf-8")
    assert refused(course).note.isprintable()


def test_the_fingerprint_tells_a_changed_submission(
    course: Course, module: Module, book: NotebookNode
) -> None:
    hand_in(course, module, "ada", book)
    before = read_contents(course, "ada", module).fingerprint
    assert read_contents(course, "ada", module).fingerprint == before
    cell_of(book, "answer").source = "answer = 43"
    hand_in(course, module, "ada", book)
    assert read_contents(course, "ada", module).fingerprint != before


def test_the_fingerprint_is_of_what_was_handed_in_alone(
    course: Course, module: Module, path: Path
) -> None:
    before = read_contents(course, "ada", module).fingerprint
    write_notebook(
        course.source(module),
        notebook(solution("answer"), graded("test-answer", 2, "assert answer == 41")),
    )
    assert read_contents(course, "ada", module).fingerprint == before


def test_two_students_with_the_same_work_are_alike_and_nothing_is_not(
    course: Course, module: Module, path: Path, book: NotebookNode
) -> None:
    hand_in(course, module, "ben", book)
    prints = {
        name: read_contents(course, name, module).fingerprint for name in ("ada", "ben", "no")
    }
    assert prints["ada"] == prints["ben"] != prints["no"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01 10:00:00", "2026-03-01 10:00:00"),
        ("2026-03-01 10:00:00.123456 UTC\n", "2026-03-01 10:00:00.123456"),
        ("2026-03-01T10:00:00Z", "2026-03-01 10:00:00"),
        ("2026-03-01 10:00:00 +0100", "2026-03-01 09:00:00"),
        ("2026-07-01 10:00:00 America/New_York", "2026-07-01 14:00:00"),
        ("2026-03-01 10:00", "2026-03-01 10:00:00"),
    ],
)  # fmt: skip
def test_the_collector_s_time_is_read_in_all_its_forms(
    course: Course, module: Module, path: Path, text: str, moment: str
) -> None:
    path.with_name("timestamp.txt").write_text(text, encoding="utf-8")
    assert str(read_contents(course, "ada", module).handed_in) == moment
    assert str(taken(course).handed_in) == moment


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "2026-13-01 10:00:00", "2026-03-01 10:00:00 ../../etc/passwd",
        "2026-03-01", "x" * 10_000, "2026-03-01 10:00:00 /etc/localtime",
        "0001-01-01 00:00:00 +0100", "9999-12-31 23:59:59 -0100", "\x00",
        "2026-03-01 10:00:00\n\n2020-01-01",
    ],
)  # fmt: skip
def test_a_time_that_is_none_is_noted(
    course: Course, module: Module, path: Path, text: str
) -> None:
    path.with_name("timestamp.txt").write_text(text, encoding="utf-8")
    assert read_contents(course, "ada", module).handed_in is None
    assert taken(course).notes == [
        "timestamp.txt has no valid time, so the time of submission is unknown"
    ]


def test_a_new_time_is_a_changed_submission(course: Course, module: Module, path: Path) -> None:
    before = read_contents(course, "ada", module).fingerprint
    path.with_name("timestamp.txt").write_text("2026-03-01 10:00:00", encoding="utf-8")
    assert read_contents(course, "ada", module).fingerprint != before
