"""Find submissions that are suspiciously alike, with copydetect.

copydetect compares code as MOSS does: names and texts do not count, nor do comments and layout, and
two pieces are the same if they share a run of at least `RUN` characters of what is left. The
release's own code is nobody's. Neither is what many students wrote: short tasks have one obvious
answer, and it says nothing about where a student has it from.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from itertools import combinations, groupby
from operator import itemgetter

import numpy as np
from copydetect import CodeFingerprint, compare_files
from copydetect.utils import get_document_fingerprints, get_token_coverage

from grader.report.model import Alike, Pair, Passage, Sides

RUN = 25  # characters; copydetect's own default
THRESHOLD = 0.6  # of the own code of one of the two
SHORTEST = 250  # characters of code in common, as they are compared: about ten lines
COMMON, COMMON_SHARE = 3, 0.05  # students, and the share of the class: what more wrote is common
MOST = 50  # pairs in a report

Answers = Mapping[str, str]  # exercise -> what a student wrote


class _Prints:
    """Fingerprints of answers; of those with the same text, one."""

    def __init__(self) -> None:
        self._found: dict[str, CodeFingerprint] = {}
        self._own: dict[str, CodeFingerprint] = {}

    def of(self, code: str) -> CodeFingerprint:
        """Return the fingerprint of an answer with all its runs."""
        if code not in self._found:
            # A window of 1 keeps every run: with a larger one, Python's random hashes would choose.
            text = io.StringIO(code)
            self._found[code] = CodeFingerprint("answer.py", RUN, 1, language="python", fp=text)
        return self._found[code]

    def own(self, code: str, known: set[int]) -> CodeFingerprint:
        """Return the fingerprint without the `known` runs, which are the same in every call."""
        if code not in self._own:
            # The answer is not split into tokens again, which takes nearly all of the time.
            own = copy(self.of(code))
            inside = np.array(sorted(known & own.hashes), dtype=int)
            own.hashes, own.hash_idx = get_document_fingerprints(own.filtered_code, RUN, 1, inside)
            own.token_coverage = get_token_coverage(own.hash_idx, RUN, len(own.filtered_code))
            self._own[code] = own
        return self._own[code]


class _Document:
    """A student's answers, and the fingerprint of each without the `known` runs.

    Each answer has its own: a run across the border of two cells is nobody's code.
    """

    def __init__(self, answers: Answers, prints: _Prints, known: set[int]) -> None:
        self.answers = answers
        self.prints = {task: prints.own(code, known) for task, code in answers.items()}
        self.length = sum(each.token_coverage for each in self.prints.values())

    @property
    def runs(self) -> set[int]:
        """The hashes of all runs."""
        return set().union(*(each.hashes for each in self.prints.values()))


def alike(
    answers: Mapping[str, Answers], given: Answers, tasks: Sequence[str], threshold: float
) -> Alike:
    """Return the pairs of students whose code is alike, those with the largest share first.

    Args:
        answers: student -> exercise -> answer.
        given: exercise -> what the release has in its place.
        tasks: the exercises with code, in the module's order.
        threshold: the share of one's own code, from which a pair is returned.
    """
    prints = _Prints()
    codes = {
        student: {task: each.get(task, "") for task in tasks} for student, each in answers.items()
    }
    common = max(COMMON, int(COMMON_SHARE * len(answers)))
    seen = Counter[int]()
    for each in codes.values():
        seen.update(set().union(*(prints.of(code).hashes for code in each.values())))
    known = {run for run, number in seen.items() if number > common}
    known = known.union(*(prints.of(given.get(task, "")).hashes for task in tasks))
    documents = {student: _Document(each, prints, known) for student, each in codes.items()}
    pairs = [
        pair
        for left, right in _sharing(documents)
        if (pair := _pair(left, right, documents, threshold))
    ]
    pairs.sort(key=lambda pair: (-max(pair.left_share, pair.right_share), pair.left, pair.right))
    return Alike(
        compared=len(answers),
        threshold=threshold,
        shortest=SHORTEST,
        common=common,
        count=len(pairs),
        pairs=pairs[:MOST],
    )


def _sharing(documents: Mapping[str, _Document]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share a run; most of a class shares none once common code is out."""
    holders: dict[int, list[str]] = defaultdict(list)
    for student, document in documents.items():
        for run in document.runs:
            holders[run].append(student)
    together = Counter(
        pair for students in holders.values() for pair in combinations(sorted(students), 2)
    )
    yield from sorted(together)


def _pair(
    left: str, right: str, documents: Mapping[str, _Document], threshold: float
) -> Pair | None:
    """Return what two students have in common, None if it is too little."""
    one, other = documents[left], documents[right]
    ours = theirs = 0.0
    sides = []
    for task, mine in one.prints.items():
        yours = other.prints[task]
        length, shares, slices = compare_files(mine, yours)
        if length:
            ours += float(length)
            theirs += float(shares[1]) * yours.token_coverage
            codes = one.answers[task], other.answers[task]
            marked = [list(_passages(code, cut)) for code, cut in zip(codes, slices, strict=True)]
            sides.append(Sides(task=task, left=marked[0], right=marked[1]))
    if ours < SHORTEST or max(ours / one.length, theirs / other.length) < threshold:
        return None
    return Pair(
        left=left,
        right=right,
        # Pieces that are joined over a short gap may add up to a little more than the whole.
        left_share=min(1.0, ours / one.length),
        right_share=min(1.0, theirs / other.length),
        length=int(ours),
        sides=sides,
    )


def _passages(code: str, slices: np.ndarray) -> Iterator[Passage]:
    """Yield the lines of `code`, joined where alike follows alike.

    A line is alike if half of it lies within `slices`, whose ends are not exact.
    """
    marked: list[tuple[bool, str]] = []
    at, alike = 0, False
    for line in code.splitlines(keepends=True):
        inside = sum(max(0, min(at + len(line), end) - max(at, begin)) for begin, end in slices.T)
        # An empty line belongs to what stands above it.
        alike = bool(2 * inside >= len(line)) if line.strip() else alike
        marked.append((alike, line))
        at += len(line)
    for is_alike, lines in groupby(marked, key=itemgetter(0)):
        yield Passage(text="".join(line for _, line in lines), alike=is_alike)
