"""Attempts to gain points by forging what a probe returns, which runs beside the student's code."""

import pytest
from evil import check_gained_nothing
from graded_class import Class

SIDE = """
import gc
side = next(o for o in gc.get_objects() if type(o).__name__ == 'StudentServer')
"""
PROBE = (
    SIDE
    + """
side.do_probe = lambda questions: [answer(inputs) for _, _, inputs in questions]
answer = lambda inputs: """
)
# In every module that a probe's run goes through, whatever name it goes by there.
EVERYWHERE = """
import sys
def everywhere(name, made):
    for module in list(sys.modules.values()):
        known = getattr(module, '__name__', '') + repr(getattr(module, 'run', ''))
        if module is not None and 'tinytorch' in known:
            if hasattr(module, name): setattr(module, name, made)
"""
ANSWERS = {
    "true": "True", "zero": "0", "none": "None", "an_empty_list": "[]", "a_list": "'list'",
    "two": "2", "an_empty_dict": "{}", "text": "'Tensor'",
}  # fmt: skip

ATTACKS = {
    **{
        f"answer_every_probe_with_{name}": f"{PROBE}[{value}] * len(inputs)\n"
        for name, value in ANSWERS.items()
    },
    "answer_every_probe_with_its_input": PROBE + "[i[0] if i else None for i in inputs]\n",
    "answer_every_probe_with_too_many": PROBE + "[0] * 10_000\n",
    "answer_every_probe_with_an_object": PROBE + "[object() for i in inputs]\n",
    "answer_every_probe_with_nan": PROBE + "[float('nan')] * len(inputs)\n",
    "patch_how_probes_are_run": EVERYWHERE
    + "everywhere('run', lambda names, given, probe, inputs: [0 for i in inputs])\n",
    "patch_how_results_are_made_plain": EVERYWHERE + "everywhere('plain', lambda value: 0)\n",
    "patch_how_a_call_is_made": EVERYWHERE
    + "everywhere('call', lambda function, arguments: True)\n",
    "patch_builtins": """
import builtins
builtins.isinstance = lambda *a: True
builtins.type = lambda *a: int
builtins.dict = lambda *a, **k: {}
builtins.compile = lambda *a, **k: (lambda: 0).__code__
builtins.exec = lambda *a, **k: None
""",
    "patch_numpy": """
import numpy as np
np.allclose = np.array_equal = lambda *a, **k: True
np.asarray = np.array = lambda *a, **k: 0
""",
    "trace_every_call_and_return_zero": """
import sys
def trace(frame, event, argument):
    for name in list(frame.f_locals): frame.f_locals[name] = 0
    return trace
sys.settrace(trace)
""",
    "define_the_probes_anew": """
for name in (
    'linear_output', 'layer_call', 'count_of', 'count_twice', 'q1_parameters', 'q1_bytes',
    'q4_counts',
):
    globals()[name] = lambda *a, **k: 0
""",
    "a_class_that_knows_that_it_is_probed": """
import sys
class Linear:
    def __init__(self, *a, **k):
        frame = sys._getframe(1)
        self.seen = dict(frame.f_locals)
    def __getattr__(self, name): return next(iter(self.seen.values()), 0)
    def __call__(self, x, *a, **k): return x
Dropout = Sequential = Layer = Linear
""",
    "counts_that_look_at_their_caller": """
import sys
def linear_param_count(*a, **k):
    frame = sys._getframe(1)
    while frame is not None:
        if 'want' in frame.f_locals: return frame.f_locals['want']
        if 'expected' in frame.f_locals: return frame.f_locals['expected']
        frame = frame.f_back
    return 0
linear_param_bytes = linear_activation_bytes = linear_macs = linear_flops = linear_param_count
""",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_cannot(attack: str, graded: Class) -> None:
    check_gained_nothing(attack, graded)


def test_the_neighbour_has_full_marks(graded: Class) -> None:
    graded.check_neighbour()
