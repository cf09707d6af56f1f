"""Whose file is it? What the names say that learning platforms give to the files in their zips."""

import re
from dataclasses import dataclass

from grader.errors import CourseError

# "muellerzoe_LATE_4711_90210_layers-1.ipynb": name, user and attachment numbers, and how often it was handed in before.
CANVAS = r"(?:.*/)?(?P<student_id>[^/_]+)(?:_(?P<late>LATE))?_(?P<number>\d+)_(?P<order>\d+)_(?P<file_id>[^/]+)"
# "Zoë Müller_815_assignsubmission_file_/layers.ipynb", or with an underscore in place of the folder.
MOODLE = r"(?:.*/)?(?P<student_id>[^/]+)_(?P<number>\d+)_assignsubmission_file(?:_/|_)(?P<file_id>.+)"
# "zoe/layers.ipynb", and nbgrader's own "zoe/03_layers/layers.ipynb".
FOLDER = r"(?:submitted/)?(?P<student_id>[^/]+)/(?:.*/)?(?P<file_id>[^/]+)"
# "zoe_layers.ipynb".
FLAT = r"(?P<student_id>[^/]+?)[_-](?P<file_id>{name}[^/]*)"
COPY = re.compile(r"( ?\(\d+\)|-\d+|[ _-]+copy( \d+)?)+$", re.IGNORECASE)
UNFIT = re.compile(r'[*?\[\]{}<>|:"+\\/\x00-\x1f\x7f]')


@dataclass(frozen=True)
class Sender:
    """What a file's name says.

    Args:
        student: the student's name, fit for a folder.
        number: the platform's number for the student, empty if it gives none.
        file: the file's own name, as the student had it.
        late: whether the platform marks it as late.
        order: among files of one student, a higher one is the later.
    """

    student: str
    number: str
    file: str
    late: bool
    order: int


def sender(path: str, name: str, pattern: str | None = None) -> Sender | None:
    """Read `path`; `name` is the notebook's name (`layers`), `pattern` replaces the built-in ones.

    Raises:
        CourseError: if `pattern` is no regular expression with the groups student_id and file_id.
    """
    patterns = [compiled(pattern)] if pattern else [CANVAS, MOODLE, FOLDER, FLAT.format(name=re.escape(name))]
    for each in patterns:
        match = re.fullmatch(each, path)
        if match:
            found = {key: value or "" for key, value in match.groupdict().items()}
            student = UNFIT.sub("_", found["student_id"]).strip().strip(".")
            if not student:
                return None
            again = re.search(r"-(\d+)\.\w+$", found["file_id"])
            order = int(found.get("order") or 0) + (int(again[1]) if again else 0)
            return Sender(student, found.get("number", ""), found["file_id"], bool(found.get("late")), order)
    return None


def compiled(pattern: str) -> str:
    """`pattern` itself, if it can be used."""
    try:
        groups = re.compile(pattern).groupindex
    except re.error as error:
        raise CourseError(f"The pattern is no regular expression: {error}.") from None
    if not {"student_id", "file_id"} <= set(groups):
        raise CourseError("The pattern needs the groups (?P<student_id>...) and (?P<file_id>...).")
    return pattern


def is_called(file: str, name: str) -> bool:
    """Whether a file is `name` with an ending of any kind, or a copy of it: `layers (1).ipynb`, `layers-2.ipynb`."""
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return COPY.sub("", stem).strip().casefold() == name.casefold()
