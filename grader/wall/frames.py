"""How a frame travels: four bytes that say its length, then the frame, over a socket between two processes."""

import socket
import struct

from grader.wall.wire import WireError

MAX_FRAME = 64 * 1024 * 1024
LENGTH = struct.Struct("<I")


class Gone(Exception):
    """The other side has closed the wire or does not answer."""


def send(wire: socket.socket, frame: bytes) -> None:
    """Send one frame."""
    if len(frame) > MAX_FRAME:
        raise WireError(f"a value of more than {MAX_FRAME // 1024**2} MB cannot cross")
    try:
        wire.sendall(LENGTH.pack(len(frame)) + frame)
    except OSError as error:
        raise Gone(str(error)) from None


def receive(wire: socket.socket, limit: int = MAX_FRAME) -> bytearray:
    """Receive one frame; the socket's own timeout holds for each piece of it.

    Raises:
        Gone: if the other side has closed the wire.
        TimeoutError: if it does not answer in time.
        WireError: if it announces more than `limit` bytes.
    """
    size = int(LENGTH.unpack(_exactly(wire, 4))[0])
    if size > limit:
        raise WireError(f"an answer of {size // 1024**2} MB")
    return _exactly(wire, size)


def _exactly(wire: socket.socket, size: int) -> bytearray:
    data = bytearray(size)
    view, at = memoryview(data), 0
    while at < size:
        try:
            count = wire.recv_into(view[at:])
        except TimeoutError:
            raise
        except OSError as error:
            raise Gone(str(error)) from None
        if not count:
            raise Gone("the other side has ended")
        at += count
    return data
