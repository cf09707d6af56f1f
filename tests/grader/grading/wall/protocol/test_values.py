"""Values of library classes cross as the plain type that they derive from."""

from collections import OrderedDict, namedtuple
from enum import IntEnum
from http import HTTPStatus

import numpy as np

from grader.grading.wall.protocol.values import plain

Point = namedtuple("Point", "x y")


def test_a_library_subclass_becomes_its_plain_type() -> None:
    for value, kind in ((Point(1, 2), tuple), (OrderedDict(a=1), dict), (HTTPStatus.OK, int)):
        found = plain(value)
        assert type(found) is kind and found == value


def test_a_subclass_of_array_becomes_an_array_of_its_own() -> None:
    masked = np.ma.masked_array([1.0, 2.0])
    found = plain(masked)
    assert type(found) is np.ndarray and not np.shares_memory(found, masked.data)


def test_a_plain_value_and_an_object_of_the_notebook_stay_what_they_are() -> None:
    kind = IntEnum("Kind", ["A"], module="__main__")
    for value in (None, 1, "x", [1], np.ones(2), np.float32(1), kind(1), object()):
        assert plain(value) is value
