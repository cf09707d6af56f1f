"""The files in a folder that somebody else has filled: read one by one, and no link is ever followed.

Each folder is opened below the one that holds it and never by its path, so what is read lies in the
folder that was given, even while somebody exchanges its parts for links.
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
DEEPEST = 20  # folders in one another
MB = 1024 * 1024


class CannotRead(Exception):
    """Why a file is not taken, as the rest of a line that begins with its name."""


@dataclass(frozen=True)
class Entry:
    """One file in a folder or zip.

    Args:
        name: its path, with slashes, in Unicode's composed form.
        time: when it was written, as the platform or the system says.
        read: gives its bytes if they are no more than the number given, else raises CannotRead.
    """

    name: str
    time: datetime
    read: Callable[[int], bytes]


def in_folder(folder: Path) -> Iterator[Entry]:
    """Every file under `folder`, in the order of their names; an entry is read before the next is asked for."""
    with opened(folder, None, follow=True) as handle:
        yield from _below(handle, "", 0, _own_accounts(handle))


def _own_accounts(handle: int) -> set[int]:
    """The accounts whose word counts: who collects, the system, and who made the folder that is given."""
    return {0, os.geteuid(), os.fstat(handle).st_uid}


@contextmanager
def opened(name: str | Path, within: int | None, *, follow: bool = False) -> Iterator[int]:
    """A handle of the folder `name` in the folder `within`; a link is none unless it may be followed."""
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
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(handle, name, f"{path}/", depth + 1, own, status)
        elif stat.S_ISLNK(status.st_mode):
            slash = "/" if _leads_to_folder(handle, name) else ""
            yield _unreadable(
                path + slash, status, own, "it is a link; put the files themselves there"
            )
        else:
            yield Entry(path, _written(status, own), partial(read, name, handle))


def _folder(
    handle: int, name: str, path: str, depth: int, own: set[int], status: os.stat_result
) -> Iterator[Entry]:
    if depth > DEEPEST:
        yield _unreadable(path, status, own, f"it lies more than {DEEPEST} folders deep")
        return
    try:
        with opened(name, handle) as below:
            yield from _below(below, path, depth, own)
    except OSError as error:
        yield _unreadable(path, status, own, f"the folder cannot be read: {error.strerror}")


def read(name: str, handle: int, most: int, *, owner: int | None = None) -> bytes:
    """The bytes of a file in an open folder.

    Args:
        name, handle: which, and where.
        most: how many bytes it may have.
        owner: the account that it must belong to, if any.

    Raises:
        CannotRead: if it is no ordinary file, has more bytes, or the system does not let it be
            read.
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
    """When a file was written, as it says if that is one of `own` accounts' word, else when it last changed.

    Who owns a file can give it any time of writing; the time of its last change is the system's.
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
    """What reads an entry that is not read, whatever it may have."""
    raise CannotRead(why)


def too_large(most: int) -> CannotRead:
    size = f"{most // MB} MB" if most >= MB else f"{most // 1024} KB"
    return CannotRead(f"it is larger than {size}; ask for it without outputs")


def composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)  # macOS writes an umlaut as two characters


def is_noise(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part in NOISE or part.startswith("._") for part in parts)
