"""Compress texts with a dictionary that both sides have.

Most of a submission is the release, and most of a graded notebook is the release or its tests.
"""

import orjson
from zstandard import (
    DICT_TYPE_RAWCONTENT,
    ZstdCompressionDict,
    ZstdCompressor,
    ZstdDecompressor,
    ZstdError,
)

from grader.grading.wall.tests.compiled import CompiledTests

# Larger ones are hardly smaller, and level 1 skips too much of the dictionary to find the release.
LEVEL = 3


class Shared:
    """The release and the tests of a module as a dictionary."""

    def __init__(self, tests: CompiledTests) -> None:
        parts = [
            tests.course.release(tests.module).read_bytes(),
            orjson.dumps(tests.release),
            *(orjson.dumps(tests.references[name].source) for name in sorted(tests.references)),
        ]
        known = ZstdCompressionDict(b"".join(parts), dict_type=DICT_TYPE_RAWCONTENT)
        known.precompute_compress(level=LEVEL)
        self._compressor = ZstdCompressor(dict_data=known, write_checksum=True)
        self._decompressor = ZstdDecompressor(dict_data=known)

    def pack(self, text: bytes) -> bytes:
        """Return what `unpack` makes `text` of."""
        return self._compressor.compress(text)

    def unpack(self, data: bytes) -> bytes:
        """Return the packed text.

        Raises:
            ValueError: if it is incomplete.
        """
        try:
            return self._decompressor.decompress(data)
        except ZstdError as error:
            raise ValueError(f"incomplete: {error}") from None
