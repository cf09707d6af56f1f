"""The files in a zip, read without trusting any of it.

Nothing is unpacked under a name from the zip: a file's bytes are read, no more of them than asked
for, and its name is only looked at. Only what every system packs with is unpacked (stored and
deflated), which cannot grow beyond what is read of it.
"""

import contextlib
import io
import stat
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from grader.submissions.upload import CannotRead, Entry, composed, is_noise, too_large
from grader.text import first_line

MOST_ENTRIES = 20_000  # of a platform's download
MOST_INNER_ENTRIES = 1_000  # of a zip that somebody hands in
HEADER = b"PK\x01\x02"  # begins each entry of a zip's table of contents
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED, UTF_8 = 0x1, 0x800


def in_zip(source: Path) -> Iterator[Entry]:
    """The files of a platform's download.

    Raises:
        CannotRead: if it is no zip that can be read, or holds too many files.
    """
    yield from _entries(source, MOST_ENTRIES)


def in_inner_zip(content: bytes) -> Iterator[Entry]:
    """The files of a zip that was handed in.

    Raises:
        CannotRead: if it is no zip that can be read, or holds too many files.
    """
    # Before a table of contents is built, which costs seconds for a large one.
    if content.count(HEADER) > MOST_INNER_ENTRIES:
        raise CannotRead(f"it is a zip of more than {MOST_INNER_ENTRIES:,} files")
    yield from _entries(io.BytesIO(content), MOST_INNER_ENTRIES)


def _entries(source: Path | io.BytesIO, most: int) -> Iterator[Entry]:
    try:
        archive = zipfile.ZipFile(source)
    except OSError as error:
        raise CannotRead(f"it cannot be read: {error.strerror or error}") from None
    except Exception as error:  # whatever Python's reader raises for bytes that somebody made up
        raise CannotRead(f"it is a zip that cannot be read ({_told(error)})") from None
    with archive:
        if len(archive.infolist()) > most:
            raise CannotRead(f"it is a zip of more than {most:,} files")
        for entry in archive.infolist():
            name = composed(_name(entry))
            if name and not name.endswith("/") and not is_noise(name):
                yield Entry(name, _time(entry), partial(_read, archive, entry))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise CannotRead("it is a link; hand in the file itself")
    if entry.flag_bits & ENCRYPTED:
        raise CannotRead("it is encrypted; hand it in without a password")
    if entry.compress_type not in PLAIN:
        method = f"method {entry.compress_type}"
        raise CannotRead(f"it is packed by {method}, which is not read; zip it in the ordinary way")
    if entry.file_size > most:
        raise too_large(most)
    try:
        with archive.open(entry) as file:
            content = file.read(most + 1)
    except Exception as error:  # as above
        raise CannotRead(f"it cannot be unpacked ({_told(error)})") from None
    if len(content) > most:
        raise too_large(most)
    return content


def _told(error: Exception) -> str:
    return first_line(f"{error}" or type(error).__name__, 120)


def _name(entry: zipfile.ZipInfo) -> str:
    """The entry's name; UTF-8 that does not say so, as some platforms write it, is read as UTF-8."""
    name = entry.filename
    if not entry.flag_bits & UTF_8:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _time(entry: zipfile.ZipInfo) -> datetime:
    """When the entry was written; a zip tells it in local time."""
    try:
        return datetime(*entry.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime(1980, 1, 1, tzinfo=UTC)
