"""Text from a student, made safe for a terminal."""


def first_line(text: str, most: int) -> str:
    """Return the first line of `text`, at most `most` characters, without control characters."""
    return printable(text.split("\n", 1)[0][:most])


def printable(text: str, also: str = "") -> str:
    """Return `text` with a space for each unprintable character, except those in `also`."""
    # Escape sequences and marks that reverse the text's direction are unprintable.
    return "".join(each if each.isprintable() or each in also else " " for each in text)
