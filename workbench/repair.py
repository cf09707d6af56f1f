"""Repair a student's notebook from its release, before anything in it counts.

Grading and the student's own verbs both use this, so students see what is graded. Notebooks get
damaged on their way: an editor drops metadata, a key press deletes a test cell, pasting changes
the order. What the student wrote is kept; what decides about grading comes from the release.
"""

import copy
import re
from bisect import bisect_left

from nbformat.notebooknode import NotebookNode

from workbench.cells import (
    NOT_GRADED,
    grade_id,
    grading,
    is_answer,
    is_python,
    is_run,
    is_untouched,
    is_written,
)
from workbench.match import (
    by_definitions,
    by_name_and_id,
    by_position,
    by_text,
    drop_untouched_copies,
    note_copies,
)
from workbench.splits import find_written_answers, join_split, separate_merged
from workbench.state import Notes, RepairState

CELL_MAGIC = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(%%\w+)")
COMMAND = re.compile(
    r"^[ \t]*(?:\w+ *= *)?(?:!(?!=)|%(?:pip|conda|mamba|uv|sx|system)\b).*", re.MULTILINE
)
# Characters that Python does not accept. Text copied from a PDF or a chat contains them.
BLANKS = str.maketrans(
    {
        **dict.fromkeys("\xa0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"),  # of no width: removed
        **dict.fromkeys("\u2028\u2029", "\n"),
    }
)
QUOTES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "−": "-"}
)
FOREIGN = re.compile(f"[{re.escape(''.join(map(chr, BLANKS | QUOTES)))}]")
SHOWN = 5  # shell commands in a note; the rest is counted


def repair(submitted: NotebookNode, release: NotebookNode) -> Notes:
    """Repair `submitted` in place from `release`.

    Returns:
        What was repaired -> the names of the cells; empty if nothing was.
    """
    state = RepairState(submitted.cells, release.cells)
    for cell in state.cells:
        # Line ends of Windows would make every given cell differ from its release.
        if "\r" in cell["source"]:
            cell["source"] = cell["source"].replace("\r\n", "\n").replace("\r", "\n")
    # The surest match comes first; what it leaves unmatched goes to the next.
    by_name_and_id(state)
    drop_untouched_copies(state)
    by_text(state)
    separate_merged(state)
    by_definitions(state)
    by_position(state)
    join_split(state)
    find_written_answers(state)
    note_copies(state)
    # From here on, metadata says what the release says.
    for cell in state.cells:
        cell["metadata"].pop("nbgrader", None)
        cell["metadata"].pop("tags", None)
    for index, cell in state.matched.items():
        _restore(state, cell, state.released[index])
    _tag_experiments(state)
    _restore_order(state)
    _add_missing(state)
    _clean_code(state)
    return state.notes


def _restore(state: RepairState, cell: NotebookNode, original: NotebookNode) -> None:
    """Give a student's cell the metadata and type of its original; a given cell also its text."""
    released, metadata = original["metadata"], cell["metadata"]
    if "nbgrader" in released:
        metadata["nbgrader"] = NotebookNode(grading(original))
    if "tags" in released:
        metadata["tags"] = list(released["tags"])
    if cell["cell_type"] != original["cell_type"]:
        _change_type(cell, original["cell_type"])
        kind = "code" if original["cell_type"] == "code" else "text"
        state.note(f"was not a {kind} cell any more, restored", original)
    if is_written(original) and is_untouched(cell, original):
        cell["source"] = original["source"]  # an empty answer, which nbgrader then knows to be one
    if grading(original).get("locked") and cell["source"].strip() != original["source"].strip():
        cell["source"] = original["source"]
        state.note("differed from the released cell, which counts", original)


def _change_type(cell: NotebookNode, kind: str) -> None:
    cell["cell_type"] = kind
    if kind == "code":
        # Format 4 allows attachments in text cells and outputs in code cells only.
        cell.pop("attachments", None)
        cell["outputs"], cell["execution_count"] = [], None
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _tag_experiments(state: RepairState) -> None:
    """Tag every copy of an experiment as not graded, wherever the student pasted it."""
    experiments = {
        cell["source"] for cell in state.released if NOT_GRADED in cell["metadata"].get("tags", [])
    }
    for cell in state.cells:
        # Not a cell with a grade_id: a test is run whatever its text is.
        if cell["source"] in experiments and grade_id(cell) is None:
            cell["metadata"]["tags"] = [NOT_GRADED]


def _restore_order(state: RepairState) -> None:
    """Move as few cells as possible, so that the matched ones are in the order of the release."""
    positions = {id(cell): number for number, cell in enumerate(state.cells)}
    ordered = [
        index
        for index in sorted(state.matched)
        # Prose may stand anywhere.
        if grade_id(state.released[index]) or is_run(state.released[index])
    ]
    stay = _longest_increasing([positions[id(state.matched[index])] for index in ordered])
    moved = [index for number, index in enumerate(ordered) if number not in stay]
    for index in moved:
        state.remove(state.matched[index])
    present = {ordered[number] for number in stay}
    for index in moved:
        _insert(state, index, state.matched[index], present)
        present.add(index)
        state.note("had been moved, put back", state.released[index])


def _longest_increasing(numbers: list[int]) -> set[int]:
    """The indices of a longest increasing subsequence of `numbers`."""
    ends: list[int] = []  # for each length, the smallest number such a subsequence can end with
    at: list[int] = []  # the index of that number
    before: list[int] = []  # for each index, the index before it in its subsequence
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1], at[length : length + 1] = [number], [index]
    found: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found


def _insert(state: RepairState, index: int, cell: NotebookNode, present: set[int]) -> None:
    """Insert a cell after its predecessor in the release, one of `present`.

    Without one, a test goes to the end, after all that the student wrote, and any other cell
    before its successor.
    """
    before = max((each for each in present if each < index), default=None)
    after = min((each for each in present if each > index), default=None)
    if before is not None:
        state.cells.insert(state.position(state.matched[before]) + 1, cell)
    elif after is not None and not grading(state.released[index]).get("grade"):
        state.cells.insert(state.position(state.matched[after]), cell)
    else:
        state.cells.append(cell)


def _add_missing(state: RepairState) -> None:
    """Add the given cells, tests and written-answer cells that are missing.

    A solution cell is not added: its stub would undo what the student may have written elsewhere.
    """
    for index, original in enumerate(state.released):
        # Prose that was deleted has no effect on grading.
        if index in state.matched or not (grade_id(original) or is_run(original)):
            continue
        if is_answer(original) and not is_written(original):
            state.note("solution cell missing", original)
            continue
        added = copy.deepcopy(original)
        _insert(state, index, added, set(state.matched))
        state.matched[index] = added
        state.note("cell missing, put back", original)


def _clean_code(state: RepairState) -> None:
    """Make the student's code valid Python where a cell magic or a foreign character prevents it.

    Shell commands stay, and are noted: grading does not run them.
    """
    originals = {id(cell): state.released[index] for index, cell in state.matched.items()}
    commands = []
    for number, cell in enumerate(state.cells, start=1):
        original = originals.get(id(cell))
        locked = original is not None and grading(original).get("locked")
        if cell["cell_type"] != "code" or locked:
            continue
        source = cell["source"]
        if "%%" in source and original is not None:
            source, magics = _without_cell_magics(source)
            if magics:
                state.note(f"began with {', '.join(magics)}, which is left out", original)
        if FOREIGN.search(source) and not is_python(source):
            plain = _with_plain_characters(source)
            # Otherwise the source stays as it is, and the student sees the error.
            if plain is not None:
                source = plain
                what = "characters that Python does not accept, replaced by plain ones"
                state.note(what, original or _numbered(number))
        cell["source"] = source
        if NOT_GRADED not in cell["metadata"].get("tags", []) and ("!" in source or "%" in source):
            commands += [f"cell {number} ({line.strip()[:60]})" for line in COMMAND.findall(source)]
    if commands:
        more = [f"{len(commands) - SHOWN} more"] if len(commands) > SHOWN else []
        state.notes["shell commands, not run"] = commands[:SHOWN] + more


def _numbered(number: int) -> NotebookNode:
    """A cell to note for one that is not in the release: its label is `cell 7`."""
    metadata = NotebookNode(nbgrader=NotebookNode(grade_id=f"cell {number}"))
    return NotebookNode(metadata=metadata, source="")


def _without_cell_magics(source: str) -> tuple[str, list[str]]:
    """`source` with the cell magics at its top as comments, and their names.

    Comments, so that every line keeps its number.
    """
    names = []
    while found := CELL_MAGIC.match(source):
        names.append(found[1][:20])
        source = f"{source[: found.start(1)]}# {source[found.start(1) :]}"
    return source, names[:SHOWN]


def _with_plain_characters(source: str) -> str | None:
    """`source` with foreign characters replaced, None if that does not make it valid Python."""
    # Quotes only if necessary: inside a string or a comment they are the student's own.
    blanks = source.translate(BLANKS)
    return next((each for each in (blanks, blanks.translate(QUOTES)) if is_python(each)), None)
