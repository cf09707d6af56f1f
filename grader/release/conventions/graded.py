"""Cells that nbgrader knows: their metadata, their names, and what a test cell holds."""

import ast
import re
from collections.abc import Iterator

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import HIDDEN_BEGIN, HIDDEN_END, exercise_cells, is_hidden
from grader.release.conventions.found import Found, hidden_tests, numbered, parsed, tests
from grader.release.conventions.prose import sections
from workbench.cells import grade_id, grading, is_answer, is_test

KEYS = {"grade", "grade_id", "locked", "schema_version", "solution", "task"}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
GRADED = re.compile(r"# Graded \((\d+) (points?)\): (?:.|\n# )+\.")
# Functions that compare or expect something; without one, a test passes for any answer.
ORACLES = {"expect", "expect_int", "expect_raises", "expect_true", "check.compare"}
READERS = {"ast", "dis", "inspect", "tokenize", "symtable"}
SOURCE = {"getsource", "getsourcelines", "getsourcefile", "signature"}
PEEKING = SOURCE | {"__code__", "co_code", "co_names", "co_consts"}
MARK = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[ \t]*$", re.MULTILINE)
SENTENCES = ("likely", "read", "mistakes")
SECTION = re.compile(r'section (\d+), "(.+)"')


def metadata(notebook: NotebookNode) -> Iterator[Found]:
    """nbgrader's metadata is that of schema 3, and of a kind of cell that the course uses."""
    for number, cell in numbered(notebook):
        mark = grading(cell)
        if not mark:
            continue
        # nbgrader gives points to graded cells only.
        wanted = KEYS | {"points"} if mark.get("grade") else KEYS
        for key in sorted(wanted ^ set(mark)):
            what = "lacks" if key in wanted else "has no use for"
            yield Found(number, 0, f"its nbgrader metadata {what} {key!r}.")
        if mark.get("schema_version") != 3:
            yield Found(number, 0, "schema_version in its nbgrader metadata must be 3.")
        if mark.get("task"):
            yield Found(number, 0, "is a manually graded task: make it a manually graded answer.")
        # A cell that is neither could be changed by students, and a repair would keep the change.
        elif mark.get("locked") is mark.get("solution"):
            yield Found(number, 0, "must be either locked or a solution, and not both.")
        if not isinstance(mark.get("points", 0), int):
            yield Found(number, 0, f"must give whole points, not {mark['points']}.")


def names(notebook: NotebookNode) -> Iterator[Found]:
    """A grade_id is of lower-case words with hyphens and says what its cell holds."""
    exercise = {grade_id(cell): name for name, cell in exercise_cells(notebook)}
    for number, cell in numbered(notebook):
        name = grade_id(cell)
        if name is None:
            continue
        if not KEBAB.fullmatch(name):
            yield Found(number, 0, "a grade_id is of lower-case words and hyphens, like test-mse.")
        # An answer has the name of its exercise, without a prefix.
        if is_answer(cell):
            continue
        kind = "test-" if is_hidden(cell) else "check-" if grading(cell).grade else "given-"
        if not name.startswith(kind):
            yield Found(number, 0, f"its grade_id must begin with {kind!r}.")
        if is_test(cell) and exercise[name] not in name:
            yield Found(number, 0, f"tests {exercise[name]!r}, so its grade_id must contain it.")


def solutions(notebook: NotebookNode) -> Iterator[Found]:
    """A solution cell marks what a release removes, with paired markers."""
    for number, cell in numbered(notebook):
        if not is_answer(cell) or cell.cell_type != "code":
            continue
        marks = MARK.findall(cell.source)
        # Without markers nbgrader replaces the whole cell by the stub, docstring included.
        if not marks or marks != ["BEGIN", "END"] * (len(marks) // 2):
            between = "'### BEGIN SOLUTION' and '### END SOLUTION'"
            yield Found(number, 0, f"the solution must stand between {between}.")


def python(notebook: NotebookNode) -> Iterator[Found]:
    """A test cell is valid Python."""
    for number, cell in numbered(notebook):
        if is_test(cell) and parsed(cell) is None:
            yield Found(number, 0, "is not valid Python: a test cell has no magics.")


def visible_ending(notebook: NotebookNode) -> Iterator[Found]:
    """A visible check ends with a line that says that it passed."""
    for number, cell, tree in tests(notebook):
        last = ast.unparse(tree.body[-1]) if tree.body else ""
        if not is_hidden(cell) and not last.startswith("check.passed("):
            yield Found(number, 0, "must end with check.passed().")


def graded_line(notebook: NotebookNode) -> Iterator[Found]:
    """A hidden test shows one sentence with its points, and nothing else."""
    for number, cell in numbered(notebook):
        if not is_hidden(cell):
            continue
        before, _, rest = cell.source.partition(HIDDEN_BEGIN)
        after = rest.partition(HIDDEN_END)[2]
        points = grading(cell).get("points")
        unit = "point" if points == 1 else "points"
        match = GRADED.fullmatch(before.strip())
        if not match or (int(match[1]), match[2]) != (points, unit):
            line = f"# Graded ({points} {unit}): what is tested."
            yield Found(number, 1, f"must begin with {line!r}, then {HIDDEN_BEGIN!r}.")
        # Text below the marker would stay in the release.
        if HIDDEN_END not in rest or after.strip():
            yield Found(number, 0, f"must end with {HIDDEN_END!r}.")


def last_statement(notebook: NotebookNode) -> Iterator[Found]:
    """A hidden test ends with a statement: nbgrader takes a number that a cell shows as points."""
    for number, _, tree in hidden_tests(notebook):
        last = tree.body[-1] if tree.body else None
        # A call is allowed, since a test usually ends with `check.compare(...)`.
        if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Call):
            yield Found(number, last.lineno, "a hidden test must not end with an expression.")


def oracle(notebook: NotebookNode) -> Iterator[Found]:
    """A hidden test compares something, and its message names a place to read."""
    for number, _, tree in hidden_tests(notebook):
        called = set(_calls(tree))
        asserts = any(isinstance(node, ast.Assert) for node in ast.walk(tree))
        if not asserts and not ORACLES & called:
            yield Found(number, 0, "compares nothing: use check.compare, expect or assert.")
        # `compare` finds the place itself, from the heading above the task.
        elif "check.compare" not in called and not list(_places(tree)):
            yield Found(number, 0, "names no place to read: give read='section 2, \"Heading\"'.")


def _calls(tree: ast.AST) -> Iterator[str]:
    """The names of all functions that are called by name, methods as `object.method`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield ast.unparse(node.func)


def behaviour(notebook: NotebookNode) -> Iterator[Found]:
    """A test looks at what code does, not at how it is written, and makes no class of its own."""
    for number, _, tree in tests(notebook):
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                what = f"makes the class {node.name}: put it in a given cell."
                yield Found(number, node.lineno, what)
            elif name := _peek(node):
                what = f"uses {name}: a test looks at behaviour, not at how an answer is written."
                yield Found(number, getattr(node, "lineno", 0), what)


def _peek(node: ast.AST) -> str:
    """The name with which a node looks at source code; empty if it does not."""
    found: set[str] = set()
    if isinstance(node, ast.Import):
        found = READERS & {name.name for name in node.names}
    elif isinstance(node, ast.ImportFrom):
        found = READERS & {node.module or ""}
    elif isinstance(node, ast.Attribute):
        found = PEEKING & {node.attr}
    elif isinstance(node, ast.Name):
        found = (PEEKING | READERS) & {node.id}
    return min(found, default="")


def places(notebook: NotebookNode) -> Iterator[Found]:
    """The sections that messages send the reader to are there."""
    known = sections(notebook)
    for number, _, tree in tests(notebook):
        for line, section, heading in _places(tree):
            if heading not in known.get(section, set()):
                what = f"section {section} has no heading {heading!r}."
                yield Found(number, line, what)


def _places(tree: ast.AST) -> Iterator[tuple[int, int, str]]:
    """(line, section, heading) of every place that a message of a test sends the reader to."""
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and (match := SECTION.fullmatch(text)):
            yield getattr(node, "lineno", 0), int(match[1]), match[2]


def sentences(notebook: NotebookNode) -> Iterator[Found]:
    """Sentences for students are plain text: feedback shows only what the test holds literally."""
    for number, _, tree in tests(notebook):
        for node in ast.walk(tree):
            if not isinstance(node, ast.keyword) or node.arg not in SENTENCES:
                continue
            spoken = node.value.keys if isinstance(node.value, ast.Dict) else [node.value]
            if any(isinstance(each, ast.JoinedStr) for each in spoken):
                what = f"{node.arg} must be plain text, not an f-string: feedback would drop it."
                yield Found(number, node.lineno, what)
