"""Files that a hostile student puts where the notebook should be."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

CELL = {
    "cell_type": "code",
    "id": "x",
    "metadata": {},
    "source": "x = 1",
    "outputs": [],
    "execution_count": None,
}

KEYS = {f"k{n}": n for n in range(400_000)}


def book(cells: Any = (), **more: Any) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells), **more}


def old(cells: list[Any], sheets: int = 1) -> dict[str, Any]:
    """A notebook of format 3, with its cells in so many worksheets."""
    return {"nbformat": 3, "metadata": {}, "worksheets": [{"cells": cells}] * sheets}


def cell(**more: Any) -> dict[str, Any]:
    return {**CELL, **more}


def packed(content: Any) -> bytes:
    """`content` as the bytes of a JSON file."""
    return json.dumps(content).encode()


def raw(text: str, number: str = '"NUMBER"') -> Callable[[], bytes]:
    return lambda: (
        json.dumps(book([cell(metadata={"evil": "NUMBER"})])).replace(number, text).encode()
    )


def deep(levels: int) -> bytes:
    return (
        json.dumps(book([cell(metadata={"evil": "DEEP"})]))
        .replace('"DEEP"', "[" * levels + "]" * levels)
        .encode()
    )


# Cannot be read: name -> (its bytes, a part of the line that says why).
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nesting_of_100000_levels": (lambda: deep(100_000), "nested too deeply"),
    "unclosed_nesting": (lambda: b'{"cells":' * 100_000, "nested too deeply"),
    "nul_bytes": (lambda: b"\x00" * 1_000_000, "not a notebook"),
    "a_nul_byte_in_a_string": (raw("\x00"), "not a notebook"),
    "utf_16": (lambda: json.dumps(book([CELL])).encode("utf-16"), "not UTF-8"),
    "utf_32": (lambda: json.dumps(book([CELL])).encode("utf-32"), "not UTF-8"),
    "half_a_character_as_bytes": (
        lambda: packed(book([cell(source="X")])).replace(b"X", b"\xed\xa0\x80"), "not UTF-8"
    ),
    "100000_cells": (lambda: packed(book([CELL] * 80_000)), "80,000 cells, more than 5,000"),
    "a_million_empty_cells": (lambda: packed(book([{}] * 1_000_000)), "cells, more than 5,000"),
    "a_million_worksheets": (
        lambda: packed(old([{}] * 9, sheets=90_000)),
        "cells, more than 5,000",
    ),
    "cells_as_numbers": (lambda: packed(book(range(10))), "cell 1 is not a JSON object"),
    "cells_as_a_dictionary": (
        lambda: packed({**book(), "cells": {"0": CELL}}), "'cells' is not a list"
    ),
    "a_source_of_numbers": (lambda: packed(book([cell(source=[1, 2])])), "has no text"),
    "a_source_of_lists": (lambda: packed(book([cell(source=[["x"]])])), "has no text"),
    "format_5": (lambda: packed({**book([CELL]), "nbformat": 5}), "notebook format 5"),
    "format_99": (lambda: packed({**book([CELL]), "nbformat": 99}), "notebook format 99"),
    "format_as_text": (lambda: packed({**book([CELL]), "nbformat": "4"}), "format is not a number"),
    "format_as_infinity": (
        lambda: packed({**book([CELL]), "nbformat": float("inf")}), "not a number"
    ),
    "format_as_a_huge_number": (
        lambda: packed(book()).replace(b"4", b"9" * 100_000), "not a number"
    ),
    "a_truncated_notebook": (lambda: packed(book([CELL] * 100))[:-50], "not a notebook"),
    "two_notebooks_in_one": (lambda: packed(book()) * 2, "not a notebook"),
    "a_zip": (lambda: b"PK\x03\x04" + bytes(range(256)) * 100, "not UTF-8"),
    "a_pickle": (lambda: b"cos\nsystem\n(S'touch /tmp/pickled'\ntR.", "not a notebook"),
    "an_old_format_with_cells_of_no_type": (
        lambda: packed(old([{"cell_type": []}])),
        "no",
    ),
}  # fmt: skip

# Odd, but there is a notebook in it: it is run, and earns what it earns: nothing.
TAKEN: dict[str, Callable[[], bytes]] = {
    "half_a_character": lambda: packed(book([cell(source="'\ud800'")])),
    "nesting_of_900_levels": lambda: deep(900),
    "a_huge_number": raw("9" * 1_000_000),
    "not_a_number": raw("NaN"),
    "infinity": raw("-Infinity"),
    "keys_that_stand_twice": lambda: packed(book([CELL])).replace(
        b'"cells"', b'"cells": [], "cells"'
    ),
    "a_source_of_a_million_pieces": lambda: packed(book([cell(source=["#"] * 1_000_000)])),
    "a_line_of_a_million_characters": lambda: packed(book([cell(source="#" * 1_000_000)])),
    "an_expression_nested_deeply": lambda: packed(
        book([cell(source="(" * 100_000 + ")" * 100_000)])
    ),
    "a_nul_in_a_source": lambda: packed(book([cell(source="x = 1\x00")])),
    "a_byte_order_mark": lambda: b"\xef\xbb\xbf" + packed(book([CELL])),
    "ids_that_stand_twice": lambda: packed(book([CELL] * 50)),
    "ids_that_are_none": lambda: packed(
        book([cell(id=x) for x in (None, "", 7, [], "<script>", "x" * 10_000)])
    ),
    "attachments_of_many_megabytes": lambda: packed(
        book([{"cell_type": "markdown", "id": "m", "metadata": {},
               "source": "![x](attachment:a.png)", "attachments": {
                   f"{n}.png": {"image/png": "AAAA" * 200_000} for n in range(10)}}])
    ),
    "metadata_of_many_keys": lambda: packed(book([CELL], metadata=KEYS)),
    "cell_metadata_of_many_keys": lambda: packed(book([cell(metadata=KEYS)])),
    "outputs_of_many_megabytes": lambda: packed(
        book([cell(outputs=[{"output_type": "stream", "name": "stdout", "text": "x" * 9_000_000}])])
    ),
    "execution_tags": lambda: packed(
        book([cell(metadata={"tags": ["raises-exception", "skip-execution"]})])
    ),
    "another_kernel": lambda: packed(
        book([CELL], metadata={
            "kernelspec": {"name": "bash", "display_name": "x"}, "language_info": {"name": "bash"},
        })
    ),
    "test_cells_of_its_own": lambda: packed(
        book([cell(source="", metadata={"nbgrader": {
            "grade": True, "solution": False, "locked": False, "grade_id": "test-relu-values",
            "points": 1000, "schema_version": 3}})] * 2)
    ),
}  # fmt: skip


def link(path: Path, term: Path) -> None:
    path.symlink_to(next((term / "submitted" / "zz-neighbour").rglob("*.ipynb")))


def hard_link(path: Path, term: Path) -> None:
    other = term / "elsewhere.ipynb"
    other.write_bytes(next((term / "submitted" / "zz-neighbour").rglob("*.ipynb")).read_bytes())
    os.link(other, path)


def endless(path: Path, term: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path, term: Path) -> None:
    os.mkfifo(path)


def socket_file(path: Path, term: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def folder(path: Path, term: Path) -> None:
    path.mkdir()


def sparse(path: Path, term: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000_000)


def link_in_a_circle(path: Path, term: Path) -> None:
    path.symlink_to(path.name)


def link_as_folder(path: Path, term: Path) -> None:
    path.parent.rmdir()
    path.parent.symlink_to(next((term / "submitted" / "zz-neighbour").iterdir()))


# No ordinary file: each makes what lies at a path.
STRANGE: dict[str, Callable[[Path, Path], None]] = {
    made.__name__: made
    for made in (
        link,
        hard_link,
        endless,
        pipe,
        socket_file,
        folder,
        sparse,
        link_in_a_circle,
        link_as_folder,
    )
}
