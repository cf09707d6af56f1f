"""Undo what editing does to cells: join split ones, separate merged ones, find moved answers."""

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell

from workbench.cells import grade_id, grading, is_answer, is_python, is_untouched, is_written
from workbench.state import RepairState

SPLIT = "had been split, joined again"
MERGED = "had been merged with its neighbour, separated again"
MOVED = "the answer in words was in another cell, put into the given one"
PARTS = 3  # the most cells that are joined into a code answer


def separate_merged(state: RepairState) -> None:
    """Cut given cells and tests out of cells that contain more: a merge keeps only one name."""
    intact = {
        id(cell)
        for index, cell in state.matched.items()
        if cell["source"] == state.released[index]["source"]
    }
    for index, original in enumerate(state.released):
        text = original["source"].strip()
        if not grading(original).get("locked") or original["cell_type"] != "code" or not text:
            continue
        own = state.matched.get(index)
        for cell in [own] if own is not None else list(state.cells):
            source = cell["source"]
            if id(cell) in intact:
                continue
            if cell["cell_type"] != "code" or text not in source or source.strip() == text:
                continue
            before, _, after = source.partition(text)
            # Only whole lines: the text may also be part of an expression or a string.
            if (before and not before.endswith("\n")) or (after and not after.startswith("\n")):
                continue
            _cut(state, index, cell, before.strip("\n"), after.strip("\n"))
            state.note(MERGED, original)
            break


def _cut(state: RepairState, index: int, cell: NotebookNode, before: str, after: str) -> None:
    """Replace one cell by up to three; the middle one is the released cell `index`.

    The text before it stays in `cell`, which keeps its name; if there is none, the text after it.
    """
    text = state.released[index]["source"]
    position = state.position(cell)
    if state.matched.get(index) is cell:
        cell["source"] = text
        state.cells[position + 1 : position + 1] = _cells(after)
        state.cells[position:position] = _cells(before)
        return
    middle = _cells(text)[0]
    state.matched[index] = middle
    if before.strip():
        cell["source"] = before
        state.cells[position + 1 : position + 1] = [middle, *_cells(after)]
    else:
        cell["source"] = after
        state.cells.insert(position, middle)


def _cells(source: str) -> list[NotebookNode]:
    """A code cell with this text; none if it is blank."""
    return [new_code_cell(source)] if source.strip() else []


def join_split(state: RepairState) -> None:
    """Join an answer with the unmatched cells around it that were split from it."""
    unmatched = {id(cell) for cell in state.unmatched()}
    for index, original in enumerate(state.released):
        cell = state.matched.get(index)
        if cell is None or not is_answer(original):
            continue
        words = is_written(original)
        parts = (
            _same_name(state, cell, unmatched, original)
            if words
            else _halves(state, cell, unmatched)
        )
        if len(parts) < 2:
            continue
        texts = [part["source"] for part in parts]
        # In words, a copy of the same paragraph counts once.
        cell["source"] = "\n\n".join(dict.fromkeys(texts)) if words else "\n".join(texts)
        for part in parts:
            if part is not cell:
                state.remove(part)
        state.note(SPLIT, original)


def _same_name(
    state: RepairState, cell: NotebookNode, unmatched: set[int], original: NotebookNode
) -> list[NotebookNode]:
    """The cells directly around an answer in words that have the same grade_id, and the answer."""
    begin = end = state.position(cell)
    same = [id(each) in unmatched and grade_id(each) == grade_id(original) for each in state.cells]
    while begin > 0 and same[begin - 1]:
        begin -= 1
    while end + 1 < len(same) and same[end + 1]:
        end += 1
    return state.cells[begin : end + 1]


def _halves(state: RepairState, cell: NotebookNode, unmatched: set[int]) -> list[NotebookNode]:
    """The fewest cells around an answer in code that are valid Python only when joined."""
    position = state.position(cell)
    first = max(0, position - PARTS + 1)
    around = state.cells[first : position + PARTS]
    free = [
        each is cell or (id(each) in unmatched and each["cell_type"] == "code") for each in around
    ]
    position -= first
    for size in range(2, PARTS + 1):
        for begin in range(max(0, position - size + 1), min(position, len(around) - size) + 1):
            if not all(free[begin : begin + size]):
                continue
            parts = around[begin : begin + size]
            texts = [part["source"] for part in parts]
            # Cells that are valid on their own may be meant as separate cells.
            if not all(map(is_python, texts)) and is_python("\n".join(texts)):
                return parts
    return [cell]


def find_written_answers(state: RepairState) -> None:
    """Fill an empty answer cell with the text around it, or from the question above it."""
    for index, original in enumerate(state.released):
        cell = state.matched.get(index)
        if not is_written(original) or (cell is not None and not is_untouched(cell, original)):
            continue
        found = _around(state, index, original)
        texts = [each["source"].strip("\n") for each in found] or _in_question(state, index)
        if not texts:
            continue
        if cell is None:
            cell = state.matched[index] = found[0] if found else _added(state, index)
        for each in found:
            if each is not cell:
                cell.update(_with_pictures(cell, each))
                state.remove(each)
        cell["source"] = "\n\n".join(texts)
        state.note(MOVED, original)


def _around(state: RepairState, index: int, original: NotebookNode) -> list[NotebookNode]:
    """The unmatched cells with text between an answer cell and its matched neighbours."""
    # `gap` looks from the cell to its neighbours, so the cell itself must not count as one.
    own = state.matched.pop(index, None)
    around = state.gap(index)
    if own is not None:
        state.matched[index] = own
    text = original["source"].strip()
    return [
        cell
        for cell in around
        if cell is not own
        and (grade_id(cell) in (None, grade_id(original)))
        and cell["source"].strip() not in ("", text)
        and not (cell["cell_type"] == "code" and _is_code(cell["source"]))
    ]


def _is_code(source: str) -> bool:
    """Whether a text is Python with more than comments: a sentence behind # is an answer."""
    lines = source.split("\n")
    return is_python(source) and any(
        line.strip() and not line.lstrip().startswith("#") for line in lines
    )


def _in_question(state: RepairState, index: int) -> list[str]:
    """The lines that the student added to the prose directly above an answer cell."""
    question = state.released[index - 1]
    above = state.matched.get(index - 1)
    if index == 0 or above is None or grade_id(question) or question["cell_type"] != "markdown":
        return []
    given = {line.strip() for line in question["source"].split("\n")}
    lines = above["source"].split("\n")
    if not given & {line.strip() for line in lines if line.strip()}:
        return []  # the student replaced the question by another text
    given |= {line.strip() for line in state.released[index]["source"].split("\n")}
    text = "\n".join(line for line in lines if line.strip() not in given).strip()
    return [text] if text else []


def _added(state: RepairState, index: int) -> NotebookNode:
    """The released answer cell, added below the question."""
    cell = NotebookNode({**state.released[index], "metadata": NotebookNode()})
    state.cells.insert(state.position(state.matched[index - 1]) + 1, cell)
    return cell


def _with_pictures(cell: NotebookNode, other: NotebookNode) -> dict[str, NotebookNode]:
    pictures = {**other.get("attachments", {}), **cell.get("attachments", {})}
    return {"attachments": NotebookNode(pictures)} if pictures else {}
