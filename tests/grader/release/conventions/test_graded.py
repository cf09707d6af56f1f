"""Conventions of the cells that nbgrader knows: each test breaks one and reads the line."""

from typing import Any

import pytest
from broken import lines, place, replace
from kit import cell_of
from nbformat.notebooknode import NotebookNode

BEGIN = "### BEGIN HIDDEN TESTS\n"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"extra": 1}, ["its nbgrader metadata has no use for 'extra'."]),
        ({"task": True}, ["is a manually graded task: make it a manually graded answer."]),
        ({"locked": True}, ["must be either locked or a solution, and not both."]),
        ({"schema_version": 2}, ["schema_version in its nbgrader metadata must be 3."]),
        ({"points": 4}, ["its nbgrader metadata has no use for 'points'."]),
    ],
)
def test_metadata_is_of_one_kind(
    book: NotebookNode, change: dict[str, Any], said: list[str]
) -> None:
    cell_of(book, "mse").metadata.nbgrader.update(change)
    assert lines(book) == [f"{place(book, 'mse')}: {what}" for what in said]


def test_a_key_that_is_missing_is_named(book: NotebookNode) -> None:
    del cell_of(book, "given-imports").metadata.nbgrader["task"]
    assert lines(book) == [f"{place(book, 'given-imports')}: its nbgrader metadata lacks 'task'."]


def test_points_are_whole(book: NotebookNode) -> None:
    cell_of(book, "test-mse-inputs").metadata.nbgrader.points = 1.5
    assert f"{place(book, 'test-mse-inputs')}: must give whole points, not 1.5." in lines(book)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "given-imports",
            "given-Imports",
            "a grade_id is of lower-case words and hyphens, like test-mse.",
        ),
        ("given-check", "imports", "its grade_id must begin with 'given-'."),
        ("check-mse", "given-mse", "its grade_id must begin with 'check-'."),
        ("test-mse-values", "check-mse-values", "its grade_id must begin with 'test-'."),
        ("test-mse-values", "test-values", "tests 'mse', so its grade_id must contain it."),
    ],
)
def test_a_grade_id_says_what_its_cell_holds(
    book: NotebookNode, old: str, new: str, said: str
) -> None:
    cell_of(book, old).metadata.nbgrader.grade_id = new
    assert lines(book) == [f"{place(book, new)}: {said}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("    ### BEGIN SOLUTION\n", ""), ("    ### END SOLUTION", "    ### BEGIN SOLUTION")],
)
def test_a_solution_stands_between_its_marks(book: NotebookNode, old: str, new: str) -> None:
    where = replace(book, "mse", old, new)
    between = "'### BEGIN SOLUTION' and '### END SOLUTION'"
    assert lines(book) == [f"{where}: the solution must stand between {between}."]


def test_a_magic_in_a_test_is_named(book: NotebookNode) -> None:
    where = replace(book, "check-mse", "check.passed()", "%time check.passed()")
    assert lines(book) == [f"{where}: is not valid Python: a test cell has no magics."]


@pytest.mark.parametrize("last", ["check", "print('Q1 is there.')"])
def test_a_visible_check_says_that_it_passed(book: NotebookNode, last: str) -> None:
    where = replace(book, "check-mse", "check.passed()", last)
    assert lines(book) == [f"{where}: must end with check.passed()."]


@pytest.mark.parametrize(
    "line",
    ["# Graded (2 points): values.", "# Graded (3 point): values.", "# graded (3 points): values.",
     "# Graded (3 points): values", "values = 3", ""],
)  # fmt: skip
def test_a_hidden_test_begins_with_its_points(book: NotebookNode, line: str) -> None:
    cell = cell_of(book, "test-mse-values")
    cell.source = f"{line}\n{BEGIN}" + cell.source.partition(BEGIN)[2]
    wanted = "'# Graded (3 points): what is tested.', then '### BEGIN HIDDEN TESTS'"
    assert lines(book) == [f"{place(book, 'test-mse-values')}, line 1: must begin with {wanted}."]


def test_the_sentence_may_go_on_in_a_second_line(book: NotebookNode) -> None:
    replace(book, "test-mse-values", ", for one", ",\n# for one")
    assert lines(book) == []


def test_nothing_stands_below_a_hidden_region(book: NotebookNode) -> None:
    cell_of(book, "test-mse-values").source += "\nmore = 1"
    where = place(book, "test-mse-values")
    assert lines(book) == [f"{where}: must end with '### END HIDDEN TESTS'."]


def test_a_hidden_test_shows_no_number(book: NotebookNode) -> None:
    where = replace(book, "test-mse-values", "\n### END", "\n0.5\n### END")
    assert lines(book) == [f"{where}, line 6: a hidden test must not end with an expression."]


@pytest.mark.parametrize(
    "code", ["print(mse)", "raise ValueError", "got = expect", "check.passed()"]
)
def test_a_hidden_test_compares_something(book: NotebookNode, code: str) -> None:
    cell_of(book, "test-q1-error").source = (
        f"# Graded (2 points): q1_error.\n{BEGIN}check = Check('test-q1-error')\n"
        f"expect = mse\n{code}\n### END HIDDEN TESTS"
    )
    where = place(book, "test-q1-error")
    assert lines(book) == [f"{where}: compares nothing: use check.compare, expect or assert."]


def expecting(book: NotebookNode, arguments: str) -> str:
    """Let the test of q1 be one that is written out, with these arguments of `expect`."""
    cell_of(book, "test-q1-error").source = (
        f"# Graded (2 points): q1_error.\n{BEGIN}from tinytorch.checks import expect\n\n"
        f"expect(q1_error, 4, {arguments})\n### END HIDDEN TESTS"
    )
    return place(book, "test-q1-error")


def test_a_test_that_is_written_out_names_a_place_to_read(book: NotebookNode) -> None:
    where = expecting(book, "'Q1'")
    assert lines(book) == [f"{where}: names no place to read: give read='section 2, \"Heading\"'."]
    expecting(book, "'Q1', read='section 1, \"How far off\"'")
    assert lines(book) == []


def test_a_section_that_is_not_there_is_named(book: NotebookNode) -> None:
    where = expecting(book, "'Q1', read='section 2, \"How far off\"'")
    assert lines(book) == [f"{where}, line 5: section 2 has no heading 'How far off'."]


@pytest.mark.parametrize("argument", ["likely=f'not {q1_error}'", "mistakes={f'{q1_error}': 3}"])
def test_a_sentence_for_students_is_no_f_string(book: NotebookNode, argument: str) -> None:
    where = expecting(book, f"'Q1', {argument}, read='section 1, \"How far off\"'")
    keyword = argument.partition("=")[0]
    said = f"{keyword} must be plain text, not an f-string: feedback would drop it."
    assert lines(book) == [f"{where}, line 5: {said}"]


@pytest.mark.parametrize(
    ("code", "name"),
    [("import inspect", "inspect"), ("from inspect import getsource", "inspect"),
     ("code = mse.__code__", "__code__"), ("import ast", "ast")],
)  # fmt: skip
def test_a_test_does_not_look_at_source_code(book: NotebookNode, code: str, name: str) -> None:
    where = replace(book, "test-mse-values", BEGIN, f"{BEGIN}{code}\n")
    said = f"uses {name}: a test looks at behaviour, not at how an answer is written."
    assert lines(book) == [f"{where}, line 3: {said}"]


def test_a_test_makes_no_class(book: NotebookNode) -> None:
    where = replace(book, "check-mse", "check.passed()", "class A:\n    pass\n\ncheck.passed()")
    assert lines(book) == [f"{where}, line 3: makes the class A: put it in a given cell."]
