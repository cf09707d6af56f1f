"""Find submissions that are suspiciously alike, with copydetect.

copydetect compares code as MOSS does: names and texts do not count, nor do comments and layout, and
two pieces are the same if they share a run of at least `RUN` characters of what is left. The
release's own code is nobody's. Neither is what many students wrote: short tasks have one obvious
answer, and it says nothing about where a student has it from.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from copydetect import CodeFingerprint, compare_files

from grader.report.model import Alike, Pair, Passage, Sides

RUN = 25  # characters; copydetect's own default
THRESHOLD = 0.6  # of the own code of one of the two
SHORTEST = 150  # characters of code in common: about five lines
COMMON, COMMON_SHARE = 3, 0.05  # students, and the share of the class: what more wrote is common
MOST = 50  # pairs in a report

Answers = Mapping[str, str]  # exercise -> what a student wrote


class _Document:
    """A student's answers to the tasks with code as one text, and its fingerprint."""

    def __init__(self, answers: Answers, tasks: Sequence[str], known: np.ndarray) -> None:
        self.answers, self.tasks = answers, tasks
        text = "".join(f"{answers.get(task, '')}\n\n" for task in tasks)
        # A window of 1 keeps every run: with a larger one, Python's random hashes would choose.
        self.print = CodeFingerprint(
            "answers.py", RUN, 1, known, language="python", fp=io.StringIO(text)
        )

    def passages(self, slices: np.ndarray) -> dict[str, list[Passage]]:
        """Return task -> its code, cut at the ends of `slices`, which are alike."""
        found, begin = {}, 0
        for task in self.tasks:
            code = self.answers.get(task, "")
            cuts = [(int(a) - begin, int(b) - begin) for a, b in slices.T]
            found[task] = list(_cut(code, cuts))
            begin += len(code) + 2
        return found


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
    nothing = np.array([], dtype=int)
    blank = _Document(given, tasks, nothing).print.hashes
    common = max(COMMON, int(COMMON_SHARE * len(answers)))
    seen = Counter[int]()
    for each in answers.values():
        seen.update(_Document(each, tasks, nothing).print.hashes)
    known = np.array(
        sorted(blank | {run for run, number in seen.items() if number > common}), dtype=int
    )
    documents = {student: _Document(each, tasks, known) for student, each in answers.items()}
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
        for run in document.print.hashes:
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
    length, shares, slices = compare_files(one.print, other.print)
    # Overlapping runs may add up to a little more than the whole.
    left_share, right_share = (min(1.0, float(share)) for share in shares)
    if length < SHORTEST or max(left_share, right_share) < threshold:
        return None
    ours, theirs = one.passages(slices[0]), other.passages(slices[1])
    return Pair(
        left=left,
        right=right,
        left_share=left_share,
        right_share=right_share,
        length=int(length),
        sides=[
            Sides(task=task, left=ours[task], right=theirs[task])
            for task in one.tasks
            if _any(ours[task]) or _any(theirs[task])
        ],
    )


def _any(passages: Iterable[Passage]) -> bool:
    return any(each.alike and each.text.strip() for each in passages)


def _cut(code: str, cuts: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """Yield the pieces of `code`, those within `cuts` as alike."""
    at = 0
    for begin, end in sorted(cuts):
        begin, end = max(begin, at), min(end, len(code))
        if begin >= end:
            continue
        if code[at:begin]:
            yield Passage(text=code[at:begin], alike=False)
        yield Passage(text=code[begin:end], alike=True)
        at = end
    if code[at:]:
        yield Passage(text=code[at:], alike=False)
