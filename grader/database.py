"""Where the gradebook is kept: an address in a term's file `db_url`, and what to say when it does not answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from grader.errors import RERUN, CourseError

EXAMPLE = "postgresql://user@host/database"


def read_db_url(path: Path) -> str:
    """The address in the file at `path`.

    Raises:
        CourseError: if it holds none.
    """
    text = path.read_text(encoding="utf-8").strip()
    try:
        return make_url(text).render_as_string(hide_password=False)
    except ArgumentError:
        raise CourseError(f"{path} holds no address of a database, such as {EXAMPLE}.") from None


@contextmanager
def told_in_a_line(db_url: str) -> Iterator[None]:
    """Turn what a user can mend about the database into one line, which never shows a password."""
    shown = make_url(db_url).render_as_string(hide_password=True)
    try:
        yield
    except OperationalError as error:
        reason = str(error.orig).strip().split("\n", 1)[0]
        raise CourseError(f"The gradebook at {shown}: {reason}. {RERUN}") from None
    except NoSuchModuleError:
        raise CourseError(f"The gradebook at {shown}: no such kind of database is known; try {EXAMPLE}.") from None
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        raise CourseError(
            f"The gradebook at {shown}: psycopg is missing; install it with pip install '.[postgresql]'."
        ) from None
