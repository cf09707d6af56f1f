"""Match the cells of the release with the student's, even if names and ids were lost."""

from nbformat.notebooknode import NotebookNode

from workbench.cells import defined, grade_id, grading, is_answer, is_untouched, is_written
from workbench.state import RepairState

PASTED = "pasted more than once, the original counts"
LOST = "had lost its grading metadata, restored"
ELSEWHERE = "the given cell was left as it was, the answer in another cell counts"


def by_name_and_id(state: RepairState) -> None:
    """Match by grade_id, and by cell id if several cells have that grade_id or none has it."""
    by_name: dict[str, list[NotebookNode]] = {}
    by_id: dict[str, NotebookNode] = {}
    for cell in state.cells:
        by_id.setdefault(cell.get("id", ""), cell)
        if name := grade_id(cell):
            by_name.setdefault(name, []).append(cell)
    names = {grade_id(cell) for cell in state.released}
    for index, original in enumerate(state.released):
        name = grade_id(original)
        same_id = by_id.get(original["id"])
        if same_id is not None and grade_id(same_id) in names - {name, None}:
            same_id = None  # its id came from another cell; its grade_id counts
        claims = by_name.get(name, []) if name else []
        changed = [cell for cell in claims if not is_untouched(cell, original)]
        # Of several copies of an answer, those with work in them count.
        if is_answer(original) and changed and len(changed) < len(claims):
            state.note(ELSEWHERE, original)
            claims = changed
        if same_id is not None and (not claims or any(cell is same_id for cell in claims)):
            state.matched[index] = same_id
        elif claims:
            state.matched[index] = claims[-1]
        if name and not claims and same_id is not None:
            state.note(LOST, original)


def note_copies(state: RepairState) -> None:
    """Note the cells whose grade_id belongs to another cell that was matched."""
    names = {grade_id(state.released[index]): index for index in state.matched}
    for cell in state.unmatched():
        if grade_id(cell) is not None and grade_id(cell) in names:
            state.note(PASTED, state.released[names[grade_id(cell)]])


def drop_untouched_copies(state: RepairState) -> None:
    """Remove copies of an answer cell that still have the released text.

    Such a copy, run after the answer, would define the stub again.
    """
    answers = {
        grade_id(state.released[index]): index
        for index in state.matched
        if is_answer(state.released[index])
    }
    for cell in state.unmatched():
        index = answers.get(grade_id(cell))
        if index is not None and is_untouched(cell, state.released[index]):
            state.remove(cell)


def by_text(state: RepairState) -> None:
    """Match cells without grade_id and cell id by their text, in their order."""
    by_source: dict[str, list[NotebookNode]] = {}
    for cell in state.unmatched():
        by_source.setdefault(cell["source"].strip(), []).append(cell)
    for index, original in enumerate(state.released):
        text = original["source"].strip()
        if index not in state.matched and text and by_source.get(text):
            state.matched[index] = by_source[text].pop(0)
            if grade_id(original):
                state.note(LOST, original)


def by_definitions(state: RepairState) -> None:
    """Match a missing or untouched answer with a cell that defines all that the task asks for."""
    unmatched = state.unmatched()
    for index, original in enumerate(state.released):
        if not is_answer(original) or is_written(original):
            continue
        own = state.matched.get(index)
        wanted = defined(original["source"])
        if not wanted or (own is not None and not is_untouched(own, original)):
            continue
        found = [cell for cell in unmatched if wanted <= defined(cell["source"])]
        if found:
            # The last one: in a notebook that is run from top to bottom, its definition stays.
            unmatched = [cell for cell in unmatched if cell is not found[-1]]
            state.matched[index] = found[-1]
            state.note(LOST if own is None else ELSEWHERE, original)
            if own is not None:
                state.remove(own)


def by_position(state: RepairState) -> None:
    """Match a missing answer in code with the only unmatched code cell at its position."""
    for index, original in enumerate(state.released):
        if index in state.matched or not is_answer(original) or is_written(original):
            continue
        gap = state.gap(index)
        found = [cell for cell in gap if cell["cell_type"] == "code" and cell["source"].strip()]
        # With two candidates it would be a guess.
        if len(found) == 1 and not grading(found[0]):
            state.matched[index] = found[0]
            state.note(LOST, original)
