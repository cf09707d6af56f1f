"""Find answers that are alike, so that one mark can be given to all of them."""

import difflib
import re
from collections.abc import Sequence

WORD = re.compile(r"\w+(?:[.,]\w+)*|[^\w\s]")
SHARP = re.compile(r"\d|^(?:not?|never|none|neither|nor|without|t)$")  # as in "isn't", "wouldn't"
SAME = 0.9  # of the words, in order, that two answers share; below it they are marked apart


def words(text: str) -> list[str]:
    """Return the words and signs of an answer, without regard to case, line breaks and stops."""
    return [word for word in WORD.findall(text.casefold()) if word not in {".", ",", ";", ":", "!"}]


def groups(texts: Sequence[str]) -> list[list[int]]:
    """Return the places of `texts` in groups of texts that are alike, in order of their first.

    Every text of a group is alike to the group's first one: likeness does not add up over a chain.
    """
    found: list[list[int]] = []
    exact: dict[tuple[str, ...], list[int]] = {}
    heads: list[tuple[list[str], frozenset[str]]] = []
    for place, text in enumerate(texts):
        own = words(text)
        group = exact.get(tuple(own))
        if group is None:
            vocabulary = frozenset(own)
            near = (n for n, head in enumerate(heads) if _alike(own, vocabulary, *head))
            number = next(near, None)
            if number is None:
                found.append([])
                heads.append((own, vocabulary))
            group = exact[tuple(own)] = found[-1 if number is None else number]
        group.append(place)
    return found


def _alike(one: list[str], ones: frozenset[str], other: list[str], others: frozenset[str]) -> bool:
    # Cheap bounds first: most pairs of answers differ in length or in their words.
    if min(len(one), len(other)) < SAME * max(len(one), len(other)):
        return False
    if len(ones & others) < (SAME - 0.1) * len(ones | others):
        return False
    # Another number, or a "not", may turn the meaning round.
    if list(filter(SHARP.search, one)) != list(filter(SHARP.search, other)):
        return False
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME


def marked_differences(first: str, other: str) -> list[tuple[bool, str]]:
    """Return the parts of `other` in order, each with whether it differs from `first`."""
    one, two = first.split(), other.split()
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    parts = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "delete":
            parts.append((True, f"[without: {' '.join(one[start:end])}]"))
        else:
            parts.append((kind != "equal", " ".join(two[begin:stop])))
    return parts
