"""Read an ordinary file in one go: never a link, a pipe or a device, and never more than is asked for."""

import os
import stat
from pathlib import Path

PIECE = 1024 * 1024  # bytes that are read at a time


class TooBig(Exception):
    """A file has more bytes than it may have."""

    def __init__(self, size: int) -> None:
        self.size = size


class NotRegular(Exception):
    """What lies there is no ordinary file, or does not keep still; the text goes on after the file's name."""


def read_regular(
    path: Path, most: int, *, folder: int | None = None, owner: int | None = None
) -> bytes:
    """The content of a file that is an ordinary one and nothing else.

    Args:
        path: the file, looked for in the open folder `folder` if one is given.
        most: how many bytes it may have.
        owner: the number of the account that it must belong to, if any.

    Raises:
        TooBig: if it has more than `most` bytes.
        NotRegular: if it is a link, a pipe, a device or a folder, is another's, or changes while
            it is read.
        OSError: if the system does not let it be read.
    """
    if not stat.S_ISREG(os.stat(path, dir_fd=folder, follow_symlinks=False).st_mode):
        raise NotRegular("is a link or no ordinary file; hand in the file itself")
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
        if not stat.S_ISREG(status.st_mode):
            raise NotRegular("is a link or no ordinary file; hand in the file itself")
        if owner is not None and status.st_uid != owner:
            raise NotRegular("belongs to another account than its folder")
        if status.st_nlink > 1:
            raise NotRegular(
                "is a second name of another file (a hard link); put a copy in its place"
            )
        if status.st_size > most:
            raise TooBig(status.st_size)
        data = _all(file.fileno(), most + 1)
        if len(data) != status.st_size or os.fstat(file.fileno()).st_mtime_ns != status.st_mtime_ns:
            raise NotRegular("was changed while it was read; grade again")
    return data


def _all(file: int, most: int) -> bytes:
    parts = []
    while most > 0 and (part := os.read(file, min(most, PIECE))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)
