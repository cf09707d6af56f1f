"""Rebuild: lost cells and metadata come back from the release, and added ones do not count."""

import copy
from collections.abc import Callable

import pytest
from kit import cell_of, code, given, graded, notebook, solution, written
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell

from grader.submissions.rebuild import rebuild
from workbench.cells import NOT_GRADED, grade_id, grading

EXPERIMENT = "plt.plot(values)"


@pytest.fixture
def release() -> NotebookNode:
    return notebook(
        given("given-imports", "import numpy as np"),
        code(EXPERIMENT, NOT_GRADED),
        solution("linear", "raise NotImplementedError"),
        graded("check-linear", 0, hidden=False),
        graded("test-linear", 3),
        solution("dropout", "raise NotImplementedError"),
        graded("test-dropout", 2),
        written("why", 4),
    )


@pytest.fixture
def submitted(release: NotebookNode) -> NotebookNode:
    book = copy.deepcopy(release)
    cell_of(book, "linear").source = "linear = 1"
    cell_of(book, "dropout").source = "dropout = 2"
    cell_of(book, "why").source = "Because."
    return book


def names(book: NotebookNode) -> list[str | None]:
    return [grade_id(cell) for cell in book.cells]


def ungraded_mark(name: str) -> NotebookNode:
    return grading(graded(name, 0))


def place(book: NotebookNode, name: str) -> int:
    return names(book).index(name)


def test_a_sound_notebook_is_left_as_it_is(submitted: NotebookNode, release: NotebookNode) -> None:
    before = copy.deepcopy(submitted)
    assert rebuild(submitted, release) == []
    assert submitted == before


def drop_metadata(book: NotebookNode) -> None:
    for cell in book.cells:
        cell.metadata = NotebookNode()


def drop_ids(book: NotebookNode) -> None:
    for cell in book.cells:
        del cell["id"]


def misuse_metadata(book: NotebookNode) -> None:
    for cell in book.cells:
        cell.metadata["nbgrader"] = "lost"


def change_marks(book: NotebookNode) -> None:
    for cell in book.cells:
        if grade_id(cell):
            cell.metadata["nbgrader"].update(points=1000, locked=False, grade=False, solution=True)


@pytest.mark.parametrize("damage", [drop_metadata, drop_ids, misuse_metadata, change_marks])
def test_metadata_comes_from_the_release(
    submitted: NotebookNode, release: NotebookNode, damage: Callable[[NotebookNode], None]
) -> None:
    damage(submitted)
    rebuild(submitted, release)
    assert [cell.metadata for cell in submitted.cells] == [cell.metadata for cell in release.cells]
    assert cell_of(submitted, "linear").source == "linear = 1"


def test_lost_metadata_is_noted_with_the_cells(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    cell_of(submitted, "test-linear").metadata = NotebookNode()
    assert rebuild(submitted, release) == ["had lost its grading metadata, restored: test-linear"]


def test_without_metadata_and_ids_every_cell_is_known_by_its_text_and_place(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    drop_metadata(submitted)
    drop_ids(submitted)
    note, *_ = rebuild(submitted, release)
    assert names(submitted) == names(release)
    assert cell_of(submitted, "linear").source == "linear = 1"
    assert cell_of(submitted, "why").source == "Because."
    assert note.startswith("had lost its grading metadata, restored: ")


def paste(book: NotebookNode, name: str, at: int, **changes: str) -> NotebookNode:
    """Put a copy of a cell elsewhere, with an id of its own, as JupyterLab does."""
    copied = copy.deepcopy(cell_of(book, name))
    copied.update(id="pasted", **changes)
    book.cells.insert(at, copied)
    return copied


@pytest.mark.parametrize("at", [0, 8])
def test_a_pasted_test_cell_costs_nothing(
    submitted: NotebookNode, release: NotebookNode, at: int
) -> None:
    pasted = paste(submitted, "test-linear", at, source="assert False")
    notes = rebuild(submitted, release)
    assert grade_id(pasted) is None
    assert names(submitted).count("test-linear") == 1
    assert cell_of(submitted, "test-linear").source == cell_of(release, "test-linear").source
    assert notes == ["pasted more than once, the original counts: test-linear"]


def test_a_pasted_solution_cell_does_not_replace_the_original(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    paste(submitted, "linear", 0, source="an earlier try")
    rebuild(submitted, release)
    assert cell_of(submitted, "linear").source == "linear = 1"


def test_of_pasted_cells_without_ids_the_last_counts(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    paste(submitted, "linear", 0, source="an earlier try")
    drop_ids(submitted)
    rebuild(submitted, release)
    assert cell_of(submitted, "linear").source == "linear = 1"


def test_a_deleted_test_cell_comes_back_where_it_was(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    submitted.cells.remove(cell_of(submitted, "test-linear"))
    assert rebuild(submitted, release) == ["cell missing, put back: test-linear"]
    assert names(submitted) == names(release)
    assert cell_of(submitted, "test-linear") == cell_of(release, "test-linear")


def test_a_deleted_given_cell_comes_back_before_what_needs_it(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    release.cells.insert(2, NotebookNode({**given("given-layers"), "id": "given-layers"}))
    rebuild(submitted, release)
    assert (
        place(submitted, "given-imports")
        < place(submitted, "given-layers")
        < place(submitted, "linear")
    )


def test_a_deleted_written_answer_comes_back_empty(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    submitted.cells.remove(cell_of(submitted, "why"))
    rebuild(submitted, release)
    assert cell_of(submitted, "why").source == "*Your answer here.*"


def test_a_deleted_solution_cell_stays_away_and_its_tests_stay(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    submitted.cells.remove(cell_of(submitted, "linear"))
    assert rebuild(submitted, release) == ["solution cell missing: linear"]
    assert "linear" not in names(submitted)
    assert place(submitted, "test-linear") < place(submitted, "dropout")


def test_two_deleted_tests_come_back_in_their_order(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    for name in ("check-linear", "test-linear"):
        submitted.cells.remove(cell_of(submitted, name))
    rebuild(submitted, release)
    assert names(submitted) == names(release)


def test_everything_deleted_leaves_the_tests(release: NotebookNode) -> None:
    empty = notebook()
    rebuild(empty, release)
    kept = ["given-imports", "check-linear", "test-linear", "test-dropout", "why"]
    assert names(empty) == kept


def test_cells_in_another_order_are_put_back(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    submitted.cells.reverse()
    (note,) = rebuild(submitted, release)
    assert [name for name in names(submitted) if name] == [name for name in names(release) if name]
    assert note.startswith("had been moved, put back: ")


def test_cells_that_the_student_added_stay_and_are_not_graded(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    own = new_code_cell("print(linear)", metadata={"nbgrader": ungraded_mark("test-mine")})
    submitted.cells.insert(3, own)
    rebuild(submitted, release)
    assert submitted.cells[3] is own
    assert "nbgrader" not in own.metadata


def test_tags_of_the_submission_count_for_nothing(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    own = code("1 / 0", "raises-exception")
    submitted.cells.append(own)
    for name in ("test-linear", "linear", "given-imports"):
        cell_of(submitted, name).metadata["tags"] = ["raises-exception", NOT_GRADED]
    rebuild(submitted, release)
    tagged = [cell.source for cell in submitted.cells if "tags" in cell.metadata]
    assert tagged == [EXPERIMENT]


def test_an_experiment_s_tag_comes_back_by_its_id(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    drop_metadata(submitted)
    submitted.cells[1].source = f"{EXPERIMENT}  # changed"
    rebuild(submitted, release)
    assert submitted.cells[1].metadata["tags"] == [NOT_GRADED]


def test_an_experiment_s_tag_comes_back_by_its_text(
    submitted: NotebookNode, release: NotebookNode
) -> None:
    drop_metadata(submitted)
    drop_ids(submitted)
    rebuild(submitted, release)
    experiments = [cell for cell in submitted.cells if cell.source == EXPERIMENT]
    assert [cell.metadata.get("tags") for cell in experiments] == [[NOT_GRADED]]


def test_a_cell_does_not_stand_for_two(submitted: NotebookNode, release: NotebookNode) -> None:
    """An id that wandered to another cell must not take that cell's place in the grading."""
    cell_of(submitted, "dropout").id = cell_of(submitted, "test-linear").id
    submitted.cells.remove(cell_of(submitted, "test-linear"))
    rebuild(submitted, release)
    assert sorted(map(str, names(submitted))) == sorted(map(str, names(release)))
    assert cell_of(submitted, "dropout").source == "dropout = 2"


def test_the_release_is_not_changed(submitted: NotebookNode, release: NotebookNode) -> None:
    before = copy.deepcopy(release)
    submitted.cells.clear()
    rebuild(submitted, release)
    assert release == before


def test_no_test_is_passed_over_for_the_text_that_stands_in_it(release: NotebookNode) -> None:
    """An experiment is not run while grading; a test cell that holds an experiment's text is."""
    submitted = copy.deepcopy(release)
    cell_of(submitted, "test-linear").source = EXPERIMENT
    rebuild(submitted, release)
    assert "tags" not in cell_of(submitted, "test-linear").metadata


def test_no_test_is_passed_over_for_the_id_that_it_has(release: NotebookNode) -> None:
    submitted = copy.deepcopy(release)
    experiment = submitted.cells.pop(1)
    cell_of(submitted, "test-linear").id = experiment.id
    rebuild(submitted, release)
    assert "tags" not in cell_of(submitted, "test-linear").metadata
