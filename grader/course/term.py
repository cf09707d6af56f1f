"""Where a course and one of its terms lie, and what they hold.

The course is this repository (`root`); a term is a folder in nbgrader's own layout (`folder`, by
default `course/`, elsewhere with `COURSE=dir`): `submitted/`, `autograded/`, `feedback/`,
`release/`, `gradebook.db`, `grades.csv`.
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
from grader.course.manifest import Manifest, Module, load
from grader.errors import CourseError

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
        """The term in `folder`, or in the environment's `COURSE`, or in `course/`."""
        chosen = Path(folder or os.environ.get("COURSE") or "course")
        if any(character in str(chosen) for character in "*?["):
            raise CourseError(
                f"COURSE={chosen}: nbgrader cannot work in a folder with * ? or [ in its name."
            )
        return cls(
            root=ROOT, folder=(chosen if chosen.is_absolute() else Path.cwd() / chosen).resolve()
        )

    @cached_property
    def manifest(self) -> Manifest:
        return load(self.root)

    def source(self, module: Module) -> Path:
        return self.root / "modules" / module.id / f"{module.name}.ipynb"

    @property
    def library(self) -> Path:
        """The folder of the answer library."""
        return self.root / "tests" / "answers"

    def release(self, module: Module) -> Path:
        return self.folder / "release" / module.id / f"{module.name}.ipynb"

    def submitted(self, student: str, module: Module) -> Path:
        return self.folder / "submitted" / student / module.id

    def autograded(self, student: str, module: Module) -> Path:
        return self.folder / "autograded" / student / module.id

    def feedback(self, student: str, module: Module) -> Path:
        return self.folder / "feedback" / student / module.id

    def verdict(self, student: str, module: Module) -> Path:
        return self.folder / "verdicts" / module.id / f"{student}.json"

    def package(self, module: Module) -> Path:
        """The folder that holds the `tinytorch` which `module` is graded with."""
        return self.folder / "packages" / module.id

    def book(self, module: Module) -> Path:
        """The reference and the wrong answers that nbgrader's kernels compare with."""
        return self.folder / "books" / f"{module.id}.json"

    def students(self, module: Module) -> list[str]:
        """Everybody with a folder for `module` under `submitted/`, sorted."""
        folder = self.folder / "submitted"
        return sorted(entry.name for entry in folder.glob("*") if (entry / module.id).is_dir())

    @cached_property
    def seed(self) -> int:
        """The term's secret number, drawn once: every submission's seed is derived from it."""
        path = self.folder / "seed"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{secrets.randbits(64)}\n", encoding="utf-8")
        return int(path.read_text(encoding="utf-8"))

    @cached_property
    def db_url(self) -> str:
        """The gradebook's address: what the term's own file `db_url` says, else SQLite beside it."""
        path = self.folder / "db_url"
        if path.is_file():
            return read_db_url(path)
        # Two graders may want to write at once: SQLite then waits up to a minute, not its usual
        # five seconds.
        url = URL.create(
            "sqlite", database=str(self.folder / "gradebook.db"), query={"timeout": "60"}
        )
        return url.render_as_string()

    @contextmanager
    def gradebook(self) -> Iterator["Gradebook"]:
        """The gradebook, open.

        Raises:
            CourseError: if it cannot be reached or written; what was committed is kept.
        """
        from nbgrader.api import Gradebook  # takes seconds, and much is said and done without it

        with warnings.catch_warnings(), as_course_error(self.db_url):
            # nbgrader was written for an older SQLAlchemy, whose newer versions comment on how it
            # adds its objects.
            warnings.simplefilter("ignore", SAWarning)
            with Gradebook(self.db_url, self.manifest.course.id) as gradebook:
                yield gradebook
