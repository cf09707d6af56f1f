"""Attacks on scores that follow a right answer to the task `relu`."""

SIDE = "import gc\nside = next(o for o in gc.get_objects() if type(o).__name__ == 'Side')\n"
HOSTILE = {
    "prints_half_a_character_in_a_test": """
class ReLU(ReLU):
    def forward(self, x):
        print('\\ud800\\x00\\x1b[31m')
        return super().forward(x)
""",
    "raises_half_a_character_in_a_test": """
class ReLU:
    def __init__(self): raise type('E\\ud800', (ValueError,), {})('\\udfff\\x00')
""",
    "sends_an_empty_frame": SIDE
    + "side.writer = type('Liar', (), {'write': lambda *a, **k: [b'']})()\n",
    "sends_no_parts": SIDE + "side.writer = type('Liar', (), {'write': lambda *a, **k: "
    "[b'\\1\\0\\0\\0\\0\\0\\0\\0\\x90' + bytes(7)]})()\n",
    "answers_with_much": """
class ReLU(ReLU):
    def forward(self, x): return Tensor(np.zeros(15_000_000))
    __call__ = forward
""",
    "ends_itself": "import os\nos._exit(0)\n",
    "does_not_end": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n"
    ),
}
