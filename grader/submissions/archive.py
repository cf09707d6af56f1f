"""Read the files in an untrusted zip.

No file is written under a name from the zip: its bytes are read up to a limit, and its name is only
looked at. Only the usual methods are read (stored and deflated), which unpack piece by piece, so
that a zip bomb never unpacks beyond the limit.
"""

import contextlib
import io
import stat
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from grader.course.text import first_line
from grader.submissions.upload import CannotRead, Entry, composed, is_noise, too_large

MOST_ENTRIES = 20_000  # in a platform's download
MOST_INNER_ENTRIES = 1_000  # in a zip that a student hands in
HEADER = b"PK\x01\x02"  # the start of each entry in a zip's central directory
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED, UTF_8 = 0x1, 0x800


def in_zip(source: Path) -> Iterator[Entry]:
    """Yield the files of a platform's download.

    Raises:
        CannotRead: if it is not a readable zip, or has too many files.
    """
    yield from _entries(source, MOST_ENTRIES)


def in_inner_zip(content: bytes) -> Iterator[Entry]:
    """Yield the files of a zip that was handed in.

    Raises:
        CannotRead: if it is not a readable zip, or has too many files.
    """
    # Checked before zipfile reads the central directory, which takes seconds for a large one.
    if content.count(HEADER) > MOST_INNER_ENTRIES:
        raise CannotRead(f"it is a zip with more than {MOST_INNER_ENTRIES:,} files")
    yield from _entries(io.BytesIO(content), MOST_INNER_ENTRIES)


def _entries(source: Path | io.BytesIO, most: int) -> Iterator[Entry]:
    try:
        archive = zipfile.ZipFile(source)
    except OSError as error:
        raise CannotRead(f"it cannot be read: {error.strerror or error}") from None
    except Exception as error:  # zipfile raises errors of many types for malformed data
        raise CannotRead(f"it is a zip that cannot be read ({_reason(error)})") from None
    with archive:
        if len(archive.infolist()) > most:
            raise CannotRead(f"it is a zip with more than {most:,} files")
        for entry in archive.infolist():
            name = composed(_name(entry))
            if name and not name.endswith("/") and not is_noise(name):
                yield Entry(name, _time(entry), partial(_read, archive, entry))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    # The upper 16 bits hold the Unix mode.
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise CannotRead("it is a link; hand in the file itself")
    if entry.flag_bits & ENCRYPTED:
        raise CannotRead("it is encrypted; hand it in without a password")
    if entry.compress_type not in PLAIN:
        method = f"compression method {entry.compress_type}"
        raise CannotRead(f"it uses {method}, which is not supported; zip it with default settings")
    # The size that the zip claims, which may be false; the bytes are counted below.
    if entry.file_size > most:
        raise too_large(most)
    try:
        with archive.open(entry) as file:
            content = file.read(most + 1)
    except Exception as error:  # as above
        raise CannotRead(f"it cannot be unpacked ({_reason(error)})") from None
    if len(content) > most:
        raise too_large(most)
    return content


def _reason(error: Exception) -> str:
    return first_line(f"{error}" or type(error).__name__, 120)


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the entry's name; some platforms write UTF-8 without its flag, which is read too."""
    name = entry.filename
    if not entry.flag_bits & UTF_8:
        # zipfile decodes a name without the flag as cp437, so encoding it restores the bytes.
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    # Some Windows programs write backslashes.
    return name.replace("\\", "/")


def _time(entry: zipfile.ZipInfo) -> datetime:
    """Return when the entry was written; zips store local time."""
    try:
        return datetime(*entry.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        # The earliest time that a zip can store.
        return datetime(1980, 1, 1, tzinfo=UTC)
