"""Outputs that a student process reports become those of a notebook, or are dropped."""

import base64
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grader.grading.wall.tests.outputs import MAX_OUTPUTS, clean, length, output

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(8)).decode()
ERROR = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a", 5, "b\x00"]}


def test_known_outputs_make_a_valid_notebook() -> None:
    reported = [
        {"output_type": "stream", "name": "stderr", "text": "a\x00b"},
        ERROR,
        {"output_type": "display_data", "data": {"text/plain": "x", "image/png": PNG}},
        {"output_type": "execute_result", "data": {"text/plain": "1", "text/html": "<script>"}},
    ]
    found = clean(reported)
    cell = new_code_cell("x")
    cell.outputs = found
    nbformat.validate(new_notebook(cells=[cell]))
    assert found[0].text == "ab" and found[0].name == "stdout"
    assert found[1].traceback == ["a", "b"]
    assert set(found[2].data) == {"text/plain", "image/png"}
    assert set(found[3].data) == {"text/plain"}


@pytest.mark.parametrize(
    "reported",
    [
        None, {}, [None], [{"output_type": "stream", "text": 5}], [{"output_type": "evil"}],
        [{"output_type": "error", "ename": "E", "evalue": "v"}],
        [{"output_type": "display_data", "data": "text"}],
    ],
    ids=repr,
)  # fmt: skip
def test_outputs_of_an_unknown_form_are_dropped(reported: Any) -> None:
    assert clean(reported) == []


def test_a_picture_that_is_none_is_dropped() -> None:
    (found,) = clean([{"output_type": "display_data", "data": {"image/png": "<svg>"}}])
    assert found.data == {}


def test_there_are_at_most_so_many_outputs() -> None:
    assert len(clean([{"output_type": "stream", "text": "x"}] * (MAX_OUTPUTS + 5))) == MAX_OUTPUTS


def test_length_counts_every_text() -> None:
    assert length(output("stream", name="stdout", text="abc")) == 3
    assert length(output("error", ename="E", evalue="ab", traceback=["c", "de"])) == 5
    assert length(output("execute_result", data={"text/plain": "abcd"})) == 4
