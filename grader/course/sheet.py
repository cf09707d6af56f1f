"""Write tables as CSV without formula injection: spreadsheets show every cell as plain text."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

# What spreadsheets take as the start of a formula, also after spaces and in full-width forms.
FORMULA = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return a table with a header line; text is escaped (`escape`), numbers are not."""
    return "".join(
        _line(each) for each in [columns, *([row.get(name) for name in columns] for row in rows)]
    )


def _line(values: Iterable[object]) -> str:
    text = io.StringIO()
    # The writer quotes the characters of its line terminator only, and a lone carriage return ends
    # a line in spreadsheets too.
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([escape(value) if isinstance(value, str) else value for value in values])
    return text.getvalue().removesuffix("\r\n") + "\n"


def escape(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unescape(text: str) -> str:
    """Undo `escape`."""
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text
