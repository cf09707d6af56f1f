"""Graded cells say what they grade, keep the rest hidden, add up, and look at behaviour only."""

import ast
import re
from collections.abc import Iterator

import nbformat
import pytest
from cells import headings, label
from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.course.notebook import exercises, grade_id, grading, is_answer, is_hidden
from grader.feedback.redact import without_hidden_tests

KEYS = {"grade", "grade_id", "locked", "schema_version", "solution", "task"}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
GRADED = re.compile(r"# Graded \((\d+) (points?)\): ((?:.|\n# )+)\.")
POINTS = re.compile(r"Points: (\d+)(?:\*\*)?(?:,(.*?))?(?:\.|\Z)$", re.MULTILINE | re.DOTALL)
ORACLES = {"expect", "expect_int", "expect_raises", "expect_true", "check.compare"}
PEEKING = {
    "getsource",
    "getsourcelines",
    "getsourcefile",
    "__code__",
    "co_code",
    "co_names",
    "co_consts",
    "signature",
}
READERS = {"ast", "dis", "inspect", "tokenize", "symtable"}
SECTION = re.compile(r'section (\d+), "(.+)"')


def marked(notebook: NotebookNode) -> list[NotebookNode]:
    """The cells that nbgrader knows."""
    return [cell for cell in notebook.cells if grading(cell)]


def graded_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The visible and hidden test cells."""
    return [cell for cell in marked(notebook) if grading(cell).grade and not is_answer(cell)]


def hidden(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if is_hidden(cell)]


def calls(tree: ast.AST) -> Iterator[str]:
    """The names of all functions that are called by name, methods as `object.method`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield ast.unparse(node.func)


def has_oracle(code: str) -> bool:
    """Whether a test cell compares: with a probe, a check of tinytorch.checks or an assert."""
    tree = ast.parse(code)
    return bool(ORACLES.intersection(calls(tree))) or any(
        isinstance(node, ast.Assert) for node in ast.walk(tree)
    )


def peeks(code: str) -> set[str]:
    """What a test cell uses to look at how an answer is written; a class of its own counts too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= READERS.intersection(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            found |= READERS & {node.module or ""}
        elif isinstance(node, ast.Attribute):
            found |= PEEKING & {node.attr}
        elif isinstance(node, ast.Name):
            found |= (PEEKING | READERS) & {node.id}
        elif isinstance(node, ast.ClassDef):
            found.add(f"class {node.name}")
    return found


def places(code: str) -> list[tuple[int, str]]:
    """(section, heading) of every place that a message of the cell sends the reader to."""
    strings = (node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant))
    found = (SECTION.fullmatch(text) for text in strings if isinstance(text, str))
    return [(int(match[1]), match[2]) for match in found if match]


def sections(notebook: NotebookNode) -> dict[int, set[str]]:
    """Section number -> its headings: whole, without their numbers, and up to their colon."""
    found: dict[int, set[str]] = {}
    number = 0
    for level, text in headings(notebook):
        plain = text.replace("`", "")
        if level == 2:
            start = re.match(r"(\d+)\. ", plain)
            number, plain = (int(start[1]), plain[start.end() :]) if start else (0, plain)
        found.setdefault(number, set()).update({plain, plain.split(":")[0]})
    return found


def promised(notebook: NotebookNode, exercise: str) -> tuple[int, list[int]]:
    """The points named before a task or question: their sum, and the parts if they are named.

    The text is the last prose before the cell. It says `Points: 5, for values 2, ...`, or `(1
    point)` at each part.
    """
    index = next(
        i for i, cell in enumerate(notebook.cells) if is_answer(cell) and grade_id(cell) == exercise
    )
    text = next(
        cell.source
        for cell in reversed(notebook.cells[:index])
        if "oint" in cell.source and not grading(cell)
    )
    if match := POINTS.search(text):
        plain = re.sub(r"\([^)]*\)|`[^`]*`", "", match[2] or "")
        return int(match[1]), [int(number) for number in re.findall(r"\s(\d+)(?=,|$)", plain)]
    parts = [int(number) for number in re.findall(r"\((\d+) points?\)", text)]
    return sum(parts), parts


def test_nbgrader_metadata_is_of_schema_3_with_exactly_its_keys(source: NotebookNode) -> None:
    for cell in marked(source):
        mark = grading(cell)
        assert set(mark) == (KEYS | {"points"} if mark.grade else KEYS), label(cell)
        assert mark.schema_version == 3, label(cell)
        assert mark.task is False, label(cell)
        assert mark.locked is not mark.solution, label(cell)
        assert isinstance(mark.get("points", 0), int), label(cell)


def test_grade_ids_are_kebab_case_and_say_what_they_hold(source: NotebookNode) -> None:
    for cell in marked(source):
        name = grading(cell).grade_id
        assert KEBAB.fullmatch(name), name
        if not is_answer(cell):
            kind = "test-" if is_hidden(cell) else "check-" if grading(cell).grade else "given-"
            assert name.startswith(kind), name


def test_tests_are_named_for_their_exercise(source: NotebookNode) -> None:
    for exercise in exercises(source):
        for name in exercise.tests:
            prefix = exercise.name if exercise.manual else ("test-", "check-")
            assert name.startswith(prefix), name
            assert exercise.name in name, name


def test_visible_tests_give_no_points_and_say_that_they_passed(source: NotebookNode) -> None:
    visible = [cell for cell in graded_cells(source) if not is_hidden(cell)]
    assert visible
    for cell in visible:
        assert grading(cell).points == 0, label(cell)
        last = ast.unparse(ast.parse(cell.source).body[-1])
        assert last.startswith("check.passed("), label(cell)


def test_hidden_cells_show_one_sentence_that_names_their_points(source: NotebookNode) -> None:
    for cell in hidden(source):
        match = GRADED.fullmatch(without_hidden_tests(cell.source))
        assert match, label(cell)
        points = grading(cell).points
        assert int(match[1]) == points > 0, label(cell)
        assert match[2] == ("point" if points == 1 else "points"), label(cell)


def test_hidden_cells_end_with_a_statement(source: NotebookNode) -> None:
    """nbgrader would read a number that a cell shows as partial credit."""
    for cell in hidden(source):
        last = ast.parse(cell.source).body[-1]
        shown = isinstance(last, ast.Expr) and not isinstance(last.value, ast.Call)
        assert not shown, label(cell)


def test_points_of_the_text_are_those_of_the_tests(module: Module, source: NotebookNode) -> None:
    for exercise in exercises(source):
        total, parts = promised(source, exercise.name)
        assert total == exercise.points == module.points[exercise.name], exercise.name
        if parts:
            assert sum(parts) == total, exercise.name
        if parts and not exercise.manual:
            assert parts == [points for points in exercise.tests.values() if points], exercise.name


def test_top_of_the_notebook_names_all_points(module: Module, source: NotebookNode) -> None:
    row = next(
        line
        for cell in source.cells
        for line in cell.source.split("\n")
        if line.startswith("| Points |")
    )
    numbers = [int(number) for number in re.findall(r"\d+", row)]
    by_hand = sum(module.points[name] for name in module.manual)
    assert numbers[0] == module.max_points
    assert (
        numbers[1:] in ([by_hand], [module.max_points - by_hand, by_hand])
        or sum(numbers[1:]) == numbers[0]
    )


def test_hidden_cells_have_an_oracle(source: NotebookNode) -> None:
    assert hidden(source)
    assert not [label(cell) for cell in hidden(source) if not has_oracle(cell.source)]


def test_test_cells_look_at_behaviour_and_define_no_classes(source: NotebookNode) -> None:
    assert not {
        label(cell): found for cell in graded_cells(source) if (found := peeks(cell.source))
    }


def test_messages_send_the_reader_to_a_section_that_is_there(source: NotebookNode) -> None:
    known = sections(source)
    lost = {}
    for cell in graded_cells(source):
        if gone := [
            f"section {n}: {text}"
            for n, text in places(cell.source)
            if text not in known.get(n, set())
        ]:
            lost[label(cell)] = gone
    assert not lost


def test_sentences_for_students_are_plain_text(source: NotebookNode) -> None:
    """Feedback shows a sentence only if it stands word for word in the test."""
    offenders = set()
    for cell in graded_cells(source):
        for keyword in (
            node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.keyword)
        ):
            spoken = keyword.value.keys if isinstance(keyword.value, ast.Dict) else [keyword.value]
            if keyword.arg in ("likely", "read", "mistakes") and any(
                isinstance(each, ast.JoinedStr) for each in spoken
            ):
                offenders.add(label(cell))
    assert not offenders


def test_every_hidden_test_sends_the_reader_somewhere(source: NotebookNode) -> None:
    def sends(cell: NotebookNode) -> bool:
        return "check.compare" in set(calls(ast.parse(cell.source))) or bool(places(cell.source))

    assert not [label(cell) for cell in hidden(source) if not sends(cell)]


@pytest.mark.parametrize(
    "code", ["print(f(3))", "fail('never right')", "got = expect", "x == 1", "check.passed()"]
)
def test_a_cell_that_compares_nothing_has_no_oracle(code: str) -> None:
    assert not has_oracle(code)


@pytest.mark.parametrize(
    "code",
    [
        "import inspect",
        "from inspect import getsource",
        "inspect.getsource(Linear)",
        "Linear.forward.__code__",
        "import ast",
        "class Mine(Layer):\n    pass",
    ],
)
def test_looking_at_source_is_noticed(code: str) -> None:
    assert peeks(code)


def test_points_of_a_text_are_found_in_both_manners() -> None:
    mark = {"nbgrader": {"grade_id": "task", "solution": True}}
    answer = nbformat.v4.new_code_cell("", metadata=mark)
    for text, found in [
        ("**Points: 5**, for both ends (p = 0\nand p = 1) 2, for `x ** 2` 3.", (5, [2, 3])),
        ("Points: 3, one for each.", (3, [])),
        ("- `a`: how many? (1 point)\n- `b`: how large? (2 points)", (3, [1, 2])),
    ]:
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text), answer])
        assert promised(book, "task") == found
