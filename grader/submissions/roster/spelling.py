"""Compare names as platforms write them: in either order, with or without accents and blanks."""

import unicodedata

MOST_WORDS = 8  # of a name


def plain(name: str) -> str:
    """Return the letters and digits of a name, in lower case and without accents.

    Canvas calls the files of "Müller, Zoë" `muller-zoe` or `müllerzoë`.
    """
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in parts if each.isalnum())


def spellings(name: str, first: str = "", last: str = "") -> set[str]:
    """Return the plain forms of a name: as it is written, and with the last name in front."""
    forms = {plain(name), plain(first + last), plain(last + first)}
    words = name.split()[:MOST_WORDS]
    # Where the last name begins is not known from the full name.
    forms |= {plain("".join(words[place:] + words[:place])) for place in range(len(words))}
    return forms - {""}
