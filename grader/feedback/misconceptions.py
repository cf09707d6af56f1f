"""The sentences of the answer library that a comparison may show."""

import ast
from functools import lru_cache
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from grader.feedback.sentences import Sentences, Source, literals, of_test
from tinytorch.book import Book, facts
from workbench.cells import grade_id


def of_cell(cell: NotebookNode) -> list[Sentences]:
    """Return the sentences in the test itself."""
    return of_test(cell.source)


def sources(book: Path) -> list[Source]:
    """Return the sources of sentences: the tests themselves, and the book if it exists."""
    if not book.is_file():
        return [of_cell]
    return [of_cell, _of_file(book, book.stat().st_mtime_ns)]


@lru_cache(maxsize=8)
def _of_file(book: Path, changed: int) -> Source:
    """Return the source for comparisons that a file holds; `changed` tells its versions apart."""
    return of_book(Book.load(book))


def of_book(book: Book) -> Source:
    """Return the source for comparisons: names of probes, and sentences and sections of answers."""

    @lru_cache(maxsize=1000)  # every student's page has the same tests
    def of_test(test: str, source: str) -> list[Sentences]:
        known = book.tasks.get(test)
        probes = _probes(source)
        if known is None or not probes:
            return []
        exercise, task = known
        titles = frozenset(probes).union(*(_words(book, probe) for probe in probes))
        found = [Sentences(titles, frozenset({task.read} - {""}))]
        for answer in book.answers.get(exercise, []):
            found.append(
                Sentences(titles | {answer.sentence}, frozenset({answer.read or task.read} - {""}))
            )
        return found

    return lambda cell: of_test(grade_id(cell) or "", cell.source)


def _probes(source: str) -> set[str]:
    """Return the names that a test calls `compare` with."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return set()
    calls = [
        node
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compare"
    ]
    first = [call.args[0] for call in calls if call.args]
    return {
        node.value
        for node in first
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _words(book: Book, probe: str) -> frozenset[str]:
    """Return what a probe looks at, and its names for the parts of its result."""
    words: set[str] = set()
    for cell in book.cells:
        if not cell.exercise and probe in facts(cell.source).about:
            words |= {facts(cell.source).about[probe], *literals(cell.source)}
    return frozenset(words - {""})
