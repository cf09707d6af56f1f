# style: Python's random, one draw per element in a generator expression.
from numbers import Real
import random


class Dropout(Layer):
    def __init__(self, p=0.5):
        if not isinstance(p, Real) or not 0 <= p <= 1:
            raise ValueError(f"p is the probability of dropping, a number from 0 to 1, got {p!r}")
        self.p = p

    def forward(self, x, training=True):
        if not training or self.p == 0:
            return x
        if self.p == 1:
            return Tensor(np.zeros(x.shape))
        keep = (random.random() >= self.p for _ in range(x.size))
        values = [float(v) / (1 - self.p) if k else 0.0 for v, k in zip(x.data.flat, keep)]
        return Tensor(np.array(values).reshape(x.shape))

    def parameters(self):
        return []
