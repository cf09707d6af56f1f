"""Grades: a table for the terminal, and a file that a spreadsheet reads."""

import io

import pytest
from kit import csv_rows, outcome
from rich.console import Console

from grader.course.manifest import Module
from grader.course.notebook import Exercise
from grader.course.outcome import Outcome, Verdict
from grader.course.term import Course
from grader.gradebook.grades import COLUMNS, Row, csv_text, grade_table, legend, rows, write_csv


@pytest.fixture(scope="module")
def table(a_class: Course, module: Module) -> dict[str, Row]:
    return {row.student: row for row in rows(a_class, module)[1]}


@pytest.fixture(scope="module")
def lines(a_class: Course, module: Module) -> dict[str, dict[str, str]]:
    """student -> what grades.csv says of them."""
    with a_class.gradebook() as gradebook:
        return csv_rows(csv_text(gradebook, a_class), module)


def test_there_is_a_row_for_everyone_in_alphabetical_order(
    a_class: Course, module: Module, table: dict[str, Row], lines: dict[str, object]
) -> None:
    assert list(table) == list(lines) == a_class.students(module)


def test_points_come_by_exercise(module: Module, table: dict[str, Row]) -> None:
    tested = {
        name: float(points) for name, points in module.points.items() if name not in module.manual
    }
    assert table["complete"].points == {**tested, "q4-why-relu": None}
    wrong = table["wrong"].points
    assert wrong["relu"] is not None
    assert 0 < wrong["relu"] < 6
    assert {**wrong, "relu": 6.0} == table["complete"].points


def test_the_score_is_the_sum_of_the_points(table: dict[str, Row]) -> None:
    for row in table.values():
        assert row.score == sum(points or 0 for points in row.points.values())


def test_a_written_answer_waits_for_a_person_and_nothing_waits_where_nothing_can_be_read(
    table: dict[str, Row],
) -> None:
    assert table["complete"].points["q4-why-relu"] is None
    assert table["broken_file"].points["q4-why-relu"] == 0


def test_the_file_has_nbgrader_s_columns_and_three_of_ours(
    lines: dict[str, dict[str, str]],
) -> None:
    assert COLUMNS[-3:] == ["verdict", "notes", "seed"]
    assert list(lines["complete"]) == COLUMNS


def test_a_line_tells_points_verdict_and_seed(
    a_class: Course, module: Module, lines: dict[str, dict[str, str]]
) -> None:
    line = lines["complete"]
    assert (line["assignment"], line["score"], line["max_score"]) == (
        "02_activations",
        "37.0",
        "40.0",
    )
    assert (line["needs_manual_grade"], line["verdict"]) == ("True", "ok")
    assert line["seed"] == str(outcome(a_class, module, "complete").seed)


def test_what_went_wrong_is_in_the_file(lines: dict[str, dict[str, str]]) -> None:
    assert (lines["broken_file"]["score"], lines["broken_file"]["verdict"]) == ("0.0", "unreadable")
    assert "'homework.ipynb'" in lines["wrong_name"]["notes"]


def test_commas_and_quotes_in_notes_come_back_as_they_were(
    graded_before: Course, module: Module
) -> None:
    notes = ['cell relu: ValueError: "a", b;=1+1', "zweite: ≠"]
    changed = outcome(graded_before, module, "wrong").model_copy(update={"notes": notes})
    changed.save(graded_before.verdict("wrong", module))
    path = write_csv(graded_before)
    found = csv_rows(path.read_bytes().decode(), module)
    assert found["wrong"]["notes"] == "; ".join(notes)
    assert found["complete"]["verdict"] == "ok"
    assert path == graded_before.folder / "grades.csv"


def test_everybody_on_the_roster_has_a_line_with_their_name(
    graded_before: Course, module: Module
) -> None:
    with graded_before.gradebook() as gradebook:
        gradebook.update_or_create_student(
            "complete", first_name="Zoë", last_name="Müller", email="zoe@example.org"
        )
        gradebook.update_or_create_student("never", first_name="Never", last_name="Came")
        gradebook.update_or_create_student("waits")
        graded_before.submitted("waits", module).mkdir(parents=True)
        text = csv_text(gradebook, graded_before)
    found = csv_rows(text, module)
    names = ("last_name", "first_name", "email")
    assert [found["complete"][name] for name in names] == ["Müller", "Zoë", "zoe@example.org"]
    assert [found["never"][name] for name in names] == ["Came", "Never", ""]
    told = ("score", "max_score", "verdict", "notes")
    assert [found["never"][name] for name in told] == [
        "0.0",
        "40.0",
        "missing",
        "nothing was handed in",
    ]
    assert [found["waits"][name] for name in told] == ["0.0", "40.0", "", "not graded yet"]
    assert found["complete"]["score"] == "37.0"


def test_without_any_submission_the_file_has_its_columns(term: Course) -> None:
    with term.gradebook() as gradebook:
        assert csv_text(gradebook, term) == ",".join(COLUMNS) + "\n"


def drawn(module: Module, found: list[Exercise], table: list[Row]) -> str:
    console = Console(file=io.StringIO(), width=120)
    console.print(grade_table(module, found, table))
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_the_table_shows_students_points_totals_and_verdicts(
    a_class: Course, module: Module
) -> None:
    shown = drawn(module, *rows(a_class, module)).splitlines()
    complete = next(line.split() for line in shown if line.strip().startswith("complete"))
    assert complete == ["complete", "6", "8", "6", "10", "2", "2", "3", "?", "37", "ok"]
    assert any(line.split() == ["untouched", *["0"] * 9, "wrong"] for line in shown)
    assert any(line.split() == ["broken_file", *["0"] * 9, "unreadable"] for line in shown)


def test_names_are_shown_as_they_are(module: Module) -> None:
    """Square brackets are markup to the library that draws the table."""
    done = Outcome(student="[bold]ann[/bold]", module=module.id, verdict=Verdict.WRONG)
    row = Row("[bold]ann[/bold]", {"relu": 2.5}, 2.5, done)
    shown = drawn(module, [Exercise("relu", manual=False, tests={"test-relu": 6})], [row])
    assert "[bold]ann[/bold]" in shown
    assert "2.5" in shown


def test_the_legend_names_the_exercises_and_explains_the_question_mark() -> None:
    tested, by_hand = Exercise("relu", manual=False), Exercise("why", manual=True)
    assert legend([tested, by_hand]).startswith(
        "Exercises: 1 relu, 2 why. A ? is still to be graded"
    )
    assert legend([tested]) == "Exercises: 1 relu."


def test_no_name_and_no_note_is_a_formula(graded_before: Course, module: Module) -> None:
    """A student's id and an error's name are a student's to choose."""
    names = ["=HYPERLINK(1)", "@SUM(1)", "+1", "-1"]
    with graded_before.gradebook() as gradebook:
        for name in names:
            gradebook.update_or_create_student(name)
            gradebook.update_or_create_submission(module.id, name)
    changed = outcome(graded_before, module, "wrong").model_copy(update={"notes": ["=1+1"]})
    changed.save(graded_before.verdict("wrong", module))
    found = csv_rows(write_csv(graded_before).read_text(encoding="utf-8"), module)
    assert {f"'{name}" for name in names} <= set(found)
    assert found["wrong"]["notes"] == "'=1+1"
    assert not any(
        value.startswith(("=", "@", "+", "-")) for line in found.values() for value in line.values()
    )
    assert found["'-1"]["score"] == "0.0"
