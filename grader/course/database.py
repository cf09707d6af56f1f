"""The gradebook's database: read its URL from a term's file `db_url` and report its errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from grader.course.errors import RERUN, CourseError

EXAMPLE = "postgresql://user@host/database"


def read_db_url(path: Path) -> str:
    """Return the database URL in the file at `path`.

    Raises:
        CourseError: if there is no valid URL, or its driver is missing.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        text = ""
    return checked_url(text, str(path))


def checked_url(text: str, where: str) -> str:
    """Return the database URL in `text`, which was read from `where`.

    Raises:
        CourseError: if there is no valid URL, or its driver is missing.
    """
    try:
        url = make_url(text.strip())
        # SQLAlchemy imports the driver only when it connects: find a missing one now.
        url.get_dialect().import_dbapi()
    except NoSuchModuleError:
        raise CourseError(
            f"{where}: unknown kind of database. Use a URL such as {EXAMPLE}."
        ) from None
    except ArgumentError:
        raise CourseError(f"{where} has no database URL. Write one such as {EXAMPLE}.") from None
    except ModuleNotFoundError as error:
        how = (
            "pip install '.[postgresql]'"
            if error.name == "psycopg"
            else f"install it, or try {EXAMPLE}"
        )
        raise CourseError(f"{where}: the driver {error.name} is missing: {how}.") from None
    # str() of a URL has *** in place of the password.
    return url.render_as_string(hide_password=False)


@contextmanager
def as_course_error(db_url: str) -> Iterator[None]:
    """Turn an error of the database server into a CourseError, which never shows the password."""
    shown = make_url(db_url).render_as_string(hide_password=True)
    try:
        yield
    except OperationalError as error:
        reason = str(error.orig).strip().split("\n", 1)[0]
        raise CourseError(f"The gradebook at {shown}: {reason}. {RERUN}") from None
