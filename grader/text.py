"""Text that comes from a student's file or process, made valid where it enters."""

import re

HALVES = re.compile("[\ud800-\udfff]")  # half a character: no encoding holds it


def valid(text: str) -> str:
    """`text` as any encoding can hold it: U+FFFD takes the place of a lone surrogate."""
    return HALVES.sub("\ufffd", text)


def first_line(text: str, most: int) -> str:
    """The beginning of a text, a line of at most `most` characters, without those that would steer a terminal."""
    return printable(text.split("\n", 1)[0][:most])


def printable(text: str, also: str = "") -> str:
    """`text` with a space in place of every character that would steer a terminal, but for those in `also`."""
    return "".join(each if each.isprintable() or each in also else " " for each in text)
