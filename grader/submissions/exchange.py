"""Read nbgrader's exchange, the shared folder that the students of a hub hand in to.

The student's own program names the folders there (`student+module+time+more`). So the sender and
the time come from the operating system: the account that owns the folder, and its last change.
"""

import os
import pwd
import re
from collections.abc import Iterator, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from nbgrader.utils import parse_utc

from grader.course.manifest import Module
from grader.course.term import Course
from grader.submissions.intake import MOMENT
from grader.submissions.sender import Sender
from grader.submissions.upload import (
    CannotRead,
    Entry,
    composed,
    is_noise,
    opened,
    read_file,
    refuse,
)

MOST_FILES = 1_000  # in one student's folder
APART = timedelta(minutes=10)  # difference between claimed and real time that is not reported
NEVER = datetime.min.replace(tzinfo=UTC)
TRUST = "If one account hands in for all, use --trust-names (make: TRUST_NAMES=1)."


def inbound(course: Course, source: Path) -> Path:
    """Return the folder of an exchange at `source` that receives submissions."""
    return source / course.manifest.course.id / "inbound"


@dataclass(frozen=True)
class InboundFolder:
    """One folder in the exchange; its name, student and time are claimed by its maker."""

    name: str
    student: str
    claimed: datetime

    @property
    def key(self) -> tuple[str, str]:
        """The key of the sender, as `Sender.key`."""
        return Sender(self.student, "").key


def arrivals(
    course: Course, module: Module, source: Path, trust: bool, notes: list[str],
    only: Set[tuple[str, str]] | None = None,
) -> Iterator[tuple[Sender, Entry]]:  # fmt: skip
    """Yield the files of each student's newest submission.

    Args:
        course, module, source: what to collect, and the exchange's root.
        trust: trust the folders' names over their owners.
        notes: the list that lines for the user are added to.
        only: the keys of the senders to look at; by default all.
    """
    newest: dict[str, InboundFolder] = {}
    left: dict[str, list[str]] = {}
    # The instructor gives this path, so it may be a link.
    with opened(inbound(course, source), None, follow=True) as inbox:
        for name in sorted(os.listdir(inbox)):
            folder = parsed(name, module)
            if folder is None or (only is not None and folder.key not in only):
                continue
            owner = _owner(inbox, name)
            if folder.claimed == NEVER:
                left.setdefault("its name has no valid time", []).append(name)
            elif not trust and owner != folder.student:
                why = f"handed in as {folder.student!r} by the account {owner!r}. {TRUST}"
                left.setdefault(why, []).append(name)
            elif folder.student not in newest or newest[folder.student].claimed <= folder.claimed:
                newest[folder.student] = folder
        for why, names in left.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            notes.append(f"left out: {names[0]!r}{more}: {why}")
        for folder in newest.values():
            for file, entry in _files(inbox, folder, trust, notes):
                yield Sender(folder.student, file), entry


def parsed(name: str, module: Module) -> InboundFolder | None:
    """Parse the name of a folder in the exchange; None if it is not for this module."""
    # The first group is greedy, since a student's name may contain a plus sign.
    match = re.fullmatch(
        rf"(?P<student>.+)\+{module.id}\+(?P<time>[^+]+)(?:\+[^+]*)?", name, re.DOTALL
    )
    if match is None:
        return None
    claimed = NEVER
    with suppress(ValueError, OverflowError):
        if MOMENT.fullmatch(match["time"]):
            claimed = parse_utc(match["time"]).replace(tzinfo=UTC, microsecond=0)
    return InboundFolder(name, composed(match["student"]), claimed)


def _owner(inbox: int, name: str) -> str:
    try:
        # The owner of a link itself, not of its target, which may be another student's.
        number = os.stat(name, dir_fd=inbox, follow_symlinks=False).st_uid
    except OSError:
        return "nobody"
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"number {number}"


def _account(handle: int) -> int:
    """Return the user id that owns an open folder."""
    return os.fstat(handle).st_uid


def _files(
    inbox: int, folder: InboundFolder, trust: bool, notes: list[str]
) -> Iterator[tuple[str, Entry]]:
    """Yield name and entry of each file in a folder, or one entry if it cannot be read.

    All entries have the same time: that of the last change in the folder.
    """
    try:
        with opened(folder.name, inbox) as handle:
            names = [name for name in sorted(os.listdir(handle)) if not is_noise(name)]
            if not names or len(names) > MOST_FILES:
                raise CannotRead(
                    f"it holds more than {MOST_FILES:,} files" if names else "it is an empty folder"
                )
            changed = _changed(handle, names)
            time = folder.claimed if trust else datetime.fromtimestamp(changed // 10**9, UTC)
            if abs(time - folder.claimed) > APART:
                notes.append(
                    f"{folder.student}: handed in at {time:%Y-%m-%d %H:%M} UTC,"
                    " when the files were last changed,"
                    f" not at {folder.claimed:%Y-%m-%d %H:%M} as {folder.name!r} says"
                )
            for name in names:
                file = composed(name)
                content = partial(_read, handle, name, None if trust else changed)
                yield file, Entry(f"{folder.name}/{file}", time, content)
    except OSError as error:
        why = f"it is not a readable folder ({error.strerror})"
        yield "", Entry(f"{folder.name}/", folder.claimed, partial(refuse, why))
    except CannotRead as error:
        yield "", Entry(f"{folder.name}/", folder.claimed, partial(refuse, str(error)))


def _changed(handle: int, names: list[str]) -> int:
    """Return the last change (ctime) of a folder or its files, in ns; nobody can set it."""
    found = [os.stat(name, dir_fd=handle, follow_symlinks=False) for name in names]
    return max(each.st_ctime_ns for each in (os.fstat(handle), *found))


def _read(handle: int, name: str, changed: int | None, most: int) -> bytes:
    """Return a file's bytes.

    If `changed` is given, the file must belong to its folder's owner and not be newer than that.
    """
    if changed is None:
        return read_file(name, handle, most)
    content = read_file(name, handle, most, owner=_account(handle))
    if _changed(handle, [name]) > changed:
        raise CannotRead("it was changed while it was read; collect again")
    return content
