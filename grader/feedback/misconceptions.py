"""The sentences of the answer library that a comparison may show."""

import ast
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from grader.course.notebook import grade_id
from grader.feedback.sentences import Sentences, Source, literals, of_test
from tinytorch.book import Book, facts


def of_cell(cell: NotebookNode) -> list[Sentences]:
    """Return the sentences in the test itself."""
    return of_test(cell.source)


def sources(book: Path) -> list[Source]:
    """Return the sources of sentences: the tests themselves, and the book if it exists."""
    return [of_cell, of_book(Book.load(book))] if book.is_file() else [of_cell]


def of_book(book: Book) -> Source:
    """Return the source for comparisons: names of probes, and sentences and sections of answers."""

    def of_comparison(cell: NotebookNode) -> list[Sentences]:
        known = book.tasks.get(grade_id(cell) or "")
        probes = _probes(cell.source)
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

    return of_comparison


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
