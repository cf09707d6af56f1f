"""Whose file is it? What the names say that learning platforms give to the files in their downloads.

Only the outermost name counts, which the platform makes: what follows its last part, and all that
lies in a zip, is named by the sender. A platform's names are told apart by how they begin, so no
later part can pass for another's.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from grader.errors import CourseError

LONGEST_PATH = 1000  # characters; no platform's download has a longer one
NUMBER = r"[0-9]{1,20}"
# "Zoë Müller_815_assignsubmission_file_/layers.ipynb", with or without the underscore or the
# folder; a team may have no number. Moodle writes blanks for the underscores of a name.
MOODLE = (
    rf"(?P<name>[^/_]+)(?:_(?P<number>{NUMBER}))?_assignsubmission_[a-z0-9]+(?:_?/|_)(?P<file>.+)"
)
# "anon_x7Pq2_90211_layers.ipynb", and "LATE_anon_..." for late work; a text or link that was typed
# in has no file.
ANONYMOUS = (
    rf"(?:(?P<late>LATE)_)?anon_(?P<number>[0-9A-Za-z]{{1,20}})_(?:(?P<order>{NUMBER})_(?P<file>[^/]+)"
    r"|(?P<typed>(?:text|link)\.html))"
)
# "muellerzoe_LATE_4711_90210_layers-1.ipynb": name, user and attachment; Canvas takes numbers
# between underscores out of names, so the first two are its own.
CANVAS = (
    rf"(?P<name>[^/]+?)_(?:(?P<late>LATE)_)?(?P<number>{NUMBER})_(?:(?P<order>{NUMBER})_(?P<file>[^/]+)"
    r"|(?P<typed>(?:text|link)\.html))"
)
PLATFORMS = (("moodle", MOODLE), ("canvas-anonymous", ANONYMOUS), ("canvas", CANVAS))
TWO_WAYS = re.compile(
    rf"_{NUMBER}_{NUMBER}_."
)  # in a file's name: it may be the sender's own name that ends there
# "zoe/layers.ipynb", and nbgrader's own "submitted/zoe/03_layers/layers.ipynb".
FOLDER = r"(?:submitted/)?(?P<name>[^/]+)/(?P<file>.*)"
# "zoe_layers.ipynb".
FLAT = r"(?P<name>[^/]+?)[_-](?P<file>{module}[^/]*)"

# What browsers, file managers and editors add to a name, read from its end: "layers - Copy
# (2).ipynb.txt".
ADDED = re.compile(
    r"(?:bnypi\.|nosj\.|txt\.)*(?:\)[0-9]+\([ _-]*|(?:[0-9]+[ _-]?)?ypoc[ _-]*|[0-9]+[ _-]+)*",
    re.IGNORECASE,
)
UNFIT = set('*?[]{}<>|:"+\\/')
LONGEST_ID = 100  # characters; a gradebook keeps 128
LONGEST_ID_BYTES = 180  # a file system's names have 255, and records add an ending


@dataclass(frozen=True)
class Sender:
    """What the outermost name of a file says.

    Args:
        name: the sender's name, as the platform writes it.
        file: the rest, as the sender had it.
        platform: `canvas`, `canvas-anonymous`, `moodle`; empty where a name is all that there is.
        number: the platform's number for the sender, empty if it gives none.
        late: whether the platform marks the file as late.
        order: among files of one sender, a higher one is the later.
        doubtful: whether the name can be read in a second way.
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
        """The same for two files if and only if they are one person's."""
        return self.platform, self.number or self.name


def leaves_folder(path: str) -> bool:
    """Whether a path in a download leads out of the folder that it would be unpacked in."""
    parts = PurePosixPath(path).parts
    return path.startswith("/") or ".." in parts or ":" in "".join(parts[:1])


def sender(path: str, name: str, pattern: str | None = None) -> Sender | None:
    """Read a file's path in a download; None if it names nobody.

    Args:
        path: with slashes, from where the download begins.
        name: the notebook's name (`layers`).
        pattern: a regular expression that replaces the built-in ones.

    Raises:
        CourseError: if `pattern` is no regular expression with the groups student_id and file_id.
    """
    if pattern is not None:
        compiled = _compiled(pattern)
        return _of_pattern(compiled, path) if len(path) <= LONGEST_PATH else None
    if len(path) > LONGEST_PATH:
        top, slash, rest = path.partition("/")
        # whose it is stands at the beginning
        path = f"{top[:LONGEST_PATH]}{slash}{rest[:LONGEST_PATH]}"
    flat = FLAT.format(module=re.escape(name))
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
    doubtful = platform == "canvas" and TWO_WAYS.search(f"_{file}") is not None
    order = int(found.get("order") or 0) or _copy_number(file)
    return Sender(
        name, file, platform, found.get("number", ""), bool(found.get("late")), order, doubtful
    )


def _copy_number(file: str) -> int:
    """2 for "layers-2.ipynb", as platforms call a file that is handed in again."""
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
    """`pattern`, if it can be used."""
    try:
        compiled = re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise CourseError(f"The pattern is no regular expression: {error}.") from None
    if not {"student_id", "file_id"} <= set(compiled.groupindex):
        raise CourseError("The pattern needs the groups (?P<student_id>...) and (?P<file_id>...).")
    return compiled


def fit(name: str) -> str:
    """`name` as a student's id: the name of a folder on any system, and nothing that nbgrader takes for a pattern.

    Two names may become one: whoever calls this must see to that.
    """
    name = unicodedata.normalize("NFC", name)
    name = "".join(" " if each.isspace() else each for each in name)
    name = "".join("_" if each in UNFIT or not each.isprintable() else each for each in name)
    kept = name.strip().strip(".")[:LONGEST_ID].encode()[:LONGEST_ID_BYTES]
    return kept.decode("utf-8", "ignore").strip().strip(".") or "_"


def mark(name: str) -> str:
    """A short text that is another one for another name, to tell two apart that `fit` makes one of."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def bare(file: str) -> str:
    """A file's name in small letters, without its folders, its endings and what marks a copy."""
    name = PurePosixPath(file).name[-LONGEST_PATH:].lower()
    added = ADDED.match(name[::-1])
    return name[: len(name) - (added.end() if added else 0)].strip("_ -")


def is_called(file: str, name: str) -> bool:
    """Whether a file is `name` with an ending of a notebook, or a copy of it: `layers (1).ipynb`, `layers-2.ipynb`."""
    return bare(file) == name.lower()
