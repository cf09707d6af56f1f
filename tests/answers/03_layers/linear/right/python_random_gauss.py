# style: Python's own random.gauss in a generator expression.
from numbers import Integral
import math
import random


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, n in (("in_features", in_features), ("out_features", out_features)):
            if not isinstance(n, Integral) or n < 1:
                raise ValueError(f"{name} must be a whole number of at least 1, got {n!r}")
        self.in_features, self.out_features = in_features, out_features
        scale = math.sqrt(1 / int(in_features))
        flat = (random.gauss(0.0, scale) for _ in range(int(in_features) * int(out_features)))
        self.weight = Tensor(np.fromiter(flat, dtype=float).reshape(in_features, out_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        y = x.matmul(self.weight)
        return y if self.bias is None else y + self.bias

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
