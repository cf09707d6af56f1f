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
    frame_content_size,
)

from grader.grading.wall.tests.compiled import CompiledTests

# Higher levels hardly save bytes; level 1 skips too much of the dictionary to find the release.
LEVEL = 3
MOST = 256 * 1024 * 1024  # bytes of an unpacked text


class Shared:
    """The release and the tests of a module as a dictionary."""

    def __init__(self, tests: CompiledTests) -> None:
        parts = [
            # As `unpack_tests` writes it, whatever its line ends are here.
            tests.course.release(tests.module).read_text(encoding="utf-8").encode(),
            orjson.dumps(tests.release),
            *(orjson.dumps(tests.references[name].source) for name in sorted(tests.references)),
        ]
        known = ZstdCompressionDict(b"".join(parts), dict_type=DICT_TYPE_RAWCONTENT)
        known.precompute_compress(level=LEVEL)
        self._compressor = ZstdCompressor(dict_data=known, write_checksum=True)
        self._decompressor = ZstdDecompressor(dict_data=known)

    def pack(self, text: bytes) -> bytes:
        """Return `text`, compressed."""
        return self._compressor.compress(text)

    def unpack(self, data: bytes) -> bytes:
        """Return the packed text.

        Raises:
            ValueError: if it is damaged, too large, or was packed with another dictionary.
        """
        try:
            if frame_content_size(data) > MOST:
                raise ValueError("too large")
            return self._decompressor.decompress(data, allow_extra_data=False)
        except ZstdError as error:
            raise ValueError(f"damaged: {error}") from None
