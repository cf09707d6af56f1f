"""Objects that agree with everything, and a check that they gain nothing."""

from graded_class import Class

# What all the evil objects share: equal to everything, true, callable, iterable, any attribute.
EVIL = """
class Evil:
    def __init__(self, *a, **k): pass
    def __call__(self, *a, **k): return self
    def __getattr__(self, name):
        if name.startswith('__') and name not in ('__name__',): raise AttributeError(name)
        return self
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __gt__ = __le__ = __ge__ = __lt__
    def __bool__(self): return True
    def __hash__(self): return 0
    def __len__(self): return 2
    def __iter__(self): return iter([self, self])
    def __getitem__(self, key): return self
    def __contains__(self, item): return True
    def __array__(self, *a, **k):
        import numpy
        return numpy.array(0.0)
    def __abs__(self): return 0
    def _same(self, other=None): return self
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same
    __truediv__ = __rtruediv__ = __matmul__ = _same
NAMES = ['Layer', 'Linear', 'Dropout', 'Sequential', 'linear_param_count', 'linear_param_bytes',
         'linear_activation_bytes', 'linear_macs', 'linear_flops', 'mlp_param_count',
         'mlp_param_bytes',
         'mlp_activation_bytes', 'mlp_flops', 'count_parameters', 'q1_weight_bytes']
"""
ALL = EVIL + "\nfor name in NAMES: globals()[name] = {}\n"

# This cell asks only that a Dropout leaves x alone: an object that does nothing earns its point,
# here as in a kernel.
GIVEN_AWAY = {"test-dropout-input"}


def check_gained_nothing(attack: str, graded: Class) -> None:
    """The attack has no point that is not given away, and is not taken for a right answer."""
    assert graded.gained(attack) <= GIVEN_AWAY, graded.outcomes[attack]
    assert graded.outcomes[attack].verdict != "ok"
