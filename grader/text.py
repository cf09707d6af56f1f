"""Clean text that comes from a student's file or process."""

import re

SURROGATES = re.compile("[\ud800-\udfff]")  # half a character, which UTF-8 cannot encode


def valid(text: str) -> str:
    """Return `text` with U+FFFD in place of each lone surrogate, so that it can be encoded."""
    return SURROGATES.sub("\ufffd", text)


def first_line(text: str, most: int) -> str:
    """Return the first line of `text`, at most `most` characters, without control characters."""
    return printable(text.split("\n", 1)[0][:most])


def printable(text: str, also: str = "") -> str:
    """Return `text` with a space for each unprintable character, except those in `also`."""
    return "".join(each if each.isprintable() or each in also else " " for each in text)
