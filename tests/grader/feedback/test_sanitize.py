"""What of a notebook's cells and outputs reaches a page."""

import base64

from kit import code, notebook, solution
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

from grader.feedback.budget import LONGEST, OUTPUTS, TEXT
from grader.feedback.sanitize import SanitizeOutputs
from grader.grading.sanitize_outputs import safe_outputs


def stream(text: str) -> NotebookNode:
    return new_output("stream", name="stdout", text=text)


def picture(size: int) -> NotebookNode:
    data = base64.b64encode(bytes(size)).decode()
    return new_output("display_data", data={"image/png": data, "text/plain": "<Figure>"})


def made(*cells: NotebookNode) -> list[NotebookNode]:
    found: list[NotebookNode] = SanitizeOutputs().preprocess(notebook(*cells), {})[0].cells
    return found


def putting_out(*outputs: NotebookNode) -> NotebookNode:
    cell = code("x")
    cell.outputs = list(outputs)
    return cell


def test_half_a_character_is_no_text_of_a_page() -> None:
    error = new_output("error", ename="\ud800", evalue="a\udfff", traceback=["\ud800b"])
    found = safe_outputs(
        [stream("x\ud800"), error, new_output("display_data", data={"text/plain": "\ud800"})]
    )
    assert "".join(str(output) for output in found).encode()
    assert found[0].text == "x\ufffd"
    assert made(code("x = '\ud800'"))[0].source == "x = '\ufffd'"


def test_a_flood_of_outputs_is_cut_with_a_line_that_says_so() -> None:
    outputs = made(putting_out(*[stream("x")] * (OUTPUTS + 5)))[0].outputs
    assert len(outputs) == OUTPUTS + 1
    assert outputs[-1].text == "[5 more outputs are left out]"


def test_a_cell_s_scratch_does_not_take_the_room_of_answers() -> None:
    scratch = [putting_out(stream("x" * LONGEST)) for _ in range(TEXT // LONGEST)]
    answer = solution("answer", "y" * 1000)
    answer.outputs = [stream("z" * 1000)]
    *_, kept = made(*scratch, answer)
    assert (kept.source, kept.outputs[0].text) == ("y" * 1000, "z" * 1000)


def test_a_picture_that_is_too_large_is_named() -> None:
    small, large = made(putting_out(picture(1000), picture(8_000_000)))[0].outputs
    assert "image/png" in small.data
    assert small.data["text/plain"] == "<Figure>"
    assert large.data == {"text/plain": "[a picture of 7.6 MB is left out]"}


def test_a_long_error_is_cut() -> None:
    error = new_output("error", ename="E", evalue="x", traceback=["x" * 5_000_000])
    assert len("".join(made(putting_out(error))[0].outputs[0].traceback)) < LONGEST + 100
