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


def cell(**more: Any) -> dict[str, Any]:
    return {**CELL, **more}


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
    "half_a_character_as_bytes": (lambda: json.dumps(book([cell(source="X")])).encode().replace(b"X", b"\xed\xa0\x80"),
                                  "not UTF-8"),
    "100000_cells": (lambda: json.dumps(book([CELL] * 80_000)).encode(), "80,000 cells, more than 5,000"),
    "a_million_empty_cells": (lambda: json.dumps(book([{}] * 1_000_000)).encode(), "cells, more than 5,000"),
    "a_million_worksheets": (
        lambda: json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [{"cells": [{}] * 9}] * 90_000}).encode(),
        "cells, more than 5,000",
    ),
    "cells_as_numbers": (lambda: json.dumps(book(range(10))).encode(), "cell 1 is none"),
    "cells_as_a_dictionary": (lambda: json.dumps({**book(), "cells": {"0": CELL}}).encode(), "cells are no list"),
    "a_source_of_numbers": (lambda: json.dumps(book([cell(source=[1, 2])])).encode(), "has no text"),
    "a_source_of_lists": (lambda: json.dumps(book([cell(source=[["x"]])])).encode(), "has no text"),
    "format_5": (lambda: json.dumps({**book([CELL]), "nbformat": 5}).encode(), "notebook format 5"),
    "format_99": (lambda: json.dumps({**book([CELL]), "nbformat": 99}).encode(), "notebook format 99"),
    "format_as_text": (lambda: json.dumps({**book([CELL]), "nbformat": "4"}).encode(), "format is no number"),
    "format_as_infinity": (lambda: json.dumps({**book([CELL]), "nbformat": float("inf")}).encode(), "no number"),
    "format_as_a_huge_number": (lambda: json.dumps(book()).replace("4", "9" * 100_000).encode(), "no number"),
    "a_truncated_notebook": (lambda: json.dumps(book([CELL] * 100)).encode()[:-50], "not a notebook"),
    "two_notebooks_in_one": (lambda: json.dumps(book()).encode() * 2, "not a notebook"),
    "a_zip": (lambda: b"PK\x03\x04" + bytes(range(256)) * 100, "not UTF-8"),
    "a_pickle": (lambda: b"cos\nsystem\n(S'touch /tmp/pickled'\ntR.", "not a notebook"),
    "an_old_format_with_cells_of_no_type": (
        lambda: json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [{"cells": [{"cell_type": []}]}]}).encode(),
        "no",
    ),
}  # fmt: skip

# Odd, but there is a notebook in it: it is run, and earns what it earns: nothing.
TAKEN: dict[str, Callable[[], bytes]] = {
    "half_a_character": lambda: json.dumps(book([cell(source="'\ud800'")])).encode(),
    "nesting_of_900_levels": lambda: deep(900),
    "a_huge_number": raw("9" * 1_000_000),
    "not_a_number": raw("NaN"),
    "infinity": raw("-Infinity"),
    "keys_that_stand_twice": lambda: json.dumps(book([CELL])).replace('"cells"', '"cells": [], "cells"').encode(),
    "a_source_of_a_million_pieces": lambda: json.dumps(book([cell(source=["#"] * 1_000_000)])).encode(),
    "a_line_of_a_million_characters": lambda: json.dumps(book([cell(source="#" * 1_000_000)])).encode(),
    "an_expression_nested_deeply": lambda: json.dumps(book([cell(source="(" * 100_000 + ")" * 100_000)])).encode(),
    "a_nul_in_a_source": lambda: json.dumps(book([cell(source="x = 1\x00")])).encode(),
    "a_byte_order_mark": lambda: b"\xef\xbb\xbf" + json.dumps(book([CELL])).encode(),
    "ids_that_stand_twice": lambda: json.dumps(book([CELL] * 50)).encode(),
    "ids_that_are_none": lambda: json.dumps(
        book([cell(id=x) for x in (None, "", 7, [], "<script>", "x" * 10_000)])
    ).encode(),
    "attachments_of_many_megabytes": lambda: json.dumps(
        book([{"cell_type": "markdown", "id": "m", "metadata": {}, "source": "![x](attachment:a.png)",
               "attachments": {f"{n}.png": {"image/png": "AAAA" * 200_000} for n in range(10)}}])
    ).encode(),
    "metadata_of_many_keys": lambda: json.dumps(book([CELL], metadata=KEYS)).encode(),
    "cell_metadata_of_many_keys": lambda: json.dumps(book([cell(metadata=KEYS)])).encode(),
    "outputs_of_many_megabytes": lambda: json.dumps(
        book([cell(outputs=[{"output_type": "stream", "name": "stdout", "text": "x" * 9_000_000}])])
    ).encode(),
    "execution_tags": lambda: json.dumps(
        book([cell(metadata={"tags": ["raises-exception", "skip-execution"]})])
    ).encode(),
    "another_kernel": lambda: json.dumps(
        book([CELL], metadata={"kernelspec": {"name": "bash", "display_name": "x"}, "language_info": {"name": "bash"}})
    ).encode(),
    "test_cells_of_its_own": lambda: json.dumps(
        book([cell(source="", metadata={"nbgrader": {
            "grade": True, "solution": False, "locked": False, "grade_id": "test-relu-values", "points": 1000,
            "schema_version": 3}})] * 2)
    ).encode(),
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
