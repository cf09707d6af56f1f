"""Fill a platform's table with marks, and write the file that the platform takes back.

The file has the platform's own encoding, separator and order, the columns by which it finds people,
and one column of marks. Other columns of marks are left out: the platform would take what stood in
them at the time of the export for a change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.course.errors import CourseError
from grader.course.sheet import csv_of, escape
from grader.gradebook.marks import Mark
from grader.submissions.people import People
from grader.submissions.roster.delimited import Record
from grader.submissions.roster.forms import BESIDE, Listed, Sheet, mark_columns, maximum
from grader.submissions.roster.ties import tie

NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?|-|")
EXCUSED = "EX"  # in Canvas's tables, which take it back
KEPT = (EXCUSED, "N/A")  # Canvas: excused, and not assigned to this person


@dataclass
class Filled:
    """A table with marks: the bytes of the file, and what there is to say about it.

    Args:
        data: the file.
        written: how many marks are in it.
        changed: how many replace another mark.
        notes: a line for each person without a mark, and each row that is left out.
    """

    data: bytes = b""
    written: int = 0
    changed: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Order:
    """What is to be filled.

    Args:
        module: the module's id, which a grading worksheet's numbers belong to.
        column: the place of the column of marks.
        section: the section whose rows are written, empty for all.
        factor: what points are multiplied by.
    """

    module: str
    column: int
    section: str = ""
    factor: float = 1.0


def choose_column(sheet: Sheet, names: tuple[str, ...], asked: str | None) -> int:
    """Return the place of the column for a module.

    Args:
        sheet: the table.
        names: what the column may be called: the module's id, name and title.
        asked: the name, or a part of the name, that the user gives.

    Raises:
        CourseError: if no column or several columns fit; the message lists those that there are.
    """
    places = mark_columns(sheet)
    header, path = sheet.table.header, sheet.table.path
    if not places:
        raise CourseError(
            f"{path}: row 1: a {sheet.form.platform} {sheet.form.kind} without a column of marks:"
            " create the assignment there, export the gradebook and give it with --file."
        )
    wanted = [asked] if asked else list(names)
    exact = [place for place in places if header[place] in wanted]
    fit = exact or [
        place for place in places if any(_plain(each) in _plain(header[place]) for each in wanted)
    ]
    # A grading worksheet has one column, called Grade.
    if not fit and not asked and sheet.form.of_one_assignment:
        fit = places
    if len(fit) == 1:
        return fit[0]
    there = "; ".join(header[place] for place in fit or places)
    what = "several columns match" if fit else "no column matches"
    raise CourseError(
        f"{path}: row 1: {what} {' or '.join(wanted)}: give --column, one of: {there}."
    )


def factor(sheet: Sheet, column: int, points: float, *, scale: bool) -> float:
    """Return what to multiply points by, so that `points` become the column's maximum.

    Raises:
        CourseError: if the maxima differ and `scale` is not set.
    """
    most = maximum(sheet, column)
    if most is None or most == points:
        return 1.0
    if scale and most > 0 and points > 0:
        return most / points
    raise CourseError(
        f"{sheet.table.path}: {sheet.table.header[column]!r} has {most:g} points, the module"
        f" {points:g}: change it on the platform and export again, or give --scale."
    )


def fill(sheet: Sheet, people: People, marks: Mapping[str, Mark], order: Order) -> Filled:
    """Return the table with the marks.

    Raises:
        CourseError: if nobody is in the section.
    """
    filled, kept = Filled(), _kept_columns(sheet, order.column)
    rows = {record.row: list(record.cells) for record in sheet.aside}
    listed_sections: set[str] = set()
    for record, listed in sheet.people:
        student = tie(people, sheet.form, listed, order.module).student
        entry = people.roster.entries.get(student) if student else None
        sections = entry.sections if entry else [listed.section]
        listed_sections |= set(sections)
        if order.section and order.section.casefold() not in map(str.casefold, sections):
            continue
        if unsafe := _unsafe_key(sheet, record):
            filled.notes.append(
                f"row {record.row}: left out, since {unsafe}: enter the mark by hand"
            )
            continue
        rows[record.row] = _filled(sheet, record, listed, student, marks, order, filled)
    if order.section and not any(record.row in rows for record, _ in sheet.people):
        known = ", ".join(sorted(listed_sections - {""})) or "none"
        raise CourseError(
            f"{sheet.table.path}: nobody is in section {order.section!r}. Sections: {known}."
        )
    ordered = [sheet.table.header, *(rows[row] for row in sorted(rows))]
    filled.data = sheet.table.style.written([row[place] for place in kept] for row in ordered)
    in_file = {tie(people, sheet.form, each, order.module).student for _, each in sheet.people}
    for student in sorted(set(marks) - in_file):
        if marks[student].points is not None and not order.section:
            filled.notes.append(f"{student}: has a mark, but no row in {sheet.table.path.name}")
    return filled


def _filled(
    sheet: Sheet, record: Record, listed: Listed, student: str | None,
    marks: Mapping[str, Mark], order: Order, filled: Filled,
) -> list[str]:  # fmt: skip
    """Return a row with its mark, and with names that no spreadsheet takes for a formula."""
    keys = {sheet.table.header.index(each) for each in _keys(sheet)}
    row = [
        cell if place in keys or NUMBER.fullmatch(cell) else escape(cell)
        for place, cell in enumerate(record.cells)
    ]
    row[order.column] = before = record.cells[order.column].strip()
    mark = marks.get(student) if student else None
    if student is None:
        filled.notes.append(f"row {record.row}: {listed} is not in the roster: no mark")
    elif mark and mark.excused and sheet.form.platform == "canvas" and before not in KEPT:
        row[order.column] = EXCUSED
        filled.written += 1
        filled.changed += before != ""
    elif mark is None or mark.points is None:
        filled.notes.append(f"{student}: no mark: {mark.why if mark else 'nothing was handed in'}")
    elif reason := _locked(sheet, record, before):
        filled.notes.append(f"{student}: no mark: the platform says {reason}")
    else:
        row[order.column] = as_number(mark.points * order.factor)
        filled.written += 1
        filled.changed += before not in ("", "-", row[order.column])
    return row


def _locked(sheet: Sheet, record: Record, before: str) -> str:
    """Return why a mark cannot be entered, empty if it can."""
    if sheet.form.platform == "canvas" and before in KEPT:
        return {"EX": "excused (EX)", "N/A": "not assigned (N/A)"}[before]
    name = "Grade can be changed"
    if name in sheet.table.header and record.cells[sheet.table.header.index(name)] == "No":
        return "that the grade cannot be changed"
    return ""


def _keys(sheet: Sheet) -> list[str]:
    return [each for each in sheet.form.key if each in sheet.table.header]


def _kept_columns(sheet: Sheet, column: int) -> list[int]:
    """Return the places of the columns that the file has."""
    form = sheet.form
    of_people = {name for names in form.fields.values() for name in names} | set(BESIDE)
    kept = {*form.key, *form.kept, *(() if form.only else of_people)}
    return [
        place for place, name in enumerate(sheet.table.header) if place == column or name in kept
    ]


def _unsafe_key(sheet: Sheet, record: Record) -> str:
    """Say which key of a row is a formula; it cannot be escaped, as the platform looks it up."""
    for name in _keys(sheet):
        value = record.cells[sheet.table.header.index(name)]
        if escape(value) != value and not NUMBER.fullmatch(value):
            return f"its {name} would be a formula in a spreadsheet"
    return ""


def as_number(points: float) -> str:
    """Return points with at most two decimals, as all platforms read them."""
    return format(round(points, 2), ".10g")


COLUMNS = (
    "student_id", "last_name", "first_name", "name", "login", "id", "email", "section", "score",
    "max_score", "note",
)  # fmt: skip


def plain_table(people: People, marks: Mapping[str, Mark], points: float, section: str) -> Filled:
    """Return a table of ours, for a platform that has none of the known forms.

    Raises:
        CourseError: if nobody is in the section.
    """
    filled, lines = Filled(), []
    roster = people.roster.entries
    for student in sorted({*marks, *roster}):
        entry = roster.get(student)
        sections = entry.sections if entry else []
        if section and section.casefold() not in map(str.casefold, sections):
            continue
        mark = marks.get(student, Mark(None, "nothing was handed in"))
        filled.written += mark.points is not None
        if mark.points is None:
            filled.notes.append(f"{student}: no mark: {mark.why}")
        known = {
            "student_id": student, "score": "" if mark.points is None else as_number(mark.points),
            "max_score": as_number(points), "note": mark.why,
        }  # fmt: skip
        if entry:
            known |= entry.model_dump(include={"name", "login", "id", "email", "section"})
            known |= {"last_name": entry.last, "first_name": entry.first}
        lines.append(known)
    if section and not lines:
        found = sorted({each for entry in roster.values() for each in entry.sections} - {""})
        raise CourseError(f"Nobody is in section {section!r}. Sections: {', '.join(found)}.")
    filled.data = csv_of(COLUMNS, lines).encode("utf-8")
    return filled


def _plain(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())
