"""What lies in nbgrader's exchange, the folder that students of a hub hand in to.

A student's folder there is called `student+module+time+more` by the student's own program. Whose it
is and when it was handed in is therefore asked of the system: the account that owns it, and the
time of its last change.
"""

import os
import pwd
import re
from collections.abc import Iterator
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
from grader.submissions.upload import CannotRead, Entry, composed, is_noise, opened, read, refuse

MOST_FILES = 1_000  # in one student's folder
APART = timedelta(minutes=10)  # between what a folder says and the system, of which nothing is said
NEVER = datetime.min.replace(tzinfo=UTC)
TRUST = "If one account writes for everybody here, TRUST_NAMES=1 takes the names as they are."


def inbound(course: Course, source: Path) -> Path:
    """Where an exchange at `source` takes submissions in."""
    return source / course.manifest.course.id / "inbound"


@dataclass(frozen=True)
class Parcel:
    """One folder in the exchange; name, student and time are what its maker wrote."""

    name: str
    student: str
    claimed: datetime


def arrivals(
    course: Course, module: Module, source: Path, trust: bool, notes: list[str]
) -> Iterator[tuple[Sender, Entry]]:
    """The files of everybody's newest submission.

    Args:
        course, module, source: what, and the exchange's root.
        trust: whether the folders' names are believed, whatever the system says.
        notes: where lines for a person are added.
    """
    newest: dict[str, Parcel] = {}
    left: dict[str, list[str]] = {}
    with opened(inbound(course, source), None, follow=True) as inbox:
        for name in sorted(os.listdir(inbox)):
            parcel = _parcel(name, module)
            if parcel is None:
                continue
            owner = _owner(inbox, name)
            if parcel.claimed == NEVER:
                left.setdefault("its name tells no time", []).append(name)
            elif not trust and owner != parcel.student:
                why = f"handed in as {parcel.student!r} by the account {owner!r}. {TRUST}"
                left.setdefault(why, []).append(name)
            elif parcel.student not in newest or newest[parcel.student].claimed <= parcel.claimed:
                newest[parcel.student] = parcel
        for why, names in left.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            notes.append(f"left out: {names[0]!r}{more}: {why}")
        for parcel in newest.values():
            for file, entry in _files(inbox, parcel, trust, notes):
                yield Sender(parcel.student, file), entry


def _parcel(name: str, module: Module) -> Parcel | None:
    """What a folder's name says; None if it is not of this module."""
    match = re.fullmatch(
        rf"(?P<student>.+)\+{module.id}\+(?P<time>[^+]+)(?:\+[^+]*)?", name, re.DOTALL
    )
    if match is None:
        return None
    claimed = NEVER
    with suppress(ValueError, OverflowError):
        if MOMENT.fullmatch(match["time"]):
            claimed = parse_utc(match["time"]).replace(tzinfo=UTC, microsecond=0)
    return Parcel(name, composed(match["student"]), claimed)


def _owner(inbox: int, name: str) -> str:
    try:
        number = os.stat(name, dir_fd=inbox, follow_symlinks=False).st_uid
    except OSError:
        return "nobody"
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"number {number}"


def _account(handle: int) -> int:
    """The number of the account that an open folder belongs to."""
    return os.fstat(handle).st_uid


def _files(
    inbox: int, parcel: Parcel, trust: bool, notes: list[str]
) -> Iterator[tuple[str, Entry]]:
    """Name and entry of each file in a folder, with the time at which all of it was there; at least one."""
    try:
        with opened(parcel.name, inbox) as handle:
            names = [name for name in sorted(os.listdir(handle)) if not is_noise(name)]
            if not names or len(names) > MOST_FILES:
                raise CannotRead(
                    f"it holds more than {MOST_FILES:,} files" if names else "it is an empty folder"
                )
            changed = _changed(handle, names)
            time = parcel.claimed if trust else datetime.fromtimestamp(changed // 10**9, UTC)
            if abs(time - parcel.claimed) > APART:
                notes.append(
                    f"{parcel.student}: handed in at {time:%Y-%m-%d %H:%M} UTC, when the files were last changed, "
                    f"and not at {parcel.claimed:%Y-%m-%d %H:%M}, as {parcel.name!r} says"
                )
            for name in names:
                file = composed(name)
                content = partial(_read, handle, name, None if trust else changed)
                yield file, Entry(f"{parcel.name}/{file}", time, content)
    except OSError as error:
        why = f"it is no ordinary folder ({error.strerror})"
        yield "", Entry(f"{parcel.name}/", parcel.claimed, partial(refuse, why))
    except CannotRead as error:
        yield "", Entry(f"{parcel.name}/", parcel.claimed, partial(refuse, str(error)))


def _changed(handle: int, names: list[str]) -> int:
    """When an open folder or one of its files was last changed, in nanoseconds: a time that nobody can set."""
    found = [os.stat(name, dir_fd=handle, follow_symlinks=False) for name in names]
    return max(each.st_ctime_ns for each in (os.fstat(handle), *found))


def _read(handle: int, name: str, changed: int | None, most: int) -> bytes:
    """The bytes of a file, which must be its folder's owner's and not newer than `changed`, if that is given."""
    if changed is None:
        return read(name, handle, most)
    content = read(name, handle, most, owner=_account(handle))
    if _changed(handle, [name]) > changed:
        raise CannotRead("it was changed while it was read; collect again")
    return content
