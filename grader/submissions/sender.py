"""Find the sender of a file from the name that a learning platform gives it in a download.

Only the outermost name counts, since the platform makes it: its last part, and every name inside a
zip, is chosen by the student. The patterns match a name from its start, so nothing that a student
chooses can pass for another sender.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from grader.course.errors import CourseError

LONGEST_PATH = 1000  # characters; no platform's download has a longer one
NUMBER = r"[0-9]{1,20}"
# "Zoë Müller_815_assignsubmission_file_/layers.ipynb", with or without the underscore or the
# folder; a team may have no number. Moodle replaces underscores in a name by spaces.
MOODLE = (
    rf"(?P<name>[^/_]+)(?:_(?P<number>{NUMBER}))?_assignsubmission_[a-z0-9]+(?:_?/|_)(?P<file>.+)"
)
# What follows sender and number in Canvas; text or a link that was typed in has no file.
CANVAS_FILE = rf"(?:(?P<order>{NUMBER})_(?P<file>[^/]+)|(?P<typed>(?:text|link)\.html))"
# "anon_x7Pq2_90211_layers.ipynb", and "LATE_anon_..." for late work.
ANONYMOUS = rf"(?:(?P<late>LATE)_)?anon_(?P<number>[0-9A-Za-z]{{1,20}})_{CANVAS_FILE}"
# "muellerzoe_LATE_4711_90210_layers-1.ipynb": name, user and attachment. Canvas removes numbers
# between underscores from names, so the first two numbers are its own.
CANVAS = rf"(?P<name>[^/]+?)_(?:(?P<late>LATE)_)?(?P<number>{NUMBER})_{CANVAS_FILE}"
PLATFORMS = (("moodle", MOODLE), ("canvas-anonymous", ANONYMOUS), ("canvas", CANVAS))
# In a file's name: the numbers could belong to the platform's part of the name too.
AMBIGUOUS = re.compile(rf"_{NUMBER}_{NUMBER}_.")
# "zoe/layers.ipynb", and nbgrader's own "submitted/zoe/03_layers/layers.ipynb".
FOLDER = r"(?:submitted/)?(?P<name>[^/]+)/(?P<file>.*)"
# "zoe_layers.ipynb".
FLAT = r"(?P<name>[^/]+?)[_-](?P<file>{module}[^/]*)"

# What browsers, file managers and editors add to a name, for example "layers - Copy (2).ipynb.txt".
# Matched against the reversed name.
ADDED = re.compile(
    r"(?:bnypi\.|nosj\.|txt\.)*(?:\)[0-9]+\([ _-]*|(?:[0-9]+[ _-]?)?ypoc[ _-]*|[0-9]+[ _-]+)*",
    re.IGNORECASE,
)
UNFIT = set('*?[]{}<>|:"+\\/')
LONGEST_ID = 100  # characters; a gradebook keeps 128
LONGEST_ID_BYTES = 180  # file systems allow 255, and records add an ending


@dataclass(frozen=True)
class Sender:
    """The sender of a file, from the file's outermost name.

    Args:
        name: the sender's name, as the platform writes it.
        file: the rest, as the sender named it.
        platform: `canvas`, `canvas-anonymous`, `moodle`; empty for a name alone.
        number: the platform's number for the sender, empty if there is none.
        late: whether the platform marks the file as late.
        order: among files of one sender, the highest is the newest.
        doubtful: whether the name is ambiguous.
    """

    name: str
    file: str
    platform: str = ""
    number: str = ""
    late: bool = False
    order: int = 0
    doubtful: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """The key of the person, equal for all files of one person and no other."""
        return self.platform, self.number or self.name


def leaves_folder(path: str) -> bool:
    """Return whether a path in a download leads out of the folder it is unpacked to."""
    parts = PurePosixPath(path).parts
    return path.startswith("/") or ".." in parts or ":" in "".join(parts[:1])


def sender(path: str, name: str, pattern: str | None = None) -> Sender | None:
    """Find the sender from a file's path in a download; None if it names nobody.

    Args:
        path: the path in the download, with slashes.
        name: the notebook's name (`layers`).
        pattern: a regular expression that replaces the built-in ones.

    Raises:
        CourseError: if `pattern` is invalid or lacks the groups student_id and file_id.
    """
    if pattern is not None:
        compiled = _compiled(pattern)
        return _of_pattern(compiled, path) if len(path) <= LONGEST_PATH else None
    if len(path) > LONGEST_PATH:
        top, slash, rest = path.partition("/")
        # The sender is at the beginning, so the path may be cut.
        path = f"{top[:LONGEST_PATH]}{slash}{rest[:LONGEST_PATH]}"
    flat = FLAT.format(module=re.escape(name))
    # Platforms come first: the general patterns match their names too.
    for platform, each in (*PLATFORMS, ("", FOLDER), ("", flat)):
        match = re.fullmatch(each, path, re.DOTALL)
        if match:
            return _sender(platform, {key: value or "" for key, value in match.groupdict().items()})
    return None


def _sender(platform: str, found: dict[str, str]) -> Sender | None:
    name = found.get("name") or f"anon_{found['number']}"
    if name in (".", ".."):
        return None
    file = found["file"] or found.get("typed", "")
    doubtful = platform == "canvas" and AMBIGUOUS.search(f"_{file}") is not None
    order = int(found.get("order") or 0) or _copy_number(file)
    return Sender(
        name, file, platform, found.get("number", ""), bool(found.get("late")), order, doubtful
    )


def _copy_number(file: str) -> int:
    """Return 2 for "layers-2.ipynb", as platforms name a file that is handed in again; else 0."""
    match = re.search(r"-([0-9]{1,6})\.\w{1,10}$", file)
    return int(match[1]) if match else 0


def _of_pattern(pattern: re.Pattern[str], path: str) -> Sender | None:
    match = pattern.fullmatch(path)
    if match is None or not match["student_id"]:
        return None
    return Sender(
        match["student_id"], match["file_id"] or "", order=_copy_number(match["file_id"] or "")
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a user's pattern."""
    try:
        compiled = re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise CourseError(f"The pattern is not a valid regular expression: {error}.") from None
    if not {"student_id", "file_id"} <= set(compiled.groupindex):
        raise CourseError("The pattern needs the groups (?P<student_id>...) and (?P<file_id>...).")
    return compiled


def as_student_id(name: str) -> str:
    """Return `name` as a student's id: a valid folder name on any system and for nbgrader.

    Two names may give the same id: the caller must tell them apart.
    """
    name = unicodedata.normalize("NFC", name)
    name = "".join(" " if each.isspace() else each for each in name)
    name = "".join("_" if each in UNFIT or not each.isprintable() else each for each in name)
    kept = name.strip().strip(".")[:LONGEST_ID].encode()[:LONGEST_ID_BYTES]
    # The cut may split a character, whose bytes are dropped.
    return kept.decode("utf-8", "ignore").strip().strip(".") or "_"


def short_digest(name: str) -> str:
    """Return a short digest, to tell apart two names that give the same id."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def base_name(file: str) -> str:
    """Return a file's name in lower case without folders, endings and signs of a copy."""
    name = PurePosixPath(file).name[-LONGEST_PATH:].lower()
    added = ADDED.match(name[::-1])
    return name[: len(name) - (added.end() if added else 0)].strip("_ -")


def is_called(file: str, name: str) -> bool:
    """Return whether a file is `name.ipynb` or a copy of it, such as `layers (1).ipynb`."""
    return base_name(file) == name.lower()
