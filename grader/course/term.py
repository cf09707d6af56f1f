"""The paths of a course and of one of its terms.

The course is this repository (`root`). A term is a folder in nbgrader's layout (`folder`; by
default `course/`, or `COURSE=dir`) with `release/`, `submitted/`, `autograded/`, `feedback/`,
`gradebook.db` and `grades.csv`.
"""

import os
import secrets
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL
from sqlalchemy.exc import SAWarning

from grader.course.database import as_course_error, read_db_url
from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.manifest import Manifest, Module, load

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Course:
    """The paths of one term of the course."""

    root: Path
    folder: Path

    @classmethod
    def here(cls, folder: str | Path | None = None) -> "Course":
        """Return the term in `folder`, else in `$COURSE`, else in `course/`.

        Raises:
            CourseError: if nbgrader cannot work in a folder of this name.
        """
        chosen = Path(folder or os.environ.get("COURSE") or "course")
        if any(character in str(chosen) for character in "*?["):
            raise CourseError(
                f"COURSE={chosen}: nbgrader cannot use a folder with * ? or [ in its name:"
                " choose another one."
            )
        return cls(root=ROOT, folder=chosen.resolve())

    @cached_property
    def manifest(self) -> Manifest:
        """The course manifest."""
        return load(self.root)

    def source(self, module: Module) -> Path:
        """Return the path of the source notebook."""
        return self.root / "modules" / module.id / f"{module.name}.ipynb"

    @property
    def library(self) -> Path:
        """The folder of the answer library."""
        return self.root / "tests" / "answers"

    def release(self, module: Module) -> Path:
        """Return the path of the released notebook."""
        return self.folder / "release" / module.id / f"{module.name}.ipynb"

    def submitted(self, student: str, module: Module) -> Path:
        """Return the folder with what the student handed in."""
        return self.folder / "submitted" / student / module.id

    def autograded(self, student: str, module: Module) -> Path:
        """Return the folder with the student's graded notebook."""
        return self.folder / "autograded" / student / module.id

    def feedback(self, student: str, module: Module) -> Path:
        """Return the folder with the student's feedback page."""
        return self.folder / "feedback" / student / module.id

    def verdict(self, student: str, module: Module) -> Path:
        """Return the path of the outcome record (`grader.course.outcome`)."""
        return self.folder / "verdicts" / module.id / f"{student}.json"

    def package(self, module: Module) -> Path:
        """Return the folder with the `tinytorch` that `module` is graded with."""
        return self.folder / "packages" / module.id

    def book(self, module: Module) -> Path:
        """Return the path of the reference and wrong answers that nbgrader's kernels load."""
        return self.folder / "books" / f"{module.id}.json"

    def students(self, module: Module) -> list[str]:
        """Return the students with a folder for `module` under `submitted/`, sorted."""
        folder = self.folder / "submitted"
        return sorted(entry.name for entry in folder.glob("*") if (entry / module.id).is_dir())

    @cached_property
    def seed(self) -> int:
        """The term's secret random number, from which each submission's seed is derived."""
        path = self.folder / "seed"
        if not path.exists():
            write_text(path, f"{secrets.randbits(64)}\n", mode=0o600)
        return int(path.read_text(encoding="utf-8"))

    @cached_property
    def db_url(self) -> str:
        """The gradebook's URL: the one in the term's file `db_url`, else SQLite's in the folder."""
        path = self.folder / "db_url"
        if path.is_file():
            return read_db_url(path)
        # Two graders may write at the same time: let SQLite wait a minute, not its five seconds.
        url = URL.create(
            "sqlite", database=str(self.folder / "gradebook.db"), query={"timeout": "60"}
        )
        return url.render_as_string()

    @contextmanager
    def gradebook(self) -> Iterator["Gradebook"]:
        """Open the gradebook.

        Raises:
            CourseError: if it cannot be reached or written; committed transactions are kept.
        """
        from nbgrader.api import Gradebook  # imported here: it takes seconds to load

        with warnings.catch_warnings(), as_course_error(self.db_url):
            # nbgrader is written for an older SQLAlchemy; newer versions warn about it.
            warnings.simplefilter("ignore", SAWarning)
            with Gradebook(self.db_url, self.manifest.course.id) as gradebook:
                yield gradebook
