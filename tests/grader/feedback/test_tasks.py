"""Titles, tests and marking schemes come from the source notebook."""

from kit import graded, notebook, solution, written
from nbformat.v4 import new_markdown_cell

from grader.course.manifest import Module
from grader.course.term import ROOT, Course
from grader.feedback.tasks import criteria, list_tasks, tasks_of

ANSWER = """\
### BEGIN SOLUTION
**Model answer.** It is 42.

**Marking scheme, 2 points.**

- 1 point: a number.
- 1 point: the right one.
### END SOLUTION"""


def test_a_task_is_called_as_the_heading_above_it() -> None:
    test = graded("test-answer", 2)
    test.source = (
        "# Graded (2 points): the answer, for small\n# and large sizes.\n"
        + test.source.split("\n", 1)[1]
    )
    why = written("why", 2)
    why.source = ANSWER
    tasks = list_tasks(
        notebook(
            new_markdown_cell("## 1. Numbers\n\ntext\n\n### Task 1: The `answer`\n\nmore"),
            solution("answer"),
            graded("check-answer", 0, hidden=False),
            test,
            solution("next-one"),
            graded("test-next-large_sizes", 1, "pass", hidden=False),
            new_markdown_cell("### Q1: Why"),
            why,
        )
    )
    assert [(task.name, task.title, task.manual) for task in tasks] == [
        ("answer", "Task 1: The answer", False),
        ("next-one", "next one", False),
        ("why", "Q1: Why", True),
    ]
    assert tasks[0].tests == {
        "check-answer": "answer",
        "test-answer": "the answer, for small and large sizes",
    }
    assert tasks[1].tests == {"test-next-large_sizes": "next large sizes"}
    assert tasks[2].criteria == "- 1 point: a number.\n- 1 point: the right one."


def test_the_model_answer_is_no_part_of_the_criteria() -> None:
    assert "42" not in criteria(ANSWER)
    assert criteria("**Model answer.** 42") == ""
    assert criteria("**Marking scheme.** 1 point: a number.") == "1 point: a number."


def test_every_task_of_the_course_has_a_title_and_every_written_one_a_scheme() -> None:
    course = Course(ROOT, ROOT)
    for module in course.manifest.modules:
        tasks = tasks_of(course.source(module))
        assert [task.name for task in tasks] == list(module.points)
        for task in tasks:
            assert task.title[:1] in "TQ" and ": " in task.title, task
            assert bool(task.criteria) == _is_manual(module, task.name), task
            assert "Model answer" not in task.criteria


def _is_manual(module: Module, name: str) -> bool:
    return name in module.manual
