"""Send and receive frames over a socket: eight bytes with the length of a frame, then the frame."""

import socket
import struct
from collections.abc import Sequence

from grader.grading.wall.protocol.codec import SMALL, FrameTooLarge, ProtocolError

MAX_FRAME = 64 * 1024 * 1024
LENGTH = struct.Struct("<Q")
HEADER = LENGTH.size


class ConnectionClosed(Exception):
    """The other side has closed the connection."""


class Channel:
    """One end of a connection. The sides take turns, so at most one frame is under way."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._buffer = memoryview(bytearray(HEADER + SMALL))

    def send(self, pieces: Sequence[bytes | memoryview]) -> None:
        """Send one frame, given in pieces.

        Raises:
            FrameTooLarge: if it exceeds the limit.
            ConnectionClosed: if the other side has closed the connection.
        """
        size = sum(map(len, pieces))
        if size > MAX_FRAME:
            raise FrameTooLarge(f"a frame of more than {MAX_FRAME // 1024**2} MB")
        try:
            if size < SMALL:
                self.connection.sendall(b"".join([LENGTH.pack(size), *pieces]))
            else:
                for piece in (LENGTH.pack(size), *pieces):
                    self.connection.sendall(piece)
        except TimeoutError:
            raise
        except OSError as error:
            raise ConnectionClosed(str(error)) from None

    def receive(self) -> memoryview:
        """Receive one frame; it is valid until the next call.

        Raises:
            ConnectionClosed: if the other side has closed the connection.
            TimeoutError: if nothing arrives within the socket's timeout.
            ProtocolError: if more than one frame arrives, or one that exceeds the limit.
        """
        count = self._fill(self._buffer, 0, HEADER)
        size = int(LENGTH.unpack_from(self._buffer)[0])
        if size > MAX_FRAME:
            raise FrameTooLarge(f"a frame of {size // 1024**2} MB")
        end = HEADER + size
        if count > end:  # the sides take turns, so nothing may follow
            raise ProtocolError("more than one reply")
        if size < SMALL:
            if count < end:
                self._fill(self._buffer[:end], count, end)
            return self._buffer[HEADER:end]
        large = memoryview(bytearray(end))
        large[:count] = self._buffer[:count]  # what has arrived with the length
        self._fill(large, count, end)
        return large[HEADER:]

    def _fill(self, view: memoryview, start: int, least: int) -> int:
        """Read into `view` from `start` on until it holds `least` bytes; return how many."""
        while start < least:
            try:
                count = self.connection.recv_into(view[start:] if start else view)
            except TimeoutError:
                raise
            except OSError as error:
                raise ConnectionClosed(str(error)) from None
            if not count:  # an orderly end of the stream
                raise ConnectionClosed("the other side has closed the connection")
            start += count
        return start
