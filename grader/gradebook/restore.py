"""Restore a term from a backup: all of it, checked, or nothing."""

import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from grader.course.database import as_course_error
from grader.course.errors import CourseError
from grader.course.files import write_text
from grader.course.lock import only_collection, only_run
from grader.course.term import Course
from grader.gradebook.backup import GRADEBOOK, Manifest, opened, read_member
from grader.gradebook.tables import check_file, copy_from_file

URL = "db_url"  # the term's file with the address of its gradebook


@dataclass(frozen=True)
class Restored:
    """What has been restored."""

    manifest: Manifest
    aside: Path | None  # where the term that was there is now
    database: str | None  # the address of the gradebook, without a password; None for a file


def restore(
    course: Course,
    path: Path,
    *,
    force: bool = False,
    sqlite: bool = False,
    database: str | None = None,
) -> Restored:
    """Restore the term in `path` to the folder of `course`.

    Args:
        course: where to.
        path: the backup.
        force: set a term that is there aside, and replace a gradebook in a database.
        sqlite: make the gradebook a file, whatever database it was copied from.
        database: the URL of the database for the gradebook, wherever it was copied from.

    Raises:
        CourseError: if the backup is not whole; if there is a term and `force` is not given; if
            another run works on it.
    """
    folder = course.folder
    there = _is_term(folder, force=force)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the term, so that it can be moved there in one step.
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-restored-"))
    try:
        manifest = _unpack(path, fresh)
        if sqlite:
            (fresh / URL).unlink(missing_ok=True)
        if database is not None:
            write_text(fresh / URL, f"{database}\n", mode=0o600)
        aside, filled = _install(course, fresh, there=there, force=force)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return Restored(manifest, aside, filled)


def _is_term(folder: Path, *, force: bool) -> bool:
    """Return whether a term lies in `folder`, which only `force` may set aside."""
    there = folder.is_dir() and any(folder.iterdir())
    if there and not force:
        raise CourseError(
            f"There is a term in {folder}: --force sets it aside, "
            "or name another folder with `grader --course DIR restore`."
        )
    if folder.exists() and not folder.is_dir():
        raise CourseError(f"{folder} is not a folder: give another --course.")
    return there


def _install(
    course: Course, fresh: Path, *, there: bool, force: bool
) -> tuple[Path | None, str | None]:
    """Put `fresh` in the term's place; return where the old term is, and the database's address."""
    folder = course.folder
    with ExitStack() as stack:
        if there:
            stack.enter_context(only_collection(course))
            for module in course.manifest.modules:
                stack.enter_context(only_run(course, module))
        filled = _fill_database(fresh, force=force)
        if there:
            return _replace(folder, fresh), filled
        if folder.is_dir():
            folder.rmdir()
        fresh.rename(folder)
    return None, filled


def _unpack(path: Path, folder: Path) -> Manifest:
    """Write all files of a backup to `folder`, and check each of them."""
    with opened(path, path) as (archive, manifest):
        for name in manifest.folders:
            (folder / name).mkdir(parents=True, exist_ok=True)
        for name, member in manifest.files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                read_member(archive, name, member, file, path)
            target.chmod(member.mode)
    check_file(folder / GRADEBOOK, f"{path}: its gradebook")
    folder.chmod(manifest.mode)
    os.sync()  # the term that is there is moved only once this one is on the disk
    return manifest


def _fill_database(folder: Path, *, force: bool) -> str | None:
    """Copy the gradebook to the database that the term names, if it names one."""
    if not (folder / URL).is_file():
        return None
    address = Course(folder, folder).db_url
    with as_course_error(address):
        copy_from_file(folder / GRADEBOOK, address, force=force)
    (folder / GRADEBOOK).unlink()
    return make_url(address).render_as_string(hide_password=True)


def _replace(folder: Path, fresh: Path) -> Path:
    """Put `fresh` in the place of `folder`; return where that is now."""
    number = 1
    while (aside := folder.with_name(f"{folder.name}.before-restore-{number}")).exists():
        number += 1
    folder.rename(aside)
    try:
        fresh.rename(folder)
    except BaseException:
        aside.rename(folder)
        raise
    return aside
