"""Send and receive frames over a socket: eight bytes with the length of a frame, then the frame."""

import socket
import struct
from collections.abc import Sequence

from grader.grading.wall.protocol.codec import FrameTooLarge, ProtocolError

MAX_FRAME = 64 * 1024 * 1024
READ = 1 << 16  # bytes at a time
LENGTH = struct.Struct("<Q")


class ConnectionClosed(Exception):
    """The other side has closed the connection."""


class Channel:
    """One end of a connection. The sides take turns, so at most one frame is under way."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection

    def send(self, pieces: Sequence[bytes]) -> None:
        """Send one frame, given in pieces.

        Raises:
            FrameTooLarge: if it exceeds the limit.
            ConnectionClosed: if the other side has closed the connection.
        """
        size = sum(map(len, pieces))
        if size > MAX_FRAME:
            raise FrameTooLarge(f"a frame of more than {MAX_FRAME // 1024**2} MB")
        try:
            self.connection.sendall(b"".join([LENGTH.pack(size), *pieces]))
        except OSError as error:
            raise ConnectionClosed(str(error)) from None

    def receive(self) -> memoryview:
        """Receive one frame.

        Raises:
            ConnectionClosed: if the other side has closed the connection.
            ProtocolError: if more than one frame arrives, or one that exceeds the limit.
        """
        data, end = bytearray(), LENGTH.size
        while len(data) < end:
            try:
                part = self.connection.recv(READ)
            except OSError as error:
                raise ConnectionClosed(str(error)) from None
            if not part:
                raise ConnectionClosed("the other side has closed the connection")
            data += part
            if end == LENGTH.size <= len(data):
                size = int(LENGTH.unpack_from(data)[0])
                if size > MAX_FRAME:
                    raise FrameTooLarge(f"a frame of {size // 1024**2} MB")
                end += size
        if len(data) > end:  # the sides take turns, so nothing may follow
            raise ProtocolError("more than one reply")
        return memoryview(data)[LENGTH.size :]
