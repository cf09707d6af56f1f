"""Text that comes from a student's file or process, made valid where it enters."""

import re

HALVES = re.compile("[\ud800-\udfff]")  # half a character: no encoding holds it


def valid(text: str) -> str:
    """`text` as any encoding can hold it: U+FFFD takes the place of a lone surrogate."""
    return HALVES.sub("\ufffd", text)
