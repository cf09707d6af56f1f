"""Keep earlier versions of a file under numbers, so that no version is lost."""

from itertools import count
from pathlib import Path

from workbench.notebook import write_bytes


def keep(path: Path, folder: Path) -> Path | None:
    """Copy `path` into `folder` as `<stem>-<number><suffix>`; None if there is no such file.

    A version that is already there is not copied again: its path is returned.
    """
    if not path.is_file():
        return None
    content = path.read_bytes()
    for number in count(1):
        copy = folder / f"{path.stem}-{number}{path.suffix}"
        if not copy.exists():
            write_bytes(copy, content)
            return copy
        if copy.read_bytes() == content:
            return copy
    raise AssertionError
