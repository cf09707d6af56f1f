"""All conventions together: what breaks them in a module's notebook, or in any source."""

from collections.abc import Callable, Iterable, Iterator

from nbformat.notebooknode import NotebookNode

from grader.course.manifest import Module
from grader.release.conventions import arithmetic, folds, graded, hints, names, points, prose
from grader.release.conventions.found import Found

Rule = Callable[[NotebookNode], Iterator[Found]]

# For every source, also one that is no module.
OF_EVERY_SOURCE: list[Rule] = [
    prose.placeholders,
    prose.heading_levels,
    prose.pictures,
    prose.links,
]
OF_A_MODULE: list[Rule] = [
    prose.section_numbers, prose.repeated_headings, prose.binder, arithmetic.equations,
    graded.metadata, graded.names, graded.solutions, graded.python, graded.visible_ending,
    graded.graded_line, graded.last_statement, graded.oracle, graded.behaviour,
    graded.places, graded.sentences,
    names.experiments, names.ungraded_experiments, names.independent,
    points.of_tasks, folds.folds, folds.width,
    hints.ladders, hints.docstrings, hints.stretches,
]  # fmt: skip
# These compare the notebook with its entry in the manifest.
WITH_ITS_ENTRY: list[Callable[[Module, NotebookNode], Iterator[Found]]] = [
    prose.opening, points.at_the_top, points.in_tables,
]  # fmt: skip


def broken_in_source(notebook: NotebookNode) -> list[str]:
    """What breaks the conventions of every source, one line each, in the notebook's order."""
    return _told(notebook, (found for rule in OF_EVERY_SOURCE for found in rule(notebook)))


def broken_in_module(module: Module, notebook: NotebookNode) -> list[str]:
    """What breaks the conventions of a module's notebook, beyond those of every source."""
    plain = (found for rule in OF_A_MODULE for found in rule(notebook))
    return _told(
        notebook, [*plain, *(f for rule in WITH_ITS_ENTRY for f in rule(module, notebook))]
    )


def _told(notebook: NotebookNode, found: Iterable[Found]) -> list[str]:
    return [each.told(notebook) for each in sorted(found)]
