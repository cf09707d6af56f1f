"""Write files atomically: a stopped run leaves the old file or the new one, never part of one."""

import os
import tempfile
from pathlib import Path

from workbench.text import valid


def write_text(path: Path, text: str, *, mode: int = 0o644, durable: bool = False) -> None:
    """Write `text` to `path` as UTF-8 in one step; see `write_bytes`."""
    write_bytes(path, valid(text).encode("utf-8"), mode=mode, durable=durable)


def write_bytes(path: Path, data: bytes, *, mode: int = 0o644, durable: bool = False) -> None:
    """Write `data` to `path` in one step; creates the folder if it is missing.

    Args:
        path, data: where to write, and what.
        mode: the file's permissions.
        durable: flush the data to the disk before returning.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder: os.replace is atomic only within one file system.
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        # mkstemp creates files that only their owner may read.
        os.chmod(fresh, mode)
        os.replace(fresh, path)
    # An interrupt must not leave the temporary file behind either.
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
