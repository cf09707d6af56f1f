"""The runner: what a test cell gives, and a student process that does not start."""

import signal
import socket
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from kit import code, notebook

from grader.course.manifest import Limits
from grader.grading.wall.tests import compiled, runner
from grader.grading.wall.tests.proxies import Handle


@pytest.fixture
def alarm() -> Iterator[None]:
    """Restore the handler and the timer that a runner sets."""
    before = signal.getsignal(signal.SIGALRM)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    ("source", "shown"),
    [("x = 1", []), ("1 + 1", ["2"]), ("None", []), ("x = 3\nx / 2", ["1.5"])],
)
def test_a_closing_expression_is_the_only_output_of_a_test(source: str, shown: list[str]) -> None:
    outputs = runner._evaluate(compiled._compile("test-a", source), {})
    assert [each.data["text/plain"] for each in outputs] == shown


def test_a_students_object_at_the_end_of_a_test_is_no_partial_credit() -> None:
    names = {"x": Handle(lambda *request: "10", 1)}
    (found,) = runner._evaluate(compiled._compile("test-a", "x"), names)
    assert found.data["text/plain"] == "an object of the student's"


def test_a_test_that_cannot_be_compiled_fails_with_its_syntax_error() -> None:
    with pytest.raises(SyntaxError):
        runner._evaluate(compiled._compile("test-a", "x = = 1"), {})


def test_a_failed_test_shows_the_lines_of_the_test_and_none_of_the_grader() -> None:
    test = compiled._compile("test-a", "def check():\n    assert 1 == 2, 'no'\ncheck()\n")
    with pytest.raises(AssertionError) as caught:
        runner._evaluate(test, {})
    found = runner._failure(caught.value)
    text = "\n".join(found.traceback)
    assert (found.ename, found.evalue) == ("AssertionError", "no")
    assert "assert 1 == 2" in text and "<test-a>" in text and "runner.py" not in text


def test_a_student_process_that_ends_before_it_starts_is_not_started(alarm: None) -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    limits = Limits(cell_seconds=5, submission_seconds=5)
    tests: Any = SimpleNamespace(course=SimpleNamespace(manifest=SimpleNamespace(limits=limits)))
    made = runner.TestRunner(tests, notebook(code("x = 1")), ours, 1, 2, lambda: ours)
    with pytest.raises(runner.NotStarted, match="it exited"):
        made.run()
    ours.close()
