"""What the engine does with a batch: marks given by hand, late work, resubmissions, and being killed at any moment."""

import csv
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader.course.manifest import Module
from grader.course.notebook import NOT_GRADED, read
from grader.course.outcome import Outcome, Result
from grader.course.term import ROOT, Course
from grader.errors import CourseError
from grader.feedback.pages import write_feedback
from grader.files import write_text
from grader.gradebook.grades import rows, write_csv
from grader.grading.batch import grade, to_grade
from grader.grading.wall.engine import ATTEMPTS, Engine, places
from grader.grading.wall.sandbox.sandbox import Cage
from grader.grading.wall.tests import worker as desk
from grader.grading.wall.tests.client import Remote
from grader.grading.wall.tests.compiled import Exam, imported
from grader.grading.wall.tests.forkserver_client import Nursery
from grader.grading.wall.tests.worker import TIDY, Desk
from grader.library.answers import solutions, submission
from grader.release.make import release


@pytest.fixture
def term(tmp_path: Path) -> tuple[Course, Module]:
    """A term in which 02_activations is released and three students have handed it in."""
    course = Course(ROOT, tmp_path / "term")
    module = course.manifest.module("activations")
    release(course, module)
    blank = read(course.release(module))
    for student, answers in (
        ("ada", solutions(course, module)),
        ("ben", solutions(course, module)),
        ("cay", {}),
    ):
        text = nbformat.writes(submission(blank, answers))
        write_text(course.submitted(student, module) / f"{module.name}.ipynb", text)
    return course, module


def run(course: Course, module: Module, students: list[str] | None = None) -> dict[str, Outcome]:
    found: dict[str, Outcome] = {}
    chosen = students if students is not None else course.students(module)
    grade(
        course,
        module,
        chosen,
        engine="wall",
        report=lambda each: found.update({each.student: each}),
    )
    return found


def score(course: Course, module: Module, student: str) -> float:
    with course.gradebook() as gradebook:
        return float(gradebook.find_submission(module.id, student).score)


def test_marks_given_by_hand_stay_and_ask_for_another_look(term: tuple[Course, Module]) -> None:
    course, module = term
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


def test_an_unchanged_written_answer_gets_no_response_and_zero(term: tuple[Course, Module]) -> None:
    course, module = term
    run(course, module, ["cay"])
    with course.gradebook() as gradebook:
        assert (
            gradebook.find_comment("q4-why-relu", module.name, module.id, "cay").auto_comment
            == "No response."
        )
        written = gradebook.find_grade("q4-why-relu", module.name, module.id, "cay")
        assert (written.auto_score, written.needs_manual_grade) == (0, False)


def test_the_time_of_handing_in_is_the_collectors(term: tuple[Course, Module]) -> None:
    course, module = term
    (course.submitted("ada", module) / "timestamp.txt").write_text(
        "2026-03-01 10:00:00 UTC", encoding="utf-8"
    )
    (course.submitted("ben", module) / "timestamp.txt").symlink_to("/etc/passwd")
    run(course, module)
    with course.gradebook() as gradebook:
        assert str(gradebook.find_submission(module.id, "ada").timestamp) == "2026-03-01 10:00:00"
        assert gradebook.find_submission(module.id, "ben").timestamp is None


def test_a_resubmission_that_cannot_be_read_takes_the_old_work_back(
    term: tuple[Course, Module],
) -> None:
    course, module = term
    run(course, module)
    assert not to_grade(course, module)
    write_text(course.submitted("ada", module) / f"{module.name}.ipynb", "{broken")
    assert to_grade(course, module) == ["ada"]
    assert run(course, module, ["ada"])["ada"].verdict == "unreadable"
    assert score(course, module, "ada") == 0
    assert not (course.autograded("ada", module) / f"{module.name}.ipynb").exists()


def test_the_graded_notebook_is_read_only_and_makes_a_feedback_page(
    term: tuple[Course, Module],
) -> None:
    course, module = term
    run(course, module)
    path = course.autograded("cay", module) / f"{module.name}.ipynb"
    assert path.stat().st_mode & 0o777 == 0o444
    nbformat.validate(read(path))
    assert write_feedback(course, module, ["cay"])
    page = (course.feedback("cay", module) / f"{module.name}.html").read_text(encoding="utf-8")
    assert "this task is not written yet" in page
    assert "generator(" not in page


def test_what_student_code_prints_while_a_test_runs_is_for_the_instructor(
    term: tuple[Course, Module],
) -> None:
    course, module = term
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
    seconds: float, term: tuple[Course, Module], tmp_path: Path
) -> None:
    course, module = term
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


Fault = Callable[[Engine], None]


def kill_the_judge(engine: Engine) -> None:
    os.kill(engine._running[-1].desk.judge, signal.SIGKILL)


def stop_the_judge(engine: Engine) -> None:
    os.kill(engine._running[-1].desk.judge, signal.SIGSTOP)
    engine._running[-1].deadline = 0.0


FAULTS = {
    "a judge that is killed": (kill_the_judge, "the process of its tests ended without a result"),
    "a judge that does not end": (stop_the_judge, "did not end in its time"),
}


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> Callable[[Fault, int], list[list[str]]]:
    """Lets `fault` befall ada's submission so many times; the list tells who was being graded at each try of hers."""

    def of(fault: Fault, times: int) -> list[list[str]]:
        start, found = Engine._start, list[list[str]]()

        def start_and_fail(self: Engine, student: str) -> None:
            start(self, student)
            if student == "ada":
                found.append([job.student for job in self._running])
                if len(found) <= times:
                    fault(self)

        monkeypatch.setattr(Engine, "_start", start_and_fail)
        return found

    return of


@pytest.mark.parametrize("fault", FAULTS)
def test_what_befalls_the_graders_side_is_tried_again_alone(
    fault: str, term: tuple[Course, Module], tries: Callable[[Fault, int], list[list[str]]]
) -> None:
    course, module = term
    told = tries(FAULTS[fault][0], ATTEMPTS - 1)
    found = run(course, module)
    assert {name: str(each.verdict) for name, each in found.items()} == {
        "ada": "ok",
        "ben": "ok",
        "cay": "wrong",
    }
    assert score(course, module, "ada") == 37.0
    assert len(told) == ATTEMPTS and told[1:] == [["ada"]] * (ATTEMPTS - 1)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_fails_every_time_on_the_graders_side_has_no_mark_and_is_graded_by_the_next_run(
    fault: str, term: tuple[Course, Module], tries: Callable[[Fault, int], list[list[str]]]
) -> None:
    course, module = term
    run(course, module, ["ada"])  # what she had before is not what she has now
    tries(FAULTS[fault][0], ATTEMPTS)
    outcome = run(course, module)["ada"]
    assert outcome.verdict == "ungraded" and FAULTS[fault][1] in outcome.notes[0]
    with course.gradebook() as gradebook:
        book = gradebook.find_submission_notebook(module.name, module.id, "ada")
        assert {(each.auto_score, each.needs_manual_grade) for each in book.grades} == {
            (None, True)
        }
    with write_csv(course).open(encoding="utf-8") as file:
        row = next(row for row in csv.DictReader(file) if row["student_id"] == "ada")
    assert (row["raw_score"], row["score"], row["verdict"]) == ("", "", "ungraded")
    assert all(
        points is None
        for each in rows(course, module)[1]
        if each.student == "ada"
        for points in each.points.values()
    )
    assert to_grade(course, module) == ["ada"]
    assert run(course, module, ["ada"])["ada"].verdict == "ok"
    assert score(course, module, "ada") == 37.0


def test_a_students_side_that_does_not_come_up_is_no_fault_of_the_students(
    term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = term
    bring_up, failed = Nursery.bring_up, list[int]()

    def bring_up_nothing(self: Nursery, number: int, place: set[int]) -> socket.socket:
        if len(failed) < 2:
            failed.append(number)
            ours, theirs = socket.socketpair()
            theirs.close()
            return ours
        return bring_up(self, number, place)

    monkeypatch.setattr(Nursery, "bring_up", bring_up_nothing)
    assert run(course, module, ["ada"])["ada"].verdict == "ok"
    assert len(failed) == 2


def test_an_error_of_the_judges_own_is_named_and_costs_nobody_a_mark(
    term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = term
    grade_one = desk.grade

    def fail_for_ada(exam: Exam, student: str, *more: Any) -> Result:
        if student == "ada":
            raise MemoryError("no room")
        return grade_one(exam, student, *more)

    monkeypatch.setattr(desk, "grade", fail_for_ada)
    found = run(course, module)
    assert found["ada"].verdict == "ungraded" and "MemoryError: no room" in found["ada"].notes[0]
    assert found["ben"].verdict == "ok"


UNKEPT: dict[str, Callable[[Result], object]] = {
    "a notebook that is no text": lambda result: setattr(result, "notebook", b"x"),
    "marks that are no numbers": lambda result: result.scores.update(
        dict.fromkeys(result.scores, b"x")
    ),
}


@pytest.mark.parametrize("spoil", UNKEPT)
def test_a_result_that_cannot_be_written_down_is_named_and_the_others_are(
    spoil: str, term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = term
    results = Engine.results

    def spoiled(self: Engine, students: list[str]) -> Iterator[Result]:
        for result in results(self, students):
            if result.outcome.student == "ada":
                UNKEPT[spoil](result)
            yield result

    monkeypatch.setattr(Engine, "results", spoiled)
    found = run(course, module)
    assert found["ada"].verdict == "ungraded" and "cannot be saved" in found["ada"].notes[0]
    assert found["ben"].verdict == "ok" and score(course, module, "ben") == 37.0
    assert not list((course.folder / "autograded" / "ada").rglob("*.ipynb"))
    assert "ada" in write_csv(course).read_text(encoding="utf-8")
    assert to_grade(course, module) == ["ada"]


def test_a_name_that_no_gradebook_can_hold_stops_nobody(
    term: tuple[Course, Module], capsys: pytest.CaptureFixture[str]
) -> None:
    course, module = term
    strange = os.fsdecode(b"\xff\xfe")
    course.submitted(strange, module).mkdir(parents=True)
    assert set(run(course, module)) == {"ada", "ben", "cay"}
    assert "Rename the folder" in capsys.readouterr().err


def noted_judges(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Which process has judged whom, from now on."""
    give, judges = Desk._give, dict[str, int]()

    def give_and_note(self: Desk, student: str, wire: socket.socket) -> None:
        judges[student] = self.judge
        give(self, student, wire)

    monkeypatch.setattr(Desk, "_give", give_and_note)
    return judges


def test_a_judge_goes_on_after_what_went_well_and_ends_after_what_did_not(
    term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = term
    code = {**solutions(course, module), "relu": "import os\nos._exit(0)"}
    text = nbformat.writes(submission(read(course.release(module)), code))
    write_text(course.submitted("ben", module) / f"{module.name}.ipynb", text)
    judges = noted_judges(monkeypatch)
    with Engine(course, module, jobs=1) as engine:
        found = {
            r.outcome.student: r.outcome.verdict
            for r in engine.results(["cay", "ada", "ben", "dan"])
        }
    assert found == {"cay": "wrong", "ada": "ok", "ben": "killed", "dan": "missing"}
    assert judges["cay"] == judges["ada"] == judges["ben"] != judges["dan"]


SIZES = """
import sys
from pathlib import Path
import psutil
from grader.course.term import ROOT, Course
from grader.grading.wall.tests.worker import TIDY
from grader.grading.wall.engine import Engine
course = Course(ROOT, Path(sys.argv[1]))
with Engine(course, course.manifest.module("activations"), jobs=1) as engine:
    for _ in engine.results(["ada", "cay"] * 2 * TIDY):
        print(psutil.Process(engine._desks[0].judge).memory_full_info().uss / 1024**2)
"""


def test_what_a_judge_keeps_of_a_submission_is_nothing(term: tuple[Course, Module]) -> None:
    course, module = term
    run(course, module, [])  # writes the package
    command = [
        sys.executable,
        "-c",
        SIZES,
        str(course.folder),
    ]  # in a process without the leavings of other tests
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    sizes = [float(line) for line in done.stdout.split()]
    # Each is read just after the judge has collected its garbage.
    assert len(sizes) == 4 * TIDY and sizes[3 * TIDY] < sizes[TIDY] + 5


ANSWERS_WITH_MUCH = """
class ReLU:
    def forward(self, x):
        much = Tensor(np.zeros(15_000_000))
        much.more = [list(range(100_000)) for _ in range(8)]
        return much
    __call__ = forward
    def parameters(self): return [self.forward(None)]
"""


def test_a_submission_cannot_use_up_the_judges_memory_for_those_after_it(
    term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = term
    monkeypatch.setattr(desk, "MEMORY", 768)
    code = solutions(course, module)
    code["relu"] = ANSWERS_WITH_MUCH
    book = nbformat.writes(submission(read(course.release(module)), code))
    for number in range(3):
        write_text(course.submitted(f"hoards-{number}", module) / f"{module.name}.ipynb", book)
    order = ["hoards-0", "ada", "hoards-1", "ben", "hoards-2", "cay"]
    with Engine(course, module, jobs=1) as engine:
        found = {
            result.outcome.student: str(result.outcome.verdict) for result in engine.results(order)
        }
    assert {name: found[name] for name in ("ada", "ben", "cay")} == {
        "ada": "ok",
        "ben": "ok",
        "cay": "wrong",
    }


def test_a_judge_that_has_kept_much_of_a_submission_is_replaced(
    term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = term
    grade_one, kept = desk.grade, list[bytearray]()

    def keep(exam: Exam, student: str, *more: Any) -> Result:
        if student == "ada":
            kept.append(bytearray((desk.KEPT + 10) * 1024**2))
        return grade_one(exam, student, *more)

    monkeypatch.setattr(desk, "grade", keep)
    judges = noted_judges(monkeypatch)
    with Engine(course, module, jobs=1) as engine:
        assert len(list(engine.results(["cay", "ada", "ben"]))) == 3
    assert judges["cay"] == judges["ada"] != judges["ben"]


def test_without_namespaces_it_says_so_and_stops(
    term: tuple[Course, Module], monkeypatch: pytest.MonkeyPatch
) -> None:
    course, module = term
    monkeypatch.setattr(
        "grader.grading.wall.tests.forkserver_client.ROOT", _root_without_namespaces(course.folder)
    )
    with pytest.raises(CourseError, match=r"no namespaces.*not permitted.*--unsafe"):
        run(course, module)
    outcomes: list[Outcome] = []
    grade(course, module, ["ada"], engine="wall", unsafe=True, report=outcomes.append)
    assert outcomes[0].verdict == "ok"
    assert outcomes[0].notes[0].startswith("unsafe")
    assert score(course, module, "ada") == 37.0


def _root_without_namespaces(folder: Path) -> Path:
    """A copy of the engine whose kernel refuses."""
    import shutil

    copy = folder / "copy"
    shutil.copytree(ROOT / "grader", copy / "grader")
    kernel = copy / "grader" / "wall" / "kernel.py"
    refusal = "\n\ndef unshare(flags: int) -> None:\n    raise PermissionError(1, 'Operation not permitted')\n"
    kernel.write_text(kernel.read_text(encoding="utf-8") + refusal, encoding="utf-8")
    return copy


def test_the_warm_process_ends_with_the_nursery(term: tuple[Course, Module]) -> None:
    course, module = term
    nursery = Nursery(course.package(module), Cage(10))
    nursery.wait()
    nursery.bring_up(1, places(1)[0]).close()
    nursery.close()
    assert nursery._process.returncode is not None


def test_the_warm_process_loads_what_the_cells_that_are_run_import(
    term: tuple[Course, Module],
) -> None:
    code, text = nbformat.v4.new_code_cell, nbformat.v4.new_markdown_cell
    cells = [
        code(
            "import numpy as np\nfrom fractions import Fraction\n\ndef f():\n    import no_such_package"
        ),
        code("from tinytorch.core.tensor import Tensor"),
        code("import matplotlib.pyplot as plt", metadata={"tags": [NOT_GRADED]}),
        text("import turtle"),
    ]
    loaded = imported(nbformat.v4.new_notebook(cells=cells))
    assert loaded == ["fractions", "no_such_package", "numpy"]
    course, module = term
    place = places(1)[0]
    nursery = Nursery(course.package(module), Cage(10), loaded)
    nursery.wait()
    with nursery.bring_up(1, place) as wire:
        remote = Remote(wire)
        remote.deadline = time.monotonic() + 60
        remote.ask("start", 1, 10**6, 10**6)
        _, outputs = remote.run(
            "import sys; print([name in sys.modules for name in ('fractions', 'matplotlib')])"
        )
    nursery.close()
    assert outputs[0]["text"] == "[True, False]\n"
