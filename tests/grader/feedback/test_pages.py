"""The pages that students get back, made from what a graded class handed in."""

import html
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from kit import answered, code, grade_all, hand_in

from grader.cli import main
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import ROOT, Course
from grader.feedback.pages import Page, write_feedback
from grader.feedback.sentences import merged, of_test
from grader.grading.pool import Bounds


@pytest.fixture(scope="module")
def term_of_pages(a_class: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A copy of the graded class's term to which feedback pages may be added."""
    folder = tmp_path_factory.mktemp("pages") / "term"
    shutil.copytree(a_class.folder, folder)
    return Course(ROOT, folder)


@pytest.fixture(scope="module")
def page(term_of_pages: Course, module: Module) -> Callable[[str], str]:
    """The text of a student's page, without its markup."""
    return lambda student: page_of(term_of_pages, module, student)


def page_of(course: Course, module: Module, student: str) -> str:
    assert write_feedback(course, module, [student]) == [Page(student)]
    path = course.feedback(student, module) / "activations.html"
    return html.unescape(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8")))


def test_a_wrong_answer_reads_which_mistake_is_likely(page: Callable[[str], str]) -> None:
    text = page("wrong")
    assert "You take away the sign of negative entries. They become 0." in text
    assert "Task 1: ReLU" in text
    assert "one mistake in 2 tests" in text


def test_mistakes_are_named_though_the_book_was_deleted(
    term_of_pages: Course, module: Module, page: Callable[[str], str]
) -> None:
    term_of_pages.book(module).unlink()
    assert "You take away the sign of negative entries. They become 0." in page("wrong")


def test_complete_work_reads_that_every_test_passed(page: Callable[[str], str]) -> None:
    text = page("complete")
    assert "Not passed" not in text
    assert text.count("Passed.") > 10


def test_no_page_tells_a_hidden_test(
    page: Callable[[str], str], term: Course, module: Module
) -> None:
    text = page("wrong")
    assert "HIDDEN" not in text
    release = "\n".join(cell.source for cell in read(term.release(module)).cells)
    for cell in read(term.source(module)).cells:
        if "HIDDEN" in cell.source:
            sentences = "\n".join(merged(of_test(cell.source)).texts)
            secret = [line.strip() for line in cell.source.splitlines() if len(line.strip()) > 30]
            assert [
                line
                for line in secret
                if line in text and line not in release and line not in sentences
            ] == []


def test_no_student_s_code_tells_what_a_hidden_test_gave_to_it(page: Callable[[str], str]) -> None:
    """A visible test before all hidden ones is shown; its inputs have 3 and 6 numbers."""
    assert set(re.findall(r"SPIED\d*", page("spy"))) == {"SPIED3", "SPIED6"}


def test_the_page_s_own_data_does_not_tell_it_either(
    term_of_pages: Course, module: Module, page: Callable[[str], str]
) -> None:
    assert page("spy")
    raw = (term_of_pages.feedback("spy", module) / "activations.html").read_text(encoding="utf-8")
    assert set(re.findall(r"SPIED\d*", raw)) == {"SPIED3", "SPIED6"}


@pytest.mark.parametrize(
    ("student", "reason"),
    [
        ("broken_file", "is not a notebook"),
        ("broken_file", "save it, and ask to hand it in again."),
        ("wrong_name", "rename it to activations.ipynb"),
        ("wrong_name", "under the name that it had at first."),
        ("os_exit", "ended its own process"),
        ("kills_the_worker", "ended without a result"),
    ],
)
def test_what_could_not_be_graded_reads_why(
    page: Callable[[str], str], student: str, reason: str
) -> None:
    text = page(student)
    assert "0 of 40 points" in text
    assert "could not be graded" in text
    assert reason in text
    assert "Passed" not in text


def test_a_broken_file_after_a_good_one_reads_why(graded_before: Course, module: Module) -> None:
    hand_in(graded_before, module, "complete", "no notebook")
    grade_all(graded_before, module, ["complete"])
    text = page_of(graded_before, module, "complete")
    assert "could not be graded" in text
    assert "Passed" not in text


def test_nobody_gets_a_page_before_being_graded(
    term: Course, module: Module, tmp_path: Path
) -> None:
    assert not write_feedback(term, module, ["nobody"])
    assert not term.feedback("nobody", module).exists()


def test_the_reason_is_text_and_no_markup(graded_before: Course, module: Module) -> None:
    folder = hand_in(graded_before, module, "latecomer", "{}", name="<script>.ipynb").parent
    grade_all(graded_before, module, ["latecomer"])
    assert write_feedback(graded_before, module, ["latecomer"])
    raw = (graded_before.feedback("latecomer", module) / "activations.html").read_text(
        encoding="utf-8"
    )
    assert folder.is_dir()
    assert "<script>" not in raw
    assert "&lt;script&gt;" in raw


DEEP = "not " * 4000 + "1"


def test_a_cell_that_no_parser_can_take_has_a_page_of_its_own(
    graded_before: Course, module: Module
) -> None:
    book = answered(graded_before, module)
    book.cells += [
        code(DEEP),
        code("1" + "+1" * 4000),
        code("lambda: " * 3000 + "1"),
        code("a." * 30_000),
    ]
    hand_in(graded_before, module, "complete", book)
    grade_all(graded_before, module, ["complete"])
    assert page_of(graded_before, module, "complete").count("Passed.") > 10


def test_a_page_that_cannot_be_made_is_a_plain_one_and_the_others_do_not_wait(
    graded_before: Course, module: Module
) -> None:
    """A page that cannot be made; here because the graded notebook is damaged."""
    broken = graded_before.autograded("wrong", module) / "activations.ipynb"
    broken.chmod(0o644)
    broken.write_text("{", encoding="utf-8")
    with graded_before.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, "wrong")
        next(iter(book.comments)).manual_comment = "See <me>."
        score = book.score
        gradebook.db.commit()
    plain, complete = write_feedback(graded_before, module, ["wrong", "complete"])[::-1]
    assert plain.student == "wrong"
    assert plain.why_plain
    assert complete == Page("complete")
    text = (graded_before.feedback("wrong", module) / "activations.html").read_text(
        encoding="utf-8"
    )
    assert f"<strong>{score:g}</strong> of 40 points" in text
    assert "Task 1: ReLU" in text
    assert "See &lt;me&gt;." in text


def test_a_page_that_takes_too_long_is_a_plain_one(graded_before: Course, module: Module) -> None:
    (page,) = write_feedback(
        graded_before, module, ["complete"], bounds=Bounds(seconds=0.01, processor_seconds=60)
    )
    assert page == Page("complete", "it took more than 60 s to lay out")
    text = (graded_before.feedback("complete", module) / "activations.html").read_text(
        encoding="utf-8"
    )
    assert "could not be laid out" in text


def test_the_command_says_who_got_a_plain_page(graded_before: Course, module: Module) -> None:
    broken = graded_before.autograded("wrong", module) / "activations.ipynb"
    broken.chmod(0o644)
    broken.write_text("{", encoding="utf-8")
    arguments = [
        "--course",
        str(graded_before.folder),
        "feedback",
        "--module",
        module.id,
        "--student",
        "wrong",
    ]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert "  wrong: a plain page with the points alone, since " in result.output


def test_an_earlier_page_stays_until_the_new_one_is_there(
    graded_before: Course, module: Module
) -> None:
    path = graded_before.feedback("complete", module) / "activations.html"
    assert "Passed." in page_of(graded_before, module, "complete")
    before = path.stat().st_ino
    assert page_of(graded_before, module, "complete")
    assert path.stat().st_ino != before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
