"""Zips that a hostile or unlucky student hands in; each is in place of an honest one."""

import io
import struct
import zipfile
from collections.abc import Callable

MB = 1024 * 1024
CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


def zip_of(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def patched(content: bytes, header: bytes, offset: int, value: bytes) -> bytes:
    """`content` with some bytes of its first entry's header replaced."""
    place = content.index(header) + offset
    return content[:place] + value + content[place + len(value) :]


def both(content: bytes, local: int, value: bytes) -> bytes:
    """The same in both headers of an entry; the fields of the central one lie two bytes later."""
    return patched(patched(content, LOCAL, local, value), CENTRAL, local + 2, value)


BOOK = {"layers.ipynb": b'{"cells": []}' * 50}
STORED = zip_of(BOOK, zipfile.ZIP_STORED)


def bad_name() -> bytes:
    content = both(zip_of({"laXers.ipynb": b"{}"}), 6, struct.pack("<H", 0x800))
    return content.replace(b"laXers", b"la\xffers")


def broken_end_record() -> bytes:
    return STORED[:-12] + b"\xff" * 12


def broken_lzma() -> bytes:
    content = bytearray(zip_of({"layers.ipynb": bytes(range(256)) * 8}, zipfile.ZIP_LZMA))
    content[60:90] = b"\xff" * 30
    return bytes(content)


def bomb_of_bz2() -> bytes:
    """All of it comes out of one read of 4 kB, whatever limit is asked for."""
    return zip_of({"layers.ipynb": b"\0" * 50 * MB}, zipfile.ZIP_BZIP2)


def deep() -> bytes:
    content = zip_of(BOOK)
    for _ in range(30):
        content = zip_of({"again.zip": content})
    return content


def many(count: int, size: int, *, overlap: bool = False) -> bytes:
    """A zip of notebooks full of zeros, packed once; overlapping ones share the same bytes."""
    one = zip_of({"0000.ipynb": b"0" * size})
    start, end = one.index(CENTRAL), one.index(END)
    parts, contents = [], []
    for number in range(count):
        name = f"{number:04}".encode()
        parts.append(one[:start].replace(b"0000", b"0000" if overlap else name, 1))
        contents.append(
            patched(
                one[start:end], CENTRAL, 42, struct.pack("<L", 0 if overlap else number * start)
            )
        )
        contents[-1] = contents[-1] if overlap else contents[-1].replace(b"0000", name, 1)
    files, table = b"".join(parts[:1] if overlap else parts), b"".join(contents)
    return (
        files + table + struct.pack("<4s4H2LH", END, 0, 0, count, count, len(table), len(files), 0)
    )


# name -> (its bytes, a part of the line that says why nothing is taken).
BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "no_zip": (lambda: b"no zip at all", "a zip that cannot be read"),
    "empty": (lambda: b"", "a zip that cannot be read"),
    "end_record_alone": (lambda: zip_of({}), "there is no notebook in it"),
    "half_of_one": (lambda: STORED[: len(STORED) // 2], "a zip that cannot be read"),
    "a_name_that_is_no_utf_8": (bad_name, "a zip that cannot be read"),
    "a_broken_end_record": (broken_end_record, "a zip that cannot be read"),
    "a_table_of_contents_that_is_elsewhere": (
        lambda: STORED[:-6] + b"\xf0\xff\xff\xff" + STORED[-2:],
        "cannot be unpacked",
    ),
    "broken_lzma": (broken_lzma, "compression method 14"),
    "a_bomb_of_bz2": (bomb_of_bz2, "compression method 12"),
    "an_unknown_method": (lambda: both(STORED, 8, b"\x63\0"), "compression method 99"),
    "a_version_from_the_future": (
        lambda: patched(STORED, CENTRAL, 6, b"\xff\0"),
        "a zip that cannot be read",
    ),
    "encrypted": (lambda: both(STORED, 6, b"\x01\0"), "encrypted"),
    "a_wrong_checksum": (lambda: STORED.replace(b"cells", b"bells", 1), "cannot be unpacked"),
    "names_that_disagree": (lambda: STORED.replace(b"layers", b"lawyer", 1), "cannot be unpacked"),
    "a_header_that_is_missing": (lambda: STORED.replace(LOCAL, b"XXXX"), "cannot be unpacked"),
    "a_size_that_is_claimed": (
        lambda: patched(STORED, CENTRAL, 24, b"\xf0\xff\xff\xff"),
        "larger than 10 MB",
    ),
    "a_link": (lambda: patched(STORED, CENTRAL, 38, struct.pack("<L", 0o120777 << 16)), "a link"),
    "no_name": (
        lambda: zip_of(BOOK).replace(b"layers.ipynb", b"\0ayers.ipynb"),
        "there is no notebook in it",
    ),
    "zips_in_zips": (deep, "there is no notebook in it"),
    "20000_entries": (
        lambda: zip_of({f"ada{n}/layers.ipynb": b"" for n in range(20_000)}),
        "more than 1,000 files",
    ),
    "a_long_name": (lambda: zip_of({"a" * 300 + ".ipynb": b"{}"}), "not the notebook of 03_layers"),
    "a_name_of_60000_letters": (
        lambda: zip_of({"layers" + "-1" * 30_000 + ".py": b""}),
        "no notebook in it",
    ),
    "a_web_page": (lambda: zip_of({"layers.html": b"<html>"}), "there is no notebook in it"),
}


# Honest enough to be read, and large: name -> bytes.
BOMBS: dict[str, Callable[[], bytes]] = {
    "400_times_10_mb": lambda: many(400, 10 * MB),
    "one_of_300_mb": lambda: zip_of({"layers.ipynb": b"0" * (300 * MB)}),
    "400_names_for_one": lambda: many(400, 10 * MB, overlap=True),
}
