"""Read the files in an untrusted folder one by one, without following links.

Each folder is opened relative to its open parent and never by its path, so that everything that is
read is inside the given folder, even if somebody replaces parts of it with links meanwhile.
"""

import os
import stat
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath

from grader.submissions.regular import NotRegular, TooBig, read_regular

NOISE = ("__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git")
DEEPEST = 20  # levels of folders
MB = 1024 * 1024


class CannotRead(Exception):
    """Raised for a file that is not read; the message follows the file's name."""


@dataclass(frozen=True)
class Entry:
    """One file in a folder or zip.

    Args:
        name: its path, with slashes, in Unicode's composed form.
        time: when it was written, from the platform or the operating system.
        read: returns its bytes, up to the given number; raises CannotRead if there are more.
    """

    name: str
    time: datetime
    read: Callable[[int], bytes]


def in_folder(folder: Path) -> Iterator[Entry]:
    """Yield every file under `folder` by name; read an entry before asking for the next."""
    with opened(folder, None, follow=True) as handle:
        yield from _below(handle, "", 0, _own_accounts(handle))


def _own_accounts(handle: int) -> set[int]:
    """Return the trusted accounts: the collecting one, root and the owner of the given folder."""
    return {0, os.geteuid(), os.fstat(handle).st_uid}


@contextmanager
def opened(name: str | Path, within: int | None, *, follow: bool = False) -> Iterator[int]:
    """Open the folder `name` in the open folder `within`; a link is an error unless `follow`."""
    flags = os.O_RDONLY | os.O_DIRECTORY | (0 if follow else os.O_NOFOLLOW)
    handle = os.open(name, flags, dir_fd=within)
    try:
        yield handle
    finally:
        os.close(handle)


def _below(handle: int, prefix: str, depth: int, own: set[int]) -> Iterator[Entry]:
    for name in sorted(os.listdir(handle)):
        path = prefix + composed(name)
        if is_noise(path):
            continue
        try:
            status = os.stat(name, dir_fd=handle, follow_symlinks=False)
        except FileNotFoundError:
            # Removed since the folder was listed.
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(handle, name, f"{path}/", depth + 1, own, status)
        elif stat.S_ISLNK(status.st_mode):
            slash = "/" if _leads_to_folder(handle, name) else ""
            yield _unreadable(
                path + slash, status, own, "it is a link; replace it with the files themselves"
            )
        else:
            yield Entry(path, _written(status, own), partial(read_file, name, handle))


def _folder(
    handle: int, name: str, path: str, depth: int, own: set[int], status: os.stat_result
) -> Iterator[Entry]:
    if depth > DEEPEST:
        yield _unreadable(path, status, own, f"it is more than {DEEPEST} folders deep")
        return
    try:
        with opened(name, handle) as below:
            yield from _below(below, path, depth, own)
    except OSError as error:
        yield _unreadable(path, status, own, f"the folder cannot be read: {error.strerror}")


def read_file(name: str, handle: int, most: int, *, owner: int | None = None) -> bytes:
    """Return the bytes of a file in an open folder.

    Args:
        name, handle: the file and the folder.
        most: the largest size in bytes.
        owner: the user id that it must belong to, if any.

    Raises:
        CannotRead: if it is not a regular file, is too large, or the system cannot read it.
    """
    try:
        return read_regular(Path(name), most, folder=handle, owner=owner)
    except TooBig:
        raise too_large(most) from None
    except NotRegular as error:
        raise CannotRead(f"it {error}") from None
    except OSError as error:
        raise CannotRead(f"it cannot be read: {error.strerror}") from None


def _written(status: os.stat_result, own: set[int]) -> datetime:
    """Return a file's modification time, or its last change if the owner is not one of `own`.

    Owners can set the modification time (mtime), but not that of the last change (ctime).
    """
    moment = status.st_mtime if status.st_uid in own else max(status.st_mtime, status.st_ctime)
    return datetime.fromtimestamp(int(max(0, min(moment, time.time()))), UTC)


def _leads_to_folder(handle: int, name: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(name, dir_fd=handle).st_mode)
    except OSError:
        return False


def _unreadable(path: str, status: os.stat_result, own: set[int], why: str) -> Entry:
    return Entry(path, _written(status, own), partial(refuse, why))


def refuse(why: str, most: int) -> bytes:
    """Raise CannotRead: the `read` of an entry that cannot be read."""
    raise CannotRead(why)


def too_large(most: int) -> CannotRead:
    """Return the error for a file with more than `most` bytes."""
    size = f"{most // MB} MB" if most >= MB else f"{most // 1024} KB"
    return CannotRead(f"it is larger than {size}; ask for it without outputs")


def composed(name: str) -> str:
    """Return `name` in Unicode's composed form; macOS writes an umlaut as two characters."""
    return unicodedata.normalize("NFC", name)


def is_noise(name: str) -> bool:
    """Return whether a file is one that systems and tools add, such as `__MACOSX`."""
    parts = PurePosixPath(name).parts
    # macOS keeps a file's attributes in another one whose name starts with "._".
    return any(part in NOISE or part.startswith("._") for part in parts)
