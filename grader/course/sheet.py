"""Write tables as CSV that a spreadsheet shows as text: no cell of it is taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

# What spreadsheets take for a formula's beginning, blanks before it and full-width forms included.
FORMULA = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A table with a heading line. Texts are escaped (`escape`), numbers stay numbers."""
    return "".join(
        _line(each) for each in [columns, *([row.get(name) for name in columns] for row in rows)]
    )


def _line(values: Iterable[object]) -> str:
    text = io.StringIO()
    # Only a character of the line's end is quoted for its sake, and a carriage return ends a line
    # too.
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([escape(value) if isinstance(value, str) else value for value in values])
    return text.getvalue().removesuffix("\r\n") + "\n"


def escape(text: str) -> str:
    """Put the apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unescape(text: str) -> str:
    """The text that `escape` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text
