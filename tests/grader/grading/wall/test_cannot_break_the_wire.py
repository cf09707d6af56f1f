"""Attempts to stop the grading, or to lose scores of others, with what a process sends.

Each attack stands in the cell of `dropout`, behind right answers for `layer` and `linear`, whose
points stay.
"""

import json

import pytest
from graded_class import Class
from kit import hand_in

from grader.course.manifest import Module
from grader.course.notebook import read
from grader.course.term import Course
from grader.gradebook.grades import write_csv
from grader.library.answers import solutions, submission

# From here on the student's side answers everything with the same bytes.
SEND = """
import gc, struct
side = next(o for o in gc.get_objects() if type(o).__name__ == 'StudentServer')
class Liar:
    def write(self, value, after=None): return [{frame}]
side.writer = Liar()
"""
MESSAGE = "struct.pack('<II', {size}, 0) + {message!r} + bytes({padding})"


def sends(message: bytes) -> str:
    return SEND.format(
        frame=MESSAGE.format(size=len(message), message=message, padding=-len(message) % 8)
    )


BROKEN = {
    "send_an_empty_frame": SEND.format(frame="b''"),
    "send_a_frame_that_is_cut": SEND.format(frame="struct.pack('<II', 100, 0)"),
    "send_no_parts": sends(b"\x90"),
    "send_a_part_that_is_none": sends(b"\x91\xc0"),
    "send_three_parts": sends(b"\x93\x94\xa2ok\xc0\xa0\x90\xc0\xc0"),
    "send_an_answer_of_two": sends(b"\x91\x92\xa2ok\xc0"),
    "send_a_kind_that_is_none": sends(b"\x91\x94\xa4good\xc0\xa0\x90"),
    "send_an_error_without_a_message": sends(b"\x91\x94\xa5error\x92\xa1E\x90\xa0\x90"),
    "send_a_handle_as_an_unknown_type": sends(b"\x91\x94\xa2ok\xd6\x0d\xff\x00\x00\x00\xa0\x90"),
    "send_an_array_beyond_the_frame": sends(
        b"\x91\x94\xa2ok\xc7\x19\x0b" + bytes(4) + b"f8  \x01" + b"\x08" * 16 + b"\xa0\x90"
    ),
    "send_a_thousand_arrays_of_the_same_bytes": SEND.format(
        frame="struct.pack('<II', 24010, 0) + b'\\x91\\x94\\xa2ok\\xdc\\x03\\xe8'"
        " + (b'\\xc7\\x15\\x0bf8  \\x01' + struct.pack('<QQ', 0, 2**20)) * 1000 + b'\\xa0\\x90'"
        " + bytes(6 + 2**23)"
    ),
    "send_no_message_pack": sends(b"\xc1\xc1\xc1"),
}  # fmt: skip
# What a student may write by mistake or on purpose: the exercise fails, and nothing else does.
HALF = r"""
class Dropout(Layer):
    def __init__(self, *a, **k):
        {body}
"""
TEXT = {
    "print_half_a_character_in_a_test": HALF.format(body=r"print('\ud800'); raise ValueError"),
    "raise_half_a_character": HALF.format(body=r"raise ValueError('\ud800 \udfff')"),
    "raise_a_class_named_by_half_a_character": HALF.format(
        body=r"raise type('E\ud800', (ValueError,), {})('x')"
    ),
    "raise_a_text_of_a_class_of_its_own": HALF.format(
        body="S = type('S', (str,), {'__getitem__': lambda *a: None}); "
        "raise type('E', (Exception,), {'__str__': lambda self: S('x')})"
    ),
    "raise_nul_and_control_characters": HALF.format(
        body=r"raise ValueError('\x00\x1b[31m\r\n\u202e')"
    ),
    "raise_a_group": HALF.format(body="raise ExceptionGroup('x', [ValueError(1)])"),
    "return_half_a_character": "Dropout = lambda *a, **k: '\\ud800'\n",
    "show_half_a_character": "print('\\ud800')\ndisplay('\\udfff')\n'\\ud800'\n",
    "name_things_by_half_a_character": (
        "globals()['\\ud800'] = 1\nclass Dropout: pass\nvars()['\\udfff'] = Dropout\n"
    ),
    "write_half_a_character_in_a_cell": "x = '\ud800'\n",
}
EARNED = ("test-layer", "test-linear")
ATTACKS: dict[str, dict[str, str]] = {name: {} for name in (*BROKEN, *TEXT)}


def prepare(course: Course, module: Module) -> None:
    blank, right = read(course.release(module)), solutions(course, module)
    for name, attack in {**BROKEN, **TEXT}.items():
        book = submission(
            blank, {"layer": right["layer"], "linear": right["linear"], "dropout": "pass"}
        )
        next(
            cell
            for cell in book.cells
            if cell.metadata.get("nbgrader", {}).get("grade_id") == "dropout"
        ).source = attack
        hand_in(course, module, name, json.dumps(book))


def _earned(attack: str, graded: Class) -> float:
    with graded.course.gradebook() as gradebook:
        found = gradebook.find_submission_notebook(graded.module.name, graded.module.id, attack)
        return float(
            sum(each.auto_score or 0 for each in found.grades if each.name.startswith(EARNED))
        )


@pytest.mark.parametrize("attack", BROKEN)
def test_a_malformed_reply_is_named_and_keeps_what_was_earned_before(
    attack: str, graded: Class
) -> None:
    outcome = graded.outcomes[attack]
    assert outcome.verdict in ("killed", "output"), outcome.notes
    assert "the student's process ended: its reply" in outcome.notes[0]
    assert "first seen in dropout" in outcome.notes[0]
    assert graded.points(attack) == _earned(attack, graded) == 22


@pytest.mark.parametrize("attack", TEXT)
def test_text_that_no_file_can_hold_costs_its_own_exercise_only(attack: str, graded: Class) -> None:
    assert graded.outcomes[attack].verdict in ("error", "wrong"), graded.outcomes[attack].notes
    assert _earned(attack, graded) == 22
    assert all(each.isprintable() for each in graded.outcomes[attack].notes)


def test_the_grades_are_written(graded: Class) -> None:
    text = write_csv(graded.course).read_text(encoding="utf-8")
    assert all(f",{attack}," in text for attack in ATTACKS)


def test_the_neighbour_has_full_marks(graded: Class) -> None:
    graded.check_neighbour()
