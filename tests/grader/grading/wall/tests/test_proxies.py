"""Handles: what a test does with them is what it would do with the objects in one process."""

import numpy as np
from unsandboxed import Unsandboxed

from grader.grading.wall.tests.proxies import Handle


def test_an_attribute_is_read_each_time(student: Unsandboxed) -> None:
    x = student.Tensor([1, 2])
    assert np.array_equal(x.data, [1, 2]) and x.note == "as made"
    x.double()
    assert np.array_equal(x.data, [2, 4]) and x.note == "doubled"
    copy = x.data
    copy[...] = 0
    assert np.array_equal(x.data, [2, 4])


def test_a_property_that_counts_its_reads_gives_1_then_2(student: Unsandboxed) -> None:
    counted = student.Counted()
    assert [counted.value, counted.value] == [1, 2]


def test_a_property_is_computed_on_the_students_side(student: Unsandboxed) -> None:
    assert student.Tensor(np.ones((3, 2))).shape == (3, 2)


def test_an_argument_is_read_when_the_call_is_written(student: Unsandboxed) -> None:
    X = np.zeros(2)
    boxes = [student.Box(np.add(X, 1, out=X)) for _ in range(3)]
    assert [box.data.tolist() for box in boxes] == [[1, 1], [2, 2], [3, 3]]
    a, b = student.Box(X), student.Box(np.multiply(X, 10, out=X))
    assert (a.data.tolist(), b.data.tolist()) == ([3, 3], [30, 30])


def test_a_method_is_called_with_what_it_is_given(student: Unsandboxed) -> None:
    x = student.Tensor([[1, 2], [3, 4]])
    assert np.array_equal(x.sum(axis=0).data, [4, 6])
    method = x.sum
    assert isinstance(method, Handle) and callable(method) and method.__name__ == "sum"


def test_a_subclass_has_its_own_method_and_is_an_instance_of_both(student: Unsandboxed) -> None:
    x = student.Sub([1])
    assert x.sum() == "sub" and isinstance(x, student.Tensor) and isinstance(x, student.Sub)
    assert not isinstance(student.Tensor([1]), student.Sub)


def test_an_attribute_hides_a_method_of_the_same_name(student: Unsandboxed) -> None:
    assert student.Odd().forward == "an attribute"


def test_a_class_with_ways_of_its_own_is_asked(student: Unsandboxed) -> None:
    assert student.Guarded().x == "guarded"
    assert isinstance(student.Tensor([1]), student.HasData) and not isinstance(
        student.Odd(), student.HasData
    )


def test_a_class_that_a_test_changes_is_changed(student: Unsandboxed) -> None:
    assert callable(student.Tensor([1]).sum)
    kept = student.Tensor.sum
    student.Tensor.sum = 5
    assert student.Tensor([1]).sum == 5
    student.Tensor.sum = kept
    assert np.array_equal(student.Tensor([1]).sum().data, 1)


def test_operators_and_reflected_ones_are_the_students(student: Unsandboxed) -> None:
    x = student.Tensor([1, 2])
    assert np.array_equal((x + x).data, [2, 4]) and np.array_equal((2.0 * x).data, [2, 4])
    assert np.array_equal((-x).data, [-1, -2])


def test_the_same_object_is_the_same_handle(student: Unsandboxed) -> None:
    keeper = student.Keeper([student.Tensor([1])])
    assert keeper.inner is keeper.items[0] and keeper.inner == keeper.items[0]
