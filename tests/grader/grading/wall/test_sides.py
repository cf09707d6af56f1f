"""A test on one side, a student's objects on the other: what it does with them is what it would do in one process."""

from typing import Any

import numpy as np
import pytest
from unjailed import Unjailed

from grader.grading.wall.tests.client import Changed, StudentGone
from grader.grading.wall.tests.proxies import Handle


def test_an_attribute_is_read_each_time(there: Unjailed) -> None:
    x = there.Tensor([1, 2])
    assert np.array_equal(x.data, [1, 2]) and x.note == "as made"
    x.double()
    assert np.array_equal(x.data, [2, 4]) and x.note == "doubled"
    copy = x.data
    copy[...] = 0
    assert np.array_equal(x.data, [2, 4])


def test_a_property_that_counts_its_reads_gives_1_then_2(there: Unjailed) -> None:
    counted = there.Counted()
    assert [counted.value, counted.value] == [1, 2]


def test_a_property_is_computed_on_the_students_side(there: Unjailed) -> None:
    assert there.Tensor(np.ones((3, 2))).shape == (3, 2)


def test_an_argument_is_read_when_the_call_is_written(there: Unjailed) -> None:
    X = np.zeros(2)
    boxes = [there.Box(np.add(X, 1, out=X)) for _ in range(3)]
    assert [box.data.tolist() for box in boxes] == [[1, 1], [2, 2], [3, 3]]
    a, b = there.Box(X), there.Box(np.multiply(X, 10, out=X))
    assert (a.data.tolist(), b.data.tolist()) == ([3, 3], [30, 30])


def test_a_method_is_called_with_what_it_is_given(there: Unjailed) -> None:
    x = there.Tensor([[1, 2], [3, 4]])
    assert np.array_equal(x.sum(axis=0).data, [4, 6])
    method = x.sum
    assert isinstance(method, Handle) and callable(method) and method.__name__ == "sum"


def test_a_subclass_has_its_own_method_and_is_an_instance_of_both(there: Unjailed) -> None:
    x = there.Sub([1])
    assert x.sum() == "sub" and isinstance(x, there.Tensor) and isinstance(x, there.Sub)
    assert not isinstance(there.Tensor([1]), there.Sub)


def test_an_attribute_hides_a_method_of_the_same_name(there: Unjailed) -> None:
    assert there.Odd().forward == "an attribute"


def test_a_class_with_ways_of_its_own_is_asked(there: Unjailed) -> None:
    assert there.Guarded().x == "guarded"
    assert isinstance(there.Tensor([1]), there.HasData) and not isinstance(
        there.Odd(), there.HasData
    )


def test_a_class_that_a_test_changes_is_changed(there: Unjailed) -> None:
    assert callable(there.Tensor([1]).sum)
    kept = there.Tensor.sum
    there.Tensor.sum = 5
    assert there.Tensor([1]).sum == 5
    there.Tensor.sum = kept
    assert np.array_equal(there.Tensor([1]).sum().data, 1)


def test_operators_and_reflected_ones_are_the_students(there: Unjailed) -> None:
    x = there.Tensor([1, 2])
    assert np.array_equal((x + x).data, [2, 4]) and np.array_equal((2.0 * x).data, [2, 4])
    assert np.array_equal((-x).data, [-1, -2])


def test_the_same_object_is_the_same_handle(there: Unjailed) -> None:
    keeper = there.Keeper([there.Tensor([1])])
    assert keeper.inner is keeper.items[0] and keeper.inner == keeper.items[0]


def test_a_list_that_the_student_changes_is_of_no_use_to_anybody(there: Unjailed) -> None:
    items: list[Any] = [[1], [2]]
    there.Keeper([]).spoil(items)
    assert len(items) == 3 and all(isinstance(item, Changed) for item in items)


def test_an_array_that_the_student_changes_is_noise(there: Unjailed) -> None:
    rows = np.zeros((1, 4))
    there.Keeper([]).spoil(rows)
    assert rows[0, 0] not in (0, 99) and not np.array_equal(rows, np.zeros((1, 4)))


def test_the_next_test_knows_no_handle_of_the_last_one(fresh: Unjailed) -> None:
    kept = fresh.Tensor([1])
    fresh.remote.begin()
    with pytest.raises(TypeError, match="an earlier test"):
        kept.sum()


def test_a_name_is_what_the_notebook_says_now(fresh: Unjailed) -> None:
    assert fresh.number == 7
    assert fresh.remote.run("number = 8") == ("ok", [])
    assert fresh.remote.ask("name", "number") == 8


PROBE = """
def total(data):
    return {"sum": Tensor(data).sum(), "row": data}
"""


def test_a_probe_is_one_request_for_all_its_inputs(there: Unjailed) -> None:
    before = there.questions()
    one, other = there.remote.probe([([PROBE], "total", [(np.ones(2),), (np.ones((2, 3)),)])])[0]
    assert there.questions() == before + 1
    assert np.array_equal(one["sum"]["Tensor"], 2) and np.array_equal(other["row"], np.ones((2, 3)))


def test_a_probe_runs_the_sources_code_whatever_the_notebook_defines(fresh: Unjailed) -> None:
    assert fresh.remote.run("def total(data): return 'mine'") == ("ok", [])
    ((outcome,),) = fresh.remote.probe([([PROBE], "total", [(np.ones(2),)])])
    assert np.array_equal(outcome["sum"]["Tensor"], 2)
    assert fresh.remote.run("total(1)")[1][0]["data"]["text/plain"] == "'mine'"


def test_a_probe_tells_what_the_students_code_raised(there: Unjailed) -> None:
    ((outcome,),) = there.remote.probe(
        [(["def broken():\n    return Tensor([1]).nothing"], "broken", [()])]
    )
    assert outcome["raises"] == ["AttributeError", "Exception", "BaseException"]
    assert "nothing" in outcome["message"]


def test_a_probe_that_is_nowhere_defined_is_a_name_error(there: Unjailed) -> None:
    ((outcome,),) = there.remote.probe([([], "missing", [()])])
    assert outcome["raises"][0] == "NameError"


def test_a_probe_has_its_own_copy_of_its_inputs(there: Unjailed) -> None:
    X = np.zeros(3)
    source = "def changes(x):\n    x += 1\n    return x"
    (outcomes,) = there.remote.probe([([source], "changes", [(X,), (X,)])])
    assert [outcome.tolist() for outcome in outcomes] == [[1, 1, 1], [1, 1, 1]] and not X.any()


def test_an_answer_of_a_probe_that_holds_an_object_ends_the_conversation(fresh: Unjailed) -> None:
    assert fresh.remote.run("import tinytorch.outcomes") == ("ok", [])
    assert (
        fresh.remote.run(
            "import grader.grading.wall.student.server as s; s.run = lambda *a: [object()]"
        )[0]
        == "ok"
    )
    with pytest.raises((StudentGone, RuntimeError)):
        fresh.remote.probe([([PROBE], "total", [(1,)])])
