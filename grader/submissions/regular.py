"""Read a regular file in one go: never a link, a pipe or a device, and never beyond a limit."""

import os
import stat
from pathlib import Path

PIECE = 1024 * 1024  # bytes to read at a time


NOT_A_FILE = "is a link or not a regular file; hand in the file itself"


class TooBig(Exception):
    """Raised for a file that is larger than its limit."""

    def __init__(self, size: int) -> None:
        self.size = size


class NotRegular(Exception):
    """Not a regular file, or modified during reading; the message follows the file's name."""


def read_regular(
    path: Path, most: int, *, folder: int | None = None, owner: int | None = None
) -> bytes:
    """Return the content of a regular file.

    Args:
        path: the file, relative to the open folder `folder` if that is given.
        most: the largest size in bytes.
        owner: the user id that it must belong to, if any.

    Raises:
        TooBig: if it has more than `most` bytes.
        NotRegular: if it is a link, a pipe, a device or a folder, belongs to another user, or
            changes during reading.
        OSError: if the system cannot read it.
    """
    # Before opening, so that no pipe or device is opened.
    if not stat.S_ISREG(os.stat(path, dir_fd=folder, follow_symlinks=False).st_mode):
        raise NotRegular(NOT_A_FILE)
    # The file may be replaced before it is opened: a link is then an error, and a pipe does not
    # block. Windows has neither flag; only Windows has O_BINARY.
    flags = (
        os.O_RDONLY
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_NONBLOCK", 0)
        | getattr(os, "O_BINARY", 0)
    )
    with open(
        path, "rb", buffering=0, opener=lambda name, _: os.open(name, flags, dir_fd=folder)
    ) as file:
        status = os.fstat(file.fileno())
        # Again, since the path may now be another file than before.
        _check(status, most, owner)
        # One byte more than allowed shows that the file has grown.
        data = _all(file.fileno(), most + 1)
        if len(data) != status.st_size or os.fstat(file.fileno()).st_mtime_ns != status.st_mtime_ns:
            raise NotRegular("was changed while it was read; grade again")
    return data


def _check(status: os.stat_result, most: int, owner: int | None) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegular(NOT_A_FILE)
    if owner is not None and status.st_uid != owner:
        raise NotRegular("belongs to a different account than its folder")
    # A hard link could hand in another student's file.
    if status.st_nlink > 1:
        raise NotRegular("is a hard link to another file; replace it with a copy")
    if status.st_size > most:
        raise TooBig(status.st_size)


def _all(file: int, most: int) -> bytes:
    parts = []
    while most > 0 and (part := os.read(file, min(most, PIECE))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)
