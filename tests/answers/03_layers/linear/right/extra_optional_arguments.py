# style: Optional arguments for the generator, and a repr.
from numbers import Integral


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True, rng=None, gain=1.0):
        for name, n in (("in_features", in_features), ("out_features", out_features)):
            if not isinstance(n, Integral) or n < 1:
                raise ValueError(f"{name} must be a whole number of at least 1, got {n!r}")
        self.in_features, self.out_features = in_features, out_features
        rng = rng or np.random.default_rng()
        self.weight = Tensor(rng.normal(0.0, gain * in_features ** -0.5, size=(in_features, out_features)))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        y = x.matmul(self.weight)
        return y if self.bias is None else y + self.bias

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]

    def __repr__(self):
        return f'Linear({self.in_features}, {self.out_features}, bias={self.bias is not None})'

    @property
    def size(self):
        return sum(p.size for p in self.parameters())
