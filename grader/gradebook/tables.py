"""Copy a gradebook, whichever database holds it: to an SQLite file, and from one."""

import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from nbgrader.api import Base
from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    MetaData,
    String,
    Table,
    create_engine,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import SAWarning

from grader.course.errors import CourseError
from grader.gradebook.lateness import SETTLED
from grader.gradebook.verdicts import VERDICTS

VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))
MANY = 1000  # rows that are copied at a time


def tables() -> list[Table]:
    """nbgrader's tables and ours, each after those that it refers to."""
    return [*Base.metadata.sorted_tables, VERSION, VERDICTS, SETTLED]


def engine_of(path: Path) -> Engine:
    """Return an engine for an SQLite file."""
    return create_engine(URL.create("sqlite", database=str(path)))


def copy_to_file(db_url: str, path: Path) -> None:
    """Copy a gradebook, as it is at one moment, into the new SQLite file `path`.

    Raises:
        CourseError: if the gradebook is damaged.
    """
    url = make_url(db_url)
    if url.get_backend_name() == "sqlite":
        assert url.database is not None
        # SQLite's own copy: consistent while another process writes.
        with closing(sqlite3.connect(url.database)) as source, closing(sqlite3.connect(path)) as to:
            source.backup(to)
    else:
        _copy_from_server(db_url, path)
    check_file(path)


def _copy_from_server(db_url: str, path: Path) -> None:
    with (
        _opened(create_engine(db_url)) as server,
        _opened(engine_of(path)) as file,
        server.connect() as source,
        file.begin() as target,
    ):
        # Every query sees the same moment.
        source.execution_options(isolation_level="REPEATABLE READ")
        copy_rows(source, target)


def check_file(path: Path, called: str = "the gradebook") -> None:
    """Check that an SQLite file is whole.

    Raises:
        CourseError: if it is not.
    """
    try:
        with closing(sqlite3.connect(path)) as file:
            found = [row[0] for row in file.execute("pragma integrity_check(1)")]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    if found != ["ok"]:
        raise CourseError(f"{called} is damaged: {found[0]}.")


def copy_from_file(path: Path, db_url: str, *, force: bool) -> None:
    """Copy the gradebook in an SQLite file into an empty database, in one transaction.

    Args:
        path: the file.
        db_url: the database.
        force: delete the rows of the gradebook that is there.

    Raises:
        CourseError: if there is one and `force` is not given.
    """
    with (
        _opened(engine_of(path)) as source,
        _opened(create_engine(db_url)) as target,
        source.connect() as one,
        target.begin() as other,
    ):
        there = set(inspect(other).get_table_names())
        known = [each for each in tables() if each.name in there]
        if not force and any(other.execute(select(each).limit(1)).first() for each in known):
            shown = make_url(db_url).render_as_string(hide_password=True)
            raise CourseError(
                f"There is a gradebook in {shown}: --force replaces it, "
                "--sqlite restores into a file instead."
            )
        for each in reversed(known):
            other.execute(each.delete())
        copy_rows(one, other)


def copy_rows(source: Connection, target: Connection) -> None:
    """Create the tables that are missing, and copy all rows."""
    there = set(inspect(source).get_table_names())
    for each in tables():
        each.create(target, checkfirst=True)
        if each.name in there:
            for rows in source.execute(select(each)).mappings().partitions(MANY):
                target.execute(each.insert(), [dict(row) for row in rows])


@contextmanager
def _opened(engine: Engine) -> Iterator[Engine]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        try:
            yield engine
        finally:
            engine.dispose()
