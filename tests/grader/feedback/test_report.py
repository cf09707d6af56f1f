"""What the top of a page tells, from scores and findings."""

from kit import code, graded, notebook, solution, written
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.utils import compute_checksum

from grader.feedback.findings import Finding, State, SyntaxFault
from grader.feedback.model import Report
from grader.feedback.report import report
from grader.feedback.tasks import Task
from grader.gradebook.exceptions import Allowance, Override
from grader.gradebook.read_scores import Score, Scores

TASKS = [
    Task("answer", "Task 1: The answer", tests={"check-answer": "", "test-a": "a", "test-b": "b"}),
    Task("next", "Task 2: The next", tests={"test-c": "c"}),
    Task("why", "Q1: Why", manual=True, tests={"why": ""}, criteria="1 point: a number."),
]
LIKELY = Finding(State.FAILED, title="answer(3) is not right.", likely="it is doubled.")
PASSED = Finding(State.PASSED)


def book() -> NotebookNode:
    return notebook(
        new_markdown_cell("## 1. Numbers\n\n### Large numbers"),
        solution("answer"),
        graded("check-answer", 0, hidden=False),
        graded("test-a", 2),
        graded("test-b", 3),
        solution("next"),
        graded("test-c", 1),
        written("why", 4),
    )


def told(
    *findings: Finding, points: tuple[float, ...] = (0, 0, 0), why: Score | None = None,
    fault: SyntaxFault | None = None, nb: NotebookNode | None = None,
    allowance: Allowance | None = None,
) -> Report:  # fmt: skip
    """The report on the tests check-answer, test-a, test-b and test-c with these findings."""
    cells = {
        "check-answer": Score(0, 0),
        **{
            f"test-{name}": Score(p, of)
            for name, p, of in zip("abc", points, (2, 3, 1), strict=True)
        },
        "why": why or Score(0, 4, waiting=True),
    }
    return report(
        nb or book(), TASKS, Scores(cells=cells, comments={"why": "Good."}),
        dict(zip((2, 3, 4, 6), findings, strict=True)), {1: fault} if fault else {}, "ada",
        allowance,
    )  # fmt: skip


def test_what_is_excused_counts_nothing_and_is_not_asked_for() -> None:
    allowance = Allowance(excused=frozenset({"answer", "why"}))
    found = told(LIKELY, LIKELY, LIKELY, PASSED, points=(0, 0, 1), allowance=allowance)
    assert (found.points, found.of, found.waiting) == (1, 1, 0)
    assert found.written == found.unwritten == []
    assert [task.decided for task in found.tasks] == ["excused", "", "excused"]
    assert [task.task.name for task in found.not_right] == ["answer"]  # still worth mending


def test_points_that_were_set_are_those_of_the_task() -> None:
    four = Override.model_construct(points=4.0, reason="oral")
    allowance = Allowance(points={"answer": four, "why": four})
    found = told(LIKELY, LIKELY, LIKELY, PASSED, points=(0, 0, 1), allowance=allowance)
    assert (found.points, found.of, found.waiting) == (9, 10, 0)
    assert [task.lost for task in found.tasks] == [1, 0, 0]
    assert found.unread == []


def test_points_that_wait_are_not_counted_as_lost() -> None:
    found = told(PASSED, PASSED, PASSED, PASSED, points=(2, 3, 1))
    assert (found.points, found.of, found.waiting) == (6, 6, 4)
    assert found.not_right == found.unwritten == []
    assert [task.task.name for task in found.unread] == ["why"]


def test_an_answer_that_a_person_marked_has_its_points_and_is_marked() -> None:
    by_person = Score(3, 4, by_person=True)
    found = told(PASSED, PASSED, PASSED, PASSED, points=(2, 3, 1), why=by_person)
    assert (found.points, found.of, found.waiting) == (9, 10, 0)
    assert [(task.marked, task.lost, task.comment) for task in found.written] == [
        (True, 1, "Good.")
    ]


def test_an_empty_answer_that_no_person_read_shows_no_criteria() -> None:
    found = told(PASSED, PASSED, PASSED, PASSED, points=(2, 3, 1), why=Score(0, 4))
    assert [task.marked for task in found.written] == [False]


def test_one_mistake_that_costs_two_tests_is_said_once() -> None:
    found = told(LIKELY, LIKELY, LIKELY, PASSED, points=(0, 0, 1))
    (task,) = found.not_right
    (problem,) = task.problems
    assert problem.lost == 5
    assert [test.about for test in problem.graded] == ["a", "b"]
    assert problem.to_run is not None


def test_two_mistakes_are_told_apart_and_the_costly_one_comes_first() -> None:
    other = Finding(State.FAILED, title="answer(3) is not right.", likely="it is halved.")
    (task,) = told(other, LIKELY, other, PASSED, points=(0, 0, 1)).not_right
    assert [(problem.finding.likely, problem.lost) for problem in task.problems] == [
        ("it is halved.", 3),
        ("it is doubled.", 2),
    ]


def test_a_visible_test_that_fails_in_another_way_adds_no_mistake_of_its_own() -> None:
    visible = Finding(State.FAILED, title="answer(3) is not right.", likely="it is 4.", values="1")
    (task,) = told(visible, LIKELY, LIKELY, PASSED, points=(0, 0, 1)).not_right
    (problem,) = task.problems
    assert problem.finding.likely == "it is doubled."
    assert problem.values == "1"


def test_a_mistake_of_an_earlier_task_refers_to_it() -> None:
    first, second = told(PASSED, LIKELY, PASSED, LIKELY, points=(0, 3, 0)).not_right
    assert first.problems[0].same_as == ""
    assert second.problems[0].same_as == "Task 1: The answer"


def test_a_syntax_error_is_the_one_reason_for_all_tests_of_its_task() -> None:
    raised = Finding(State.RAISED, kind="NameError")
    fault = SyntaxFault("SyntaxError", 2, "expected ':'", "def f()")
    found = told(raised, LIKELY, raised, PASSED, points=(0, 0, 1), fault=fault)
    assert [task.fault for task in found.faults] == [fault]
    (task,) = found.not_right
    assert [(problem.fault, problem.lost) for problem in task.problems] == [(fault, 5)]


def test_a_task_that_was_never_begun_is_only_called_so() -> None:
    stub = Finding(State.UNWRITTEN)
    found = told(stub, stub, stub, PASSED, points=(0, 0, 1))
    assert [task.task.name for task in found.unwritten] == ["answer"]
    assert found.not_right == []


def test_a_cell_that_is_as_it_was_released_was_never_begun_whatever_its_tests_say() -> None:
    nb = book()
    for cell in nb.cells[1:]:
        cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    found = told(PASSED, LIKELY, LIKELY, PASSED, points=(0, 0, 1), why=Score(0, 4), nb=nb)
    assert [task.task.name for task in found.unwritten] == ["answer", "why"]
    assert found.written == []


def test_a_failed_test_whose_points_a_person_gave_is_nothing_to_mend() -> None:
    found = told(PASSED, LIKELY, PASSED, PASSED, points=(2, 3, 1))
    assert found.not_right == []
    assert len(found.tasks[0].passed) == 3


def test_the_section_to_read_is_found_by_its_title_else_by_its_number() -> None:
    cases = {
        'section 1, "Large numbers"': 0, "section 1": 0, 'section 1, "Gone"': 0,
        "section 7": None, "the manual": None,
    }  # fmt: skip
    for read, cell in cases.items():
        finding = Finding(State.FAILED, title="no.", read=read)
        (task,) = told(PASSED, finding, PASSED, PASSED, points=(0, 3, 1)).not_right
        assert task.problems[0].section == cell, read


def test_a_cell_that_is_missing_from_the_notebook_costs_only_its_links() -> None:
    found = report(
        notebook(code("x = 1")), TASKS, Scores(cells={"test-a": Score(0, 2)}), {}, {}, "ada"
    )
    assert [(task.of, task.cell) for task in found.tasks] == [(2, None), (0, None), (0, None)]
