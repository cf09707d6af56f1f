"""Tables in the encodings and with the separators of every platform, and what is no table."""

import codecs
from pathlib import Path

import pytest
from platform_files import FILES

from grader.course.errors import CourseError
from grader.submissions.roster.delimited import MOST_BYTES, Table, headers, read_bytes, read_table

PATH = Path("class.csv")


def table(data: bytes) -> Table:
    """The table as it is read with the separator that gives the most columns."""
    style, header = max(headers(PATH, data), key=lambda each: len(each[1]))
    return read_table(PATH, data, style, header)


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_written_as_it_was_read(name: str) -> None:
    first = table(FILES[name]())
    again = table(first.style.written([first.header, *(each.cells for each in first.records)]))
    assert (again.style, again.header, again.records) == (first.style, first.header, first.records)


def test_a_file_with_every_cell_in_quotes_comes_back_to_the_byte() -> None:
    data = FILES["blackboard"]()
    first = table(data)
    rows = [first.header, *(each.cells for each in first.records)]
    assert first.style.written(rows) == data


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encoding_separator_and_line_end_are_found(
    encoding: str, mark: bytes, separator: str, newline: str
) -> None:
    text = newline.join([f"login{separator}name", f"zoë{separator}Zoë", ""])
    read = table(mark + text.encode(encoding))
    assert (read.style.encoding, read.style.mark) == (encoding, mark)
    assert (read.style.separator, read.style.newline) == (separator, newline)
    assert read.records[0].cells == ["zoë", "Zoë"]


def test_rows_are_numbered_as_in_a_spreadsheet_also_after_empty_ones_and_long_cells() -> None:
    read = table(b'login,name\n"a","two\nlines"\n,\nb,Ben\n')
    assert [(each.row, each.cells[0]) for each in read.records] == [(2, "a"), (4, "b")]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"login,name\nzo\xeb,Zo\n", "row 2: the text is not UTF-8: .*save it as CSV UTF-8"),
        (b"login,name\na,b,c\n", "row 2: 3 cells, but the header has 2"),
        (b'login,name\na,b\n"c,d\n', "row 3: unexpected end of data"),
        (b"", "row 1: there is no header"),
        (b"\n\n", "row 1: there is no header"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(data: bytes, what: str) -> None:
    with pytest.raises(CourseError, match=rf"class\.csv: {what}"):
        table(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04", "a workbook or a zip: export it as CSV"),
        (b"\xd0\xcf\x11\xe0", "an Excel workbook: export it as CSV"),
        (b"a" * (MOST_BYTES + 1), "larger than 20 MB"),
    ],
    ids=["zip", "xls", "large"],
)
def test_what_is_no_table_of_text_is_told(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "class.csv"
    path.write_bytes(data)
    with pytest.raises(CourseError, match=what):
        read_bytes(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="cannot be read: No such file"):
        read_bytes(tmp_path / "class.csv")
