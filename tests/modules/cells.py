"""What the tests ask of a notebook's cells."""

from nbformat.notebooknode import NotebookNode

from workbench.cells import grade_id


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose(notebook: NotebookNode) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def label(cell: NotebookNode) -> str:
    """How a failure names a cell."""
    return grade_id(cell) or f"cell {cell.id}"
