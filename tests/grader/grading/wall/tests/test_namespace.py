"""Where a test cell finds a name: its own, Python's, the given imports, the student's notebook."""

from typing import Any

import numpy as np
import pytest

from grader.grading.wall.tests.namespace import Namespace


class Recorder:
    """A client that records its requests; the notebook defines `theirs`."""

    def __init__(self) -> None:
        self.requests: list[tuple[Any, ...]] = []

    def begin_test(self) -> None:
        self.requests.append(("begin",))

    def request(self, *request: Any) -> Any:
        self.requests.append(request)
        if request == ("name", "missing"):
            raise NameError("missing")
        return "the student's"


@pytest.fixture
def client() -> Recorder:
    return Recorder()


def names(client: Recorder) -> Namespace:
    return Namespace(client, {"np": np})  # type: ignore[arg-type]


def test_each_name_is_looked_up_in_its_place(client: Recorder) -> None:
    found = names(client)
    exec("own = 1\nfound = [own, len('ab'), np.add(1, 1), theirs]", found)
    assert found["found"] == [1, 2, 2, "the student's"]
    assert client.requests == [("begin",), ("name", "theirs")]


def test_a_name_that_the_notebook_lacks_is_a_name_error(client: Recorder) -> None:
    with pytest.raises(NameError):
        exec("missing", names(client))


def test_the_packages_modules_are_imported_on_the_students_side(client: Recorder) -> None:
    found = names(client)
    exec("import math\nimport tinytorch.core.layers", found)
    assert found["math"].pi > 3 and found["tinytorch"] == "the student's"
    assert client.requests[1:] == [("module", "tinytorch")]
    with pytest.raises(ImportError):  # a text has no attribute `Linear`
        exec("from tinytorch.core.layers import Linear", found)
    assert client.requests[-1] == ("module", "tinytorch.core.layers")
