"""Text that comes from a student's file or process, made valid where it enters."""

import re

SURROGATES = re.compile("[\ud800-\udfff]")  # one alone is half a character: no encoding holds it


def valid(text: str) -> str:
    """`text` with U+FFFD in place of each lone surrogate, so that any encoding can hold it."""
    try:
        str.encode(text)  # many times as fast as the search
        return text
    except UnicodeEncodeError:
        return SURROGATES.sub("\ufffd", text)
