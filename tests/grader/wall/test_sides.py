"""A test on one side, a student's objects on the other: what it does with them is what it would do in one process."""

from typing import Any

import numpy as np
import pytest
from unjailed import NAMES, Unjailed

from grader.wall.handles import Handle, Method
from grader.wall.remote import Changed


def test_an_attribute_of_an_answer_needs_no_question(there: Unjailed) -> None:
    x = there.Tensor([1, 2])
    before = there.questions()
    assert np.array_equal(x.data, [1, 2]) and x.note == "as made"
    assert isinstance(x, there.Tensor) and not isinstance(x, there.Keeper)
    assert there.questions() == before


def test_an_attribute_is_asked_for_again_once_anything_else_has_run(there: Unjailed) -> None:
    x = there.Tensor([1, 2])
    x.double()
    assert np.array_equal(x.data, [2, 4]) and x.note == "doubled"
    copy = x.data
    copy[...] = 0
    assert np.array_equal(x.data, [2, 4])


def test_a_property_is_computed_on_the_students_side(there: Unjailed) -> None:
    assert there.Tensor(np.ones((3, 2))).shape == (3, 2)


def test_a_method_is_one_question_however_it_is_reached(there: Unjailed) -> None:
    x = there.Tensor([[1, 2], [3, 4]])
    before = there.questions()
    assert np.array_equal(x.sum(axis=0).data, [4, 6])
    assert there.questions() == before + 1
    method = x.sum
    assert type(method) is Method and callable(method)
    assert method.__name__ == "sum" and isinstance(method, Handle)


def test_a_subclass_has_its_own_method_and_is_an_instance_of_both(there: Unjailed) -> None:
    x = there.Sub([1])
    assert x.sum() == "sub" and isinstance(x, there.Tensor) and isinstance(x, there.Sub)


def test_an_attribute_hides_a_method_of_the_same_name(there: Unjailed) -> None:
    assert there.Odd().forward == "an attribute"


def test_a_class_with_ways_of_its_own_is_asked(there: Unjailed) -> None:
    assert there.Guarded().x == "guarded"
    assert isinstance(there.Tensor([1]), there.HasData) and not isinstance(there.Odd(), there.HasData)


def test_a_class_that_a_test_changes_is_looked_at_again(there: Unjailed) -> None:
    x = there.Tensor([1])
    assert callable(x.sum)
    there.Tensor.sum = 5
    assert there.Tensor([1]).sum == 5
    del there.Tensor.sum
    with pytest.raises(AttributeError):
        there.Tensor([1]).sum.__call__()


def test_a_list_that_the_test_changes_is_changed_over_there(there: Unjailed) -> None:
    items: list[Any] = [[1], [2, 3]]
    keeper = there.Keeper(items)
    assert keeper.count() == (2, 3)
    items.append([4])
    items[0].append(5)
    assert keeper.count() == (3, 5)


def test_a_list_that_comes_back_is_the_tests_own(there: Unjailed) -> None:
    items = [[1]]
    keeper = there.Keeper(items)
    assert keeper.items is items
    again = there.Keeper([[1]])
    there.Tensor([1])  # nobody holds that list here any more
    held = again.items
    held.append([2, 2])
    assert again.count() == (2, 3)


def test_a_list_that_the_student_changes_is_of_no_use_to_anybody(there: Unjailed) -> None:
    items = [[1], [2]]
    there.Keeper([]).spoil(items)
    assert len(items) == 3 and all(isinstance(item, Changed) for item in items)


def test_an_array_that_the_student_changes_is_noise(there: Unjailed) -> None:
    values = np.zeros(4)
    there.Keeper([]).spoil([values])
    assert values[0] not in (0, 99) and not np.array_equal(values, np.zeros(4))


def test_the_next_test_asks_for_no_name_that_the_last_one_had(fresh: Unjailed) -> None:
    kept = fresh.Renamer()
    assert kept.count() == 1
    before = fresh.questions()
    known, _ = fresh.remote.begin(NAMES, [])
    assert known["Tensor"] is fresh.Tensor and fresh.questions() == before
    del kept  # and what the last test made is gone with it
    assert known["Renamer"].count(None) == 0
    again = known["Tensor"]([[1, 2], [3, 4]]).sum(axis=0)
    assert np.array_equal(again.data, [4, 6]) and isinstance(again, known["Tensor"])
    assert fresh.questions() == before + 4


def test_a_name_that_has_come_to_stand_for_something_else_is_asked_for_again(fresh: Unjailed) -> None:
    fresh.Renamer().rename()
    known, _ = fresh.remote.begin(NAMES, [])
    assert known["Sub"] is known["Tensor"]


def test_a_number_is_asked_for_once_as_long_as_its_name_stands_for_it(fresh: Unjailed) -> None:
    before = fresh.questions()
    known, _ = fresh.remote.begin(NAMES, [])
    assert known["number"] == 7 and "numbers" not in known and fresh.questions() == before
    fresh.Renamer().rename()
    assert "number" not in known and known["Renamer"] is fresh.Renamer
    assert fresh.remote.begin(NAMES, [])[0]["number"] == 8


def test_objects_in_a_tuple_are_asked_for_anew_by_each_test(fresh: Unjailed) -> None:
    for _ in range(2):
        assert np.array_equal(fresh.remote.look("name", "pair")[0].sum().data, 1)
        known, _ = fresh.remote.begin(NAMES, [])
        assert np.array_equal((known["pair"] if "pair" in known else fresh.remote.look("name", "pair"))[0].data, [1])


def test_a_students_cell_may_have_changed_every_name(fresh: Unjailed) -> None:
    assert fresh.remote.run("Sub = Tensor") == ("ok", [])
    known, _ = fresh.remote.begin(NAMES, [])
    assert known["Sub"] is known["Tensor"]


def test_what_was_lent_to_the_last_test_is_not_mixed_up_with_the_next_ones(fresh: Unjailed) -> None:
    fresh.Keeper([1])
    known, _ = fresh.remote.begin(NAMES, [])
    items = [[2], [3]]
    assert known["Keeper"](items).items is items
