"""What a run saves: scores given by hand, times, resubmissions, notebooks, captured output."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from class_of_three import run, score

from grader.course.files import write_text
from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.outcome import Outcome, Result
from grader.course.term import ROOT, Course
from grader.feedback.pages import write_feedback
from grader.gradebook.grades import write_csv
from grader.grading.batch import to_grade
from grader.grading.wall.engine import Engine
from grader.library.answers import solutions, submission


def test_scores_given_by_hand_stay_and_need_manual_grading_again(
    three: tuple[Course, Module],
) -> None:
    course, module = three
    run(course, module)
    with course.gradebook() as gradebook:
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, "ada")
        written.manual_score, written.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    assert score(course, module, "ada") == 39.5
    run(course, module)
    assert score(course, module, "ada") == 39.5
    with course.gradebook() as gradebook:
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, "ada")
        assert (written.manual_score, written.auto_score, written.needs_manual_grade) == (
            2.5,
            None,
            True,
        )


def test_an_unchanged_written_answer_gets_no_response_and_zero(
    three: tuple[Course, Module],
) -> None:
    course, module = three
    run(course, module, ["cay"])
    with course.gradebook() as gradebook:
        assert (
            gradebook.find_comment("q4-why-relu", module.name, module.id, "cay").auto_comment
            == "No response."
        )
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, "cay")
        assert (written.auto_score, written.needs_manual_grade) == (0, False)


def test_the_time_of_handing_in_is_the_collectors(three: tuple[Course, Module]) -> None:
    course, module = three
    (course.submitted("ada", module) / "timestamp.txt").write_text(
        "2026-03-01 10:00:00 UTC", encoding="utf-8"
    )
    (course.submitted("ben", module) / "timestamp.txt").symlink_to("/etc/passwd")
    run(course, module)
    with course.gradebook() as gradebook:
        assert str(gradebook.find_submission(module.id, "ada").timestamp) == "2026-03-01 10:00:00"
        assert gradebook.find_submission(module.id, "ben").timestamp is None


def test_a_resubmission_that_cannot_be_read_takes_the_old_work_back(
    three: tuple[Course, Module],
) -> None:
    course, module = three
    run(course, module)
    assert not to_grade(course, module)
    write_text(course.submitted("ada", module) / f"{module.name}.ipynb", "{broken")
    assert to_grade(course, module) == ["ada"]
    assert run(course, module, ["ada"])["ada"].verdict == "unreadable"
    assert score(course, module, "ada") == 0
    assert not (course.autograded("ada", module) / f"{module.name}.ipynb").exists()


def test_the_graded_notebook_is_read_only_and_makes_a_feedback_page(
    three: tuple[Course, Module],
) -> None:
    course, module = three
    run(course, module)
    path = course.autograded("cay", module) / f"{module.name}.ipynb"
    assert path.stat().st_mode & 0o777 == 0o444
    nbformat.validate(read(path))
    assert write_feedback(course, module, ["cay"])
    page = (course.feedback("cay", module) / f"{module.name}.html").read_text(encoding="utf-8")
    assert "this task is not written yet" in page
    assert "generator(" not in page


def test_what_student_code_prints_while_a_test_runs_is_for_the_instructor(
    three: tuple[Course, Module],
) -> None:
    course, module = three
    code = solutions(course, module)
    code["relu"] = code["relu"].replace("return Tensor", "print('PEEK', x.data); return Tensor")
    assert "PEEK" in code["relu"]
    text = nbformat.writes(submission(read(course.release(module)), code))
    write_text(course.submitted("ada", module) / f"{module.name}.ipynb", text)
    outcome = run(course, module, ["ada"])["ada"]
    assert outcome.verdict == "ok"
    assert any("PEEK" in said for said in outcome.said.values())
    write_feedback(course, module, ["ada"])
    page = (course.feedback("ada", module) / f"{module.name}.html").read_text(encoding="utf-8")
    assert "PEEK [" not in page


KILLED = """
import sys
from pathlib import Path
from grader.grading.batch import grade
from grader.course.term import Course, ROOT
course = Course(ROOT, Path(sys.argv[1]))
module = course.manifest.module("activations")
def report(outcome): print(outcome.student, flush=True)
grade(course, module, course.students(module), jobs=2, engine="wall", report=report)
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.2, 0.5])
def test_a_rerun_after_kill_9_finishes_the_rest_and_nothing_twice(
    seconds: float, three: tuple[Course, Module], tmp_path: Path
) -> None:
    course, module = three
    notebook = (course.submitted("ada", module) / f"{module.name}.ipynb").read_text(
        encoding="utf-8"
    )
    for number in range(8):
        write_text(course.submitted(f"more-{number}", module) / f"{module.name}.ipynb", notebook)
    everybody = set(course.students(module))
    command = [sys.executable, "-c", KILLED, str(course.folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()  # one is done
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    for path in course.folder.glob("autograded/*/*/*.ipynb"):
        nbformat.validate(read(path))
    done = {student for student in everybody if Outcome.load(course.verdict(student, module))}
    left = to_grade(course, module)
    assert done and set(left) == everybody - done
    assert set(run(course, module, left)) == set(left)
    assert not to_grade(course, module)
    assert {score(course, module, student) for student in everybody - {"cay"}} == {37.0}


UNKEPT: dict[str, Callable[[Result], object]] = {
    "a notebook that is no text": lambda result: setattr(result, "notebook", b"x"),
    "marks that are no numbers": lambda result: result.scores.update(
        dict.fromkeys(result.scores, b"x")
    ),
}


@pytest.mark.parametrize("spoil", UNKEPT)
def test_a_result_that_cannot_be_written_down_is_named_and_the_others_are(
    spoil: str, three: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = three
    arrivals = Engine.arrivals

    def spoiled(self: Engine, students: list[str]) -> Iterator[Result | None]:
        for result in arrivals(self, students):
            if result is not None and result.outcome.student == "ada":
                UNKEPT[spoil](result)
            yield result

    monkeypatch.setattr(Engine, "arrivals", spoiled)
    found = run(course, module)
    assert found["ada"].verdict == "ungraded" and "cannot be saved" in found["ada"].notes[0]
    assert found["ben"].verdict == "ok" and score(course, module, "ben") == 37.0
    assert not list((course.folder / "autograded" / "ada").rglob("*.ipynb"))
    assert "ada" in write_csv(course).read_text(encoding="utf-8")
    assert to_grade(course, module) == ["ada"]


def test_a_name_that_no_gradebook_can_hold_stops_nobody(
    three: tuple[Course, Module], capsys: pytest.CaptureFixture[str]
) -> None:
    course, module = three
    strange = os.fsdecode(b"\xff\xfe")
    course.submitted(strange, module).mkdir(parents=True)
    assert set(run(course, module)) == {"ada", "ben", "cay"}
    assert "Rename the folder" in capsys.readouterr().err
