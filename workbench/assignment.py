"""One module in a student edition: where its files are, and what grading allows."""

import json
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import UserError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Assignment:
    """One module of the course in a student edition.

    Args:
        root: the edition's folder.
        id: `03_layers`.
        cell_seconds, submission_seconds: the time limits of grading.
        notebook_megabytes, notebook_cells: the size limits of grading.
    """

    root: Path
    id: str
    cell_seconds: int
    submission_seconds: int
    notebook_megabytes: int
    notebook_cells: int

    @property
    def name(self) -> str:
        """The id without its number: `layers`."""
        return self.id.split("_", 1)[1]

    @property
    def notebook(self) -> Path:
        """The notebook that the student works on."""
        return self.root / "modules" / self.id / f"{self.name}.ipynb"

    @property
    def given(self) -> Path:
        """The folder with the released notebook and the package that it is graded with."""
        return self.root / "given" / self.id

    @property
    def released(self) -> Path:
        """The released notebook, which nobody edits."""
        return self.given / f"{self.name}.ipynb"

    @property
    def exported(self) -> Path:
        """The file of the package that `export` writes."""
        return self.root / "tinytorch" / "core" / f"{self.name}.py"

    @property
    def kept(self) -> Path:
        """The folder for earlier exports and earlier hand-ins."""
        return self.root / "kept"


def assignments(root: Path) -> list[Assignment]:
    """The modules of the edition at `root`, in the order of the course."""
    # Each edition adds the module.json of its own module; several may be unpacked in one folder.
    return [_assignment(root, path) for path in sorted((root / "given").glob("*/module.json"))]


def find_assignment(root: Path, name: str | None) -> Assignment:
    """The module called `name` (`03_layers`, `layers`, `03` or `3`); the newest if it is None.

    Raises:
        UserError: if the edition has no module, or none of that name.
    """
    found = assignments(root)
    if not found:
        raise UserError(
            f"{root} is not a student edition: there is no module in its folder given/."
        )
    if name is None:
        return found[-1]
    for each in found:
        if name in (each.id, each.name, each.id[:2], each.id[:2].lstrip("0")):
            return each
    known = ", ".join(each.id for each in found)
    raise UserError(f"There is no module {name!r} here. Known: {known}.")


def assignment_of(root: Path, notebook: Path) -> Assignment | None:
    """The module whose folder contains the file `notebook`; None if there is none."""
    folder = notebook.resolve().parent
    return next((each for each in assignments(root) if each.notebook.parent == folder), None)


def _assignment(root: Path, path: Path) -> Assignment:
    try:
        return Assignment(root, path.parent.name, **json.loads(path.read_text(encoding="utf-8")))
    # TypeError: a key is missing or unknown.
    except (TypeError, ValueError):
        raise UserError(
            f"{path.relative_to(root)} is damaged: take the file from the student edition again."
        ) from None
