"""The results for Gradescope: the gradebook's marks, and no more than a feedback page shows."""

import json
from typing import Any

import pytest

from grader.autograder.results import gradescope_results
from grader.course.manifest import Module
from grader.course.outcome import Outcome
from grader.course.term import Course

TEST_KEYS = {"name", "score", "max_score", "status", "output", "output_format", "visibility"}


def results(course: Course, module: Module, student: str, visibility: str = "visible") -> Any:
    outcome = Outcome.load(course.verdict(student, module))
    assert outcome is not None
    # As Gradescope reads it.
    return json.loads(json.dumps(gradescope_results(course, module, outcome, visibility, 1.4)))


def total(found: Any, key: str = "score") -> float:
    return float(sum(test[key] for test in found["tests"]))


def test_a_complete_submission_has_all_points_but_those_of_readers(
    a_class: Course, module: Module
) -> None:
    found = results(a_class, module, "complete")
    assert total(found) == total(found, "max_score") == 37
    assert found["output"].splitlines()[:2] == [
        "Activations: 37 of 37 points.",
        "3 more points are still to be graded.",
    ]
    assert all(set(test) == TEST_KEYS for test in found["tests"])
    assert {test["status"] for test in found["tests"]} == {"passed"}
    assert {test["output"] for test in found["tests"]} == {"Passed."}
    assert (found["stdout_visibility"], found["execution_time"]) == ("hidden", 1)
    assert "q4-why-relu" not in str(found["tests"])


def test_a_mistake_costs_its_points_and_is_named(a_class: Course, module: Module) -> None:
    found = results(a_class, module, "wrong")
    failed = [test for test in found["tests"] if test["status"] == "failed"]
    assert total(found) == 37 - sum(test["max_score"] - test["score"] for test in failed) < 37
    assert {test["name"].split(" ")[0] for test in failed} >= {"relu"}
    assert all(test["output"].startswith("Not passed") for test in failed)
    with a_class.gradebook() as gradebook:
        assert total(found) == gradebook.find_submission(module.id, "wrong").score


def test_what_could_not_be_read_has_no_points_and_its_reason(
    a_class: Course, module: Module
) -> None:
    found = results(a_class, module, "broken_file")
    assert (total(found), total(found, "max_score")) == (0, 37)
    assert all("is not a notebook" in test["output"] for test in found["tests"])


def test_a_submission_cannot_tell_its_student_what_hidden_tests_gave_it(
    a_class: Course, module: Module
) -> None:
    assert "SPIED" not in json.dumps(results(a_class, module, "spy"))


@pytest.mark.parametrize("visibility", ["after_due_date", "hidden"])
def test_points_are_shown_when_the_instructor_says(
    a_class: Course, module: Module, visibility: str
) -> None:
    found = results(a_class, module, "wrong", visibility)
    assert {test["visibility"] for test in found["tests"]} == {visibility}
    # The text at the top is always shown.
    assert "of 37 points" not in found["output"]
