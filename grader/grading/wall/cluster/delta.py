"""Send a text as its difference from texts that both sides have.

Most of a submission is the release, and most of a graded notebook is the release or its tests. A
compression program would find that too, but takes as long as everything else that the parent
process does for a submission.
"""

import zlib
from array import array

import orjson

from grader.grading.wall.tests.compiled import CompiledTests

# Ends a line of source in both layouts of a notebook: one line for each string, or one in all.
BETWEEN = b"\\n"
NUMBERS = "I"  # how the numbers of known lines are packed


class Shared:
    """Lines that both sides know, by number; 0 stands for a line that is sent."""

    def __init__(self, tests: CompiledTests) -> None:
        known = [
            tests.course.release(tests.module).read_bytes(),
            orjson.dumps(tests.release),
            *(orjson.dumps(tests.references[name].source) for name in sorted(tests.references)),
        ]
        lines = dict.fromkeys(line for text in known for line in text.split(BETWEEN))
        self._lines = [b"", *lines]
        self._numbers = {line: number for number, line in enumerate(lines, start=1)}

    def pack(self, text: bytes) -> bytes:
        """Return what `unpack` makes `text` of."""
        lines, known = text.split(BETWEEN), self._numbers
        numbers = array(NUMBERS, [known.get(line, 0) for line in lines])
        new = BETWEEN.join([line for line in lines if line not in known])
        head = f"{len(numbers)}\n".encode()
        return head + zlib.compress(numbers.tobytes() + new, 1)

    def unpack(self, data: bytes) -> bytes:
        """Return the packed text.

        Raises:
            ValueError: if it is incomplete.
        """
        head, _, rest = data.partition(b"\n")
        try:
            body = zlib.decompress(rest)
            size = int(head) * array(NUMBERS).itemsize
            numbers = array(NUMBERS, body[:size])
            new = iter(body[size:].split(BETWEEN))
            known = self._lines
            return BETWEEN.join([known[number] if number else next(new) for number in numbers])
        except (zlib.error, IndexError, StopIteration) as error:
            raise ValueError(f"incomplete: {error}") from None
