"""Put together what was split, take apart what was merged, and find an answer in words that stands elsewhere."""

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell

from workbench.notebook import mark, name
from workbench.work import Work, is_answer, is_python, is_untouched, is_written

SPLIT = "had been split, joined again"
MERGED = "had been merged with its neighbour, taken apart again"
WORDS = "the answer in words stood in another cell, put into the given one"
PIECES = 3  # into which a cell is split, at most


def take_apart(work: Work) -> None:
    """Cut given cells and tests out of cells that hold more than them: a merge has kept one cell's name only."""
    whole = {
        id(cell)
        for index, cell in work.matched.items()
        if cell["source"] == work.given[index]["source"]
    }
    for index, original in enumerate(work.given):
        text = original["source"].strip()
        if not mark(original).get("locked") or original["cell_type"] != "code" or not text:
            continue
        own = work.matched.get(index)
        for cell in [own] if own is not None else list(work.cells):
            source = cell["source"]
            if id(cell) in whole:
                continue
            if cell["cell_type"] != "code" or text not in source or source.strip() == text:
                continue
            before, _, after = source.partition(text)
            if (before and not before.endswith("\n")) or (after and not after.startswith("\n")):
                continue
            _cut(work, index, cell, before.strip("\n"), after.strip("\n"))
            work.note(MERGED, original)
            break


def _cut(work: Work, index: int, cell: NotebookNode, before: str, after: str) -> None:
    """Make three cells of one; the middle one is the released cell, the first or the last keeps the student's name."""
    text = work.given[index]["source"]
    place = work.place(cell)
    if work.matched.get(index) is cell:
        cell["source"] = text
        work.cells[place + 1 : place + 1] = _pieces(after)
        work.cells[place:place] = _pieces(before)
        return
    middle = _pieces(text)[0]
    work.matched[index] = middle
    if before.strip():
        cell["source"] = before
        work.cells[place + 1 : place + 1] = [middle, *_pieces(after)]
    else:
        cell["source"] = after
        work.cells.insert(place, middle)


def _pieces(source: str) -> list[NotebookNode]:
    """A cell with this text, none if there is nothing in it."""
    return [new_code_cell(source)] if source.strip() else []


def join(work: Work) -> None:
    """Join an answer with the loose cells around it that were split from it."""
    loose = {id(cell) for cell in work.loose()}
    for index, original in enumerate(work.given):
        cell = work.matched.get(index)
        if cell is None or not is_answer(original):
            continue
        parts = (
            _claims(work, cell, loose, original)
            if is_written(original)
            else _halves(work, cell, loose)
        )
        if len(parts) < 2:
            continue
        texts = [part["source"] for part in parts]
        cell["source"] = (
            "\n\n".join(dict.fromkeys(texts)) if is_written(original) else "\n".join(texts)
        )
        for part in parts:
            if part is not cell:
                work.remove(part)
        work.note(SPLIT, original)


def _claims(
    work: Work, cell: NotebookNode, loose: set[int], original: NotebookNode
) -> list[NotebookNode]:
    """The cells one below the other that claim to be the same answer in words."""
    begin = end = work.place(cell)
    same = [id(each) in loose and name(each) == name(original) for each in work.cells]
    while begin > 0 and same[begin - 1]:
        begin -= 1
    while end + 1 < len(same) and same[end + 1]:
        end += 1
    return work.cells[begin : end + 1]


def _halves(work: Work, cell: NotebookNode, loose: set[int]) -> list[NotebookNode]:
    """The fewest cells around an answer in code that are Python together, and not one by one."""
    at = work.place(cell)
    first = max(0, at - PIECES + 1)
    around = work.cells[first : at + PIECES]
    free = [each is cell or (id(each) in loose and each["cell_type"] == "code") for each in around]
    at -= first
    for size in range(2, PIECES + 1):
        for begin in range(max(0, at - size + 1), min(at, len(around) - size) + 1):
            if not all(free[begin : begin + size]):
                continue
            parts = around[begin : begin + size]
            texts = [part["source"] for part in parts]
            if not all(map(is_python, texts)) and is_python("\n".join(texts)):
                return parts
    return [cell]


def find_words(work: Work) -> None:
    """Put the words that stand around an empty answer cell, or in the question above it, into the answer cell."""
    for index, original in enumerate(work.given):
        cell = work.matched.get(index)
        if not is_written(original) or (cell is not None and not is_untouched(cell, original)):
            continue
        found = _around(work, index, original)
        texts = [each["source"].strip("\n") for each in found] or _inside_the_question(work, index)
        if not texts:
            continue
        if cell is None:
            cell = work.matched[index] = found[0] if found else _added(work, index)
        for each in found:
            if each is not cell:
                cell.update(_with_pictures(cell, each))
                work.remove(each)
        cell["source"] = "\n\n".join(texts)
        work.note(WORDS, original)


def _around(work: Work, index: int, original: NotebookNode) -> list[NotebookNode]:
    """The loose cells with words above and below an answer cell, up to the next released cells."""
    known = work.matched.pop(index, None)
    around = work.gap(index)
    if known is not None:
        work.matched[index] = known
    text = original["source"].strip()
    return [
        cell
        for cell in around
        if cell is not known
        and (name(cell) in (None, name(original)))
        and cell["source"].strip() not in ("", text)
        and not (cell["cell_type"] == "code" and _is_code(cell["source"]))
    ]


def _is_code(source: str) -> bool:
    """Whether a text is Python, and more than comments."""
    return is_python(source) and any(
        line.strip() and not line.lstrip().startswith("#") for line in source.split("\n")
    )


def _inside_the_question(work: Work, index: int) -> list[str]:
    """The lines that were added to the prose directly above an answer cell."""
    above = work.matched.get(index - 1)
    if (
        index == 0
        or above is None
        or name(work.given[index - 1])
        or work.given[index - 1]["cell_type"] != "markdown"
    ):
        return []
    given = {line.strip() for line in work.given[index - 1]["source"].split("\n")}
    if not given & {line.strip() for line in above["source"].split("\n") if line.strip()}:
        return []  # it is another text altogether
    given |= {line.strip() for line in work.given[index]["source"].split("\n")}
    added = [line for line in above["source"].split("\n") if line.strip() not in given]
    text = "\n".join(added).strip()
    return [text] if text else []


def _added(work: Work, index: int) -> NotebookNode:
    """The released answer cell, put below the question."""
    cell = NotebookNode({**work.given[index], "metadata": NotebookNode()})
    work.cells.insert(work.place(work.matched[index - 1]) + 1, cell)
    return cell


def _with_pictures(cell: NotebookNode, other: NotebookNode) -> dict[str, NotebookNode]:
    pictures = {**other.get("attachments", {}), **cell.get("attachments", {})}
    return {"attachments": NotebookNode(pictures)} if pictures else {}
