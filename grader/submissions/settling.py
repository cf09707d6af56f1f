"""Tell when a file that arrives has been written completely.

A file is complete when it has not changed for a moment, no process of this machine has it open for
writing, and its content has an end: a notebook that is cut off is not valid JSON. A file without an
end, after it has rested for longer, is taken for a broken one.
"""

import errno
import io
import os
import signal
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson

from grader.submissions.regular import NotRegular, TooBig, read_regular

QUIET = 0.2  # seconds without a change, after which a file with an end is complete
PATIENCE = 10.0  # seconds without a change, after which a file without an end is a broken one
MB = 1024 * 1024


@dataclass(frozen=True)
class State:
    """A file's size and times; two contents of one file differ in some of them."""

    size: int
    modified: int
    changed: int
    number: int

    @classmethod
    def of(cls, path: Path) -> "State | None":
        """Return the state of a file, None if it is not there."""
        try:
            found = os.lstat(path)
        except OSError:
            return None
        return cls(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


@dataclass
class Sight:
    """A state in which a file was seen, since when, and whether its content has an end."""

    state: State
    since: float
    whole: bool | None = None


class Settling:
    """Watches over files until they are complete.

    Args:
        most_megabytes: larger files are not read, since no collection takes them.
        clock, now: the time that passes, and the time of day of the file system.
    """

    def __init__(
        self,
        most_megabytes: int,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._most, self._clock, self._now = most_megabytes * MB, clock, now
        self._seen: dict[Path, Sight] = {}

    def rests(self, path: Path) -> float:
        """Return for how many seconds a file has not changed; a missing one never changes."""
        state, seen = State.of(path), self._seen.get(path)
        if state is None:
            self._seen.pop(path, None)
            return PATIENCE
        if seen is None or seen.state != state:
            # What lies there at the start has rested since its last change.
            rested = max(0.0, self._now() - state.changed / 1e9) if seen is None else 0.0
            seen = self._seen[path] = Sight(state, self._clock() - rested)
        return self._clock() - seen.since

    def is_complete(self, path: Path) -> bool:
        """Return whether a file can be collected."""
        rested = self.rests(path)
        if rested < QUIET:
            return False
        seen = self._seen.get(path)
        if seen is None:
            return True
        if is_open_for_writing(path):
            return False
        if seen.whole is None:
            seen.whole = has_end(path, self._most)
        return seen.whole or rested >= PATIENCE


def is_open_for_writing(path: Path) -> bool:
    """Return whether a process of this machine writes to a file, as far as the system tells.

    Linux grants a read lease only on files that nobody has open for writing, and only to the
    file's owner and to root.
    """
    try:
        import fcntl

        lease, read, release = fcntl.F_SETLEASE, fcntl.F_RDLCK, fcntl.F_UNLCK
        choose, harmless = fcntl.F_SETSIG, signal.SIGURG  # its default is to be ignored
    except (ImportError, AttributeError):  # not on Linux
        return False
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        # Whoever opens the file breaks the lease, which sends a signal; SIGIO would kill.
        fcntl.fcntl(handle, choose, harmless)
        fcntl.fcntl(handle, lease, read)
        fcntl.fcntl(handle, lease, release)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(handle)
    return False


def has_end(path: Path, most: int) -> bool:
    """Return whether a file's content is not cut off, as far as its kind tells."""
    # What is no regular file of a usable size is refused when it is collected.
    with suppress(OSError, TooBig, NotRegular):
        data = read_regular(path, most)
        if not data:
            return False
        if path.suffix.lower() in (".ipynb", ".json"):
            return _is_json(data)
        if path.suffix.lower() == ".zip":
            return zipfile.is_zipfile(io.BytesIO(data))
    return True


def _is_json(data: bytes) -> bool:
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    return True
