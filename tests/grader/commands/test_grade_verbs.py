"""`grader grade`, `grades` and `feedback`: what they say and write."""

import pytest
from command_line import complaint, run
from kit import answered, csv_rows, hand_in, outcome

from grader.course.manifest import Module
from grader.course.term import Course


def test_a_module_that_is_not_released_is_named(graded_before: Course, module: Module) -> None:
    graded_before.release(module).unlink()
    said = complaint(run(graded_before, "grade", "--module", "activations", "--again"))
    assert said.startswith("02_activations is not released")
    assert "make release" in said


@pytest.mark.parametrize("command", ["grade", "feedback"])
def test_an_unknown_student_is_named(a_class: Course, command: str) -> None:
    assert "'nobody'" in complaint(
        run(a_class, command, "--module", "activations", "--student", "nobody")
    )


def test_one_student_without_a_module_means_whatever_they_handed_in(graded_before: Course) -> None:
    result = run(graded_before, "grade", "--student", "broken_file")
    assert result.exit_code == 0, result.stderr
    assert "02_activations: 1 graded." in result.stdout


def test_grade_without_news_says_so_and_prints_the_table(a_class: Course) -> None:
    result = run(a_class, "grade", "--module", "activations", "--engine", "nbgrader")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "02_activations: nothing new to grade."
    assert any(line.split()[-2:] == ["37", "ok"] and "complete" in line for line in lines)
    assert any(line.startswith("Exercises: 1 relu, 2 sigmoid") for line in lines)
    assert any(line.startswith("  wrong_name: activations.ipynb is missing") for line in lines)


def test_grade_grades_what_is_new_and_writes_the_file(
    graded_before: Course, module: Module
) -> None:
    hand_in(graded_before, module, "latecomer", answered(graded_before, module))
    result = run(graded_before, "grade", "--module", "2", "--jobs", "1", "--engine", "nbgrader")
    assert result.exit_code == 0
    assert "02_activations: 1 graded." in result.stdout
    assert outcome(graded_before, module, "latecomer").verdict == "ok"
    rows = csv_rows((graded_before.folder / "grades.csv").read_text(encoding="utf-8"), module)
    assert (rows["latecomer"]["score"], rows["untouched"]["score"]) == ("37.0", "0.0")


def test_feedback_says_how_many_pages_it_wrote(graded_before: Course, module: Module) -> None:
    result = run(graded_before, "feedback", "--module", "2", "--student", "broken_file")
    assert result.exit_code == 0
    assert result.stdout.startswith("02_activations: feedback for 1 students under ")
    assert (graded_before.feedback("broken_file", module) / "activations.html").is_file()


def by_hand(course: Course, module: Module, student: str, points: float) -> None:
    """What the form grader does when a mark is typed."""
    with course.gradebook() as gradebook:
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, student)
        written.manual_score, written.needs_manual_grade = points, False
        gradebook.db.commit()


@pytest.mark.parametrize("verb", ["grade", "grades", "feedback"])
def test_a_mark_given_by_hand_is_in_the_file_after_any_verb(
    graded_before: Course, module: Module, verb: str
) -> None:
    by_hand(graded_before, module, "complete", 3)
    options = {"grade": ["--engine", "nbgrader"], "feedback": ["--student", "broken_file"]}.get(
        verb, []
    )
    assert run(graded_before, verb, "--module", "2", *options).exit_code == 0
    rows = csv_rows((graded_before.folder / "grades.csv").read_text(encoding="utf-8"), module)
    assert (rows["complete"]["score"], rows["complete"]["needs_manual_grade"]) == ("40.0", "False")


def test_grades_prints_the_table_and_names_what_is_stale(
    graded_before: Course, module: Module
) -> None:
    by_hand(graded_before, module, "complete", 4)
    hand_in(graded_before, module, "wrong", answered(graded_before, module))
    hand_in(graded_before, module, "latecomer", answered(graded_before, module))
    lines = run(graded_before, "grades", "--module", "activations").stdout.splitlines()
    assert any(line.split()[-2:] == ["41", "ok"] and "complete" in line for line in lines)
    assert (
        "  complete: q4-why-relu has 4 of 3 points, given by hand: change it in the form grader"
        in lines
    )
    count = len(graded_before.students(module))
    assert lines[-3:] == [
        f"02_activations: 1 of {count} submissions have no scores in the gradebook: "
        "run `make grade MODULE=activations`.",
        f"02_activations: the scores of 1 of {count} submissions are stale (changed: submission): "
        "run `make grade MODULE=activations`.",
        f"Grades: {graded_before.folder / 'grades.csv'}",
    ]


def test_feedback_is_written_for_marks_that_the_gradebook_has_and_the_others_are_counted(
    graded_before: Course, module: Module
) -> None:
    hand_in(graded_before, module, "latecomer", answered(graded_before, module))
    result = run(graded_before, "feedback", "--module", "2", "--student", "latecomer")
    assert result.stdout.splitlines()[0].startswith("02_activations: feedback for 0 students")
    assert "1 of 1 submissions have no scores in the gradebook" in result.stdout
    assert not graded_before.feedback("latecomer", module).exists()


def test_a_module_whose_release_is_stale_does_not_stop_the_others(
    graded_before: Course, module: Module
) -> None:
    tensor = graded_before.manifest.module("tensor")
    for each in (tensor, module):
        hand_in(graded_before, each, "latecomer", answered(graded_before, each))
    release = graded_before.release(tensor)
    release.write_text(
        release.read_text(encoding="utf-8").replace("NotImplementedError", "ValueError")
    )
    result = run(graded_before, "grade", "--student", "latecomer")
    assert "run `make release MODULE=tensor`" in complaint(result)
    assert "02_activations: 1 graded." in result.stdout


@pytest.mark.parametrize("verb", [["grade"], ["regrade", "--module", "2", "--preview"]])
@pytest.mark.parametrize(("option", "value"), [("--engine", "nbgrader"), ("--jobs", "2")])
def test_a_cluster_refuses_what_it_does_not_take(
    fresh_term: Course, verb: list[str], option: str, value: str
) -> None:
    result = run(fresh_term, *verb, "--cluster", "tcp://nowhere:8786", option, value)
    assert result.exit_code == 2
    assert f"Error: {option}" in result.stderr or f"leave {option} out" in result.stderr
