"""Where a student's files lie: the notebook that is worked on, and beside it what was given, unchanged."""

import json
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import Trouble

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Assignment:
    """One module of the course in a student edition.

    Args:
        root: the edition's folder.
        id: `03_layers`.
        cell_seconds, submission_seconds, notebook_megabytes, notebook_cells: what grading allows.
    """

    root: Path
    id: str
    cell_seconds: int
    submission_seconds: int
    notebook_megabytes: int
    notebook_cells: int

    @property
    def name(self) -> str:
        return self.id.split("_", 1)[1]

    @property
    def notebook(self) -> Path:
        """The student's."""
        return self.root / "modules" / self.id / f"{self.name}.ipynb"

    @property
    def given(self) -> Path:
        """The folder with the notebook as it was given, and the package that it is graded with."""
        return self.root / "given" / self.id

    @property
    def released(self) -> Path:
        return self.given / f"{self.name}.ipynb"

    @property
    def exported(self) -> Path:
        return self.root / "tinytorch" / "core" / f"{self.name}.py"

    @property
    def kept(self) -> Path:
        """Where earlier exports and earlier hand-ins go."""
        return self.root / "kept"


def assignments(root: Path) -> list[Assignment]:
    """The modules in the edition at `root`, in the order of the course."""
    return [_assignment(root, path) for path in sorted((root / "given").glob("*/module.json"))]


def chosen(root: Path, name: str | None) -> Assignment:
    """The module called `name` (`03_layers`, `layers`, `03` or `3`), or the newest.

    Raises:
        Trouble: if there is none, or none of that name.
    """
    found = assignments(root)
    if not found:
        raise Trouble(f"{root} is no student edition: there is no module in its folder given/.")
    if name is None:
        return found[-1]
    for each in found:
        if name in (each.id, each.name, each.id[:2], each.id[:2].lstrip("0")):
            return each
    raise Trouble(
        f"There is no module {name!r} here. Known: {', '.join(each.id for each in found)}."
    )


def module_of(root: Path, notebook: Path) -> Assignment | None:
    """The module whose notebook lies at `notebook`, if it is one."""
    return next(
        (each for each in assignments(root) if each.notebook.parent == notebook.resolve().parent),
        None,
    )


def _assignment(root: Path, path: Path) -> Assignment:
    try:
        return Assignment(root, path.parent.name, **json.loads(path.read_text(encoding="utf-8")))
    except (TypeError, ValueError):
        raise Trouble(
            f"{path.relative_to(root)} is damaged: take the file from the student edition again."
        ) from None
