"""Temporary folders that do not stay behind when a run is killed: the next one removes them.

Beside each folder lies a lock file, which the process that made it holds. It is free when that
process has ended, however it ended; nobody removes a folder whose lock is held.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

PREFIX = "tinytorch-"


class Scratch:
    """A temporary folder of this process's own, `name`; making one removes what ended processes have left."""

    def __init__(self, parent: str | None = None) -> None:
        place = Path(parent or tempfile.gettempdir())
        sweep(place)
        while True:
            file, path = tempfile.mkstemp(prefix=PREFIX, suffix=".lock", dir=place)
            if _take(file) and _is_there(file, path):
                break
            os.close(file)  # another process was faster and has taken it for a leftover
        self._file, self._lock = file, Path(path)
        self.name = str(self._lock.with_suffix(""))
        os.mkdir(self.name, 0o700)

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, *_: Any) -> None:
        self.cleanup()

    def close_inherited(self) -> None:
        """In a forked process: leave the lock to the one that made the folder."""
        os.close(self._file)

    def cleanup(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.name, ignore_errors=True)
        self._lock.unlink(missing_ok=True)
        os.close(self._file)


def sweep(place: Path) -> None:
    """Remove the folders in `place` whose process has ended; only what is this user's."""
    for lock in place.glob(f"{PREFIX}*.lock"):
        try:
            file = os.open(lock, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        except OSError:  # it has gone, or is another user's
            continue
        try:
            if _is_ours(file) and _take(file) and _is_there(file, str(lock)):
                shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
                lock.unlink(missing_ok=True)
        finally:
            os.close(file)


def _is_ours(file: int) -> bool:
    return os.name != "posix" or os.fstat(file).st_uid == os.geteuid()


def _take(file: int) -> bool:
    """Take the lock, which ends with the process; whether nobody has it."""
    if os.name != "posix":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_there(file: int, path: str) -> bool:
    """Whether the open file still lies at `path`."""
    try:
        return os.path.samestat(os.fstat(file), os.lstat(path))
    except OSError:
        return False
