# style: Large layers give a warning; the sizes are kept as Python's ints.
from numbers import Integral
import warnings


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, n in (("in_features", in_features), ("out_features", out_features)):
            if not isinstance(n, Integral) or n < 1:
                raise ValueError(f"{name} must be a whole number of at least 1, got {n!r}")
        in_features, out_features = int(in_features), int(out_features)
        if in_features * out_features > 50_000:
            warnings.warn('a large layer', stacklevel=2)
        self.in_features, self.out_features = in_features, out_features
        self.weight = Tensor(np.random.randn(in_features, out_features) * np.sqrt(1 / in_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        y = x @ self.weight
        if self.bias is not None:
            y = self.bias + y
        return y

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
