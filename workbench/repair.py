"""Bring a student's notebook back to the shape of its release before anything in it counts.

Grading and a student's own verbs both use it, so what a student sees is what is graded. Notebooks lose things on their
way: metadata in an editor, a test cell under a careless key, order in a paste. What a student wrote is kept where it
stands; whatever decides about grading comes from the release.
"""

import copy
import re
from bisect import bisect_left

from nbformat.notebooknode import NotebookNode

from workbench.match import (
    by_definitions,
    by_name_and_id,
    by_place,
    by_text,
    drop_untouched_copies,
    note_copies,
)
from workbench.notebook import mark, name
from workbench.pieces import find_words, join, take_apart
from workbench.work import NOT_GRADED, Notes, Work, is_answer, is_needed, is_python, is_written

CELL_MAGIC = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(%%\w+)")
COMMAND = re.compile(
    r"^[ \t]*(?:\w+ *= *)?(?:!(?!=)|%(?:pip|conda|mamba|uv|sx|system)\b).*", re.MULTILINE
)
# Python refuses these, and a text that was copied from a PDF or a chat holds them.
BLANKS = str.maketrans({
    **dict.fromkeys("\xa0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"),
    **dict.fromkeys("\u2028\u2029", "\n"),
})  # fmt: skip
QUOTES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "−": "-"}
)
STRANGE = re.compile(f"[{re.escape(''.join(map(chr, BLANKS | QUOTES)))}]")
SHOWN = 5  # commands that are told, each with its place


def repair(submitted: NotebookNode, release: NotebookNode) -> Notes:
    """Repair `submitted` in place after `release`; what was repaired, each with the names of the cells."""
    work = Work(submitted.cells, release.cells)
    for cell in work.cells:
        if "\r" in cell["source"]:
            cell["source"] = cell["source"].replace("\r\n", "\n").replace("\r", "\n")
    by_name_and_id(work)
    drop_untouched_copies(work)
    by_text(work)
    take_apart(work)
    by_definitions(work)
    by_place(work)
    join(work)
    find_words(work)
    note_copies(work)
    for cell in work.cells:
        cell["metadata"].pop("nbgrader", None)
        cell["metadata"].pop("tags", None)
    for index, cell in work.matched.items():
        _restore(work, cell, work.given[index])
    experiments = {
        cell["source"] for cell in work.given if NOT_GRADED in cell["metadata"].get("tags", [])
    }
    for cell in work.cells:
        if (
            cell["source"] in experiments and name(cell) is None
        ):  # a test cell is run whatever stands in it
            cell["metadata"]["tags"] = [NOT_GRADED]
    _put_back_in_order(work)
    _add_missing(work)
    _look_at_code(work)
    return work.notes


def _restore(work: Work, cell: NotebookNode, original: NotebookNode) -> None:
    """Give a student's cell the metadata and the type of its original, and a given cell its text."""
    known, metadata = original["metadata"], cell["metadata"]
    if "nbgrader" in known:
        metadata["nbgrader"] = NotebookNode(mark(original))
    if "tags" in known:
        metadata["tags"] = list(known["tags"])
    if cell["cell_type"] != original["cell_type"]:
        _change_type(cell, original["cell_type"])
        work.note(
            f"was no {'code' if original['cell_type'] == 'code' else 'text'} cell any more, restored",
            original,
        )
    if mark(original).get("locked") and cell["source"].strip() != original["source"].strip():
        cell["source"] = original["source"]
        work.note("differed from the released cell, which counts", original)


def _change_type(cell: NotebookNode, kind: str) -> None:
    cell["cell_type"] = kind
    if kind == "code":
        cell.pop("attachments", None)
        cell["outputs"], cell["execution_count"] = [], None
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _put_back_in_order(work: Work) -> None:
    """Move the cells that were moved to where the release has them, as few as possible."""
    place = {id(cell): number for number, cell in enumerate(work.cells)}
    known = [
        index
        for index in sorted(work.matched)
        if name(work.given[index]) or is_needed(work.given[index])
    ]
    stay = _longest_rise([place[id(work.matched[index])] for index in known])
    moved = [index for number, index in enumerate(known) if number not in stay]
    for index in moved:
        work.remove(work.matched[index])
    left = {known[number] for number in stay}
    for index in moved:
        _insert(work, index, work.matched[index], left)
        left.add(index)
        work.note("had been moved, put back", work.given[index])


def _longest_rise(numbers: list[int]) -> set[int]:
    """The places in `numbers` of a longest part that rises."""
    ends: list[int] = []  # the smallest number that a rise of each length can end with
    at: list[int] = []  # where it stands
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1], at[length : length + 1] = [number], [place]
    found: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _insert(work: Work, index: int, cell: NotebookNode, known: set[int]) -> None:
    """Put a cell after what stood before it in the release.

    Where nothing of that is left, a test goes to the end, after all that the student wrote, and any other cell before
    what followed it.
    """
    before = max((each for each in known if each < index), default=None)
    after = min((each for each in known if each > index), default=None)
    if before is not None:
        work.cells.insert(work.place(work.matched[before]) + 1, cell)
    elif after is not None and not mark(work.given[index]).get("grade"):
        work.cells.insert(work.place(work.matched[after]), cell)
    else:
        work.cells.append(cell)


def _add_missing(work: Work) -> None:
    """Put back the given, test and written-answer cells that are gone, each after what stood before it.

    A solution cell is not put back: its stub would undo what the student may have written elsewhere.
    """
    for index, original in enumerate(work.given):
        if index in work.matched or not (name(original) or is_needed(original)):
            continue
        if is_answer(original) and not is_written(original):
            work.note("solution cell missing", original)
            continue
        added = copy.deepcopy(original)
        _insert(work, index, added, set(work.matched))
        work.matched[index] = added
        work.note("cell missing, put back", original)


def _look_at_code(work: Work) -> None:
    """Make Python of the student's code where a magic or a character from elsewhere keeps it from that."""
    called = {id(cell): work.given[index] for index, cell in work.matched.items()}
    commands = []
    for number, cell in enumerate(work.cells, start=1):
        original = called.get(id(cell))
        if cell["cell_type"] != "code" or (original is not None and mark(original).get("locked")):
            continue
        source = cell["source"]
        if "%%" in source and original is not None:
            source, magics = _without_cell_magics(source)
            if magics:
                work.note(f"began with {', '.join(magics)}, which is left out", original)
        if (
            STRANGE.search(source)
            and not is_python(source)
            and (mended := _mended(source)) is not None
        ):
            source = mended
            work.note(
                "characters that are no Python, replaced by plain ones",
                original or _numbered(number),
            )
        cell["source"] = source
        if NOT_GRADED not in cell["metadata"].get("tags", []) and ("!" in source or "%" in source):
            commands += [f"cell {number} ({line.strip()[:60]})" for line in COMMAND.findall(source)]
    if commands:
        more = [f"{len(commands) - SHOWN} more"] if len(commands) > SHOWN else []
        work.notes["commands to the system, not run"] = commands[:SHOWN] + more


def _numbered(number: int) -> NotebookNode:
    return NotebookNode(
        metadata=NotebookNode(nbgrader=NotebookNode(grade_id=f"cell {number}")), source=""
    )


def _without_cell_magics(source: str) -> tuple[str, list[str]]:
    """`source` with the cell magics on its top made comments, so that every line keeps its number; and their names."""
    names = []
    while found := CELL_MAGIC.match(source):
        names.append(found[1][:20])
        source = f"{source[: found.start(1)]}# {source[found.start(1) :]}"
    return source, names[:SHOWN]


def _mended(source: str) -> str | None:
    """`source` without characters that Python refuses, if it is Python then."""
    blanks = source.translate(BLANKS)
    return next((each for each in (blanks, blanks.translate(QUOTES)) if is_python(each)), None)
