"""Exceptions in the gradebook, in grades.csv and in the files for platforms, and their undoing."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit import csv_rows, with_manifest
from marked import give

from grader.course.errors import CourseError
from grader.course.manifest import Module
from grader.course.outcome import Verdict
from grader.course.term import Course
from grader.gradebook.grades import rows, write_csv
from grader.gradebook.marks import Mark, Rules, marks
from grader.gradebook.settle import settle

DUE = datetime(2026, 3, 1, 12)


@pytest.fixture
def late_term(term: Course, tmp_path: Path) -> Course:
    """A term in which each hour of lateness costs two points, with due dates."""

    def change(manifest: dict[str, Any]) -> None:
        manifest["late"] = {"penalty": "late_rule.TwoPointsAnHour"}

    course = with_manifest(tmp_path / "root", term.folder, change)
    with course.gradebook() as gradebook:
        for week, name in enumerate(("02_activations", "03_layers")):
            gradebook.find_assignment(name).duedate = DUE + week * timedelta(days=7)
        gradebook.db.commit()
    return course


@pytest.fixture
def layers(late_term: Course) -> Module:
    return late_term.manifest.module("layers")


def hand_in_late(
    course: Course, module: Module, student: str, hours: float, share: float = 0.5
) -> None:
    """Give points, and the penalty that the engines would give."""
    give(course, module, student, share, penalty=2.0 * hours)
    with course.gradebook() as gradebook:
        due = gradebook.find_assignment(module.id).duedate
        entry = gradebook.find_submission(module.id, student)
        entry.timestamp = due + timedelta(hours=hours)
        gradebook.db.commit()


def write(course: Course, text: str) -> None:
    (course.folder / "exceptions.yml").write_text(text, encoding="utf-8")


def line(course: Course, module: Module, student: str) -> dict[str, str]:
    return csv_rows(write_csv(course).read_text(encoding="utf-8"), module)[student]


def told(course: Course, module: Module, student: str) -> list[str]:
    found = line(course, module, student)
    names = ("raw_score", "late_submission_penalty", "score", "max_score", "needs_manual_grade")
    return [found[name] for name in names]


def extension(course: Course, module: Module, student: str) -> timedelta | None:
    with course.gradebook() as gradebook:
        found: timedelta | None = gradebook.find_submission(module.id, student).extension
        return found


def test_an_extension_takes_the_penalty_back_and_its_removal_brings_it_again(
    late_term: Course, layers: Module
) -> None:
    hand_in_late(late_term, layers, "ada", 5)
    assert told(late_term, layers, "ada") == ["50.0", "10.0", "40.0", "100.0", "False"]
    write(late_term, "extensions: [{student: ada, module: layers, due: 2026-03-08 15:00}]\n")
    for _ in range(2):
        assert told(late_term, layers, "ada") == ["50.0", "4.0", "46.0", "100.0", "False"]
        assert extension(late_term, layers, "ada") == timedelta(hours=3)
    assert line(late_term, layers, "ada")["duedate"] == "2026-03-08 15:00:00"
    assert marks(late_term, layers, Rules())[0]["ada"] == Mark(46.0)
    (late_term.folder / "exceptions.yml").unlink()
    assert told(late_term, layers, "ada") == ["50.0", "10.0", "40.0", "100.0", "False"]
    assert extension(late_term, layers, "ada") is None


def test_another_program_s_extension_comes_back(late_term: Course, layers: Module) -> None:
    hand_in_late(late_term, layers, "ada", 5)
    with late_term.gradebook() as gradebook:
        gradebook.find_submission(layers.id, "ada").extension = timedelta(hours=1)
        gradebook.db.commit()
    write(late_term, "late_days: {each: 1}\n")
    for _ in range(2):
        assert told(late_term, layers, "ada")[1] == "0.0"
        assert extension(late_term, layers, "ada") == timedelta(days=1, hours=1)
    write(late_term, "")
    assert told(late_term, layers, "ada")[1] == "8.0"
    assert extension(late_term, layers, "ada") == timedelta(hours=1)


def test_late_days_go_to_the_module_that_is_due_first(late_term: Course, layers: Module) -> None:
    first = late_term.manifest.module("activations")
    hand_in_late(late_term, layers, "ada", 5)
    write(late_term, "late_days: {each: 1}\n")
    assert told(late_term, layers, "ada")[1] == "0.0"
    assert (
        "1 late day used. Late days left in this term: 0 of 1."
        in line(late_term, layers, "ada")["notes"]
    )
    # The earlier module is graded later, and takes the day.
    hand_in_late(late_term, first, "ada", 2)
    assert told(late_term, first, "ada")[1] == "0.0"
    assert told(late_term, layers, "ada")[1] == "10.0"
    assert (
        "no late days used, so it counts as 5 hours late" in line(late_term, layers, "ada")["notes"]
    )


def test_an_excused_exercise_is_not_in_the_total(late_term: Course, layers: Module) -> None:
    hand_in_late(late_term, layers, "ada", 5)
    give(late_term, layers, "ben", 0.5, waiting=True)
    write(late_term, "excused:\n- {student: ada, module: layers, exercise: linear}\n"
                     "- {module: layers, exercise: q1}\n")  # fmt: skip
    assert told(late_term, layers, "ada") == ["40.0", "10.0", "30.0", "80.0", "False"]
    assert told(late_term, layers, "ben") == ["49.0", "0.0", "49.0", "98.0", "True"]
    found, points = marks(late_term, layers, Rules(waiting=True))
    # The platform's maximum is the same for all, so ada has the same share of it.
    assert points == 98.0
    assert found == {"ada": Mark(30.0 * 98 / 80), "ben": Mark(49.0)}
    table = {row.student: row for row in rows(late_term, layers)[1]}
    assert (table["ada"].shown, table["ben"].shown) == ("40/80", "49/98")
    assert not {"linear", "q1"} & set(table["ada"].points)
    # What all are excused from is told once, and not to the instructor for each student.
    assert table["ada"].remarks == ["linear is excused: it is not in the total."]
    assert table["ben"].remarks == []


def test_the_penalty_is_never_more_than_what_counts(late_term: Course, layers: Module) -> None:
    hand_in_late(late_term, layers, "ada", 20)
    write(late_term, "points: [{student: ada, module: layers, exercise: linear, points: 9, "
                     "reason: x}]\nexcused:\n" + "".join(
        f"- {{module: layers, exercise: {name}}}\n" for name in layers.points if name != "linear"
    ))  # fmt: skip
    assert told(late_term, layers, "ada") == ["9.0", "9.0", "0.0", "18.0", "False"]


def test_points_that_are_set_replace_those_of_an_exercise(
    late_term: Course, layers: Module
) -> None:
    give(late_term, layers, "ada", 0.5)
    write(late_term, "points:\n- {student: ada, module: layers, exercise: linear, points: 16.5, "
                     "reason: '=1+1'}\n")  # fmt: skip
    assert told(late_term, layers, "ada") == ["57.5", "0.0", "57.5", "100.0", "False"]
    assert line(late_term, layers, "ada")["notes"] == (
        "linear: 16.5 points, set by the instructor: =1+1"
    )
    assert marks(late_term, layers, Rules())[0]["ada"] == Mark(57.5)


def test_points_for_the_module_need_no_submission_and_lose_nothing(
    late_term: Course, layers: Module
) -> None:
    hand_in_late(late_term, layers, "ada", 5)
    give(late_term, layers, "ben", 0.5, verdict=Verdict.UNGRADED)
    with late_term.gradebook() as gradebook:
        gradebook.update_or_create_student("kim")
    write(late_term, "points:\n" + "".join(
        f"- {{student: {name}, module: layers, points: 60, reason: oral}}\n"
        for name in ("ada", "ben", "kim")
    ))  # fmt: skip
    for name in ("ada", "ben", "kim"):
        assert told(late_term, layers, name) == ["60.0", "0.0", "60.0", "100.0", "False"]
        assert marks(late_term, layers, Rules())[0][name] == Mark(60.0)


def test_who_is_excused_from_all_has_no_mark(late_term: Course, layers: Module) -> None:
    give(late_term, layers, "ada", 0.5)
    write(late_term, "excused: [{student: ada, module: layers}]\n")
    assert told(late_term, layers, "ada") == ["", "0.0", "", "0.0", "False"]
    found = marks(late_term, layers, Rules(missing=True))[0]["ada"]
    assert found == Mark(None, "excused", excused=True)
    assert rows(late_term, layers)[1][0].shown == "-"


def test_scores_that_are_not_known_stay_unknown(late_term: Course, layers: Module) -> None:
    give(late_term, layers, "ada", 0.5, verdict=Verdict.UNGRADED)
    write(late_term, "excused: [{module: layers, exercise: q1}]\n")
    assert told(late_term, layers, "ada")[0] == ""
    assert marks(late_term, layers, Rules())[0]["ada"].points is None
    assert rows(late_term, layers)[1][0].shown == "?"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{student: ada, module: layers, due: 2026-03-08 12:00}",
         "must be after the due date of 03_layers, 2026-03-08 12:00 UTC."),
        ("{student: ada, module: tensor, due: 2026-03-08}",
         "01_tensor has no due date: set it in the form grader."),
        ("{student: zoe, module: layers, due: 2026-03-10}",
         "no such student in the gradebook, the roster or submitted/"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    late_term: Course, layers: Module, entry: str, said: str
) -> None:
    hand_in_late(late_term, layers, "ada", 5)
    path = write_csv(late_term)
    before = path.read_bytes()
    write(late_term, f"excused: [{{module: layers, exercise: q1}}]\nextensions:\n- {entry}\n")
    for act in (lambda: write_csv(late_term), lambda: marks(late_term, layers, Rules())):
        with pytest.raises(CourseError) as caught:
            act()
        assert caught.value.message.startswith("exceptions.yml: line 3: extensions[0]")
        assert said in caught.value.message
    assert path.read_bytes() == before
    assert extension(late_term, layers, "ada") is None


def test_people_of_the_roster_and_of_submitted_are_known(late_term: Course, layers: Module) -> None:
    late_term.submitted("new", layers).mkdir(parents=True)
    write(late_term, "excused: [{student: new, module: layers}]\n")
    assert settle(late_term).exceptions.of("new", layers.id).whole
