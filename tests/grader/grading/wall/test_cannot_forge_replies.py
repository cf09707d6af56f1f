"""Attempts to gain points with forged replies, or by patching the student server: they earn 0."""

import pytest
from evil import ALL, check_gained_nothing
from graded_class import Class

# Frames that are valid in the protocol, for every open descriptor.
FRAMES = """
import os, struct, socket, threading
def frame(b): return struct.pack('<Q', len(b)) + b
def message(b): return frame(struct.pack('<II', len(b), 0) + b + bytes(-len(b) % 8))
OK = message(b'\\x91\\x94\\xa2ok' + {value} + b'\\xa0\\x90')
"""

ATTACKS = {
    "write_replies_on_every_descriptor": FRAMES.format(value="b'\\xc3'")
    + """
for number in range(3, 64):
    try: os.write(number, OK * 50)
    except OSError: pass
""",
    "answer_the_wire_itself": FRAMES.format(value="b'\\x00'")
    + """
for number in range(3, 64):
    try:
        wire = socket.socket(fileno=os.dup(number))
        wire.setblocking(True)
    except OSError: continue
    while True:
        try: wire.sendall(OK); wire.recv(1 << 20)
        except OSError: break
""",
    "answer_with_a_pickle": """
import os, pickle, struct
class Boom:
    def __reduce__(self): return (os.system, ('touch /tmp/pickled-by-attack',))
data = pickle.dumps(Boom())
for number in range(3, 64):
    try: os.write(number, struct.pack('<Q', len(data)) + data)
    except OSError: pass
""",
    "announce_an_endless_frame": """
import os, struct
for number in range(3, 64):
    try: os.write(number, struct.pack('<Q', 0xFFFFFFFF) + b'x' * 100)
    except OSError: pass
""",
    "reply_through_a_thread": FRAMES.format(value="b'\\xc0'")
    + """
def flood():
    while True:
        for number in range(3, 20):
            try: os.write(number, OK)
            except OSError: pass
threading.Thread(target=flood, daemon=True).start()
""",
    "patch_the_student_side": """
import gc, sys
side = next(o for o in gc.get_objects() if type(o).__name__ == 'StudentServer')
side.do_call = lambda *a: 0
side.do_operator = lambda *a: True
""",
    "answer_none_to_everything_from_the_student_side": """
import gc
side = next(o for o in gc.get_objects() if type(o).__name__ == 'StudentServer')
class Writer:
    def write(self, value, after=None):
        import struct
        message = b'\\x91\\x94\\xa2ok\\xc0\\xa0\\x90'
        return [struct.pack('<II', len(message), 0) + message + bytes(-len(message) % 8)]
side.writer = Writer()
""",
    "give_every_object_the_same_handle": ALL.format("Evil()")
    + """
import gc
side = next(o for o in gc.get_objects() if type(o).__name__ == 'StudentServer')
side.writer._register = lambda value: (1, 1)
""",
    "report_no_changed_argument": ALL.format("Evil()")
    + """
import grader.grading.wall.student.server as server
server.unchanged = lambda *a: True
""",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_cannot(attack: str, graded: Class) -> None:
    check_gained_nothing(attack, graded)


def test_the_neighbour_has_full_marks(graded: Class) -> None:
    graded.check_neighbour()
