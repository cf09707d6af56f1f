"""The channel: frames arrive whole, whatever the sizes, and its limits hold."""

import socket
import threading
from collections.abc import Iterator

import pytest

from grader.grading.wall.protocol.channel import LENGTH, MAX_FRAME, READ, Channel, ConnectionClosed
from grader.grading.wall.protocol.codec import FrameTooLarge, ProtocolError


@pytest.fixture
def pair() -> Iterator[tuple[Channel, Channel]]:
    """Both ends of a connection."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Channel(ours), Channel(theirs)


@pytest.mark.parametrize("size", [0, 1, READ - LENGTH.size, READ, 3 * READ + 5])
def test_a_frame_arrives_as_it_was_sent(pair: tuple[Channel, Channel], size: int) -> None:
    frame = bytes(range(256)) * (size // 256 + 1)
    sender = threading.Thread(
        target=pair[0].send, args=([frame[: size // 2], frame[size // 2 : size]],)
    )
    sender.start()
    assert pair[1].receive() == frame[:size]
    sender.join()


def test_frames_in_turn_do_not_mix(pair: tuple[Channel, Channel]) -> None:
    for text in (b"first", b"", b"third"):
        pair[0].send([text])
        assert pair[1].receive() == text
        pair[1].send([text, text])
        assert pair[0].receive() == text * 2


def test_two_frames_at_once_are_refused(pair: tuple[Channel, Channel]) -> None:
    pair[0].connection.sendall((LENGTH.pack(1) + b"x") * 2)
    with pytest.raises(ProtocolError, match="more than one reply"):
        pair[1].receive()


def test_a_frame_that_is_too_large_is_refused_before_it_is_read(
    pair: tuple[Channel, Channel],
) -> None:
    pair[0].connection.sendall(LENGTH.pack(MAX_FRAME + 1))
    with pytest.raises(FrameTooLarge):
        pair[1].receive()
    with pytest.raises(FrameTooLarge):
        pair[0].send([bytes(1), bytes(MAX_FRAME)])


def test_a_closed_connection_is_named_at_both_ends(pair: tuple[Channel, Channel]) -> None:
    pair[0].connection.sendall(LENGTH.pack(10) + b"half")
    pair[0].connection.close()
    with pytest.raises(ConnectionClosed):
        pair[1].receive()
    with pytest.raises(ConnectionClosed):
        pair[1].send([b"x"])
