"""Repair: whatever happened to a notebook, the student's work is found and runs."""

import copy
from collections.abc import Callable

import pytest
from damages import (
    copied_with_the_original_left,
    into,
    merge,
    merge_the_given_cell_above,
    move,
    pasted_with_the_original_left,
    renumber_ids,
    split,
    split_without_metadata,
    strip_everything,
    swap_ids,
    time_on_top,
    windows_newlines,
    words_above_in_raw,
    words_below,
    words_in_a_code_cell,
    words_in_the_question,
    words_merged_with_the_question,
)
from kit import cell_of, code
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from repaired import LINEAR, names, sound

from workbench.repair import repair


@pytest.mark.parametrize(
    "damage",
    [
        strip_everything,
        renumber_ids,
        swap_ids,
        windows_newlines,
        pasted_with_the_original_left,
        copied_with_the_original_left,
        split("linear", 5),
        split("linear", 5, False),
        split_without_metadata,
        merge("linear", "check-linear"),
        merge("linear", "test-linear"),
        merge("linear", "q1"),
        merge_the_given_cell_above,
        move("linear", 0),
        move("given-half", 8),
        move("test-linear", 0),
        words_below,
        words_above_in_raw,
        words_in_a_code_cell,
        words_in_the_question,
        words_merged_with_the_question,
        *(into(new_markdown_cell, called) for called in ("linear", "q1", "given-half")),
        *(into(new_raw_cell, called) for called in ("linear", "q1", "given-half")),
        into(new_code_cell, "why"),
    ],
    ids=lambda damage: damage.__name__,
)
def test_nothing_that_the_student_wrote_is_lost(
    work: NotebookNode, release: NotebookNode, damage: Callable[[NotebookNode], None]
) -> None:
    damage(work)
    notes = repair(work, release)
    assert sound(work, release), notes
    if damage not in (renumber_ids, swap_ids, windows_newlines):
        assert notes
    assert repair(work, release) == {}


def test_a_magic_on_top_becomes_a_comment_and_every_line_keeps_its_number(
    work: NotebookNode, release: NotebookNode
) -> None:
    time_on_top(work)
    assert repair(work, release) == {"began with %%time, which is left out": ["linear"]}
    assert cell_of(work, "linear").source == f"# %%time\n{LINEAR}"


def test_a_magic_below_the_directive_is_one_too(work: NotebookNode, release: NotebookNode) -> None:
    cell_of(work, "linear").source = LINEAR.replace(
        "#| export\n", "#| export\n%%writefile linear.py\n"
    )
    repair(work, release)
    assert cell_of(work, "linear").source.startswith(
        "#| export\n# %%writefile linear.py\nclass Linear"
    )


def test_commands_to_the_system_are_told_and_stay(
    work: NotebookNode, release: NotebookNode
) -> None:
    cell_of(work, "linear").source = f"!pip install -q numpy\n{LINEAR}"
    work.cells.insert(0, code("%pip list\nfiles = !ls\nif files != []:\n    pass\nx = 5 % 3"))
    told = repair(work, release)["shell commands, not run"]
    assert told == ["cell 1 (%pip list)", "cell 1 (files = !ls)", "cell 5 (!pip install -q numpy)"]
    assert cell_of(work, "linear").source.startswith("!pip")


@pytest.mark.parametrize("strange", ["\xa0", "\u202f", "\u200b ", "\ufeff "])
def test_blanks_that_python_refuses_become_blanks(
    work: NotebookNode, release: NotebookNode, strange: str
) -> None:
    cell_of(work, "linear").source = LINEAR.replace("return x", f"return{strange}x")
    assert repair(work, release) == {
        "characters that Python does not accept, replaced by plain ones": ["linear"]
    }
    assert cell_of(work, "linear").source == LINEAR


def test_quotes_from_a_pdf_become_quotes_and_those_in_a_text_stay(
    work: NotebookNode, release: NotebookNode
) -> None:
    own = work.cells[0]
    own.source = "import numpy as np\nprint(“hello”)"
    cell_of(work, "q1").source = "q1_parameters = 12  # “twelve”"
    repair(work, release)
    assert own.source == 'import numpy as np\nprint("hello")'
    assert cell_of(work, "q1").source.endswith("“twelve”")


def test_a_given_cell_that_was_changed_is_the_released_one_again(
    work: NotebookNode, release: NotebookNode
) -> None:
    cell_of(work, "check-linear").source = "pass"
    assert repair(work, release) == {
        "differed from the released cell, which counts": ["check-linear"]
    }
    assert cell_of(work, "check-linear").source == cell_of(release, "check-linear").source


def test_a_needed_cell_without_a_name_is_put_back_where_it_was(
    work: NotebookNode, release: NotebookNode
) -> None:
    del work.cells[0]
    assert repair(work, release) == {"cell missing, put back": ["'#| export'"]}
    assert work.cells[0].source == release.cells[0].source


def test_a_picture_in_the_answer_below_comes_along(
    work: NotebookNode, release: NotebookNode
) -> None:
    words_below(work)
    below = work.cells[work.cells.index(cell_of(work, "why")) + 1]
    below["attachments"] = {"a.png": {"image/png": "aGk="}}
    repair(work, release)
    assert "a.png" in cell_of(work, "why")["attachments"]


def test_an_own_cell_beside_an_answer_is_left_alone(
    work: NotebookNode, release: NotebookNode
) -> None:
    place = work.cells.index(cell_of(work, "why"))
    work.cells[place + 1 : place + 1] = [new_markdown_cell("More."), new_code_cell("x = 1")]
    before = copy.deepcopy(work)
    assert repair(work, release) == {}
    assert work == before


@pytest.mark.parametrize("text", ["", " \n", "{} \n"])
def test_an_empty_written_answer_gets_the_released_text(
    work: NotebookNode, release: NotebookNode, text: str
) -> None:
    released = cell_of(release, "why").source
    cell_of(work, "why").source = text.format(released)
    assert repair(work, release) == {}
    assert cell_of(work, "why").source == released  # by which nbgrader knows an empty answer


def test_untouched_work_is_left_untouched(release: NotebookNode) -> None:
    book = copy.deepcopy(release)
    assert repair(book, release) == {}
    assert book == release


@pytest.mark.parametrize(
    "bomb", ["not " * 30_000, "(" * 30_000, "a." * 20_000 + "b\xa0", "lambda: " * 5_000 + "1"]
)
def test_a_cell_that_breaks_a_parser_breaks_nothing(
    work: NotebookNode, release: NotebookNode, bomb: str
) -> None:
    cell_of(work, "linear").source = bomb
    work.cells.insert(4, new_code_cell(f"{bomb}\xa0"))
    repair(work, release)
    assert names(work) == names(release)
