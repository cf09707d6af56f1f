"""Read a table that a platform exports, and write one in the same encoding and with its separator.

Canvas writes UTF-8 with a byte order mark and commas (semicolons in some languages), Moodle UTF-8
and commas, Blackboard UTF-16 and tabs or UTF-8 and commas, Brightspace UTF-8 and commas.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.course.errors import CourseError

MOST_BYTES = 20 * 1024 * 1024
SEPARATORS = (",", ";", "\t")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
AGAIN = "download it again from the platform"


@dataclass(frozen=True)
class Record:
    """One row of a table; `row` is its number in a spreadsheet, in which the header is row 1."""

    row: int
    cells: list[str]


@dataclass(frozen=True)
class Style:
    """How a table is written.

    Args:
        encoding, mark: the encoding's name, and the byte order mark before the text, or no bytes.
        separator: the character between two cells.
        newline: the characters at the end of a row.
        quotes: whether every cell is in quotes.
    """

    encoding: str
    mark: bytes
    separator: str
    newline: str
    quotes: bool

    def written(self, rows: Iterable[Sequence[str]]) -> bytes:
        """Return a table in this style."""
        text = io.StringIO()
        writer = csv.writer(
            text,
            delimiter=self.separator,
            lineterminator=self.newline,
            quoting=csv.QUOTE_ALL if self.quotes else csv.QUOTE_MINIMAL,
        )
        writer.writerows(rows)
        return self.mark + text.getvalue().encode(self.encoding)


@dataclass(frozen=True)
class Table:
    """A table in a file: how it is written, its header, and the rows that are not empty."""

    path: Path
    style: Style
    header: list[str]
    records: list[Record]

    def problem(self, record: Record, what: str) -> CourseError:
        """Return the error for a row: the file, the row, and what to do."""
        return CourseError(f"{self.path}: row {record.row}: {what}.")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a table's file.

    Raises:
        CourseError: if it cannot be read, or cannot be a table of text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    if len(data) > MOST_BYTES:
        raise CourseError(f"{path} is larger than {MOST_BYTES // 1024**2} MB: is it a class list?")
    if data.startswith(b"PK"):
        raise CourseError(f"{path} is a workbook or a zip: export it as CSV.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise CourseError(f"{path} is an Excel workbook: export it as CSV.")
    return data


def headers(path: Path, data: bytes) -> Iterator[tuple[Style, list[str]]]:
    """Yield style and header for each separator under which the header can be read.

    Raises:
        CourseError: if the bytes are no text, or there is no header.
    """
    text, encoding, mark = _decoded(path, data)
    line = next(_lines(text), "")
    if not line.strip():
        raise CourseError(f"{path}: row 1: there is no header: {AGAIN}.")
    for separator in SEPARATORS:
        try:
            cells = next(csv.reader(_lines(text), delimiter=separator, strict=True))
        except csv.Error:
            # For example "a";"b" read with commas.
            continue
        newline = line[len(line.rstrip("\r\n")) :] or "\n"
        quotes = line.count('"') >= 2 * len(cells)
        style = Style(encoding, mark, separator, newline, quotes)
        yield style, [cell.strip() for cell in cells]


def read_table(path: Path, data: bytes, style: Style, header: list[str]) -> Table:
    """Return the table in `data`, whose style and header are known.

    Raises:
        CourseError: if a row cannot be read; names the row.
    """
    text, _, _ = _decoded(path, data)
    return Table(path, style, header, list(_records(path, text, style.separator, len(header))))


def _decoded(path: Path, data: bytes) -> tuple[str, str, bytes]:
    """Return the text, the name of its encoding and its byte order mark."""
    mark, encoding = next((each for each in MARKS if data.startswith(each[0])), (b"", "utf-8"))
    # UTF-16 without a mark: the header is ASCII, so every second byte is 0.
    if not mark and data[1:2] == b"\0":
        encoding = "utf-16-le"
    elif not mark and data[:1] == b"\0":
        encoding = "utf-16-be"
    try:
        return data[len(mark) :].decode(encoding), encoding, mark
    except UnicodeDecodeError as error:
        row = data[: len(mark) + error.start].decode(encoding, "replace").count("\n") + 1
        raise CourseError(
            f"{path}: row {row}: the text is not {encoding.upper()}: {AGAIN},"
            " or save it as CSV UTF-8."
        ) from None


def _lines(text: str) -> Iterator[str]:
    # Line ends are kept, as the csv module asks for.
    return iter(io.StringIO(text, newline=""))


def _records(path: Path, text: str, separator: str, width: int) -> Iterator[Record]:
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    row = 0
    while True:
        row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise CourseError(f"{path}: row {row}: {error}: {AGAIN}.") from None
        if row == 1 or not any(cell.strip() for cell in cells):
            continue
        if len(cells) != width:
            raise CourseError(
                f"{path}: row {row}: {len(cells)} cells, but the header has {width}: {AGAIN}."
            )
        yield Record(row, cells)


# "1.23E+09": what a spreadsheet makes of a long number when the file is saved.
ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
