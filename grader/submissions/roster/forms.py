"""The tables that platforms export, told apart by their headers; see docs/platforms.md."""

import re
from dataclasses import dataclass
from pathlib import Path

from grader.course.errors import CourseError
from grader.course.sheet import unescape
from grader.course.text import first_line
from grader.submissions.roster.delimited import ROUNDED, Record, Table, headers, read_table

PLATFORMS = ("canvas", "moodle", "blackboard", "brightspace", "csv")


@dataclass(frozen=True)
class Form:
    """One kind of table of one platform.

    Args:
        platform, kind: whose it is, and what it is for users.
        needs: the columns that tell it from others.
        fields: for each part of `Listed` the columns that may hold it, the best first.
        key: the columns by which the platform finds a person when the file is taken back.
        marks: matches the header of a column of marks; the group `of` is its maximum.
        kept: further columns that the platform wants back.
        only: whether the platform wants no other columns of a person back than `key`.
    """

    platform: str
    kind: str
    needs: tuple[str, ...]
    fields: dict[str, tuple[str, ...]]
    key: tuple[str, ...] = ()
    marks: re.Pattern[str] | None = None
    kept: tuple[str, ...] = ()
    only: bool = False

    @property
    def of_one_assignment(self) -> bool:
        """Whether the numbers in it belong to one assignment."""
        return self.kind == WORKSHEET


WORKSHEET = "grading worksheet"
MOODLE_NAMES = {
    "first": ("First name",),
    "last": ("Last name", "Surname"),
    "login": ("Username",),
    "id": ("ID number",),
    "email": ("Email address",),
    "section": ("Groups", "Group", "Department"),
}
# Columns of a person that are not parts of `Listed`.
BESIDE = ("Integration ID", "Root Account", "Institution", "Last Access", "Availability")
CANVAS_MARKS = re.compile(r".+ \([0-9]{1,20}\)")
CANVAS_FIELDS = {
    "number": ("ID",),
    "id": ("SIS User ID",),
    "login": ("SIS Login ID",),
    "section": ("Section",),
}
FORMS = (
    Form(
        "canvas", "gradebook", ("Student", "ID", "Section"),
        {"name": ("Student",), **CANVAS_FIELDS}, ("ID",), CANVAS_MARKS,
    ),
    Form(
        "canvas", "gradebook", ("LastName", "FirstName", "ID", "Section"),
        {"last": ("LastName",), "first": ("FirstName",), **CANVAS_FIELDS}, ("ID",), CANVAS_MARKS,
    ),
    Form(
        "brightspace", "grades", ("OrgDefinedId",),
        {
            "id": ("OrgDefinedId",), "login": ("Username",), "last": ("Last Name",),
            "first": ("First Name",), "email": ("Email",),
            "section": ("Sections", "Section Membership"),
        },
        ("OrgDefinedId", "Username"),
        re.compile(r".+ Points Grade <Numeric MaxPoints:(?P<of>[0-9.]+)[^>]*>"),
        ("End-of-Line Indicator",), only=True,
    ),
    Form(
        "blackboard", "gradebook", ("Last Name", "First Name", "Username"),
        {
            "last": ("Last Name",), "first": ("First Name",), "login": ("Username",),
            "id": ("Student ID",), "email": ("Email",), "section": ("Child Course ID",),
        },
        ("Username",),
        re.compile(r".+ \[Total Pts: (?:up to )?(?P<of>[0-9.,]+)[^\]]*\] \|[0-9]+"),
    ),
    Form(
        "moodle", WORKSHEET, ("Identifier", "Grade", "Last modified (grade)"),
        {**MOODLE_NAMES, "number": ("Identifier",), "name": ("Full name",)},
        ("Identifier",), re.compile("Grade"),
        (
            "Status", "Maximum Grade", "Maximum grade", "Grade can be changed",
            "Last modified (submission)", "Last modified (grade)",
        ),
    ),
    *(
        Form(
            "moodle", "gradebook or participants", ("First name", last, "Email address"),
            MOODLE_NAMES, ("Email address", "ID number", "Username"),
            re.compile(r"(?!Course total|Category total).+ \(Real\)"),
            ("Last downloaded from this course",),
        )
        for last in ("Last name", "Surname")
    ),
    *(
        Form(
            "csv", "table", (needed,),
            {
                "login": ("login", "username"), "id": ("id", "student_id"), "name": ("name",),
                "first": ("first_name",), "last": ("last_name",), "email": ("email",),
                "section": ("section",),
            },
        )
        for needed in ("login", "username", "id", "student_id", "email", "name")
    ),
)  # fmt: skip
KNOWN = (
    "a Canvas gradebook (Student, ID, Section), a Moodle grading worksheet (Identifier, Grade),"
    " gradebook or list of participants (First name, Last name, Email address), a Blackboard"
    " gradebook (Last Name, First Name, Username), Brightspace grades (OrgDefinedId), or a table"
    " with login, id, email or name"
)


@dataclass(frozen=True)
class Listed:
    """A person as one row of a table has them; what the table does not have is empty.

    Args:
        row: the number of the row.
        name, first, last: the full name as people say it, and its parts if they are known.
        login, id, email, section: login, the institution's number, e-mail and section.
        number: the platform's own number.
    """

    row: int
    name: str = ""
    first: str = ""
    last: str = ""
    login: str = ""
    id: str = ""
    email: str = ""
    section: str = ""
    number: str = ""

    def __str__(self) -> str:
        named = self.name or self.login or self.email or self.id or f"participant {self.number}"
        also = self.login or self.email or self.id or self.number
        return f"{named} ({also})" if also and also != named else named


@dataclass(frozen=True)
class Sheet:
    """A table with its form, and the people in it."""

    table: Table
    form: Form
    people: list[tuple[Record, Listed]]
    aside: list[Record]
    """Rows that stand for nobody: Canvas's maxima, its row on posting, its test student."""


def recognise(path: Path, data: bytes) -> Sheet:
    """Return the table in a file's bytes with its form.

    Raises:
        CourseError: if it is no table of a known form, or a row cannot be used; names the row.
    """
    longest: list[str] = []
    for style, header in headers(path, data):
        for form in FORMS:
            if set(form.needs) <= set(header):
                return _sheet(read_table(path, data, style, header), form)
        longest = max(longest, header, key=len)
    raise CourseError(
        f"{path}: row 1: unknown header ({first_line(', '.join(longest), 100)})."
        f" Export in English: {KNOWN}."
    )


def mark_columns(sheet: Sheet) -> list[int]:
    """Return the places of the columns that hold marks."""
    pattern, maxima = sheet.form.marks, _maxima(sheet)
    return [
        place
        for place, name in enumerate(sheet.table.header)
        if pattern is not None
        and pattern.fullmatch(name)
        and "read only" not in (maxima.cells[place] if maxima else "")
    ]


def maximum(sheet: Sheet, column: int) -> float | None:
    """Return the points that a platform gives a column at most, None if the table lacks them."""
    pattern, maxima = sheet.form.marks, _maxima(sheet)
    match = pattern.fullmatch(sheet.table.header[column]) if pattern else None
    text = match.groupdict().get("of") if match else None
    if maxima is not None:
        text = maxima.cells[column]
    for name in ("Maximum Grade", "Maximum grade"):
        if name in sheet.table.header and sheet.people:
            text = sheet.people[0][0].cells[sheet.table.header.index(name)]
    try:
        return float((text or "").strip().replace(",", "."))
    except ValueError:
        return None


def _maxima(sheet: Sheet) -> Record | None:
    return next((each for each in sheet.aside if "Points Possible" in each.cells[0]), None)


def _sheet(table: Table, form: Form) -> Sheet:
    doubled = next((name for name in table.header if name and table.header.count(name) > 1), None)
    if doubled:
        raise CourseError(f"{table.path}: row 1: two columns are called {doubled!r}: rename one.")
    places = {
        part: table.header.index(name)
        for part, names in form.fields.items()
        if (name := next((each for each in names if each in table.header), None))
    }
    people, aside = [], []
    for record in table.records:
        if form.platform == "canvas" and _is_aside(record):
            aside.append(record)
        else:
            people.append((record, _listed(table, form, places, record)))
    _no_two_alike(table, [listed for _, listed in people])
    return Sheet(table, form, people, aside)


def _is_aside(record: Record) -> bool:
    """Return whether a row of Canvas stands for no student."""
    name = record.cells[0].strip()
    posting = all(re.fullmatch(r"(?i)\s*(muted|manual posting.*)?\s*", c) for c in record.cells)
    return "Points Possible" in name or name == "Student, Test" or posting


def _listed(table: Table, form: Form, places: dict[str, int], record: Record) -> Listed:
    found = {part: _clean(form, record.cells[place]) for part, place in places.items()}
    for part in ("number", "id", "login"):
        if ROUNDED.fullmatch(found.get(part, "")):
            name = table.header[places[part]]
            raise table.problem(
                record, f"a spreadsheet has rounded {name} to {found[part]}: download it again"
            )
    if "number" in places:
        number = re.search(r"[0-9]{1,20}$", found["number"])
        if number is None or (form.platform == "canvas" and number[0] != found["number"]):
            what = f"{table.header[places['number']]} is {found['number']!r}, which has no number"
            raise table.problem(record, f"{what}: download it again")
        found["number"] = number[0]
    if not any(found.get(part) for part in ("number", "id", "login", "email", "name", "last")):
        raise table.problem(record, "it names nobody: enter a login or a name, or remove the row")
    if "," in found.get("name", "") and form.platform == "canvas":
        found["last"], found["first"] = (
            part.strip() for part in found["name"].split(",", maxsplit=1)
        )
        found["name"] = ""
    name = found.pop("name", "") or f"{found.get('first', '')} {found.get('last', '')}".strip()
    return Listed(record.row, name=name, **found)


def _clean(form: Form, cell: str) -> str:
    text = " ".join(cell.split())
    if form.platform == "canvas" and (quoted := re.fullmatch(r'="(.*)"', text)):
        # Canvas writes a name that begins with = so that spreadsheets show it as text.
        return quoted[1]
    # Brightspace puts # before a number, so that spreadsheets keep its zeros.
    return text.removeprefix("#") if form.platform == "brightspace" else unescape(text)


def _no_two_alike(table: Table, people: list[Listed]) -> None:
    for part in ("number", "id", "login"):
        seen: dict[str, int] = {}
        for each in people:
            value = getattr(each, part).casefold()
            if value and value in seen:
                raise CourseError(
                    f"{table.path}: rows {seen[value]} and {each.row} have the same"
                    f" {part} {getattr(each, part)!r}: remove one."
                )
            seen[value] = each.row
