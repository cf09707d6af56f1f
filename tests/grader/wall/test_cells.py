"""A student's cell runs as it does in IPython, whatever way it takes to become code."""

from collections.abc import Iterator

import pytest
from unjailed import Unjailed, unjailed


@pytest.fixture
def there() -> Iterator[Unjailed]:
    with unjailed() as found:
        yield found


def shown(there: Unjailed, source: str) -> list[str]:
    """What a cell puts out, each output as its text or as the name of its error."""
    kind, outputs = there.remote.run(source)
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
        ("x = 2\n%unknown_magic\n", ["UsageError"]),
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
    ],
)
def test_a_cell_shows_what_ipython_shows(there: Unjailed, source: str, expected: list[str]) -> None:
    assert shown(there, source) == expected


def test_statements_before_one_that_cannot_be_compiled_have_run(there: Unjailed) -> None:
    assert shown(there, "first = 1\nbreak") == ["SyntaxError"]
    assert shown(there, "first") == ["1"]


def test_what_a_cell_imports_from_the_future_holds_for_the_next(there: Unjailed) -> None:
    assert shown(there, "from __future__ import annotations\ndef f(x: nowhere): pass") == []
    assert shown(there, "def g(x: nowhere): pass\ng.__annotations__['x']") == ["'nowhere'"]


def test_an_error_names_the_line_where_it_stands(there: Unjailed) -> None:
    _, outputs = there.remote.run("a = 1\nb = 2\ndef f():\n    return a / 0\n\nf()")
    text = "\n".join(outputs[-1]["traceback"])
    assert "line 4, in f" in text and "line 6, in <module>" in text and "return a / 0" in text


def test_a_notebook_may_transform_its_cells(there: Unjailed) -> None:
    assert shown(there, "get_ipython().input_transformers_cleanup.append(lambda lines: ['6 * 7'])") == []
    assert shown(there, "1") == ["42"]


def test_a_cell_that_is_run_twice_is_run_twice(there: Unjailed) -> None:
    assert shown(there, "n = 0") == []
    for expected in ("1", "2"):
        assert shown(there, "n += 1\nn") == [expected]
