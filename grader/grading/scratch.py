"""Temporary folders; the next run removes those of a killed run.

Beside each folder is a lock file, locked by the process that made it. The lock is released when
that process ends, however it ends. A folder whose lock is held is never removed.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

PREFIX = "tinytorch-"


class Scratch:
    """A temporary folder with the path `name`; making one removes those of ended processes."""

    def __init__(self, parent: str | None = None) -> None:
        place = Path(parent or tempfile.gettempdir())
        sweep(place)
        while True:
            file, path = tempfile.mkstemp(prefix=PREFIX, suffix=".lock", dir=place)
            if _take(file) and _is_there(file, path):
                break
            os.close(file)  # another process has removed it in between
        self._file, self._lock = file, Path(path)
        self.name = str(self._lock.with_suffix(""))
        os.mkdir(self.name, 0o700)

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, *_: Any) -> None:
        self.cleanup()

    def close_inherited(self) -> None:
        """In a forked process: leave the lock to the process that made the folder."""
        # The lock belongs to the open file, which a forked process shares.
        os.close(self._file)

    def cleanup(self) -> None:
        """Remove the folder."""
        # Before the lock: a folder without one would never be removed.
        shutil.rmtree(self.name, ignore_errors=True)
        self._lock.unlink(missing_ok=True)
        os.close(self._file)


def sweep(place: Path) -> None:
    """Remove this user's folders in `place` whose process has ended."""
    for lock in place.glob(f"{PREFIX}*.lock"):
        try:
            # Other users can put links into a shared temporary folder.
            file = os.open(lock, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        except OSError:  # it was removed, or belongs to another user
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
    """Try to lock the file until this process ends; whether that worked."""
    if os.name != "posix":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_there(file: int, path: str) -> bool:
    """Whether the open file is still the one at `path`."""
    try:
        return os.path.samestat(os.fstat(file), os.lstat(path))
    except OSError:
        return False
