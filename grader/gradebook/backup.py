"""Back up a term into one file, and check such a file.

The file is a zip archive. Its last member is a manifest with the SHA-256 of every other one, so a
file that ends early has none. The gradebook is copied before the rest: a record of a submission
that is graded meanwhile then has no scores that go with it, and counts as not graded.
"""

import hashlib
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import BaseModel, ValidationError
from sqlalchemy import make_url

from grader.course.database import as_course_error
from grader.course.errors import CourseError
from grader.course.term import Course
from grader.gradebook.tables import copy_to_file

MANIFEST = "manifest.json"
GRADEBOOK = "gradebook.db"
FORMAT = 1
BLOCK = 1024 * 1024
# SQLite's own files beside a gradebook; the copy needs none of them.
BESIDE = tuple(f"{GRADEBOOK}{end}" for end in ("-journal", "-wal", "-shm"))
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


class Member(BaseModel):
    """A file of the term."""

    sha256: str
    size: int
    mode: int


class Manifest(BaseModel):
    """What a backup holds."""

    format: int
    course: str
    made: datetime
    mode: int  # the permissions of the term's folder
    database: str  # the kind that the gradebook is copied from
    folders: list[str]  # those without files
    files: dict[str, Member]


@dataclass(frozen=True)
class Written:
    """What has been backed up."""

    manifest: Manifest
    left_out: list[str]  # links, and names that are not Unicode

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(member.size for member in self.manifest.files.values())


def back_up(course: Course, path: Path, *, force: bool = False) -> Written:
    """Write a backup of the term to `path`, readable by its owner only, and check it.

    Raises:
        CourseError: if there is no term or it has no gradebook; if `path` exists and `force` is
            not given, or lies in the term.
    """
    if path.exists() and not (force and path.is_file()):
        raise CourseError(f"{path} exists: choose another name, or --force to replace it.")
    if path.resolve().is_relative_to(course.folder):
        raise CourseError(f"{path} is in the term itself: write the backup to another disk.")
    backend = make_url(course.db_url).get_backend_name()
    if not course.folder.is_dir() or (
        backend == "sqlite" and not (course.folder / GRADEBOOK).is_file()
    ):
        raise CourseError(f"There is no term with a gradebook in {course.folder}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            written = _write(course, backend, file, Path(path.parent))
            file.flush()
            os.fsync(file.fileno())
        check(Path(fresh), called=path)
        os.replace(fresh, path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
    return written


def _write(course: Course, backend: str, file: IO[bytes], beside: Path) -> Written:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        files: dict[str, Member] = {}
        # Where the backup is written there is room for it, unlike perhaps in /tmp.
        with tempfile.TemporaryDirectory(dir=beside, prefix=".backup-") as folder:
            copy = Path(folder) / GRADEBOOK
            with as_course_error(course.db_url):
                copy_to_file(course.db_url, copy)
            files[GRADEBOOK] = _add(archive, copy, GRADEBOOK, mode=0o644)
        found, folders, left_out = _contents(course.folder)
        for name in found:
            try:
                files[name] = _add(archive, course.folder / name, name)
            except FileNotFoundError:  # replaced or removed since, by a run that goes on
                left_out.append(f"{name} is gone")
        manifest = Manifest(
            format=FORMAT, course=course.manifest.course.id, made=datetime.now(UTC),
            mode=course.folder.stat().st_mode & 0o777, database=backend, folders=folders,
            files=files,
        )  # fmt: skip
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return Written(manifest, left_out)


def _contents(folder: Path) -> tuple[list[str], list[str], list[str]]:
    """The files, the folders without any, and what is left out, as paths in the term."""
    files, empty, left_out = list[str](), list[str](), list[str]()
    for place, folders, names in os.walk(folder):
        within = Path(place).relative_to(folder)
        for name in sorted([*names, *folders]):
            path = within / name
            try:
                path.as_posix().encode()
            except UnicodeEncodeError:
                left_out.append(f"{path.as_posix()!r} is not Unicode")
                if name in folders:
                    folders.remove(name)
                continue
            whole = folder / path
            if whole.is_symlink() or not (whole.is_file() or whole.is_dir()):
                left_out.append(f"{path.as_posix()} is not a plain file")
            elif name in names and not _is_skipped(path):
                files.append(path.as_posix())
        if not names and not folders:
            empty.append(within.as_posix())
    return files, empty, left_out


def _is_skipped(path: Path) -> bool:
    """Whether a file belongs to a running process, or is the gradebook, which is copied apart."""
    own = path.name in (GRADEBOOK, *BESIDE) or path.name.endswith(".lock")
    return own and len(path.parts) == 1


def _add(archive: zipfile.ZipFile, path: Path, name: str, mode: int | None = None) -> Member:
    """Add a file under a name; one is read once, so that what is added is what is hashed."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file, archive.open(name, "w", force_zip64=True) as to:
        mode = os.fstat(file.fileno()).st_mode & 0o777 if mode is None else mode
        while block := file.read(BLOCK):
            digest.update(block)
            size += len(block)
            to.write(block)
    return Member(sha256=digest.hexdigest(), size=size, mode=mode)


def check(path: Path, called: Path | None = None) -> Manifest:
    """Read a whole backup and compare it with its manifest.

    Args:
        path: the file.
        called: its name for messages.

    Raises:
        CourseError: if it is not whole.
    """
    called = called or path
    with opened(path, called) as (archive, manifest):
        for name, member in manifest.files.items():
            read_member(archive, name, member, None, called)
    return manifest


@contextmanager
def opened(path: Path, called: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open a backup: the archive and its manifest.

    Raises:
        CourseError: if it is no whole backup, or one that this version does not know.
    """
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise CourseError(f"There is no file {called}.") from None
    except zipfile.BadZipFile:
        raise CourseError(f"{called} is not a backup, or is incomplete.") from None
    with archive:
        try:
            manifest = Manifest.model_validate_json(archive.read(MANIFEST))
        except (KeyError, ValidationError, *BROKEN):
            raise CourseError(f"{called} is not a backup: no valid {MANIFEST}.") from None
        if manifest.format != FORMAT:
            raise CourseError(
                f"{called} has format {manifest.format}, not {FORMAT}: use the version of this "
                "course that made it."
            )
        for name in (*manifest.files, *manifest.folders):
            if ".." in PurePosixPath(name).parts or PurePosixPath(name).is_absolute():
                raise CourseError(f"{called} names a file outside of the term: {name!r}.")
        yield archive, manifest


def read_member(
    archive: zipfile.ZipFile, name: str, member: Member, to: IO[bytes] | None, called: Path
) -> None:
    """Read a file of a backup, write it to `to` if that is given, and check its digest.

    Raises:
        CourseError: if it is missing or damaged.
    """
    digest, size = hashlib.sha256(), 0
    try:
        file = archive.open(name)
    except (KeyError, *BROKEN):
        raise CourseError(f"{called} is damaged: {name} is missing.") from None
    with file:
        while block := _block(file, name, called):
            digest.update(block)
            size += len(block)
            if to is not None:
                to.write(block)
    if (digest.hexdigest(), size) != (member.sha256, member.size):
        raise CourseError(f"{called} is damaged: {name} is not what was backed up.")


def _block(file: IO[bytes], name: str, called: Path) -> bytes:
    try:
        return file.read(BLOCK)
    except BROKEN:
        raise CourseError(f"{called} is damaged: {name} cannot be read.") from None
