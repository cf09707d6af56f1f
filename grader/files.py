"""Writing files so that a stopped run leaves the old one or the new one, never half of one."""

import os
import tempfile
from pathlib import Path

from grader.text import valid


def write_text(path: Path, text: str, *, mode: int = 0o644, durable: bool = False) -> None:
    """Write `text` to `path` as UTF-8, in one step, making its folder if need be.

    Args:
        path, text: where and what.
        mode: the file's permissions.
        durable: whether the text must be on the disk before this returns.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(valid(text))
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(fresh, mode)
        os.replace(fresh, path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
