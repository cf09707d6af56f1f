"""The files in a folder or a zip that was downloaded from a learning platform, read without trusting any of it.

Nothing is unpacked under a name from the zip: a file's bytes are read, no more of them than allowed, and its name is
only looked at.
"""

import contextlib
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from grader.errors import CourseError

MOST_FILES = 20_000
NOISE = ("__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git")
BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError)
"""What Python raises for a zip that is damaged, encrypted or packed in a way that it does not know."""


@dataclass(frozen=True)
class Upload:
    """One file of somebody's.

    Args:
        name: its path in the folder or zip, with slashes, in Unicode's composed form.
        time: when it was written, as the platform or the file system says.
        content: its bytes; None if it may not be read, and `problem` says why.
    """

    name: str
    time: datetime
    content: bytes | None
    problem: str = ""


def uploads(source: Path, most_bytes: int) -> Iterator[Upload]:
    """Every notebook, receipt and zipped notebook under `source`, a folder or a zip.

    Raises:
        CourseError: if there is nothing at `source`, or it is neither, or it is no zip that can be read.
    """
    if source.is_dir():
        yield from _in_folder(source, most_bytes)
    elif not source.exists():
        raise CourseError(f"There is nothing at {source}.")
    else:
        try:
            yield from _in_zip(source, most_bytes, prefix="", nested=True)
        except zipfile.BadZipFile:
            raise CourseError(f"{source} is neither a folder nor a zip that can be read.") from None


def _in_folder(folder: Path, most_bytes: int) -> Iterator[Upload]:
    for path in sorted(folder.rglob("*")):
        name = _composed(path.relative_to(folder).as_posix())
        if _is_noise(name) or path.is_dir():
            continue
        time = datetime.fromtimestamp(path.lstat().st_mtime, UTC)
        if path.is_symlink() or not path.is_file():
            yield Upload(name, time, None, "it is a link, or no ordinary file")
        elif path.suffix == ".zip":
            yield from _nested(path.read_bytes() if path.stat().st_size <= most_bytes else None, name, time, most_bytes)
        elif path.stat().st_size > most_bytes:
            yield Upload(name, time, None, _too_large(most_bytes))
        else:
            yield Upload(name, time, path.read_bytes())


def _in_zip(source: Path | io.BytesIO, most_bytes: int, prefix: str, nested: bool) -> Iterator[Upload]:
    with zipfile.ZipFile(source) as archive:
        if len(archive.infolist()) > MOST_FILES:
            raise CourseError(
                f"The zip holds {len(archive.infolist())} files, more than {MOST_FILES}: it was not read."
            )
        for entry in archive.infolist():
            name = prefix + _composed(_name(entry))
            if entry.is_dir() or _is_noise(name):
                continue
            time = _time(entry)
            content, problem = _read(archive, entry, name, most_bytes)
            if content is not None and nested and name.endswith(".zip"):
                yield from _nested(content, name, time, most_bytes)
            else:
                yield Upload(name, time, content, problem)


def _nested(content: bytes | None, name: str, time: datetime, most_bytes: int) -> Iterator[Upload]:
    """The files of a zip that a student handed in; of a zip in that zip, none."""
    if content is None:
        yield Upload(name, time, None, _too_large(most_bytes))
        return
    try:
        yield from list(_in_zip(io.BytesIO(content), most_bytes, f"{name.removesuffix('.zip')}/", nested=False))
    except (*BROKEN, CourseError) as error:
        yield Upload(name, time, None, f"it is a zip that cannot be read ({error})")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, most_bytes: int) -> tuple[bytes | None, str]:
    """An entry's bytes, or why not: never more of them than allowed, whatever size the zip claims."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or (path.parts and ":" in path.parts[0]):
        return None, "its path leaves the folder"
    try:
        with archive.open(entry) as file:
            content = file.read(most_bytes + 1)
    except BROKEN as error:
        return None, f"it cannot be unpacked ({error})"
    return (content, "") if len(content) <= most_bytes else (None, _too_large(most_bytes))


def _name(entry: zipfile.ZipInfo) -> str:
    """The entry's name; UTF-8 that does not say so, as some platforms write it, is read as UTF-8."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _time(entry: zipfile.ZipInfo) -> datetime:
    """When the entry was written; a zip tells it in local time."""
    try:
        return datetime(*entry.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime(1980, 1, 1, tzinfo=UTC)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)  # macOS writes an umlaut as two characters


def _is_noise(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part in NOISE or part.startswith("._") for part in parts)


def _too_large(most_bytes: int) -> str:
    return f"it is larger than {most_bytes // 1024 // 1024} MB; ask for it without outputs"
