"""Test cells are compiled once."""

from grader.grading.wall.tests import compiled


def test_a_closing_expression_is_compiled_apart() -> None:
    cell = compiled._compile("test-a", "x = 2\nx / 4")
    assert cell.body is not None and cell.last is not None and cell.error is None
    names: dict[str, object] = {}
    exec(cell.body, names)
    assert eval(cell.last, names) == 0.5
    assert compiled._compile("test-b", "x = 2").last is None


def test_a_test_that_cannot_be_compiled_keeps_its_error() -> None:
    cell = compiled._compile("test-c", "x = = 1")
    assert cell.body is None and isinstance(cell.error, SyntaxError)
