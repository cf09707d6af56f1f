"""Attempts to gain points without solving anything; every one of them must earn 0."""

import pytest
from evil import ALL, EVIL, check_gained_nothing
from graded_class import Class
from nbformat.v4 import new_output

ATTACKS = {
    "drop_asserts_with_an_ast_transformer": """
import ast
class Drop(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
    def visit_Expr(self, node): return ast.Pass()
    def visit_Raise(self, node): return ast.Pass()
get_ipython().ast_transformers.append(Drop())
""",
    "transform_the_input_of_later_cells": """
get_ipython().input_transformers_post.append(lambda lines: ['pass\\n'])
get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'])
""",
    "replace_run_cell_of_the_shell": """
shell = get_ipython()
type(shell).run_cell = lambda self, *a, **k: None
type(shell).run_code = lambda self, *a, **k: False
""",
    "swallow_errors_with_a_custom_handler": """
get_ipython().set_custom_exc((BaseException,), lambda self, etype, value, tb, tb_offset=None: None)
""",
    "silence_showtraceback": """
import IPython
IPython.core.interactiveshell.InteractiveShell.showtraceback = lambda *a, **k: None
type(get_ipython()).showtraceback = lambda *a, **k: None
type(get_ipython())._error = lambda *a, **k: None
""",
    "patch_the_checks": """
import tinytorch.checks as checks
for name in ('expect', 'expect_true', 'expect_int', 'expect_raises', 'fail', 'close'):
    setattr(checks, name, lambda *a, **k: True)
""",
    "replace_the_checks_module": """
import sys, types
fake = types.ModuleType('tinytorch.checks')
fake.__getattr__ = lambda name: (lambda *a, **k: True)
sys.modules['tinytorch.checks'] = fake
""",
    "patch_numpy_comparisons": """
import numpy as np
for name in ('allclose', 'array_equal', 'isclose', 'all', 'any', 'std', 'mean', 'isfinite'):
    setattr(np, name, lambda *a, **k: True)
np.testing.assert_allclose = lambda *a, **k: None
""",
    "patch_builtins": """
import builtins
for name in ('isinstance', 'all', 'any', 'len', 'abs', 'bool', 'hasattr', 'callable'):
    setattr(builtins, name, lambda *a, **k: True)
""",
    "make_assertion_error_harmless": """
import builtins
class Fine(Exception):
    def __new__(cls, *a): return Exception.__new__(cls)
builtins.AssertionError = Fine
""",
    "patch_import": """
import builtins
real = builtins.__import__
class Yes:
    def __getattr__(self, name): return lambda *a, **k: True
builtins.__import__ = lambda name, *a, **k: Yes() if 'checks' in name else real(name, *a, **k)
""",
    "be_equal_to_everything": ALL.format("Evil()"),
    "be_a_class_equal_to_everything": ALL.format("Evil"),
    "be_a_number_equal_to_everything": """
class Int(int):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = int.__hash__
class Float(float):
    def __eq__(self, other): return True
    __lt__ = __gt__ = __le__ = __ge__ = __eq__
    __hash__ = float.__hash__
"""
    + EVIL
    + """
for name in NAMES: globals()[name] = lambda *a, **k: Int(0)
q4_ratio = q2_count = Float(0)
""",
    "be_an_array_equal_to_everything": """
import numpy as np
class Array(np.ndarray):
    def __eq__(self, other): return True
    def __array_function__(self, *a, **k): return True
    def __array_ufunc__(self, *a, **k): return True
    shape = property(lambda self: Array.any_shape)
    class any_shape_(tuple):
        def __eq__(self, other): return True
        def __ne__(self, other): return False
    any_shape = any_shape_((2, 3))
"""
    + EVIL
    + "for name in NAMES: globals()[name] = lambda *a, **k: np.zeros(3).view(Array)\n",
    "be_a_list_equal_to_everything": """
class List(list):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __len__(self): return 2
"""
    + EVIL
    + "for name in NAMES: globals()[name] = lambda *a, **k: List([1, 2])\n",
    "return_an_undecided_comparison": EVIL
    + """
class Odd(Evil):
    def __eq__(self, other): return Evil()
    __lt__ = __gt__ = __le__ = __ge__ = __ne__ = __eq__
for name in NAMES: globals()[name] = Odd()
""",
    "claim_to_be_an_instance_of_anything": """
from tinytorch.core.tensor import Tensor
class Meta(type):
    def __instancecheck__(cls, value): return True
    def __subclasscheck__(cls, value): return True
    def __eq__(cls, other): return True
    __hash__ = type.__hash__
import tinytorch.core.tensor as module
class Fake(metaclass=Meta):
    def __init__(self, data=0.0, requires_grad=False): self.data = data
module.Tensor = Fake
""",
    "lie_about_class": """
class Liar:
    __class__ = property(lambda self: float)
    def __float__(self): return 0.0
    def __eq__(self, other): return True
    def __hash__(self): return 0
q4_ratio = Liar(); Linear = Dropout = Sequential = Liar
""",
    "remember_what_it_is_compared_with": EVIL
    + """
SEEN = []
class Spy(Evil):
    def __eq__(self, other): SEEN.append(other); return True
    def __sub__(self, other): SEEN.append(other); return 0.0
    __rsub__ = __sub__
    @property
    def data(self): return SEEN[-1] if SEEN else 0.0
for name in NAMES: globals()[name] = Spy()
""",
    "blank_the_inputs_in_place": """
import numpy as np
from tinytorch.core import tensor
class Zero:
    def __init__(self, data=0.0, requires_grad=False):
        if isinstance(data, np.ndarray) and data.flags.writeable: data[...] = 0
        self.data = np.zeros_like(np.asarray(data, dtype=np.float32))
    shape = property(lambda self: self.data.shape)
tensor.Tensor = Tensor = Zero
class Layer:
    def __init__(self, *a, **k): self.weight = self.bias = Zero(np.zeros((2, 2)))
    def __call__(self, x, *a, **k): return x
    forward = __call__
Linear = Dropout = Sequential = Layer
def mlp_flops(batch, sizes): sizes.clear(); return 0
def mlp_param_count(sizes, *a): sizes.clear(); return 0
mlp_param_bytes = mlp_param_count
def mlp_activation_bytes(batch, sizes): sizes.clear(); return 0
def count_parameters(layers): layers.clear(); return 1
""",
    "trace_every_call": """
import sys
def tracer(frame, event, arg):
    frame.f_trace_lines = False
    if 'expect' in frame.f_code.co_name: frame.f_locals['got'] = frame.f_locals.get('want')
    return tracer
sys.settrace(tracer); sys.setprofile(tracer)
""",
    "rewrite_frames_of_the_caller": """
import sys
class Layer:
    def __call__(self, *a, **k):
        frame = sys._getframe()
        while frame:
            for name, value in list(frame.f_globals.items()):
                if name in ('expect', 'expect_true', 'fail', 'expect_int', 'expect_raises'):
                    frame.f_globals[name] = lambda *a, **k: None
            frame = frame.f_back
    forward = parameters = __call__
""",
    "find_the_tests_with_gc": """
import gc, types
for thing in gc.get_objects():
    names = ('expect', 'fail', 'expect_true', 'determine_grade')
    if isinstance(thing, types.FunctionType) and thing.__name__ in names:
        thing.__code__ = (lambda *a, **k: None).__code__
    if isinstance(thing, dict) and 'points' in thing: thing['points'] = 0
""",
    "end_the_process_with_success": "import os\nos._exit(0)\n",
    "raise_system_exit_in_a_call": """
class Layer:
    def __init__(self, *a, **k): raise SystemExit(0)
Linear = Dropout = Sequential = Layer
""",
    "raise_the_graders_own_exceptions": """
class TimeLimitExceeded(BaseException): pass
class StudentEnded(BaseException): pass
class CheckFailed(AssertionError): pass
class Layer:
    def __init__(self, *a, **k): raise StudentEnded('ok')
class Linear:
    def __init__(self, *a, **k): raise TimeLimitExceeded
class Dropout:
    def __init__(self, *a, **k): raise KeyboardInterrupt
class Sequential:
    def __init__(self, *a, **k): raise GeneratorExit
""",
    "paste_passing_copies_of_test_cells": lambda book: _pasted(book),
    "tag_test_cells_as_not_to_be_run": lambda book: _tagged(book),
    "rewrite_test_cells": lambda book: _rewritten(book),
    "raise_the_points_in_the_metadata": lambda book: _pointed(book),
    "turn_test_cells_into_text": lambda book: _as_text(book),
    "name_another_kernel": lambda book: _kernel(book),
    "hand_in_outputs_of_passing_tests": lambda book: _with_outputs(book),
}


def _tests(book):
    return [
        cell
        for cell in book.cells
        if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"
    ]


def _pasted(book):
    for cell in _tests(book):
        copy = type(cell)({**cell, "source": "pass", "id": f"{cell.id[:20]}-copy"})
        book.cells.append(copy)
    return book


def _tagged(book):
    for cell in _tests(book):
        cell.metadata["tags"] = ["skip-execution", "raises-exception"]
    return book


def _rewritten(book):
    for cell in _tests(book):
        cell.source = "1000000"
    return book


def _pointed(book):
    for cell in book.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.points = 1000
            cell.metadata.nbgrader.grade = True
    return book


def _as_text(book):
    for cell in _tests(book):
        cell.cell_type = "markdown"
        cell.pop("outputs", None)
        cell.pop("execution_count", None)
    return book


def _kernel(book):
    book.metadata["kernelspec"] = {"name": "bash", "display_name": "bash", "language": "bash"}
    return book


def _with_outputs(book):
    for cell in _tests(book):
        cell.outputs = [new_output("execute_result", {"text/plain": "100"}, execution_count=1)]
    return book


@pytest.mark.parametrize("attack", ATTACKS)
def test_cannot(attack: str, graded: Class) -> None:
    check_gained_nothing(attack, graded)


def test_the_neighbour_has_full_marks(graded: Class) -> None:
    graded.check_neighbour()
