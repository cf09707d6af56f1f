# misconception: forward asks for self.bias.data although self.bias is None. Add the bias only if
#   there is one.
# rank: 15
from numbers import Integral


class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        for name, n in (("in_features", in_features), ("out_features", out_features)):
            if not isinstance(n, Integral) or n < 1:
                raise ValueError(f"{name} must be a whole number of at least 1, got {n!r}")
        self.in_features, self.out_features = in_features, out_features
        self.weight = Tensor(np.random.randn(in_features, out_features) * np.sqrt(1 / in_features))
        self.bias = Tensor(np.zeros(out_features)) if bias else None

    def forward(self, x):
        return Tensor(x.data @ self.weight.data + self.bias.data)

    def parameters(self):
        return [self.weight] if self.bias is None else [self.weight, self.bias]
