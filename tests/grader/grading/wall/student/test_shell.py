"""A student's cell runs as it does in IPython, whatever way it takes to become code."""

import time

import pytest
from unsandboxed import Unsandboxed


def shown(fresh: Unsandboxed, source: str) -> list[str]:
    """What a cell puts out, each output as its text or as the name of its error."""
    kind, outputs = fresh.client.run(source)
    assert kind == "ok"
    return [each.get("text") or each.get("ename") or each["data"]["text/plain"] for each in outputs]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1\n2", ["2"]),
        ("x = 5\nx", ["5"]),
        ("x = 5", []),
        ("print('a')\n'b'", ["a\n", "'b'"]),
        ("for n in range(2):\n    n", []),
        ("if True:\n    print(1)", ["1\n"]),
        ("# only a comment", []),
        ("def f():\n    '''\n    %time\n    ?\n    '''\n    return 3\nf()", ["3"]),
        ("%%capture\nprint(1)", []),
        ("%precision 2\n0.123456", ["0.12"]),
        (">>> 1 + 1", ["2"]),
        ("In [1]: 1 + 1", ["2"]),
        ("In [1]: y = 4\nIn [2]: y", ["4"]),
        ("  x = 3\n  x", ["3"]),
        ("import asyncio\nawait asyncio.sleep(0)\n7", ["7"]),
        ("def async_is_a_word():\n    return 8\nasync_is_a_word()", ["8"]),
        ("print(1)\n1 / 0\nprint(2)", ["1\n", "ZeroDivisionError"]),
        ("print(1)\nreturn 3", ["1\n", "SyntaxError"]),
        ("print(1)\nfor", ["SyntaxError"]),
        ("x = '\\0' and 1\nx", ["1"]),
        ("display(1, 'a')\nprint(2)", ["1", "'a'", "2\n"]),
    ],
)
def test_a_cell_shows_what_ipython_shows(
    fresh: Unsandboxed, source: str, expected: list[str]
) -> None:
    assert shown(fresh, source) == expected


PICTURE = """
from IPython.display import HTML, Image
display(Image(data=b"\\x89PNG", format="png"))
display(HTML("<b>1</b>"))
"""


def test_a_picture_is_shown_and_what_a_browser_would_run_is_not(fresh: Unsandboxed) -> None:
    kind, (picture, html) = fresh.client.run(PICTURE)
    assert kind == "ok" and picture["output_type"] == html["output_type"] == "display_data"
    assert picture["data"]["image/png"] and list(html["data"]) == ["text/plain"]


PLOT = "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nx = 1"


def test_a_plot_is_shown_where_the_notebook_asks_for_it(fresh: Unsandboxed) -> None:
    kind, (plot,) = fresh.client.run(PLOT)
    assert kind == "ok" and "image/png" in plot["data"]


LIMITS = """
class Tells(Exception):
    def __str__(self):
        {}
raise Tells
"""


@pytest.mark.parametrize(
    ("body", "expected"), [("print('x' * 10**7)", "output"), ("while True: pass", "timeout")]
)
def test_the_limits_hold_while_an_exception_is_put_into_words(
    fresh: Unsandboxed, body: str, expected: str
) -> None:
    fresh.client.stop_at = time.monotonic() + 1
    assert fresh.client.run(LIMITS.format(body))[0] == expected


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("!pip install numpy", "Not run when your work is graded: pip install numpy"),
        ("%pip install numpy", "Not run when your work is graded: %pip install numpy"),
        ("files = !ls", "Not run when your work is graded: ls"),
        ("get_ipython().system('ls')", "Not run when your work is graded: ls"),
        ("%matplotlib widget", "%matplotlib did nothing: "),
        ("%load_ext nothing", "%load_ext did nothing: "),
        ("%unknown_magic", "%unknown_magic did nothing: "),
        ("x = input('Name?')", "Name?\nNobody answers input() when your work is graded"),
        ("?print", "print(*args"),
    ],
)
def test_a_command_that_cannot_be_run_does_not_end_its_cell(
    fresh: Unsandboxed, source: str, says: str
) -> None:
    text, value = shown(fresh, f"{source}\n42")
    assert says in text
    assert value == "42"


def test_what_a_magic_runs_sees_and_makes_the_cell_s_names(fresh: Unsandboxed) -> None:
    assert shown(fresh, "x = 2\n%time y = x + 1\ny")[-1] == "3"
    assert shown(fresh, "%%time\nz = x + 5")[0].startswith("CPU times")
    assert shown(fresh, "z") == ["7"]


@pytest.mark.parametrize("source", ["%timeit -n1 -r1 1 / 0", "%%capture\n1 / 0", "%%time\n1 / 0"])
def test_the_error_of_code_that_a_magic_runs_is_the_cell_s(fresh: Unsandboxed, source: str) -> None:
    assert "ZeroDivisionError" in shown(fresh, source)


def test_cells_for_other_programs_are_not_run(fresh: Unsandboxed) -> None:
    for program in ("bash", "sh", "python3"):
        assert shown(fresh, f"%%{program}\nprint(1)") == [
            f"Not run when your work is graded: %%{program}\n"
        ]


def test_a_loop_that_waits_for_an_answer_comes_to_an_end(fresh: Unsandboxed) -> None:
    assert shown(fresh, "while input() != 'yes':\n    pass")[-1] == "EOFError"


def test_statements_before_one_that_cannot_be_compiled_have_run(fresh: Unsandboxed) -> None:
    assert shown(fresh, "first = 1\nbreak") == ["SyntaxError"]
    assert shown(fresh, "first") == ["1"]


def test_what_a_cell_imports_from_the_future_holds_for_the_next(fresh: Unsandboxed) -> None:
    assert shown(fresh, "from __future__ import annotations\ndef f(x: nowhere): pass") == []
    assert shown(fresh, "def g(x: nowhere): pass\ng.__annotations__['x']") == ["'nowhere'"]


def test_an_error_names_the_line_where_it_stands(fresh: Unsandboxed) -> None:
    _, outputs = fresh.client.run("a = 1\nb = 2\ndef f():\n    return a / 0\n\nf()")
    text = "\n".join(outputs[-1]["traceback"])
    assert "line 4, in f" in text and "line 6, in <module>" in text and "return a / 0" in text


def test_a_notebook_may_transform_its_cells(fresh: Unsandboxed) -> None:
    assert (
        shown(fresh, "get_ipython().input_transformers_cleanup.append(lambda lines: ['6 * 7'])")
        == []
    )
    assert shown(fresh, "1") == ["42"]


def test_a_cell_that_is_run_twice_is_run_twice(fresh: Unsandboxed) -> None:
    assert shown(fresh, "n = 0") == []
    for expected in ("1", "2"):
        assert shown(fresh, "n += 1\nn") == [expected]
