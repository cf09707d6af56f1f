"""The client: what becomes of arguments, handles and probes on the way to a student process."""

from typing import Any

import numpy as np
import pytest
from unsandboxed import Unsandboxed

from grader.grading.wall.protocol.probes import encode_probes
from grader.grading.wall.tests.client import Changed, StudentEnded


def test_a_list_that_the_student_changes_is_of_no_use_to_anybody(student: Unsandboxed) -> None:
    items: list[Any] = [[1], [2]]
    student.Keeper([]).change(items)
    assert len(items) == 3 and all(isinstance(item, Changed) for item in items)


def test_an_array_that_the_student_changes_is_noise(student: Unsandboxed) -> None:
    rows = np.zeros((1, 4))
    student.Keeper([]).change(rows)
    assert rows[0, 0] not in (0, 99) and not np.array_equal(rows, np.zeros((1, 4)))


def test_the_next_test_knows_no_handle_of_the_last_one(fresh: Unsandboxed) -> None:
    kept = fresh.Tensor([1])
    fresh.client.begin_test()
    with pytest.raises(TypeError, match="an earlier test"):
        kept.sum()


def test_a_name_is_what_the_notebook_says_now(fresh: Unsandboxed) -> None:
    assert fresh.number == 7
    assert fresh.client.run("number = 8") == ("ok", [])
    assert fresh.client.request("name", "number") == 8


PROBE = """
def total(data):
    return {"sum": Tensor(data).sum(), "row": data}
"""


def test_a_probe_is_one_request_for_all_its_inputs(student: Unsandboxed) -> None:
    before = student.requests()
    one, other = student.client.probe(
        encode_probes([([PROBE], "total", [(np.ones(2),), (np.ones((2, 3)),)])])
    )[0]
    assert student.requests() == before + 1
    assert np.array_equal(one["sum"]["Tensor"], 2) and np.array_equal(other["row"], np.ones((2, 3)))


def test_a_probe_runs_the_sources_code_whatever_the_notebook_defines(fresh: Unsandboxed) -> None:
    assert fresh.client.run("def total(data): return 'mine'") == ("ok", [])
    ((outcome,),) = fresh.client.probe(encode_probes([([PROBE], "total", [(np.ones(2),)])]))
    assert np.array_equal(outcome["sum"]["Tensor"], 2)
    assert fresh.client.run("total(1)")[1][0]["data"]["text/plain"] == "'mine'"


def test_a_probe_tells_what_the_students_code_raised(student: Unsandboxed) -> None:
    ((outcome,),) = student.client.probe(
        encode_probes([(["def broken():\n    return Tensor([1]).nothing"], "broken", [()])])
    )
    assert outcome["raises"] == ["AttributeError", "Exception", "BaseException"]
    assert "nothing" in outcome["message"]


def test_a_probe_that_is_nowhere_defined_is_a_name_error(student: Unsandboxed) -> None:
    ((outcome,),) = student.client.probe(encode_probes([([], "missing", [()])]))
    assert outcome["raises"][0] == "NameError"


def test_a_probe_has_its_own_copy_of_its_inputs(student: Unsandboxed) -> None:
    X = np.zeros(3)
    source = "def changes(x):\n    x += 1\n    return x"
    (outcomes,) = student.client.probe(encode_probes([([source], "changes", [(X,), (X,)])]))
    assert [outcome.tolist() for outcome in outcomes] == [[1, 1, 1], [1, 1, 1]] and not X.any()


def test_an_answer_of_a_probe_that_holds_an_object_ends_the_conversation(
    fresh: Unsandboxed,
) -> None:
    assert fresh.client.run("import tinytorch.outcomes") == ("ok", [])
    assert (
        fresh.client.run(
            "import grader.grading.wall.student.server as s; s.run = lambda *a: [object()]"
        )[0]
        == "ok"
    )
    with pytest.raises((StudentEnded, RuntimeError)):
        fresh.client.probe(encode_probes([([PROBE], "total", [(1,)])]))
