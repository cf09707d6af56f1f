"""Find the student's cell that stands for each cell of the release, whatever a tool has made of names and ids."""

from nbformat.notebooknode import NotebookNode

from workbench.notebook import mark, name
from workbench.work import Work, defined, is_answer, is_untouched, is_written

PASTED = "pasted more than once, the original counts"
LOST = "had lost its grading metadata, restored"
ELSEWHERE = "the given cell was left as it was, the answer in another cell counts"


def by_name_and_id(work: Work) -> None:
    """Match by grade_id, and by cell id where several cells claim a grade_id or none does."""
    by_name: dict[str, list[NotebookNode]] = {}
    by_id: dict[str, NotebookNode] = {}
    for cell in work.cells:
        by_id.setdefault(cell.get("id", ""), cell)
        if called := name(cell):
            by_name.setdefault(called, []).append(cell)
    names = {name(cell) for cell in work.given}
    for index, original in enumerate(work.given):
        called = name(original)
        same_id = by_id.get(original["id"])
        if same_id is not None and name(same_id) in names - {called, None}:
            same_id = (
                None  # it has come by another cell's id, and stands for the cell that it names
            )
        claims = by_name.get(called, []) if called else []
        begun = [cell for cell in claims if not is_untouched(cell, original)]
        if is_answer(original) and begun and len(begun) < len(claims):
            work.note(ELSEWHERE, original)
            claims = begun
        if same_id is not None and (not claims or any(cell is same_id for cell in claims)):
            work.matched[index] = same_id
        elif claims:
            work.matched[index] = claims[-1]
        if called and not claims and same_id is not None:
            work.note(LOST, original)


def note_copies(work: Work) -> None:
    """Tell of cells that claim to be one that another cell is."""
    names = {name(work.given[index]): index for index in work.matched}
    for cell in work.loose():
        if name(cell) is not None and name(cell) in names:
            work.note(PASTED, work.given[names[name(cell)]])


def drop_untouched_copies(work: Work) -> None:
    """Take out copies of an answer cell that are as it was given: run after the answer, they would undo it."""
    answers = {
        name(work.given[index]): index for index in work.matched if is_answer(work.given[index])
    }
    for cell in work.loose():
        index = answers.get(name(cell))
        if index is not None and is_untouched(cell, work.given[index]):
            work.remove(cell)


def by_text(work: Work) -> None:
    """Match cells that have kept neither name nor id by their text, in their order."""
    loose: dict[str, list[NotebookNode]] = {}
    for cell in work.loose():
        loose.setdefault(cell["source"].strip(), []).append(cell)
    for index, original in enumerate(work.given):
        text = original["source"].strip()
        if index not in work.matched and text and loose.get(text):
            work.matched[index] = loose[text].pop(0)
            if name(original):
                work.note(LOST, original)


def by_definitions(work: Work) -> None:
    """Match an answer that is missing or untouched with a cell that defines all that the task asks for."""
    loose = work.loose()
    for index, original in enumerate(work.given):
        if not is_answer(original) or is_written(original):
            continue
        own = work.matched.get(index)
        wanted = defined(original["source"])
        if not wanted or (own is not None and not is_untouched(own, original)):
            continue
        found = [cell for cell in loose if wanted <= defined(cell["source"])]
        if found:
            loose = [cell for cell in loose if cell is not found[-1]]
            work.matched[index] = found[-1]
            work.note(LOST if own is None else ELSEWHERE, original)
            if own is not None:
                work.remove(own)


def by_place(work: Work) -> None:
    """Match an answer in code that is missing with the only loose code cell that stands in its place."""
    for index, original in enumerate(work.given):
        if index in work.matched or not is_answer(original) or is_written(original):
            continue
        found = [
            cell
            for cell in work.gap(index)
            if cell["cell_type"] == "code" and cell["source"].strip()
        ]
        if len(found) == 1 and not mark(found[0]):
            work.matched[index] = found[0]
            work.note(LOST, original)
