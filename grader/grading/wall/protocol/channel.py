"""How a frame travels: eight bytes that say its length, then the frame, over a socket between two processes."""

import socket
import struct
from collections.abc import Sequence

from grader.grading.wall.protocol.codec import SMALL, WireError

MAX_FRAME = 64 * 1024 * 1024
LENGTH = struct.Struct("<Q")
HEAD = LENGTH.size


class Gone(Exception):
    """The other side has closed the wire or does not answer."""


class Channel:
    """One end of a wire: frames out, frames in. Either side waits for the other, so at most one frame is on its way."""

    def __init__(self, wire: socket.socket) -> None:
        self.wire = wire
        self._view = memoryview(bytearray(HEAD + SMALL))

    def send(self, pieces: Sequence[bytes | memoryview]) -> None:
        """Send one frame, given in pieces.

        Raises:
            WireError: if it is too large.
            Gone: if the other side has closed the wire.
        """
        size = sum(map(len, pieces))
        if size > MAX_FRAME:
            raise WireError(f"a value of more than {MAX_FRAME // 1024**2} MB cannot cross")
        try:
            if size < SMALL:
                self.wire.sendall(b"".join([LENGTH.pack(size), *pieces]))
            else:
                for piece in (LENGTH.pack(size), *pieces):
                    self.wire.sendall(piece)
        except TimeoutError:
            raise
        except OSError as error:
            raise Gone(str(error)) from None

    def receive(self) -> memoryview:
        """Receive one frame; it is valid until the next call.

        Raises:
            Gone: if the other side has closed the wire.
            TimeoutError: if it does not answer in the socket's time.
            WireError: if it sends more than one frame, or one that is too large.
        """
        at = self._fill(self._view, 0, HEAD)
        size = int(LENGTH.unpack_from(self._view)[0])
        if size > MAX_FRAME:
            raise WireError(f"an answer of {size // 1024**2} MB")
        end = HEAD + size
        if at > end:
            raise WireError("more than one answer")
        if size < SMALL:
            if at < end:
                self._fill(self._view[:end], at, end)
            return self._view[HEAD:end]
        large = memoryview(bytearray(end))
        large[:at] = self._view[:at]
        self._fill(large, at, end)
        return large[HEAD:]

    def _fill(self, view: memoryview, at: int, least: int) -> int:
        """Read into `view` from `at` until `least` bytes are there."""
        while at < least:
            try:
                count = self.wire.recv_into(view[at:] if at else view)
            except TimeoutError:
                raise
            except OSError as error:
                raise Gone(str(error)) from None
            if not count:
                raise Gone("the other side has ended")
            at += count
        return at
